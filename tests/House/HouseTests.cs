using System.Text.RegularExpressions;
using MutualAid.Bot.Engine;
using MutualAid.Bot.Host;

namespace MutualAid.Tests.HouseRules;

public sealed partial class HouseTests
{
    private static readonly string[] Slices = ["Supplies", "Groups", "People", "Content", "Classes", "Broadcasts", "Volunteers", "Relays"];

    [Fact]
    public void Each_intent_has_one_command()
    {
        var table = new CommandTable(typeof(HostParts).Assembly.GetTypes());
        Assert.True(table.Intents.Count() > 20);
        Assert.Throws<InvalidOperationException>(() => new CommandTable([typeof(Twin), typeof(OtherTwin)]));
    }

    [Fact]
    public void Nobody_knows_whom_they_may_not_know()
    {
        var wrong = Sources
            .Files("bot", "core", "admin")
            .SelectMany(file =>
                Using().Matches(File.ReadAllText(file)).Select(match => (File: Sources.Relative(file), Space: match.Groups["space"].Value))
            )
            .Where(it => !MayKnow(it.File, it.Space))
            .Select(it => $"{it.File} uses {it.Space}");
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_page_reaches_the_rows_only_in_its_callers_sight()
    {
        var pages = Sources
            .Files("admin")
            .Where(file => Sources.Relative(file).StartsWith("admin/Pages/", StringComparison.Ordinal))
            .ToList();
        Assert.True(pages.Count > 10);
        Assert.Equal([], pages.Where(file => RowsTaken().IsMatch(File.ReadAllText(file))).Select(Sources.Relative));
    }

    [Fact]
    public void No_file_is_too_long()
    {
        var program = Sources
            .Files("bot", "core", "admin")
            .Where(file => !file.Contains("Migrations", StringComparison.Ordinal))
            .Select(file => (file, Most: 300));
        var tests = Sources.Files("tests").Select(file => (file, Most: 400));
        Assert.Empty(program.Concat(tests).Where(it => File.ReadLines(it.file).Count() > it.Most).Select(it => Sources.Relative(it.file)));
    }

    private static bool MayKnow(string file, string space)
    {
        var slice = Slices.FirstOrDefault(name => file.StartsWith($"bot/{name}/", StringComparison.Ordinal));
        if (slice is not null)
            return !space.StartsWith("Bot.Channels", StringComparison.Ordinal)
                && !space.StartsWith("Bot.Host", StringComparison.Ordinal)
                && !space.StartsWith("Admin", StringComparison.Ordinal)
                && !Slices.Any(other => other != slice && space == $"Bot.{other}");
        if (file.StartsWith("bot/Channels/", StringComparison.Ordinal))
            return space != "Core.Data"
                && !Slices.Any(other => space == $"Bot.{other}")
                && !space.StartsWith("Admin", StringComparison.Ordinal);
        if (file.StartsWith("bot/Engine/", StringComparison.Ordinal))
            return !Slices.Any(other => space == $"Bot.{other}") && !space.StartsWith("Admin", StringComparison.Ordinal);
        if (file.StartsWith("core/Language/", StringComparison.Ordinal))
            return space.StartsWith("Core.Language", StringComparison.Ordinal);
        return !file.StartsWith("admin/", StringComparison.Ordinal) || !space.StartsWith("Bot", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^using (?:static )?MutualAid\.(?<space>[A-Za-z.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Using();

    [GeneratedRegex(@"\b(Db|Store|Writer|PostgresDb|SqliteDb) \w+|Core\.Data;")]
    private static partial Regex RowsTaken();

    [Command("twin")]
    private sealed class Twin;

    [Command("twin")]
    private sealed class OtherTwin;
}
