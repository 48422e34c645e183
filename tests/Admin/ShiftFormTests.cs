using System.Net;
using Microsoft.EntityFrameworkCore;

namespace MutualAid.Tests.Admin;

/// <summary>A shift as it is made and put right.</summary>
public sealed class ShiftFormTests
{
    private static readonly (string, string)[] NorthGate =
    [
        ("group", "1"),
        ("place", "北门"),
        ("day", "2020-02-06"),
        ("from", "07:00"),
        ("to", "09:00"),
        ("people", "2"),
    ];

    [Fact]
    public async Task A_shift_like_one_that_stands_is_made_only_when_asked_for_again()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, form) = await guest.GetAsync("/shifts/new");
        Assert.Contains("明天 2月6日 周四", form, StringComparison.Ordinal);
        // Only where it can be is the card promised.
        Assert.Contains("> 杏花台互助群<", form, StringComparison.Ordinal);
        Assert.Contains("> 瑞禾村物资群（还没接上，群里看不到）<", form, StringComparison.Ordinal);
        await guest.PostAsync("/shifts/new", NorthGate);
        var (_, asked) = await guest.PostAsync("/shifts/new", NorthGate);
        Assert.Contains("「北门」2月6日 周四 07:00 已经有一班了：#4，排了 0 / 2 人。再排一班吗？", asked, StringComparison.Ordinal);
        await using var db = house.Read();
        Assert.Equal(4, await db.Shifts.CountAsync());
        await guest.PostAsync("/shifts/new", [.. NorthGate, ("again", "true")]);
        Assert.Equal(5, await db.Shifts.CountAsync());
        Assert.Contains(
            "取消 #5「北门」2月6日 周四 07:00 这一班？",
            (await guest.GetAsync("/shifts/5?ask=cancel")).Text,
            StringComparison.Ordinal
        );
        await guest.PostAsync("/shifts/5?handler=cancel");
        Assert.DoesNotContain("点群里卡片上的按钮", (await guest.GetAsync("/shifts/5")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shift_is_put_right_and_back_again()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, form) = await guest.GetAsync("/shifts/1/edit");
        Assert.Contains("value=\"南门岗\"", form, StringComparison.Ordinal);
        var seen = Field(form, "seen");
        (string, string)[] right =
        [
            ("seen", seen),
            ("place", "东门岗"),
            ("date", "2020-02-06"),
            ("from", "22:00"),
            ("to", "01:00"),
            ("people", "4"),
        ];
        await guest.PostAsync("/shifts/1/edit", right);
        var (_, text) = await guest.GetAsync("/shifts/1");
        Assert.Contains("改好了，群里的卡片马上更新。邵卫东收不到消息，要打电话。", text, StringComparison.Ordinal);
        Assert.Contains("2月6日 周四 22:00 – 01:00", WebUtility.HtmlDecode(text), StringComparison.Ordinal);
        Assert.Contains("1 / 4", text, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await guest.PostAsync("/shifts/1/edit", [.. right[..^1], ("people", "5")])).Answer.StatusCode
        );
        await guest.PostAsync("/shifts/1?handler=undo", ("step", Field(text, "step")));
        await using var db = house.Read();
        var it = await db.Shifts.SingleAsync(it => it.Number == 1);
        Assert.Equal(("南门岗", 3, ConsoleCast.Now.AddDays(1)), (it.Place, it.People, it.StartsAt));
    }

    private static string Field(string text, string name) =>
        PageForm.In("", text).SelectMany(it => it.Fields).First(it => it.Name == name).Value;
}
