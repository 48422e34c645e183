using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;

namespace MutualAid.Bot.Engine;

/// <summary>What the bot says by itself: jobs write rows, the courier speaks.</summary>
public sealed class Notices(Db db, EngineParts parts)
{
    private readonly List<OutboxRow> rows = [];

    public Speech SpeechOf(Group group) => new(parts.Phrases, group.Language);

    /// <summary>A line in the group, in the thread of a message of the person it concerns.</summary>
    /// <param name="choices">Buttons that anybody may press; the desk decides who may act.</param>
    /// <returns>Its row, to hold it back; null: the bot is not in the group any more.</returns>
    public OutboxRow? Post(Group group, string html, Why why, string? replyTo, params Choice[] choices)
    {
        if (group.InactiveAt is not null)
            return null;
        var row = Row(group.Channel, group.ExternalId, html, why);
        if (group.MutedUntil > Now)
            row.DueAt = group.MutedUntil.Value;
        row.InGroup = true;
        row.ReplyTo = replyTo;
        if (choices.Length > 0)
            row.Buttons = Turn.Buttons([
                choices.Select(it => new Button(it.Label, parts.Seal.Seal(it.Text, row.Channel, row.ChatId))).ToList(),
            ]);
        return row;
    }

    /// <summary>False: the person's private chat is closed, and nothing is said.</summary>
    public async Task<bool> TellAsync(
        Person person,
        Group group,
        Func<Speech, string> html,
        Why why,
        Func<Speech, IReadOnlyList<Choice>>? choices = null
    )
    {
        var account = await db.Accounts.FirstOrDefaultAsync(it => it.PersonId == person.Id && it.Channel == group.Channel);
        if (account is not { ReachableSince: not null, PrivateChat: { } chat })
            return false;
        var speech = new Speech(parts.Phrases, person.Language ?? group.Language);
        var row = Row(group.Channel, chat, html(speech), why);
        if (choices is not null)
            row.Buttons = Turn.Buttons([
                choices(speech).Select(it => new Button(it.Label, parts.Seal.Seal(it.Text, row.Channel, chat, person.Id))).ToList(),
            ]);
        return true;
    }

    /// <summary>Calls a person by name in the group.</summary>
    public async Task<Markup> MentionAsync(Person person, Group group)
    {
        var account = await db.Accounts.FirstOrDefaultAsync(it => it.PersonId == person.Id && it.Channel == group.Channel);
        var channel = parts.Services.GetServices<IChannel>().FirstOrDefault(it => it.Name == group.Channel);
        return new Markup(account is null || channel is null ? Html.Escape(person.Name) : channel.Mention(account.ExternalId, person.Name));
    }

    public async Task RedrawAsync(string card, Why why) =>
        rows.AddRange(await Cards.WishAsync(db, new CardWish(card, null, null, false), why, Now));

    /// <summary>Stores them; what the courier carries after the commit.</summary>
    public async Task<IReadOnlyList<OutboxRow>> SaveAsync()
    {
        await db.SaveChangesAsync();
        return rows;
    }

    private DateTime Now => parts.Clock.GetUtcNow().UtcDateTime;

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
