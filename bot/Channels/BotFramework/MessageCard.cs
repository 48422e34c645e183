using System.Text.Json;
using System.Text.Json.Nodes;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Channels.BotFramework;

/// <summary>
/// A message with buttons: an Adaptive Card (https://adaptivecards.io/explorer/) where the platform draws them, else a hero card. A line
/// is a block of runs, so that people's text is never read as marks. In Teams a press waits for its answer (Action.Execute); clients
/// that are too old for that, and other platforms, send it as a message.
/// </summary>
internal static class MessageCard
{
    private const string Adaptive = "application/vnd.microsoft.card.adaptive";
    private const string Hero = "application/vnd.microsoft.card.hero";

    /// <summary>Teams draws no more in one row.</summary>
    private const int MostInRow = 5;
    private const int MostSuggested = 6;

    public static JsonElement Of(string platform, string html, IReadOnlyList<IReadOnlyList<Button>> rows, Uri? picture = null)
    {
        var isDrawn = platform is ChatIds.Teams or "webchat" or "directline" or "emulator";
        var card = new JsonObject
        {
            ["contentType"] = isDrawn ? Adaptive : Hero,
            ["content"] = isDrawn ? AdaptiveCard(platform == ChatIds.Teams, html, rows, picture) : HeroCard(html, rows, picture),
        };
        return JsonSerializer.SerializeToElement(card);
    }

    /// <summary>Below the field where one writes, gone with the answer; null: not on this platform, or not with these buttons.</summary>
    /// <remarks>Teams sends only their words, which nobody has sealed.</remarks>
    public static JsonElement? Suggested(string platform, IReadOnlyList<IReadOnlyList<Button>> rows)
    {
        var buttons = rows.SelectMany(row => row).ToList();
        if (platform is not ("webchat" or "directline" or "emulator") || buttons.Count is 0 or > MostSuggested)
            return null;
        return buttons.Exists(button => button.Data is null)
            ? null
            : JsonSerializer.SerializeToElement(new JsonObject { ["actions"] = new JsonArray([.. buttons.Select(Suggestion)]) });
    }

    private static JsonObject Suggestion(Button button)
    {
        var action = HeroAction(button);
        action["displayText"] = button.Label;
        return action;
    }

    private static JsonObject AdaptiveCard(bool isTeams, string html, IReadOnlyList<IReadOnlyList<Button>> rows, Uri? picture)
    {
        var spans = HtmlSpan.Read(html);
        var body = new JsonArray();
        if (picture is not null)
            body.Add(
                new JsonObject
                {
                    ["type"] = "Image",
                    ["url"] = picture.ToString(),
                    ["size"] = "Stretch",
                }
            );
        var isAfterGap = false;
        foreach (var line in Lines(spans))
        {
            if (line.TrueForAll(span => string.IsNullOrWhiteSpace(span.Text)))
                isAfterGap = true;
            else
            {
                body.Add(Block(line, isAfterGap ? "Medium" : "Small"));
                isAfterGap = false;
            }
        }

        foreach (var row in rows.SelectMany(row => row.Chunk(MostInRow)))
            body.Add(
                new JsonObject { ["type"] = "ActionSet", ["actions"] = new JsonArray([.. row.Select(button => Action(isTeams, button))]) }
            );
        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = isTeams ? "1.4" : "1.3",
            ["body"] = body,
        };
        if (isTeams)
            card["msteams"] = new JsonObject { ["width"] = "Full", ["entities"] = Mentions.Of(MessageMarkdown.CalledIn(spans)) };
        return card;
    }

    private static List<List<HtmlSpan>> Lines(IReadOnlyList<HtmlSpan> spans)
    {
        var lines = new List<List<HtmlSpan>> { new() };
        foreach (var span in spans)
        {
            var parts = span.Text.Split('\n');
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0)
                    lines.Add([]);
                if (parts[i].Length > 0)
                    lines[^1].Add(span with { Text = parts[i] });
            }
        }

        return lines;
    }

    // Only in a text block does Teams call people.
    private static JsonObject Block(List<HtmlSpan> line, string spacing) =>
        line.Exists(span => MessageMarkdown.Called(span) is not null)
            ? new JsonObject
            {
                ["type"] = "TextBlock",
                ["text"] = MessageMarkdown.Write(line),
                ["wrap"] = true,
                ["spacing"] = spacing,
            }
            : new JsonObject
            {
                ["type"] = "RichTextBlock",
                ["inlines"] = new JsonArray([.. line.Select(Run)]),
                ["spacing"] = spacing,
            };

    private static JsonObject Run(HtmlSpan span)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = span.Text };
        if (span.Marks.HasFlag(HtmlMarks.Bold))
            run["weight"] = "Bolder";
        if (span.Marks.HasFlag(HtmlMarks.Italic))
            run["italic"] = true;
        if (span.Marks.HasFlag(HtmlMarks.Underline))
            run["underline"] = true;
        if (span.Marks.HasFlag(HtmlMarks.Strike))
            run["strikethrough"] = true;
        if (span.Marks.HasFlag(HtmlMarks.Code))
            run["fontType"] = "Monospace";
        if (span.Link is { } link)
            run["selectAction"] = new JsonObject { ["type"] = "Action.OpenUrl", ["url"] = link };
        return run;
    }

    private static JsonObject Action(bool isTeams, Button button)
    {
        if (button.Url is { } url)
            return new JsonObject
            {
                ["type"] = "Action.OpenUrl",
                ["title"] = button.Label,
                ["url"] = url,
            };
        var submit = new JsonObject
        {
            ["type"] = "Action.Submit",
            ["title"] = button.Label,
            ["data"] = Data(button),
        };
        return isTeams
            ? new JsonObject
            {
                ["type"] = "Action.Execute",
                ["title"] = button.Label,
                ["verb"] = Activities.PressField,
                ["data"] = Data(button),
                ["fallback"] = submit,
            }
            : submit;
    }

    private static JsonObject HeroCard(string html, IReadOnlyList<IReadOnlyList<Button>> rows, Uri? picture)
    {
        var card = new JsonObject
        {
            ["text"] = MessageMarkdown.Of(html).Text,
            ["buttons"] = new JsonArray([.. rows.SelectMany(row => row).Select(HeroAction)]),
        };
        if (picture is not null)
            card["images"] = new JsonArray(new JsonObject { ["url"] = picture.ToString() });
        return card;
    }

    private static JsonObject HeroAction(Button button) =>
        button.Url is { } url
            ? new JsonObject
            {
                ["type"] = "openUrl",
                ["title"] = button.Label,
                ["value"] = url,
            }
            : new JsonObject
            {
                ["type"] = "messageBack",
                ["title"] = button.Label,
                ["value"] = Data(button),
            };

    private static JsonObject Data(Button button) => new() { [Activities.PressField] = button.Data };
}

/// <summary>People who are called, as Teams wants them beside the text.</summary>
internal static class Mentions
{
    public static JsonArray Of(IEnumerable<CalledPerson> called) =>
        new([
            .. called.Select(person => new JsonObject
            {
                ["type"] = "mention",
                ["text"] = person.Mark,
                ["mentioned"] = new JsonObject { ["id"] = person.Id, ["name"] = person.Name },
            }),
        ]);
}
