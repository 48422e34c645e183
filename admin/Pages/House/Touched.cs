using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;

namespace MutualAid.Admin.Pages;

/// <summary>What an entry of the trail is about, by its name where the caller may read it.</summary>
/// <param name="Href">Null: it has no page that the caller may open.</param>
public sealed record Touched(string Text, string? Href)
{
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
        CancellationToken stop
    )
    {
        var keys = entries.Select(it => KeyOf(it.Act, it.Subject)).OfType<(string Kind, long Key)>().Distinct().ToList();
        var names = keys.GroupBy(it => it.Kind, it => it.Key, StringComparer.Ordinal)
            .Select(it => NamesOf(sight, it.Key, [.. it]))
            .OfType<IQueryable<Named>>()
            .ToList();
        // One question, however many kinds there are.
        var found = names.Count == 0 ? [] : await names.Aggregate((all, next) => all.Concat(next)).ToListAsync(stop);
        var byKey = found.ToDictionary(it => (it.Kind, it.Key), it => it.Name);
        return keys.ToDictionary(it => it, it => Of(sight.Caller, it.Kind, it.Key, byKey.GetValueOrDefault(it)));
    }

    /// <summary>Null: an act about nothing that has a number.</summary>
    public static (string Kind, long Key)? KeyOf(string act, string? subject)
    {
        var kind = act.StartsWith("volunteers/teams", StringComparison.Ordinal) ? "teams" : act.Split('/', ' ')[0];
        return kind is "people" or "accounts" or "groups" or "communities" or "teams" || Numbered.Contains(kind, StringComparer.Ordinal)
            ? long.TryParse(subject, NumberStyles.None, CultureInfo.InvariantCulture, out var key)
                ? (kind, key)
                : null
            : null;
    }

    private static Touched Of(Caller caller, string kind, long key, string? name)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"#{key}");
        var href = string.Create(CultureInfo.InvariantCulture, $"/{kind}/{key}");
        var hasPage = kind is not ("communities" or "teams") && (kind != "accounts" || !caller.For([ConsoleRole.Owner]).IsEmpty);
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
