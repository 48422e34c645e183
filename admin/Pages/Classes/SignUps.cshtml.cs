using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Admin.Exports;
using MutualAid.Core.Classes;

namespace MutualAid.Admin.Pages;

/// <summary>Who signed up to a class, to take away.</summary>
public sealed class SignUpsModel(Office office) : ConsolePage(office)
{
    private static readonly string[] Heads = ["number", "name", "by", "state", "signed", "attended"];

    public async Task<IActionResult> OnGetAsync(int number)
    {
        var it = await LookAsync(sight => sight.Classes.WithAll().FirstOrDefaultAsync(it => it.Number == number, Stop));
        if (it is null)
            return NotFound();
        await NoteAsync(it.GroupId);
        var rows = it.Going()
            .Concat(it.Waiting())
            .Select(
                (signUp, index) =>
                    (IReadOnlyList<string?>)
                        [
                            (index + 1).ToString(CultureInfo.InvariantCulture),
                            signUp.Name(),
                            signUp.Guest is null ? "" : signUp.Person.Name,
                            Words.Plain(signUp.PlacedAt is null ? "classes.waiting" : "classes.going"),
                            Words.Time(signUp.SignedAt, it.Group.TimeZone),
                            signUp.AttendedAt is { } at ? Words.Time(at, it.Group.TimeZone) : "",
                        ]
            );
        return Csv.File($"class-{number}", [.. Heads.Select(head => Words.Plain("classes.csv." + head))], rows);
    }
}
