using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using MutualAid.Bot.Channels.WebChat;

namespace MutualAid.Tests.Channels.Room;

public sealed partial class RoomPartsTests
{
    public static TheoryData<string> Scripts => [.. Parts().Where(n => n.EndsWith(".js", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Old_phones_can_read_the_scripts(string script)
    {
        var code = Comment().Replace(Read(script), "");
        Assert.DoesNotMatch(@"=>|`|\b(let|const|class|async|await)\s|\?\.|\?\?|\.\.\.[a-z]", code);
        Assert.DoesNotMatch(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|setAttribute\('style'", code);
    }

    [Fact]
    public void Old_phones_can_read_the_style()
    {
        var style = Read("room/room.css");
        Assert.DoesNotMatch(@":has\(|display:\s*grid|\bclamp\(|color-mix|@layer|@import|url\(", style);
        Assert.DoesNotContain("&:", style, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_word_of_the_page_exists_in_both_languages()
    {
        var chinese = Words("zh-CN");
        var english = Words("en");
        Assert.Equal(chinese.Keys.Order(), english.Keys.Order());
        var used = Parts()
            .SelectMany(p => Key().Matches(Read(p)).Select(m => m.Groups["key"].Value))
            .Where(k => !k.EndsWith('.'))
            .Distinct();
        Assert.Empty(used.Except(chinese.Keys));
    }

    [Fact]
    public void The_hall_forgets_talk_after_two_days_and_keeps_the_bots_posts_and_the_pin()
    {
        var clock = new Later();
        var hall = new Hall(clock);
        var seat = new Seat("p1", "温静宜", null, Guest: true, [new SeatIn("g1", Organiser: false)]);
        hall.Add("g1", new Line("b1", clock.Now));
        hall.Pin("g1", "b1");
        hall.Add("g1", new Line("p1.old", clock.Now) { Text = "旧话" });
        clock.Now += Hall.KeptFor + TimeSpan.FromMinutes(1);
        Assert.Equal(["b1"], Ids(hall.Since(null, seat)));

        for (var i = 2; i < Hall.Kept + 50; i++)
            hall.Add("g1", new Line("b" + i, clock.Now));
        var batch = hall.Since(null, seat);
        Assert.Equal("b1", Ids(batch)[0]);
        Assert.InRange(Ids(batch).Count, Hall.Kept, Hall.Kept + 1);
    }

    [Theory]
    [InlineData("<b>好</b> <i>x</i>", "<b>好</b> <i>x</i>")]
    [InlineData("<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>")]
    [InlineData("<img src=x onerror=alert(1)", "&lt;img src=x onerror=alert(1)")]
    [InlineData("<a href=\"javascript:alert(1)\">点</a>", "&lt;a href=\"javascript:alert(1)\">点</a>")]
    [InlineData("<a href=\"https://example.org\">点</a>", "<a href=\"https://example.org\" rel=\"noopener nofollow\">点</a>")]
    [InlineData("<b onclick=x>好</b>", "&lt;b onclick=x>好</b>")]
    public void A_shared_card_holds_only_the_small_html(string html, string shown) => Assert.Equal(shown, SmallHtml.Clean(html));

    private static List<string> Ids(Batch batch) => [.. batch.Chats.SelectMany(c => c.Lines).Select(l => l.Id)];

    private static Assembly Bot => typeof(Hall).Assembly;

    private static IEnumerable<string> Parts() =>
        Bot.GetManifestResourceNames().Where(n => n.StartsWith("room/", StringComparison.Ordinal));

    private static string Read(string part)
    {
        using var reader = new StreamReader(Bot.GetManifestResourceStream(part)!);
        return reader.ReadToEnd();
    }

    private static Dictionary<string, string> Words(string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "content", language, "room.json"))
        )!;

    [GeneratedRegex(@"^\s*//.*$|\s//\s.*$|/\*\*.*\*/", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex("""['"](?<key>room\.[a-z0-9.]+)['"]""", RegexOptions.ExplicitCapture)]
    private static partial Regex Key();

    private sealed class Later : TimeProvider
    {
        public DateTime Now { get; set; } = new(2020, 2, 5, 2, 0, 0, DateTimeKind.Utc);

        public override DateTimeOffset GetUtcNow() => new(Now);
    }
}
