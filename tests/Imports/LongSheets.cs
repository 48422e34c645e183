using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MutualAid.Tests.Admin;

namespace MutualAid.Tests.Imports;

public sealed class LongSheets
{
    // DEEP=1: as many as a sheet may have.
    private static readonly int Rows = Environment.GetEnvironmentVariable("DEEP") == "1" ? 5000 : 1500;

    [Theory]
    [InlineData("Volunteers")]
    [InlineData("Communities")]
    [InlineData("Donations")]
    [InlineData("Posts")]
    public async Task A_long_sheet_goes_in_and_comes_out_again_while_one_waits(string kind)
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var sheet = new StringBuilder(Head(kind)).Append('\n');
        for (var at = 0; at < Rows; at++)
            sheet.Append(Row(kind, at)).Append('\n');
        var before = await ImportSteps.NounsAsync(house);
        var watch = Stopwatch.StartNew();
        var id = await ImportSteps.BringAsync(guest, kind, sheet.ToString());
        var (brought, page) = (watch.Elapsed, (await guest.GetAsync($"/imports/{id}")).Text);
        var shown = watch.Elapsed;
        Assert.True(page.Length < 150_000, $"{page.Length} letters");
        await ImportSteps.ConfirmAsync(guest, id, page);
        var confirmed = watch.Elapsed;
        await using (var db = house.Read())
            Assert.Equal(Rows, await db.Imports.Where(it => it.Id == id).Select(it => it.Added).SingleAsync());
        await guest.GetAsync($"/imports/{id}?ask=undo");
        watch.Restart();
        await guest.PostAsync($"/imports/{id}?handler=undo");
        var undone = watch.Elapsed;
        Assert.Equal(before, await ImportSteps.NounsAsync(house));
        if (Environment.GetEnvironmentVariable("SHEETS_TOLD") is { Length: > 0 } told)
            await File.AppendAllTextAsync(
                told + ".long",
                $"{kind}: brought {brought}, shown {shown - brought}, confirmed {confirmed - shown}, undone {undone}\n"
            );
        Assert.True(confirmed - shown < TimeSpan.FromSeconds(60) && undone < TimeSpan.FromSeconds(60), $"{confirmed - shown} and {undone}");
    }

    private static string Head(string kind) =>
        kind switch
        {
            "Volunteers" => "姓名,手机,社区,技能",
            "Communities" => "社区名称,别名,街道,联系人",
            "Donations" => "日期,捐赠人,物资,数量,单位",
            _ => "栏目,标题,正文",
        };

    private static string Row(string kind, int at) =>
        kind switch
        {
            "Volunteers" => $"林{Letter(at % 97)}{Letter(at / 97)},{13800000000 + at},{Letter(at % 9)}河社区,测温、开车",
            "Communities" => $"{Letter(at % 97)}{Letter(at / 97)}社区,{Letter(at % 97)}{Letter(at / 97)}新村,云栖街道,林{Letter(at % 97)}",
            "Donations" => $"2020-02-01,捐赠人{Letter(at % 50)},口罩,{at + 1},个",
            _ => $"小贴士,第{at}条,先打湿，再搓二十秒。",
        };

    private static char Letter(int at) => (char)('一' + at);
}
