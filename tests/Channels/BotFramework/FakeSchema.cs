using System.Text.Json.Nodes;

namespace MutualAid.Tests.Channels.BotFramework;

/// <summary>The fields that the published schemas know of what a bot sends (botframework-channel.json, Adaptive Cards 1.4), and what Teams adds.</summary>
internal static class FakeSchema
{
    // What the connector fills in itself (A2031, A2041, A2302) is missing here: a bot does not send it.
    private static readonly HashSet<string> OfActivity =
    [
        "type",
        "from",
        "conversation",
        "recipient",
        "replyToId",
        "text",
        "textFormat",
        "summary",
        "attachments",
        "entities",
        "locale",
        "inputHint",
        "attachmentLayout",
        "suggestedActions",
        "channelData",
    ];

    private static readonly Dictionary<string, HashSet<string>> OfElement = new()
    {
        ["AdaptiveCard"] = ["type", "$schema", "version", "body", "msteams", "actions"],
        ["RichTextBlock"] = ["type", "inlines", "spacing"],
        ["TextBlock"] = ["type", "text", "wrap", "spacing"],
        ["Image"] = ["type", "url", "size"],
        ["TextRun"] = ["type", "text", "weight", "italic", "underline", "strikethrough", "fontType", "selectAction"],
        ["ActionSet"] = ["type", "actions"],
        ["Action.Execute"] = ["type", "title", "verb", "data", "fallback"],
        ["Action.Submit"] = ["type", "title", "data"],
        ["Action.OpenUrl"] = ["type", "title", "url"],
        ["openUrl"] = ["type", "title", "value"],
        ["messageBack"] = ["type", "title", "value", "displayText"],
        ["mention"] = ["type", "text", "mentioned"],
    };

    /// <summary>Null: the activity is as published.</summary>
    public static string? Fault(JsonNode activity)
    {
        var type = (string?)activity["type"];
        if (type is not ("message" or "typing"))
            return $"type {type}";
        if (activity.AsObject().FirstOrDefault(field => !OfActivity.Contains(field.Key)).Key is { } unknown)
            return $"a bot does not send {unknown}";
        if ((string?)activity["from"]?["id"] != FakeConnector.BotId)
            return "from is not the bot";
        if (type == "message" && string.IsNullOrEmpty((string?)activity["text"]) && activity["attachments"] is not JsonArray { Count: > 0 })
            return "neither text nor attachment";
        if (activity["text"] is not null && (string?)activity["textFormat"] is not ("plain" or "markdown"))
            return "textFormat";
        return Cards(activity) ?? Calls(activity);
    }

    private static string? Cards(JsonNode activity)
    {
        foreach (var attachment in activity["attachments"]?.AsArray() ?? [])
        {
            var content = attachment!["content"];
            var fault = (string?)attachment["contentType"] switch
            {
                "image/png" or "image/jpeg" => Photo(attachment.AsObject()),
                _ when content is null => "no content",
                "application/vnd.microsoft.card.adaptive" => (string?)content["type"] == "AdaptiveCard" ? Element(content) : "no card",
                "application/vnd.microsoft.card.hero" => content["buttons"]!
                    .AsArray()
                    .Select(it => Element(it!))
                    .FirstOrDefault(it => it is not null),
                var other => $"contentType {other}",
            };
            if (fault is not null)
                return fault;
        }

        return null;
    }

    // Teams fetches pictures over https alone.
    private static string? Photo(JsonObject attachment) =>
        attachment.Any(field => field.Key is not ("contentType" or "contentUrl" or "name")) ? "a picture has no other fields"
        : ((string?)attachment["contentUrl"])?.StartsWith("https://", StringComparison.Ordinal) == true ? null
        : "contentUrl";

    private static string? Element(JsonNode element)
    {
        if (element is JsonArray list)
            return list.Select(it => Element(it!)).FirstOrDefault(it => it is not null);
        if (element is not JsonObject fields || fields["type"] is null)
            return null;
        var type = (string?)fields["type"] ?? "";
        if (!OfElement.TryGetValue(type, out var known))
            return $"an unknown element {type}";
        if (fields.FirstOrDefault(field => !known.Contains(field.Key)).Key is { } unknown)
            return $"{type} has no {unknown}";
        if (type == "ActionSet" && fields["actions"]!.AsArray().Count > 6)
            return "more than six actions in a row";
        var inner = new[] { "body", "inlines", "actions", "fallback", "selectAction" };
        return inner.Where(fields.ContainsKey).Select(name => Element(fields[name]!)).FirstOrDefault(it => it is not null);
    }

    // Teams calls nobody whose mark does not stand in the text, letter by letter.
    private static string? Calls(JsonNode activity)
    {
        var text = (string?)activity["text"] ?? "";
        return (activity["entities"]?.AsArray() ?? [])
            .Where(it => (string?)it!["type"] == "mention")
            .Where(it => !text.Contains((string?)it!["text"] ?? "?", StringComparison.Ordinal) || it["mentioned"]?["id"] is null)
            .Select(it => $"a mention that is not in the text: {it!["text"]}")
            .FirstOrDefault();
    }
}
