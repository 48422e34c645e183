using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;

namespace MutualAid.Bot.Engine;

/// <summary>What every turn asks: seen before, which group, who, in which role, what is open, which card.</summary>
internal static class Known
{
    private const int LeastQuoted = 2;
    private const int MostQuotable = 200;

    private static readonly Compiled<Func<Db, string, string, Task<Group?>>> GroupQuery = new(() =>
        EF.CompileAsyncQuery(
            (Db db, string channel, string chat) => db.Groups.FirstOrDefault(it => it.Channel == channel && it.ExternalId == chat)
        )
    );

    private static readonly Compiled<Func<Db, string, string, Task<Account?>>> AccountQuery = new(() =>
        EF.CompileAsyncQuery(
            (Db db, string channel, string id) =>
                db
                    .Accounts.Include(it => it.Person)
                        .ThenInclude(person => person.Community)
                    .FirstOrDefault(it => it.Channel == channel && it.ExternalId == id)
        )
    );

    private static readonly Compiled<Func<Db, long, long, Task<Member?>>> MemberQuery = new(() =>
        EF.CompileAsyncQuery(
            (Db db, long group, long person) => db.Members.FirstOrDefault(it => it.GroupId == group && it.PersonId == person)
        )
    );

    private static readonly Compiled<Func<Db, string, IAsyncEnumerable<Card>>> CardsQuery = new(() =>
        EF.CompileAsyncQuery(
            (Db db, string key) =>
                db.Cards.Where(it =>
                    it.Key == key
                    // Nothing is sent where the bot was removed.
                    && !db.Groups.Any(group => group.Channel == it.Channel && group.ExternalId == it.ChatId && group.InactiveAt != null)
                )
        )
    );

    private static readonly Compiled<Func<Db, string, string, string, IAsyncEnumerable<Card>>> CardsInQuery = new(() =>
        EF.CompileAsyncQuery(
            (Db db, string key, string channel, string chat) =>
                db.Cards.Where(it => it.Key == key && it.Channel == channel && it.ChatId == chat)
        )
    );

    /// <summary>Marks the update as seen; false: it was already. Asked and stored in one statement: every update needs both.</summary>
    public static async Task<bool> IsNewAsync(Db db, Incoming message, DateTime now) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Seen" ("Channel", "UpdateId", "At") VALUES ({message.Place.Channel}, {message.UpdateId}, {now}) ON CONFLICT DO NOTHING
            """
        ) == 1;

    /// <summary>The bot's message with these words, the latest first: quoting changes marks and spaces, and may keep only the beginning.</summary>
    public static async Task<string?> QuotedAsync(Db db, Place place, string words)
    {
        var quoted = Bare(words);
        if (quoted.Length < LeastQuoted)
            return null;
        var said = await db
            .Outbox.Where(row => row.Channel == place.Channel && row.ChatId == place.ChatId && row.State == OutboxState.Sent)
            .Where(row => (row.Kind == OutboxKind.Send || row.Kind == OutboxKind.Edit) && row.MessageId != null)
            .OrderByDescending(row => row.Id)
            .Take(MostQuotable)
            .Select(row => new { row.MessageId, row.Text })
            .ToListAsync();
        return said.Find(row => Bare(Html.ToPlain(row.Text)) is var text && AreSame(text, quoted))?.MessageId;
    }

    private static bool AreSame(string text, string quoted) =>
        text.Length >= LeastQuoted
        && (text.StartsWith(quoted, StringComparison.Ordinal) || quoted.StartsWith(text, StringComparison.Ordinal));

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    public static Task<Group?> GroupAsync(Db db, string channel, string chat) => GroupQuery.For(db)(db, channel, chat);

    /// <summary>The language of the chat: the group's, or the person's whose own it is.</summary>
    public static async Task<Speech> SpeechAsync(Db db, string channel, string chatId, EngineParts parts)
    {
        var language = await GroupAsync(db, channel, chatId) is { } group
            ? group.Language
            : await db
                .Accounts.Where(account => account.Channel == channel && account.PrivateChat == chatId)
                .Select(account => account.Person.Language)
                .FirstOrDefaultAsync();
        return new Speech(parts.Phrases, language ?? parts.Defaults.Language);
    }

    public static Task<Account?> AccountAsync(Db db, string channel, string id) => AccountQuery.For(db)(db, channel, id);

    public static Task<Member?> MemberAsync(Db db, long group, long person) => MemberQuery.For(db)(db, group, person);

    public static async Task<List<Card>> CardsAsync(Db db, CardWish wish)
    {
        var found = wish.Place is { } place
            ? CardsInQuery.For(db)(db, wish.Key, place.Channel, place.ChatId)
            : CardsQuery.For(db)(db, wish.Key);
        var cards = new List<Card>();
        await foreach (var card in found)
            cards.Add(card);
        return cards;
    }
}
