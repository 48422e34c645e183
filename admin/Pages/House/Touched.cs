using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;

namespace MutualAid.Admin.Pages;

/// <summary>What an entry of the trail is about, by its name where the caller may read it.</summary>
/// <param name="Href">Null: it has no page that the caller may open.</param>
public sealed partial record Touched(string Text, string? Href)
{
    private const int Longest = 24;

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
        foreach (var (it, name) in await GoodsAsync(sight, keys, t, stop))
            byKey[it] = name;
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
                : isNumbered ? $"{number} {Short(name)}"
                : name,
            hasPage && (isNumbered || name is not null) ? href : null
        );
    }

    // The words of a broadcast are a whole letter.
    private static string Short(string name) => name.ReplaceLineEndings(" ") is { Length: > Longest } words ? words[..Longest] + "…" : name;
}
