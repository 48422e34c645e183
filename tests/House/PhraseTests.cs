using System.Text.RegularExpressions;
using MutualAid.Core.Accounts;
using MutualAid.Core.Broadcasts;
using MutualAid.Core.Classes;
using MutualAid.Core.Communities;
using MutualAid.Core.Content;
using MutualAid.Core.Language;
using MutualAid.Core.People;
using MutualAid.Core.Relays;
using MutualAid.Core.Supplies;
using MutualAid.Core.Volunteers;

namespace MutualAid.Tests.HouseRules;

public sealed partial class PhraseTests
{
    private static readonly Core.Messaging.Phrases Words = Core.Messaging.Phrases.Load(Path.Combine(Sources.Root, "content"));

    [Fact]
    public void Every_phrase_is_there_in_every_language_with_the_same_values()
    {
        Assert.Equal(["en", "zh-CN"], Words.Languages.Order(StringComparer.Ordinal));
        Assert.Equal(Words.In("zh-CN").Keys.Order(StringComparer.Ordinal), Words.In("en").Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Words.In("en").Values.Concat(Words.In("zh-CN").Values), string.IsNullOrWhiteSpace);
    }

    [Fact]
    public void Every_key_in_the_code_has_its_phrase()
    {
        var used = Sources
            .Files("bot", "admin")
            .SelectMany(file =>
                Key().Matches(File.ReadAllText(file)).Select(match => (Key: match.Groups[1].Value, File: Sources.Relative(file)))
            )
            .ToList();
        Assert.True(used.Count > 60);
        Assert.DoesNotContain(used, it => !Words.In("zh-CN").ContainsKey(it.Key));
    }

    [Fact]
    public void Every_phrase_of_a_page_is_there()
    {
        var folder = Path.Combine(Sources.Root, "admin");
        var used = Directory
            .EnumerateFiles(folder, "*.cs*", SearchOption.AllDirectories)
            .Where(file => !Sources.Relative(file).Split('/').Any(part => part is "bin" or "obj"))
            .SelectMany(file => PageKey().Matches(File.ReadAllText(file)).Select(match => "admin." + match.Groups["key"].Value))
            .ToList();
        Assert.True(used.Count > 100);
        Assert.Equal([], used.Where(key => !Words.In("zh-CN").ContainsKey(key)).Distinct());
    }

