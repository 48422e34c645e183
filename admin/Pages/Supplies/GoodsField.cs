using System.Globalization;
using MutualAid.Core.Language;

namespace MutualAid.Admin.Pages;

/// <summary>A field with goods as people type them: <c>口罩 100个，手套 20双</c>.</summary>
internal static class GoodsField
{
    private const int LongestName = 40;

    private static readonly char[] BetweenNames = ['、', '，', ',', ';', '；', '\n'];

    /// <param name="command">As which they are read: a need, a donation.</param>
    public static IReadOnlyList<Item> Read(string? text, string command) =>
        string.IsNullOrWhiteSpace(text)
            ? []
            : Reader.Read($"/{command} {text.ReplaceLineEndings("，")}", new ReadingContext(DateTime.UnixEpoch, Addressed: true)).Items;

    public static string Write(IEnumerable<Item> items) =>
        string.Join(
            '，',
            items.Select(it => $"{it.Name} {it.Quantity?.ToString("0.###", CultureInfo.InvariantCulture)}{it.Unit}".TrimEnd())
        );

    /// <summary>Names of donors, each once.</summary>
    public static IReadOnlyList<string> Names(string? text) =>
        [
            .. (text ?? "")
                .Split(BetweenNames, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(Short)
                .Distinct(StringComparer.Ordinal),
        ];

    public static string Short(string name) => name.Trim() is { Length: > LongestName } longer ? longer[..LongestName] : name.Trim();
}
