using System.Text.RegularExpressions;
using System.Xml;

namespace MutualAid.Core.Imports;

/// <summary>What a number of a cell is shown as.</summary>
/// <param name="Digits">So many digits, with zeros before; 0: as many as it has.</param>
internal readonly record struct NumberLook(bool IsDate, int Digits);

/// <summary>The number formats of a workbook, by style.</summary>
internal sealed partial class Styles
{
    public static readonly Styles None = new();

    private const int MostStyles = 65_536;

    private readonly Dictionary<int, string> formats = [];
    private readonly List<int> byStyle = [];

    private Styles() { }

    public static Styles Read(Package package, string part)
    {
        var styles = new Styles();
        using var xml = package.Open(part, Ceilings.StyleBytes);
        var isCells = false;
        while (xml?.Next() == true)
        {
            if (xml.LocalName == "cellXfs")
                isCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (xml.IsStart("numFmt") && xml.Figure("numFmtId") is { } id && styles.formats.Count < MostStyles)
                styles.formats[id] = xml.GetAttribute("formatCode") ?? "";
            else if (isCells && xml.IsStart("xf") && styles.byStyle.Count < MostStyles)
                styles.byStyle.Add(xml.Figure("numFmtId") ?? 0);
        }

        return styles;
    }

    public NumberLook Of(int style)
    {
        var id = style < byStyle.Count ? byStyle[style] : 0;
        if (formats.TryGetValue(id, out var code))
        {
            var plain = Aside().Replace(code.Split(';')[0], "");
            return new NumberLook(
                plain.IndexOfAny(['y', 'Y', 'm', 'M', 'd', 'D', 'h', 'H']) >= 0,
                Zeros().IsMatch(plain) ? plain.Length : 0
            );
        }

        // Built in, with those of Chinese, Japanese and Korean editions (ECMA-376 part 1, 18.8.30).
        return new NumberLook(id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58), 0);
    }

    [GeneratedRegex("""\[[^\]]*\]|"[^"]*"|\\.|_.|\*.|E\+?0*|General|G/通用格式""", RegexOptions.IgnoreCase)]
    private static partial Regex Aside();

    [GeneratedRegex("^0{2,20}$")]
    private static partial Regex Zeros();
}
