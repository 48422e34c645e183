using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;

namespace MutualAid.Bot.Engine;

/// <summary>How a turn speaks: rows of the outbox, stored with the turn and carried after its commit.</summary>
public sealed partial class Turn
{
    private readonly List<OutboxRow> said = [];
    private string untold = "";

    internal IReadOnlyList<OutboxRow> Said => said;

    internal bool HasAnswered { get; private set; }

    /// <summary>Answers in the thread of the message; the press of a button is answered by a toast instead when it is short.</summary>
    public OutboxRow Reply(string key, params object?[] values) => Say(Speech.Say(key, values), []);

    public OutboxRow ReplyWith(string html, IReadOnlyList<IReadOnlyList<Button>> buttons) => Say(html, buttons);

    /// <summary>A refusal: a toast for a press, otherwise a short reply that vanishes and is merged when many wait.</summary>
    public void Refuse(string key, params object?[] values) => RefuseWith(Speech.Say(key, values), []);

    public void RefuseWith(string html, IReadOnlyList<IReadOnlyList<Button>> buttons)
    {
        HasRefused = true;
        if (buttons.Count == 0)
            Answer(html);
        else
            Vanish(Mergeable(Say(html, buttons)));
    }

    /// <summary>A word to whoever pressed or wrote: a toast where the press can be answered, else a line that goes again.</summary>
    internal void Answer(string html)
    {
        if (IsPress && Message.CallbackId is not null)
            Toast(Html.ToPlain(html));
        else
            Vanish(Mergeable(Say(html, [])));
    }

    // While it waits, the row tells whom it answers: merged with others it begins with the name.
    private OutboxRow Mergeable(OutboxRow row)
    {
        if (Group is null)
            return row;
        row.MayMerge = true;
        row.Reason = From.Name;
        return row;
    }

    internal bool HasRefused { get; private set; }

    /// <summary>The answer to the press of a button; where no press can be answered it is said only when nothing else shows what came of it.</summary>
    public void Toast(string text)
    {
        if (HasAnswered || (Message.CallbackId is null && !IsPress))
            return;
        HasAnswered = true;
        if (Message.CallbackId is null || !Can.HasFlag(Abilities.Toast))
        {
            untold = Html.Escape(text);
            return;
        }

        var row = Add(OutboxKind.Answer, Why.Reply, text.Length > 200 ? text[..199] + "…" : text);
        row.CallbackId = Message.CallbackId;
    }

    /// <summary>Instead of all that was to be said and shown: one line, which goes again.</summary>
    internal void SayOnly(string key)
    {
        Db.Outbox.RemoveRange(said);
        said.Clear();
        vanishing.Clear();
        Shown.Clear();
        Vanish(Reply(key));
    }

    /// <summary>Shows the person that their message was taken in, without a message.</summary>
    public void React(string emoji)
    {
        if (Message.MessageId is null || IsPress || Message.Place.IsPrivate)
            return;
        if (!Can.HasFlag(Abilities.React))
        {
            untold = emoji;
            return;
        }

        var row = Add(OutboxKind.React, Why.Reply, emoji);
        row.MessageId = Message.MessageId;
    }

    /// <summary>Where neither toast nor reaction is possible nobody is left without an answer.</summary>
    internal void SayUntold()
    {
        if (untold.Length > 0 && Shown.Count == 0 && !said.Exists(row => row.Kind is OutboxKind.Send or OutboxKind.Edit))
            Vanish(Say(untold, []));
    }

    /// <summary>In a group the row's message goes again after the group's set time.</summary>
    public void Vanish(OutboxRow row)
    {
        if (Group is not { VanishAfterMinutes: > 0 } group)
            return;
        var delete = Add(OutboxKind.Delete, Why.Reply, "");
        delete.DueAt = Now.AddMinutes(group.VanishAfterMinutes);
        vanishing.Add((delete, row));
    }

    /// <summary>Says something to a person in private, in their language; false where that is closed.</summary>
    public async Task<bool> TellAsync(Person person, Func<Speech, string> html, Func<Speech, IReadOnlyList<Choice>>? choices = null) =>
        await TellRowAsync(person, html, choices) is not null;

    /// <summary>Whether anything can be said to them in private.</summary>
    public async Task<bool> ReachesAsync(Person person) => await PrivateChatAsync(person) is not null;

    private async Task<OutboxRow?> TellRowAsync(Person person, Func<Speech, string> html, Func<Speech, IReadOnlyList<Choice>>? choices)
    {
        if (await PrivateChatAsync(person) is not { } chat)
            return null;
        var speech = SpeechOf(person);
        var row = Add(OutboxKind.Send, Why.Notice, html(speech), chat);
        if (choices is not null)
            row.Buttons = Buttons([
                choices(speech)
                    .Select(it => new Button(it.Label, Seal.Seal(it.Text, row.Channel, chat, person.Id)) { Typed = it.Typed })
                    .ToList(),
            ]);
        return row;
    }

