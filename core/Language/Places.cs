namespace MutualAid.Core.Language;

/// <summary>Finds names of communities: the longest name that ends 社区, 村, 小区, 街道 or 居委会.</summary>
internal static class Places
{
    private static readonly string[] Suffixes = ["居民委员会", "居委会", "村委会", "社区", "小区", "街道", "新村", "村"];

    // A name does not reach back over these.
    private static readonly Lexicon Stops = Lexicon.Listed("PlacesStops");

    // 代, 为, 有, 山 and the like begin or stand in many names; they cut only where a sentence part begins.
    private static readonly Lexicon OnlyFirst = Lexicon.Listed("PlacesOnlyFirst");

    private static readonly Lexicon NotNames = Lexicon.Listed("PlacesNotNames");

    // 街道办, 村里, 社区志愿者: what follows belongs to the word, so no name ends here.
    private static readonly Lexicon NotAfter = new("街道办 街道办事处 村里 村民 村子 村口 村庄 村落 村上 村委 村镇");

    /// <summary>All community names, in order; the known ones as they are known.</summary>
    public static List<(int Start, int End)> FindAll(string text, IReadOnlySet<string>? known)
    {
        var found = new List<(int Start, int End)>();
        foreach (var name in known ?? (IReadOnlySet<string>)new HashSet<string>())
        {
            var folded = Folding.Align(name);
            for (
                var at = folded.Length < 2 ? -1 : text.IndexOf(folded, StringComparison.Ordinal);
                at >= 0;
                at = text.IndexOf(folded, at + folded.Length, StringComparison.Ordinal)
            )
            {
                found.Add((at, at + folded.Length));
            }
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (EndsAt(text, i) is var length and > 0 && Name(text, i, i + length) is { } name)
            {
                found.Add(name);
            }
        }

        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return Merge(found);
    }

    /// <summary>Whether the whole text is the name of a community.</summary>
    public static bool IsName(string folded, IReadOnlySet<string>? known) =>
        folded.Length > 0 && FindAll(folded, known) is [var only] && only.Start == 0 && only.End == folded.Length;

    private static List<(int Start, int End)> Merge(List<(int Start, int End)> found)
    {
        var merged = new List<(int Start, int End)>();
        foreach (var name in found)
        {
            if (merged.Count > 0 && name.Start < merged[^1].End)
            {
                merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, name.End));
            }
            else
            {
                merged.Add(name);
            }
        }

        return merged;
    }

    private static int EndsAt(string text, int at)
    {
        if (text[at] is not ('居' or '村' or '社' or '小' or '街' or '新'))
        {
            return 0;
        }

        foreach (var suffix in Suffixes)
        {
            if (string.CompareOrdinal(text, at, suffix, 0, suffix.Length) == 0)
            {
                var blocked = NotAfter.At(text, at + suffix.Length - (suffix.Length == 1 || suffix == "新村" ? 1 : 2)) > 0;
                return blocked && suffix is not ("村委会" or "居委会") && !(suffix == "街道" && FollowedByOffice(text, at + 2))
                    ? 0
                    : suffix.Length;
            }
        }

        return 0;
    }

    // 东关街道防控办 names 东关街道; 街道办 alone names nobody.
    private static bool FollowedByOffice(string text, int at) => at < text.Length && text[at] != '办';

    private static (int Start, int End)? Name(string text, int suffixAt, int end)
    {
        var start = suffixAt;
        while (start > 0 && Extends(text, start - 1) && suffixAt - start < 14)
        {
            start--;
        }

        start = start == suffixAt ? Latin(text, suffixAt) : Cut(text, start, suffixAt);
        // 本周日前大同村
        start +=
            start > 0 && text[start] == '前' && "日天号点午晚早一二三四五六末底".Contains(text[start - 1], StringComparison.Ordinal)
                ? 1
                : 0;
        var length = suffixAt - start;
        var whole = text[start..end];
        var enough =
            length >= 2
            || (length == 1 && whole[^1] == '村' && !(whole[0] is '一' or '各' or '全' or '本' or '农' or '山' or '这' or '那' or '几'));
        return enough && !NotNames.Is(whole) && !(Numerals.Read(text, start) is { } n && n.End + Units.At(text, n.End) >= suffixAt)
            ? (start, end)
            : null;
    }

    // Willow 小区
    private static int Latin(string text, int end)
    {
        var start = end - (end > 0 && text[end - 1] == ' ' ? 1 : 0);
        var from = start;
        while (start > 0 && char.IsAsciiLetter(text[start - 1]) && from - start < 20)
        {
            start--;
        }

        return from - start > 2 && Stops.At(text, start) == 0 ? start : end;
    }

    private static bool Extends(string text, int i) =>
        (Texts.IsHan(text[i]) && text[i] != '的') || char.IsAsciiDigit(text[i]) || text[i] == '·';

    private static int Cut(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            // 饼干15箱送翠湖社区: an amount of something is no part of the name.
            if (
                (
                    char.IsAsciiDigit(text[i])
                    || (Numerals.IsDigit(text[i]) || Numerals.IsMultiplier(text[i])) && Goods.Heads.Before(text, i, start) > 1
                )
                && Numerals.Read(text, i) is { } n
                && Units.At(text, n.End) is var unit and > 0
                && n.End + unit < end
            )
            {
                start = n.End + unit;
                i = start - 1;
                continue;
            }

            var length = Stops.At(text, i);
            if (length == 1 && i > start && text[i] is '送' or '寄' && Goods.Heads.Before(text, i, start) > 1)
            {
                start = i + 1;
                continue;
            }

            if (length == 0 || i + length > end || (i != start && length == 1 && OnlyFirst.At(text, i) > 0))
            {
                continue;
            }

            if (i != start && length > 1 && OnlyFirst.At(text, i) == length)
            {
                continue;
            }

            start = i + length;
            i = start - 1;
        }

        return start;
    }
}
