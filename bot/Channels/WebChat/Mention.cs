using System.Text.RegularExpressions;

namespace MutualAid.Bot.Channels.WebChat;

/// <summary>Whether a line speaks to the bot by name.</summary>
internal static partial class Mention
{
    /// <summary>The text without the bot's name; null when it is not named.</summary>
    public static string? Cut(string text)
    {
        var match = Name().Match(text);
        return match.Success ? string.Concat(text.AsSpan(0, match.Index), text.AsSpan(match.Index + match.Length)).Trim() : null;
    }

    // At the start with or without a space behind it; elsewhere only as a word of its own.
    [GeneratedRegex(
        @"^\s*[@＠](小助手|bot\b)[\s,，:：、]*|(?<=\s)[@＠](小助手|bot)(?=\s|$)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Name();
}
