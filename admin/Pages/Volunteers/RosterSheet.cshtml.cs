using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Admin.Exports;

namespace MutualAid.Admin.Pages;

/// <summary>The roster, to take away; a number is read one at a time, on the page of its person, where each look is written down.</summary>
public sealed class RosterSheetModel(Office office) : ConsolePage(office)
{
    private const int MostRows = 20_000;
    private static readonly string[] Heads = ["name", "skills", "community", "area", "free"];

    public async Task<IActionResult> OnGetAsync(string? q, long? group)
    {
        var found = await LookAsync(sight => new RosterFilter(Typed.Words(q), group).Of(sight).Take(MostRows).ToListAsync(Stop));
        await NoteAsync(Caller.Reach.All || group is not { } one || !Caller.Reach.Groups.Contains(one) ? null : one);
        var rows = found.Select(it =>
            (IReadOnlyList<string?>)
                [
                    it.Person.Name,
                    string.Join(Words.Plain("and"), it.Skills.Select(skill => skill.Name)),
                    it.Person.Community?.Name,
                    it.Area,
                    it.FreeText,
                ]
        );
        return Csv.File("volunteers", [.. Heads.Select(head => Words.Plain("shifts.csv." + head))], rows);
    }
}
