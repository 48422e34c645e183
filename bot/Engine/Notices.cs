using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Content;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;
using MutualAid.Core.Schedule;

namespace MutualAid.Bot.Engine;

/// <summary>What the bot says by itself: jobs write rows, the courier speaks.</summary>
public sealed class Notices(Db db, EngineParts parts)
{
    // What waited for a digest that did not come goes out by itself.
    private static readonly TimeSpan AfterDigest = TimeSpan.FromMinutes(2);

    private const string ForDigest = "waits for the digest";

    private readonly List<OutboxRow> rows = [];

    public Speech SpeechOf(Group group) => new(parts.Phrases, group.Language);

    /// <summary>A line in the group, in the thread of a message of the person it concerns.</summary>
    /// <param name="choices">Buttons that anybody may press; the desk decides who may act.</param>
    /// <returns>Its row, to hold it back; null: the bot is not in the group any more.</returns>
    public OutboxRow? Post(Group group, string html, Why why, string? replyTo, params Choice[] choices)
    {
        var row = PostRow(group, html, why, replyTo);
        if (row is not null && choices.Length > 0)
            row.Buttons = Turn.Buttons([
                choices.Select(it => new Button(it.Label, parts.Seal.Seal(it.Text, row.Channel, row.ChatId))).ToList(),
            ]);
        return row;
    }

    /// <summary>As <see cref="Post"/>, but what comes up in the quiet hours waits for the morning's digest and stands in it.</summary>
    public async Task PostAwakeAsync(Group group, string html, Why why)
    {
        Post(group, html, why, null);
        if (group.InactiveAt is not null || !group.IsQuiet(Now))
            return;
        var digest = await db
            .Due.Waiting()
            .Where(row => row.Kind == Digest.Due && row.GroupId == group.Id)
            .MinAsync(row => (DateTime?)row.At);
        var row = rows[^1];
        var due = digest + AfterDigest ?? group.AfterWaking(Now, TimeSpan.Zero);
        row.DueAt = row.DueAt > due ? row.DueAt : due;
        row.Reason = ForDigest;
    }

    /// <summary>What waited for this group's digest: its texts, which then are not sent by themselves any more.</summary>
    public async Task<IReadOnlyList<string>> TakeHeldAsync(Group group)
    {
        var held = await db
            .Outbox.Where(row => row.Channel == group.Channel && row.ChatId == group.ExternalId)
            .Where(row => row.State == OutboxState.Queued && row.Reason == ForDigest)
            .OrderBy(row => row.Id)
            .ToListAsync();
        foreach (var row in held)
            (row.State, row.Reason) = (OutboxState.Cancelled, "in the digest");
        return held.ConvertAll(row => row.Text);
    }

    /// <summary>Posts a card in a group, held back while it is muted.</summary>
    public async Task PostCardAsync(Group group, string card, Why why, string? replyTo = null)
    {
        if (group.InactiveAt is not null)
            return;
        var place = new Place(group.Channel, group.ExternalId, IsPrivate: false);
        var posted = await Cards.WishAsync(db, new CardWish(card, place, replyTo, Silent: false), why, Now, parts);
        foreach (var row in posted.Where(_ => group.MutedUntil > Now))
            row.DueAt = group.MutedUntil!.Value;
        rows.AddRange(posted);
    }

    /// <summary>Nothing is said where the person's private chat is closed: false.</summary>
    /// <param name="choices">Rows of buttons that only this person may press.</param>
    public async Task<bool> TellAsync(
        Person person,
        Group group,
        Func<Speech, string> html,
        Why why,
        Func<Speech, IReadOnlyList<IReadOnlyList<Choice>>>? choices = null
    ) => await SayAsync(person, group, html, why, choices) is not null;

