using System.Text.Json.Nodes;
using Markdig;
using MutualAid.Core.Messaging;

namespace MutualAid.Tests.Channels.BotFramework;

/// <summary>What a person sees of an activity.</summary>
internal static class FakeReader
{
    private static readonly MarkdownPipeline Marks = new MarkdownPipelineBuilder().UseEmphasisExtras().Build();

    public static string Text(JsonNode activity)
    {
        if (Card(activity) is not { } card)
            return (string?)activity["textFormat"] == "plain" ? (string)activity["text"]! : Markdown((string?)activity["text"] ?? "");
        if (card["body"] is not JsonArray body)
            return Markdown((string?)card["text"] ?? "");
        var lines = body.Where(it => (string?)it!["type"] is "RichTextBlock" or "TextBlock")
            .Select(it => ((string?)it!["spacing"] == "Medium" ? "\n" : "") + Line(it));
        return string.Join('\n', lines).TrimStart('\n');
    }

    public static IEnumerable<Button> Buttons(JsonNode activity)
    {
        if (Card(activity) is not { } card)
            return [];
        return card["body"] is JsonArray body
            ? body.Where(it => (string?)it!["type"] == "ActionSet")
                .SelectMany(it => it!["actions"]!.AsArray())
                .Select(it => Press(it!, "data"))
            : card["buttons"]!.AsArray().Select(it => Press(it!, "value"));
    }

    private static Button Press(JsonNode action, string field) =>
        (string?)action["type"] switch
        {
            "Action.OpenUrl" => new Button((string)action["title"]!, null, (string?)action["url"]),
            "openUrl" => new Button((string)action["title"]!, null, (string?)action["value"]),
            _ => new Button((string)action["title"]!, (string?)action[field]!["press"]),
        };

    private static string Line(JsonNode block) =>
        block["inlines"] is JsonArray runs ? string.Concat(runs.Select(run => (string?)run!["text"])) : Markdown((string)block["text"]!);

    // A single line end is a blank in Markdown.
    private static string Markdown(string text) =>
        string.Join('\n', text.Split("\n\n").Select(part => Markdig.Markdown.ToPlainText(part, Marks).Replace('\n', ' ').Trim()));

    private static JsonNode? Card(JsonNode activity) => activity["attachments"]?[0]?["content"];
}
