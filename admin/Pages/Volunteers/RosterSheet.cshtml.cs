using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Admin.Exports;

namespace MutualAid.Admin.Pages;

/// <summary>The roster, to take away.</summary>
public sealed class RosterSheetModel(Office office) : ConsolePage(office)
{
    private const int MostRows = 20_000;
    private static readonly string[] Heads = ["name", "skills", "area", "free", "contact"];

    public async Task<IActionResult> OnGetAsync(string? q, long? group)
    {
        var found = await LookAsync(sight => new RosterFilter(Typed.Words(q), group).Of(sight).Take(MostRows).ToListAsync(Stop));
        var rows = found.Select(it =>
            (IReadOnlyList<string?>)
                [it.Person.Name, string.Join(Words.Plain("and"), it.Skills.Select(skill => skill.Name)), it.Area, it.FreeText, it.Contact]
        );
        return Csv.File("volunteers", [.. Heads.Select(head => Words.Plain("shifts.csv." + head))], rows);
    }
}
