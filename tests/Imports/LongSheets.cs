using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MutualAid.Tests.Admin;

namespace MutualAid.Tests.Imports;

public sealed class LongSheets
{
    private const int Rows = 1500;

    [Theory]
    [InlineData("Volunteers")]
    [InlineData("Donations")]
    public async Task A_long_sheet_goes_in_and_comes_out_again_while_one_waits(string kind)
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var sheet = new StringBuilder(kind == "Volunteers" ? "姓名,手机,社区,技能\n" : "日期,捐赠人,物资,数量,单位\n");
        for (var at = 0; at < Rows; at++)
            _ =
                kind == "Volunteers"
                    ? sheet.Append(
                        CultureInfo.InvariantCulture,
                        $"林{Letter(at % 97)}{Letter(at / 97)},{13800000000 + at},{Letter(at % 9)}河社区,测温、开车\n"
                    )
                    : sheet.Append(CultureInfo.InvariantCulture, $"2020-02-01,捐赠人{Letter(at % 50)},口罩,{at + 1},个\n");
        var before = await ImportPageTests.NounsAsync(house);
        var watch = Stopwatch.StartNew();
        var id = await ImportPageTests.BringAsync(guest, kind, sheet.ToString());
        var (brought, page) = (watch.Elapsed, (await guest.GetAsync($"/imports/{id}")).Text);
        var shown = watch.Elapsed;
        Assert.True(page.Length < 150_000, $"{page.Length} letters");
        await ImportPageTests.ConfirmAsync(guest, id, page);
        var confirmed = watch.Elapsed;
        await using (var db = house.Read())
            Assert.Equal(Rows, await db.Imports.Where(it => it.Id == id).Select(it => it.Added).SingleAsync());
        await guest.GetAsync($"/imports/{id}?ask=undo");
        watch.Restart();
        await guest.PostAsync($"/imports/{id}?handler=undo");
        var undone = watch.Elapsed;
        Assert.Equal(before, await ImportPageTests.NounsAsync(house));
        if (Environment.GetEnvironmentVariable("SHEETS_TOLD") is { Length: > 0 } told)
            await File.AppendAllTextAsync(
                told + ".long",
                $"{kind}: brought {brought}, shown {shown - brought}, confirmed {confirmed - shown}, undone {undone}\n"
            );
        Assert.True(confirmed - shown < TimeSpan.FromSeconds(60) && undone < TimeSpan.FromSeconds(60), $"{confirmed - shown} and {undone}");
    }

    private static char Letter(int at) => (char)('一' + at);
}
