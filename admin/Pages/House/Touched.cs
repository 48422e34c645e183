using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;

namespace MutualAid.Admin.Pages;

/// <summary>What an entry of the trail is about, by its name where the caller may read it.</summary>
/// <param name="Href">Null: it has no page that the caller may open.</param>
public sealed record Touched(string Text, string? Href)
{
    private static readonly string[] Plain = ["people", "accounts", "groups", "communities", "teams", "imports", "schedule", "messages"];
    private static readonly string[] Numbered = ["needs", "donations", "offers", "broadcasts", "classes", "shifts", "posts"];

    private sealed record Named
    {
        public string Kind { get; init; } = "";
        public long Key { get; init; }
        public string? Name { get; init; }
    }

    /// <summary>Of these acts and subjects, by <see cref="KeyOf"/>; names are read at the time of looking: who was erased has none here either.</summary>
    public static async Task<IReadOnlyDictionary<(string Kind, long Key), Touched>> FindAsync(
        Sight sight,
        IEnumerable<(string Act, string? Subject)> entries,
        ConsoleWords t,
        CancellationToken stop
    )
    {
        var keys = entries
            .SelectMany(it => new[] { KeyOf(it.Act, it.Subject), WhomOf(it.Subject) })
            .OfType<(string Kind, long Key)>()
            .Distinct()
            .ToList();
        var names = keys.GroupBy(it => it.Kind, it => it.Key, StringComparer.Ordinal)
            .Select(it => NamesOf(sight, it.Key, [.. it]))
            .OfType<IQueryable<Named>>()
            .ToList();
        // One question, however many kinds there are.
        var found = names.Count == 0 ? [] : await names.Aggregate((all, next) => all.Concat(next)).ToListAsync(stop);
        var byKey = found.ToDictionary(it => (it.Kind, it.Key), it => NameOf(it, t));
        foreach (var (id, name) in await SheetsAsync(sight, [.. keys.Where(it => it.Kind == "imports").Select(it => it.Key)], t, stop))
            byKey[("imports", id)] = name;
        return keys.ToDictionary(it => it, it => Of(sight.Caller, it.Kind, it.Key, byKey.GetValueOrDefault(it)));
    }

    // With its kind, which the others have not: a question of its own.
    private static async Task<IReadOnlyList<(long Id, string Name)>> SheetsAsync(
        Sight sight,
        List<long> ids,
        ConsoleWords t,
        CancellationToken stop
    )
    {
        if (ids.Count == 0)
            return [];
        var found = await sight
            .Imports.Where(it => ids.Contains(it.Id))
            .Select(it => new
            {
                it.Id,
                it.Kind,
                it.FileName,
            })
            .ToListAsync(stop);
        return found.ConvertAll(it => (it.Id, $"{t.Plain("imports.kind." + it.Kind)} {it.FileName}".Trim()));
    }

    /// <summary>Null: an act about nothing that has a number.</summary>
    public static (string Kind, long Key)? KeyOf(string act, string? subject)
    {
        var kind = act.StartsWith("volunteers/teams", StringComparison.Ordinal) ? "teams" : act.Split('/', ' ')[0];
        return Plain.Contains(kind, StringComparer.Ordinal) || Numbered.Contains(kind, StringComparer.Ordinal)
            ? long.TryParse(subject?.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var key)
                ? (kind, key)
                : null
            : null;
    }

    /// <summary>The person that it is about, beside what it is about; null: nobody.</summary>
    public static (string Kind, long Key)? WhomOf(string? subject) =>
        subject?.IndexOf(Deed.Whom, StringComparison.Ordinal) is >= 0 and var at
        && long.TryParse(subject.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var person)
            ? ("people", person)
            : null;

    private static string? NameOf(Named it, ConsoleWords t) =>
        it.Kind == "schedule" ? t.KindOf(it.Name!)
        : it.Kind == "messages" ? it.Name ?? t.Plain("private")
        : it.Name;

    private static Touched Of(Caller caller, string kind, long key, string? name)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"#{key}");
        var href = string.Create(CultureInfo.InvariantCulture, $"/{kind}/{key}");
        var hasPage =
            kind is not ("communities" or "teams" or "schedule" or "messages")
            && (kind != "accounts" || !caller.For([ConsoleRole.Owner]).IsEmpty);
        var isNumbered = Numbered.Contains(kind, StringComparer.Ordinal);
        return new(
            name is null ? number
                : isNumbered ? $"{number} {name}"
                : name,
            hasPage && (isNumbered || name is not null) ? href : null
        );
    }

    private static IQueryable<Named>? NamesOf(Sight sight, string kind, List<long> keys) =>
        kind switch
        {
            "people" => sight
                .People.Where(it => keys.Contains(it.Id))
                .Select(it => new Named
                {
                    Kind = "people",
                    Key = it.Id,
                    Name = it.Name,
                }),
            "accounts" => sight
                .Accounts.Where(it => keys.Contains(it.Id))
                .Select(it => new Named
                {
                    Kind = "accounts",
                    Key = it.Id,
                    Name = it.UserName,
                }),
            "groups" => sight
                .Groups.Where(it => keys.Contains(it.Id))
                .Select(it => new Named
                {
                    Kind = "groups",
                    Key = it.Id,
                    Name = it.Title,
                }),
            "communities" => sight
                .Communities.Where(it => keys.Contains(it.Id))
                .Select(it => new Named
                {
                    Kind = "communities",
                    Key = it.Id,
                    Name = it.Name,
                }),
            "teams" => sight
                .Teams.Where(it => keys.Contains(it.Id))
                .Select(it => new Named
                {
                    Kind = "teams",
                    Key = it.Id,
                    Name = it.Name,
                }),
            "schedule" => sight
                .Due.Where(it => keys.Contains(it.Id))
                .Select(it => new Named
                {
                    Kind = "schedule",
                    Key = it.Id,
                    Name = it.Kind,
                }),
            "messages" => sight
                .Outbox.Where(it => keys.Contains(it.Id))
                .Select(it => new Named
                {
                    Kind = "messages",
                    Key = it.Id,
                    Name = sight
                        .Groups.Where(group => group.Channel == it.Channel && group.ExternalId == it.ChatId)
                        .Select(group => group.Title)
                        .FirstOrDefault(),
                }),
            "classes" => sight
                .Classes.Where(it => keys.Contains(it.Number))
                .Select(it => new Named
                {
                    Kind = "classes",
                    Key = it.Number,
                    Name = it.Title,
                }),
            "shifts" => sight
                .Shifts.Where(it => keys.Contains(it.Number))
                .Select(it => new Named
                {
                    Kind = "shifts",
                    Key = it.Number,
                    Name = it.Place,
                }),
            "posts" => sight
                .Posts.Where(it => keys.Contains(it.Number))
                .Select(it => new Named
                {
                    Kind = "posts",
                    Key = it.Number,
                    Name = it.Title,
                }),
            _ => null,
        };
}
