using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Classes;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Classes;

/// <summary>The calendar feed, read by other people's programs.</summary>
public sealed class Calendars
{
    // /usr/bin/python3 is the one that Debian's packages belong to.
    private const string Python = "/usr/bin/python3";

    private const string Read = """
        import sys, json, icalendar, vobject
        text = open(sys.argv[1], "rb").read()
        events = [e for e in icalendar.Calendar.from_ical(text).walk("VEVENT")]
        other = list(vobject.readOne(text.decode("utf-8")).vevent_list)
        assert len(events) == len(other)
        def utc(value): return value.strftime("%Y-%m-%dT%H:%MZ") if value.utcoffset().total_seconds() == 0 else "not UTC"
        print(json.dumps([{
            "uid": str(e["UID"]), "sequence": int(e["SEQUENCE"]), "status": str(e["STATUS"]), "summary": str(e["SUMMARY"]),
            "location": str(e.get("LOCATION", "")), "start": utc(e["DTSTART"].dt), "end": utc(e["DTEND"].dt),
            "same": o.summary.value == str(e["SUMMARY"]) and utc(o.dtstart.value) == utc(e["DTSTART"].dt) and o.uid.value == str(e["UID"])
        } for e, o in zip(events, other)]))
        """;

    public static TheoryData<string> Titles =>
        [
            "睡个好觉",
            "逗号,分号;反斜\\杠：\"引号\"",
            "一行\n两行",
            new string('课', 80) + "，结尾",
            "表情👨‍👩‍👧‍👦" + new string('字', 30) + "🌙 e\u0301",
        ];

    [SkippableTheory]
    [MemberData(nameof(Titles))]
    public async Task Two_other_programs_read_what_was_written(string title)
    {
        var it = new Class
        {
            Number = 9,
            Title = title,
            Speaker = "沈安澜",
            Venue = "腾讯会议 123-456-789，门牌；甲\\乙",
            StartsAt = new DateTime(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc),
            EndsAt = new DateTime(2026, 11, 23, 13, 0, 0, DateTimeKind.Utc),
            MadeAt = new DateTime(2026, 11, 22, 2, 0, 0, DateTimeKind.Utc),
        };
        var text = CalendarText.Write("我的课", [it, it], it.MadeAt, withVenue: true);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        var read = (await ReadAsync(text))[0];
        Assert.Equal((title, it.Venue), (read.Summary, read.Location));
        Assert.Equal(("2026-11-23T12:00Z", "2026-11-23T13:00Z", true), (read.Start, read.End, read.Same));
    }

    [SkippableFact]
    public async Task A_change_keeps_the_UID_and_counts_and_a_class_that_is_off_says_so()
    {
        await using var bot = (RoomStage)await ScenarioTests.OpenAsync("room");
        await bot.Says(Cast.Wen, Lessons.Announced);
        await bot.Says(Cast.Miao, "报名 1");
        var (group, mine) = await LinksAsync(bot, Cast.Miao);
        var first = Assert.Single(await ReadAsync(await FetchAsync(mine)));
        Assert.Equal(("腾讯会议 123-456-789", 0, "CONFIRMED"), (first.Location, first.Sequence, first.Status));
        Assert.Equal("", Assert.Single(await ReadAsync(await FetchAsync(group))).Location);

        var keep = await bot.Says(Cast.Wen, "@小助手 1号课改到后天晚8点");
        await bot.Presses(Cast.Wen, keep.Post, "保留");
        var moved = Assert.Single(await ReadAsync(await FetchAsync(mine)));
        Assert.Equal((first.Uid, 1, "2026-11-24T12:00Z"), (moved.Uid, moved.Sequence, moved.Start));

        await bot.Presses(Cast.Wen, (await bot.Says(Cast.Wen, "@小助手 取消1号课")).Post, "取消这堂课");
        var off = Assert.Single(await ReadAsync(await FetchAsync(group)));
        Assert.Equal((first.Uid, 2, "CANCELLED"), (off.Uid, off.Sequence, off.Status));
    }

    [Fact]
    public async Task The_link_is_the_same_until_it_is_renewed_and_others_open_nothing()
    {
        await using var bot = (RoomStage)await ScenarioTests.OpenAsync("room");
        await bot.Says(Cast.Wen, Lessons.Announced);
        await bot.Says(Cast.Miao, "报名 1");
        var (group, mine) = await LinksAsync(bot, Cast.Wen);
        Assert.Equal((group, mine), await LinksAsync(bot, Cast.Wen));
        Assert.NotEqual(mine, (await LinksAsync(bot, Cast.Miao)).Mine);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(mine));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(mine[..^5] + (mine[^5] == 'x' ? 'y' : 'x') + ".ics"));
        var list = Assert.Single((await bot.Whispers(Cast.Wen, "课程表")).Posts);
        await bot.Presses(Cast.Wen, list, "换新链接");
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(mine));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync((await LinksAsync(bot, Cast.Wen)).Mine));
        Assert.Equal(1, await bot.Look(db => db.CalendarKeys.CountAsync(key => key.RevokedAt != null)));
    }

    private static async Task<(string Group, string Mine)> LinksAsync(RoomStage bot, string who)
    {
        var text = Assert.Single((await bot.Whispers(who, "课程表")).Posts).Text;
        var links = text.Split('\n', ' ', '：').Where(word => word.StartsWith("http", StringComparison.Ordinal)).ToList();
        return (links[1], links[0]);
    }

    private static async Task<string> FetchAsync(string link)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var answer = await client.GetAsync(link);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<HttpStatusCode> StatusAsync(string link)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        return (await client.GetAsync(link)).StatusCode;
    }

    private static async Task<IReadOnlyList<Event>> ReadAsync(string text)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, text);
        var (code, said, fault) = await RunAsync("-c", Read, file);
        File.Delete(file);
        // In CI both are installed: there a missing one fails.
        Skip.If(
            fault.Contains("ModuleNotFoundError", StringComparison.Ordinal) && Environment.GetEnvironmentVariable("CI") != "true",
            "skipped: python3-icalendar or python3-vobject is missing"
        );
        Assert.True(code == 0, fault);
        return JsonSerializer.Deserialize<List<Event>>(said, JsonSerializerOptions.Web)!;
    }

    private static async Task<(int Code, string Said, string Fault)> RunAsync(params string[] args)
    {
        Skip.If(!File.Exists(Python) && Environment.GetEnvironmentVariable("CI") != "true", "skipped: no python3");
        var start = new ProcessStartInfo(Python, args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var (said, fault) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await said, await fault);
    }

    private sealed record Event(
        string Uid,
        int Sequence,
        string Status,
        string Summary,
        string Location,
        string Start,
        string End,
        bool Same
    );
}
