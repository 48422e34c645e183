using System.Text.Json;
using MutualAid.Bot.Channels.BotFramework;
using MutualAid.Bot.Channels.BotFramework.Api;
using MutualAid.Bot.Engine;

namespace MutualAid.Tests.Channels.BotFramework;

/// <summary>What each recorded activity means to the engine.</summary>
public class ActivitiesTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 3, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Every_recorded_activity_is_read_as_it_is_meant()
    {
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "botframework", "inbound.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToList();
        Assert.True(lines.Count >= 40);
        foreach (var line in lines)
        {
            var name = line.GetProperty("case").GetString();
            var expected = line.GetProperty("expect").EnumerateArray().Select(it => $"{name}: {it.GetString()}");
            var read = Read(line.GetProperty("activity").GetRawText()).Select(it => $"{name}: {Shown(it)}");
            Assert.Equal(expected, read);
        }
    }

    [Fact]
    public void An_edit_counts_anew_and_the_same_one_does_not()
    {
        const string Edit =
            """{"type":"messageUpdate","id":"17","timestamp":"2026-11-22T02:00:0{0}Z","channelId":"msteams","serviceUrl":"https://x/","from":{"id":"29:1"},"conversation":{"id":"a:1"},"text":"三百个"}""";
        var ids = new[] { 1, 1, 2 }.Select(at => Read(Edit.Replace("{0}", $"{at}", StringComparison.Ordinal)).Single().UpdateId).ToList();
        Assert.Equal(ids[0], ids[1]);
        Assert.NotEqual(ids[0], ids[2]);
        Assert.All(ids, id => Assert.StartsWith("msteams|a:1|17", id, StringComparison.Ordinal));
    }

    [Fact]
    public void The_reference_names_nobody_of_a_group()
    {
        var group =
            """{"type":"message","id":"17","channelId":"msteams","serviceUrl":"https://x/","recipient":{"id":"28:1","name":"小助手"},"from":{"id":"29:1","name":"段丽华"},"conversation":{"id":"19:1","isGroup":true},"text":"统计"}""";
        var reference = Read(group).Single().Reference!;
        Assert.DoesNotContain("29:1", reference, StringComparison.Ordinal);
        Assert.DoesNotContain("段丽华", reference, StringComparison.Ordinal);
        Assert.Equal("https://x/", Reference.Read(reference)!.Service);
    }

    private static IEnumerable<Incoming> Read(string activity) =>
        Activities.Read(JsonSerializer.Deserialize(activity, ActivityJson.Wire.Activity)!, "小助手", Now);

    private static string Shown(Incoming it) =>
        string.Join(
            ' ',
            new[]
            {
                $"{it.Kind}",
                it.Place.ChatId,
                it.Place.IsPrivate ? "private" : "group",
                it.Place.Topic is { } topic ? $"#{topic}" : "",
                it.Place.Title is { } title ? $"《{title}》" : "",
                it.From.IsAdmin == true ? "organiser" : "",
                it.Kind == IncomingKind.Membership ? $"of:{ChatIds.Bare(it.From.ExternalId)}" : "",
                it.Left ? "left" : "",
                it.ToBot ? "to-bot" : "",
                it.ReplyTo is { } answered ? $"re:{answered}" : "",
                it.File is null ? "" : "file",
                it.Kind == IncomingKind.Press ? $"on:{it.MessageId} [{it.Button}]" : "",
                it.CallbackId is null ? "" : "waits",
                it.Kind is IncomingKind.Text or IncomingKind.Voice or IncomingKind.Edited ? $"〈{it.Text}〉" : "",
            }.Where(part => part.Length > 0)
        );
}