    /// <summary>The same; the row that says it, or null where the private chat is closed.</summary>
    public async Task<OutboxRow?> SayAsync(
        Person person,
        Group group,
        Func<Speech, string> html,
        Why why,
        Func<Speech, IReadOnlyList<IReadOnlyList<Choice>>>? choices = null
    )
    {
        var account = await db.Accounts.FirstOrDefaultAsync(it => it.PersonId == person.Id && it.Channel == group.Channel);
        if (account is not { ReachableSince: not null, PrivateChat: { } chat })
            return null;
        var speech = new Speech(parts.Phrases, person.Language ?? group.Language);
        var row = Row(group.Channel, chat, html(speech), why);
        row.Buttons = Turn.Buttons([
            .. (choices?.Invoke(speech) ?? []).Select(line =>
                line.Select(it => new Button(it.Label, parts.Seal.Seal(it.Text, row.Channel, chat, person.Id))).ToList()
            ),
        ]);
        return row;
    }

    /// <summary>Tells the person in private; where that is closed, one line in the thread with their name and the way to open it.</summary>
    /// <param name="html">Without anything that the group must not read.</param>
    public async Task TellOrMentionAsync(
        Person person,
        Group group,
        Func<Speech, string> html,
        Why why,
        string? replyTo,
        Func<Speech, IReadOnlyList<IReadOnlyList<Choice>>>? choices = null
    )
    {
        if (await TellAsync(person, group, html, why, choices))
            return;
        var speech = SpeechOf(group);
        var row = PostRow(group, $"{Html.Escape(person.Name)} {html(speech)}", why, replyTo);
        if (row is not null)
            row.Buttons = Turn.Buttons([
                [new Button(speech.Plain("engine.button.openPrivate"), null, Turn.OpenPrivate)],
            ]);
    }

    /// <summary>Calls a person by name in the group.</summary>
    public async Task<Markup> MentionAsync(Person person, Group group)
    {
        var account = await db.Accounts.FirstOrDefaultAsync(it => it.PersonId == person.Id && it.Channel == group.Channel);
        var channel = parts.Services.GetServices<IChannel>().FirstOrDefault(it => it.Name == group.Channel);
        return new Markup(account is null || channel is null ? Html.Escape(person.Name) : channel.Mention(account.ExternalId, person.Name));
    }

    /// <summary>Shows a card in a person's private chat; nothing happens where that is closed.</summary>
    /// <param name="anew">At the end of the chat, even if it stands further up already.</param>
    public async Task ShowInPrivateAsync(Person person, Group group, string card, Why why, bool anew = false)
    {
        var account = await db.Accounts.FirstOrDefaultAsync(it => it.PersonId == person.Id && it.Channel == group.Channel);
        if (account is { ReachableSince: not null, PrivateChat: { } chat })
            rows.AddRange(
                await Cards.WishAsync(
                    db,
                    new CardWish(card, new Place(group.Channel, chat, IsPrivate: true), null, false, anew),
                    why,
                    Now,
                    parts
                )
            );
    }

    public async Task RedrawAsync(string card, Why why) =>
        rows.AddRange(await Cards.WishAsync(db, new CardWish(card, null, null, false), why, Now, parts));

    /// <summary>Stores them; what the courier carries after the commit.</summary>
    public async Task<IReadOnlyList<OutboxRow>> SaveAsync()
    {
        await db.SaveChangesAsync();
        return rows;
    }

    private DateTime Now => parts.Clock.GetUtcNow().UtcDateTime;

    private OutboxRow? PostRow(Group group, string html, Why why, string? replyTo)
    {
        if (group.InactiveAt is not null)
            return null;
        var row = Row(group.Channel, group.ExternalId, html, why);
        if (group.MutedUntil > Now)
            row.DueAt = group.AfterQuiet(group.MutedUntil.Value);
        row.InGroup = true;
        row.ReplyTo = replyTo;
        return row;
    }

    private OutboxRow Row(string channel, string chatId, string html, Why why)
    {
        var row = new OutboxRow
        {
            Channel = channel,
            ChatId = chatId,
            Kind = OutboxKind.Send,
            Why = why,
            Text = html,
            CreatedAt = Now,
            DueAt = Now,
        };
        db.Outbox.Add(row);
        rows.Add(row);
        return row;
    }
}