    [Fact]
    public void Every_refusal_has_its_phrase()
    {
        var keys = Enum.GetNames<SupplyRefusal>()
            .Where(name => name != nameof(SupplyRefusal.None))
            .Select(name => $"supplies.refusal.{name}")
            .Concat(
                Enum.GetNames<ClassRefusal>().Where(name => name != nameof(ClassRefusal.None)).Select(name => $"classes.refusal.{name}")
            )
            .Concat(
                Enum.GetNames<BroadcastRefusal>()
                    .Where(name => name != nameof(BroadcastRefusal.None))
                    .Select(name => $"broadcasts.refusal.{name}")
            )
            .Concat(
                Enum.GetNames<ShiftRefusal>().Where(name => name != nameof(ShiftRefusal.None)).Select(name => $"volunteers.refusal.{name}")
            )
            .Concat(
                Enum.GetNames<CommunityRefusal>().Where(name => name != nameof(CommunityRefusal.None)).Select(name => $"people.join.{name}")
            )
            .Concat(Enum.GetNames<LinkRefusal>().Where(name => name != nameof(LinkRefusal.None)).Select(name => $"people.link.{name}"))
            .Concat(Enum.GetNames<RelayRefusal>().Where(name => name != nameof(RelayRefusal.None)).Select(name => $"relays.refusal.{name}"))
            .Concat(
                Enum.GetNames<AccountRefusal>().Where(name => name != nameof(AccountRefusal.None)).Select(name => $"admin.refusal.{name}")
            )
            .Concat(
                Enum.GetNames<ContentRefusal>().Where(name => name != nameof(ContentRefusal.None)).Select(name => $"content.refusal.{name}")
            );
        Assert.DoesNotContain(keys, key => !Words.In("zh-CN").ContainsKey(key));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Every_example_parses(string language)
    {
        var examples = Words
            .In(language)
            // What the console shows as code is a setting or a file, not a sentence.
            .Where(phrase => !phrase.Key.StartsWith("admin.", StringComparison.Ordinal))
            .SelectMany(phrase =>
                Example().Matches(phrase.Value).Select(match => (phrase.Key, Text: Filled(phrase.Key, match.Groups[1].Value, language)))
            )
            .ToList();
        Assert.True(examples.Count > 25);
        Assert.Equal([], examples.FindAll(example => !Parses(example.Key, example.Text)));
    }

    // Values as the code fills them in.
    private static string Filled(string key, string example, string language)
    {
        var zh = language == "zh-CN";
        return key switch
        {
            "supplies.need.QuantityTooLarge" or "supplies.need.QuantityInvalid" => zh ? "需求 口罩 200个" : "/need masks 200个",
            "supplies.need.impossibleTime" => zh ? "需求 口罩 200个" : "/need masks 200",
            "supplies.act.whichNeed" => zh ? "认领 3" : "/claim 3",
            "supplies.refusal.MoreThanLeft" => zh ? "认领 31 40" : "/claim 31 40",
            "supplies.refusal.WhichLine" or "supplies.refusal.NoSuchLine" => zh ? "认领 31 口罩 10" : "/claim 31 口罩 10",
            "classes.new.impossible" or "classes.refusal.BadStart" => zh
                ? "新课《睡个好觉》 明晚8点"
                : "/class 《Sleep well》 tomorrow 8pm",
            "classes.refusal.BadCount" or "classes.series.clock" => zh
                ? "新课《睡个好觉》 每周三 晚8点 共4讲"
                : "/class 《Sleep well》 每周三 20:00 共4讲",
            _ when key.StartsWith("volunteers.new.", StringComparison.Ordinal) && example.StartsWith('{') => zh
                ? "值班表 明早7–9点 南门岗 12人 会测温"
                : "/shift_new tomorrow 7am-9am, South gate, 12 people",
            "people.unknown.near" => "/need 口罩 100个",
            _ => example.Replace("{0}", "3", StringComparison.Ordinal).Replace("{2}", "8", StringComparison.Ordinal),
        };
    }

    // An answer to a question is read as such; everything else stands for itself in the group.
    private static bool Parses(string key, string text)
    {
        var context = new ReadingContext(new DateTime(2026, 11, 22, 10, 0, 0), Addressed: false);
        if (key is "supplies.need.what" or "supplies.offer.what" or "supplies.donation.what")
            return Reader.Read($"/need {text}", context).Items is [{ Quantity: not null }, ..];
        if (key.StartsWith("classes.new.", StringComparison.Ordinal) && key is not "classes.new.impossible")
            return key is "classes.new.when" or "classes.new.clock"
                ? Dates.Read(text, context.Now) is { Outcome: DateOutcome.Value, IsWhole: true, Value.Time: not null }
                : Reader.Read($"/class {text}", context).Title is not null;
        if (key.StartsWith("broadcasts.", StringComparison.Ordinal) && Aim().IsMatch(text))
            return true;
        if (
            key is "broadcasts.time.when" or "broadcasts.refusal.TimePast" or "broadcasts.refusal.TimeTooFar" or "broadcasts.refusal.NoTime"
        )
            return Dates.Read(text, context.Now)
                is { Outcome: DateOutcome.Value, Value.Time: not null }
                    or { Outcome: DateOutcome.Repeats, Rule.Times.Count: 1 };
        // It is said in private.
        if (text.StartsWith("群发", StringComparison.Ordinal))
            return Reader.Read(text, context with { Addressed = true }).Intent == "broadcast";
        if (key is "volunteers.new.what" or "volunteers.new.when" or "volunteers.new.where")
            return ShiftLine.Read(text, context.Now) is { Doubt: HoursDoubt.None } line
                && (key == "volunteers.new.where" ? line.Words.Count == 1 : line.HasHours);
        if (key == "people.join.which")
            return Reader.Read($"/join {text}", context).Community is not null;
        return Reader.Read(text, context) is { IsNothing: false, Intent: not "unknown", Doubts.Count: 0 };
    }

    [GeneratedRegex(
        """(?:Say|Plain|Reply|Refuse|Button|ButtonOf\(\w+(?:\.\w+)?,)\(?\s*"((?:engine|classes|groups|people|supplies|content|broadcasts|volunteers)\.[A-Za-z0-9.\-]*[A-Za-z0-9])"\s*[,)]"""
    )]
    private static partial Regex Key();

    [GeneratedRegex("^(?:标签|社区|tag|community) .+")]
    private static partial Regex Aim();

    // t["key"], Plain("key"), Tell("/where", "key"), Wrong("field", "key"), new Empty("key", and the lines of menu and first page.
    [GeneratedRegex(
        """(?:\bt\[|Plain\(|Tell\([^,]+, |Wrong\([^,]+, |Empty\()"(?<key>[a-z][A-Za-z.]*[A-Za-z])"[,\])]|"(?<key>(now|nav|menu|made)\.[A-Za-z.]*[A-Za-z])["]""",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex PageKey();

    [GeneratedRegex("<code>(.*?)</code>")]
    private static partial Regex Example();
}
