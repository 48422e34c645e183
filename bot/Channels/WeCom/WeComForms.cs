using System.Security.Cryptography;
using MutualAid.Bot.Channels.WeCom.Api;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Channels.WeCom;

/// <summary>Which messages of WeCom make up one of ours: text, and for buttons a card, on which short texts stand by themselves.</summary>
internal static class WeComForms
{
    private const int LongestTitle = 26;
    private const int LongestText = 112;
    private const int MostButtons = 6;
    private const int MostLinks = 3;

    /// <summary>What the platform gives no id for gets one of ours; on cards it is the task's, which has to be new each time.</summary>
    public static string NewId(long row) => $"r{row}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";

    /// <summary>The message that a card belongs to: many buttons take several cards.</summary>
    public static string MessageOf(string taskId) => taskId.Split('@')[0];

    public static IReadOnlyList<Body> Of(Outgoing message, string id)
    {
        var buttons = message.Buttons.SelectMany(row => row).ToList();
        var pressed = buttons.FindAll(button => button.Data is not null);
        var links = LinksOf(buttons);
        if (pressed.Count == 0)
            return Texts(message.Text + string.Concat(links.Select(Link)));
        var fits = FitsCard(message.Text);
        var cards = pressed
            .Chunk(MostButtons)
            .Select((some, at) => Card(fits && at == 0 ? message.Text : Head(message.Text), some, at == 0 ? id : $"{id}@{at}"))
            .ToList();
        cards[0] = cards[0] with { JumpList = Jumps(links) };
        var bodies = cards.Select(card => new Body { Msgtype = "template_card", TemplateCard = card });
        return [.. fits ? [] : Texts(message.Text), .. bodies];
    }

    /// <summary>A card that is to stand where one was pressed; a message cannot become two, so it is cut.</summary>
    public static TemplateCard Changed(Outgoing message, string taskId, string address)
    {
        var buttons = message.Buttons.SelectMany(row => row).ToList();
        var (pressed, jumps) = (buttons.FindAll(button => button.Data is not null), Jumps(LinksOf(buttons)));
        var text = FitsCard(message.Text) ? message.Text : Html.Split(message.Text, LongestText)[0];
        if (pressed.Count > 0)
            return Card(text, pressed.Take(MostButtons), taskId) with { JumpList = jumps };
        var (title, below) = Cut(Html.ToPlain(message.Text.Length == 0 ? "✓" : text));
        return new TemplateCard("text_notice", title, taskId)
        {
            SubTitleText = below,
            CardAction = new CardAction(1, address),
            JumpList = jumps,
        };
    }

    public static bool FitsCard(string html) => Html.Length(html) <= LongestText;

    private static List<Body> Texts(string html) =>
        [
            .. Html.Split(html)
                .Select(part => WeComMarkdown.Of(part, calls: false))
                .Where(part => !string.IsNullOrWhiteSpace(part))
                .Select(part => new Body { Msgtype = "markdown", Markdown = new Words(part) }),
        ];

    private static TemplateCard Card(string html, IEnumerable<Button> buttons, string taskId)
    {
        var (title, below) = Cut(Html.ToPlain(html));
        return new TemplateCard("button_interaction", title, taskId)
        {
            SubTitleText = below,
            ButtonList = [.. buttons.Select((button, at) => new CardButton(button.Label, at == 0 ? 1 : 2, button.Data!))],
        };
    }

    /// <summary>The first line is the title when it is short enough to be one.</summary>
    private static (CardTitle? Title, string? Below) Cut(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var first = end < 0 ? text : text[..end];
        if (first.Length is 0 or > LongestTitle)
            return (null, text);
        return (new CardTitle(first), end < 0 ? null : text[(end + 1)..]);
    }

    private static string Head(string html)
    {
        var first = Html.ToPlain(html).Split('\n')[0];
        return Html.Escape(first.Length <= LongestTitle ? first : first[..(LongestTitle - 1)] + "…");
    }

    public static string Link(Button button) => $"\n<a href=\"{Html.Escape(button.Url)}\">{Html.Escape(button.Label)}</a>";

    private static List<Button> LinksOf(List<Button> buttons) =>
        buttons.FindAll(button => button.Url is { } url && url != Turn.OpenPrivate);

    private static List<CardJump>? Jumps(List<Button> links) => links.Count == 0 ? null : [.. links.Take(MostLinks).Select(Jump)];

    private static CardJump Jump(Button button) => new(1, button.Label, button.Url!);
}
