using System.Text.RegularExpressions;

namespace MutualAid.Bot.Host;

/// <summary>People's words for everybody's eyes: telephone and identity numbers are taken out, however they are spaced.</summary>
internal static partial class NoContacts
{
    public static string In(string? text) => text is null ? "" : Number().Replace(text, "***");

    // Seven digits and more, also in full width, with the signs that people put between them.
    [GeneratedRegex(@"[+＋]?[0-9０-９](?:[\s\-－–—_.·()（）]*[0-9０-９]){6,}[Xx]?", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
