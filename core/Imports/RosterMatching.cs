using MutualAid.Core.Data;

namespace MutualAid.Core.Imports;

/// <summary>Volunteers: by their number, and without one by name and community.</summary>
internal sealed class RosterMatching(IReadOnlyList<Known> known) : Matching
{
    private readonly HashSet<long> taken = [];
    private readonly Dictionary<string, SheetRow> numbers = new(StringComparer.Ordinal);
    private readonly ILookup<string, Known> byNumber = known
        .Where(it => it["phone"].Length > 0)
        .ToLookup(it => PhoneCell.Key(it["phone"]), StringComparer.Ordinal);
    private readonly ILookup<string, Known> byName = known.ToLookup(it => Folded.Key(it["name"]), StringComparer.Ordinal);

    protected override void Find(IReadOnlyList<SheetRow> rows)
    {
        // Numbers first, so that of two people with one name each keeps the right one.
        foreach (var row in rows.Where(it => it["phone"] is not null))
            ByNumber(row, row["phone"]!);
        var said = rows.Where(it => it["phone"] is not null && IsTold(it))
            .GroupBy(Name, StringComparer.Ordinal)
            .ToDictionary(it => it.Key, it => it.ToList(), StringComparer.Ordinal);
        foreach (var row in rows.Where(it => !IsTold(it)))
            ByName(row, said);
    }

    private static string Name(SheetRow row) => Folded.Key(row["name"]);

    private void ByNumber(SheetRow row, string number)
    {
        if (numbers.TryGetValue(number, out var before))
        {
            Wrong(
                row,
                Name(before) == Name(row) ? FaultKind.Repeated : FaultKind.OtherName,
                "phone",
                Name(before) == Name(row) ? Number(before) : before["name"]!
            );
            return;
        }

        numbers[number] = row;
        var holders = byNumber[number].ToList();
        if (holders.Find(it => Folded.Key(it["name"]) == Name(row)) is { } same)
            Take(row, same);
        else if (holders.Count > 0)
            Wrong(row, FaultKind.OtherName, "phone", holders[0]["name"]);
    }

    private void ByName(SheetRow row, Dictionary<string, List<SheetRow>> said)
    {
        if (!said.TryGetValue(Name(row), out var before))
            said[Name(row)] = before = [];
        if (before.Find(it => it != row && (row["phone"] is null || it["phone"] is null) && IsNear(row, it["community"])) is { } twin)
        {
            Wrong(row, FaultKind.Repeated, "name", Number(twin));
            return;
        }

        before.Add(row);
        var meant = byName[Name(row)].Where(it => !taken.Contains(it.Id) && IsMeant(row, it)).ToList();
        if (meant.Count == 1)
            Take(row, meant[0]);
        else if (meant.Count > 1)
            Wrong(row, FaultKind.SeveralPeople, "name", row["name"]!);
    }

    // With another number it is the same person only if the community says so.
    private static bool IsMeant(SheetRow row, Known it) =>
        row["phone"] is null || it["phone"].Length == 0
            ? IsNear(row, it["community"])
            : row["community"] is { } community && Folded.Key(community) == Folded.Key(it["community"]);

    private static bool IsNear(SheetRow row, string? community) =>
        row["community"] is not { } own || string.IsNullOrEmpty(community) || Folded.Key(own) == Folded.Key(community);

    private void Take(SheetRow row, Known it)
    {
        taken.Add(it.Id);
        if (it.HasLeft)
            Wrong(row, FaultKind.LeftRoster, "name", it["name"]);
        else
            Is(row, it);
    }
}