    /// <summary>Says something in private on another platform; nothing where that is closed.</summary>
    public void TellOn(Account account, string html)
    {
        if (account is { ReachableSince: not null, PrivateChat: { } chat })
            Add(OutboxKind.Send, Why.Notice, html, chat).Channel = account.Channel;
    }

    /// <summary>Shows a card at the end of a person's private chat; where that is closed, one mention in the group without what is private.</summary>
    /// <param name="closedKey">The phrase for the group, with the person's name as {0}; null: nothing is said there.</param>
    public async Task ShowInPrivateAsync(Person person, string card, string? closedKey)
    {
        if (await PrivateChatAsync(person) is { } chat)
        {
            Shown.Add(new CardWish(card, new Place(Message.Place.Channel, chat, IsPrivate: true), null, false, Anew: true));
            return;
        }

        if (Group is not null && closedKey is not null)
            Vanish(
                Say(
                    Speech.Say(closedKey, person.Name),
                    [
                        [new Button(Speech.Plain("engine.button.openPrivate"), null, OpenPrivate)],
                    ]
                )
            );
    }

    /// <summary>Takes back the message whose button was pressed.</summary>
    public void RemovePressed()
    {
        if (IsPress && Message.MessageId is { } pressed)
            Add(OutboxKind.Delete, Why.Reply, "").MessageId = pressed;
    }

    /// <summary>Gives the message whose button was pressed another text and other buttons, or none.</summary>
    public void EditPressed(string html, params IReadOnlyList<IReadOnlyList<Button>> buttons)
    {
        if (!IsPress || Message.MessageId is not { } pressed)
            return;
        var row = Add(OutboxKind.Edit, Why.Reply, html);
        row.MessageId = pressed;
        row.Buttons = Buttons(buttons);
    }

    /// <summary>Takes back an answered question, so that a group, and our own room anywhere, is not left with it.</summary>
    internal void TakeBack(long rowId)
    {
        if (Group is not null || Can.HasFlag(Abilities.OwnButtons))
            Add(OutboxKind.Delete, Why.Reply, "").TargetId = rowId;
    }

    private Speech SpeechOf(Person person) =>
        person == From ? Speech : new Speech(Phrases, person.Language ?? Group?.Language ?? Speech.Language);

    private async Task<string?> PrivateChatAsync(Person person)
    {
        var account =
            person.Accounts.Find(it => it.Channel == Message.Place.Channel)
            ?? await Db.Accounts.FirstOrDefaultAsync(it => it.PersonId == person.Id && it.Channel == Message.Place.Channel);
        return account is { ReachableSince: not null } ? account.PrivateChat : null;
    }

    /// <summary>A button only this person may press.</summary>
    public Button Own(string label, string text, DateTime? expires = null) =>
        new(label, Seal.Seal(text, Message.Place.Channel, Message.Place.ChatId, From.Id, expires))
        {
            For = Can.HasFlag(Abilities.OwnButtons) ? [Message.From.ExternalId] : null,
        };

    /// <summary>A button under a question that nobody else need read.</summary>
    public Button Answering(string label, string text, DateTime? expires = null)
    {
        var own = Own(label, text, expires);
        return own with { IsAnswer = own.For is not null };
    }

    /// <summary>A button anybody here may press.</summary>
    public Button Open(string label, string text) => new(label, Seal.Seal(text, Message.Place.Channel, Message.Place.ChatId));

    /// <summary>The link behind 开通提醒; the channel fills in its own.</summary>
    public const string OpenPrivate = "private:open";

    private readonly List<(OutboxRow Delete, OutboxRow Target)> vanishing = [];

    /// <summary>Ids are known after the first save of a turn: deletions then learn whose message goes.</summary>
    internal void BindVanishing()
    {
        foreach (var (delete, target) in vanishing)
            delete.TargetId = target.Id;
    }

    internal OutboxRow Say(string html, IReadOnlyList<IReadOnlyList<Button>> buttons, bool forceReply = false)
    {
        var row = Add(OutboxKind.Send, Why.Reply, html);
        row.Buttons = Buttons(buttons);
        row.ReplyTo = IsPress ? null : Message.MessageId;
        row.ForceReply = forceReply && Group is not null;
        return row;
    }

    internal static string? Buttons(IReadOnlyList<IReadOnlyList<Button>> rows) => rows.Count == 0 ? null : JsonSerializer.Serialize(rows);

    private OutboxRow Add(OutboxKind kind, Why why, string html, string? chatId = null)
    {
        var row = new OutboxRow
        {
            Channel = Message.Place.Channel,
            ChatId = chatId ?? Message.Place.ChatId,
            Topic = chatId is null ? Message.Place.Topic : null,
            InGroup = chatId is null && Group is not null,
            Kind = kind,
            Why = why,
            Text = html,
            CreatedAt = Now,
            DueAt = Now,
        };
        said.Add(row);
        Db.Outbox.Add(row);
        return row;
    }
}
