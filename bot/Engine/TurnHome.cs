using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;

namespace MutualAid.Bot.Engine;

/// <summary>Where a thing said in private belongs.</summary>
public sealed partial class Turn
{
    /// <summary>The group of the turn; in private the person's only one, or the one they chose. Null: they are being asked, or have none.</summary>
    public async Task<Group?> HomeAsync()
    {
        if (Group is not null)
            return Group;
        var groups = await Db
            .Members.Where(it => it.PersonId == From.Id && it.LeftAt == null)
            .Select(it => it.Group)
            .Where(it => it.InactiveAt == null && it.Channel == Message.Place.Channel)
            .OrderBy(it => it.Id)
            .ToListAsync();
        if (groups.Count == 0)
            Refuse("engine.onlyInGroup");
        if (groups.Count < 2)
            return groups.SingleOrDefault();
        if (NextAnswer() is { } answer && groups.Find(it => Folding.Fold(it.Title) == Folding.Fold(answer)) is { } chosen)
            return chosen;
        Ask(AnswerKind.Choice, Speech.Say("engine.whichGroup"), [.. groups.Select(it => new[] { new Choice(it.Title, $"={it.Title}") })]);
        return null;
    }

    /// <summary>Posts the card in a group, whatever place the words came from.</summary>
    /// <param name="replyTo">For words from elsewhere: the message there that it answers.</param>
    public void ShowIn(Group group, string card, bool silent, string? replyTo = null)
    {
        if (Group is null)
            Shown.Add(new CardWish(card, new Place(group.Channel, group.ExternalId, IsPrivate: false), replyTo, silent));
        else
            Show(card, silent);
    }

    /// <summary>Shows a card in a person's private chat; nothing where that is closed. Their accounts must be loaded.</summary>
    public void ShowTo(Person person, string channel, string card)
    {
        if (person.Accounts.Find(it => it.Channel == channel) is { ReachableSince: not null, PrivateChat: { } chat })
            Shown.Add(new CardWish(card, new Place(channel, chat, IsPrivate: true), null, false));
    }

    /// <summary>Says in a group what was given in private, outside of its quiet hours.</summary>
    public void SayIn(Group group, string html, string? replyTo)
    {
        if (group.InactiveAt is not null)
            return;
        var row = Add(OutboxKind.Send, Why.Notice, html, group.ExternalId);
        (row.Channel, row.InGroup, row.ReplyTo) = (group.Channel, true, replyTo);
        row.DueAt = group.AfterQuiet(group.MutedUntil > Now ? group.MutedUntil.Value : Now);
    }

    /// <summary>Tells somebody in private what a group did, outside of its quiet hours unless they are up.</summary>
    public async Task TellAwakeAsync(Person person, Group group, Func<Speech, string> html)
    {
        if (await TellRowAsync(person, html, choices: null) is not { } row || await Db.IsUpAsync(person.Id, Now))
            return;
        row.DueAt = group.AfterQuiet(group.MutedUntil > Now ? group.MutedUntil.Value : Now);
    }

    /// <summary>It takes an organiser: who are they?</summary>
    public async Task RefuseToMemberAsync()
    {
        var names = Group is { Id: > 0 } group
            ? await Db.Members.Organising(group.Id).OrderBy(it => it.PersonId).Select(it => it.Person.Name).Take(2).ToListAsync()
            : [];
        if (names.Count == 0)
            Refuse("engine.forOrganisers");
        else
            Refuse("engine.forOrganisersNamed", string.Join('、', names));
    }

    /// <summary>What was answered to a message of this chat no longer holds: it says so in front, without its buttons.</summary>
    public async Task MarkAnswersAsync(string messageId, string mark)
    {
        var (channel, chat) = (Message.Place.Channel, Message.Place.ChatId);
        var answers = await Db
            .Outbox.Where(row => row.Channel == channel && row.ChatId == chat && row.ReplyTo == messageId && row.CardId == null)
            .Where(row => row.Kind == OutboxKind.Send && row.MessageId != null)
            .ToListAsync();
        foreach (var answer in answers.Where(_ => Can.HasFlag(Abilities.Edit)))
        {
            var row = Add(OutboxKind.Edit, Why.Reply, mark + answer.Text);
            row.MessageId = answer.MessageId;
        }
    }

    /// <summary>What the buttons of a post of this chat would say.</summary>
    internal IEnumerable<string> ActsOf(OutboxRow post) => ButtonsOf(post).Select(button => button.Text);

    private IEnumerable<SealedButton> ButtonsOf(OutboxRow post) =>
        (post.Buttons is null ? [] : JsonSerializer.Deserialize<List<List<Button>>>(post.Buttons)!)
            .SelectMany(row => row)
            .Select(button => Seal.Open(button.Data ?? "", Message.Place.Channel, Message.Place.ChatId, Now))
            .OfType<SealedButton>();

    /// <summary>算了: the question goes.</summary>
    internal void NeverMind()
    {
        RemovePressed();
        if (IsPress)
            Toast(Speech.Plain("engine.cancelled"));
        else
            Reply("engine.cancelled");
    }

    /// <summary>Takes back what this person was asked here and whose buttons begin so: it no longer holds.</summary>
    public async Task TakeBackAskedAsync(string line)
    {
        var (channel, chat) = (Message.Place.Channel, Message.Place.ChatId);
        var since = Now - AskedWithin;
        var posts = await Db
            .Outbox.Where(row => row.Channel == channel && row.ChatId == chat && row.CreatedAt >= since && row.CardId == null)
            .Where(row => row.Kind == OutboxKind.Send && row.Buttons != null && row.MessageId != null)
            .ToListAsync();
        foreach (
            var post in posts.Where(post =>
                ButtonsOf(post).Any(it => it.Owner == From.Id && it.Text.StartsWith(line, StringComparison.Ordinal))
            )
        )
            TakeBack(post.Id);
    }

    private static readonly TimeSpan AskedWithin = TimeSpan.FromHours(1);

    /// <summary>Gives an earlier post of this chat other words, without buttons.</summary>
    internal void EditPost(OutboxRow post, string html) => Add(OutboxKind.Edit, Why.Reply, html).MessageId = post.MessageId;

    /// <summary>Takes back the pressed message where others would go on reading it.</summary>
    public void RemoveInGroup()
    {
        if (Group is not null)
            RemovePressed();
    }
}
