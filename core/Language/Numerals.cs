namespace MutualAid.Core.Language;

/// <summary>Reads Chinese, financial, Arabic and mixed numbers.</summary>
internal static class Numerals
{
    public const decimal Limit = 1_000_000_000m;

    // Nobody writes a longer number; the bound keeps reading linear.
    private const int Longest = 20;
    private const decimal Ceiling = 1_000_000_000_000_000_000m;
    private const string Digits = "〇零一壹幺二贰两叁三肆四伍五陆六柒七捌八玖九";

    public static bool IsDigit(char c) => char.IsAsciiDigit(c) || Digits.Contains(c, StringComparison.Ordinal);

    public static bool IsMultiplier(char c) => Multiplier(c) > 0;

    public static Numeral? Read(string text, int at)
    {
        if (at >= text.Length)
        {
            return null;
        }

        var c = text[at];
        if (
            !char.IsAsciiDigit(c)
            && !Digits.Contains(c, StringComparison.Ordinal)
            && Multiplier(c) == 0
            && c is not ('几' or '数' or '廿' or '卅' or '卌')
        )
        {
            return null;
        }

        return Ranges.Read(text, at) ?? Exact(text, at);
    }

    internal static int Digit(char c) =>
        c switch
        {
            '〇' or '零' => 0,
            '一' or '壹' or '幺' => 1,
            '二' or '贰' or '两' => 2,
            '三' or '叁' => 3,
            '四' or '肆' => 4,
            '五' or '伍' => 5,
            '六' or '陆' => 6,
            '七' or '柒' => 7,
            '八' or '捌' => 8,
            '九' or '玖' => 9,
            _ => -1,
        };

    internal static decimal Multiplier(char c) =>
        c switch
        {
            '十' or '拾' => 10,
            '百' or '佰' => 100,
            '千' or '仟' => 1000,
            '万' => 10_000,
            '亿' => 100_000_000,
            _ => 0,
        };

    private static decimal Tens(char c) =>
        c switch
        {
            '廿' => 20,
            '卅' => 30,
            '卌' => 40,
            _ => 0,
        };

    private static Numeral? Exact(string text, int at)
    {
        var sum = new Sum();
        var i = at;
        var arabic = char.IsAsciiDigit(text[at]);
        while (i < text.Length && i - at < Longest)
        {
            Effort.Spend();
            var next = Step(text, i, at, ref sum);
            if (next == i)
            {
                break;
            }

            i = next;
        }

        if (i == at)
        {
            return null;
        }

        if (arabic && Scientific(text, i, sum))
        {
            return new Numeral(0, at, SkipWord(text, i), NumeralKind.Invalid, true);
        }

        var value = sum.Total();
        return new Numeral(value, at, i, value > Limit ? NumeralKind.TooLarge : NumeralKind.Exact, arabic);
    }

    private static int Step(string text, int i, int at, ref Sum sum)
    {
        var c = text[i];
        if (char.IsAsciiDigit(c))
        {
            return sum.TakesNumber && (i == at || !sum.Fresh) ? ReadArabic(text, i, ref sum) : i;
        }

        if (Tens(c) > 0 && sum.TakesNumber)
        {
            sum.Add(Tens(c));
            return i + 1;
        }

        if (Digit(c) is var digit and >= 0)
        {
            return ReadDigit(text, i, digit, ref sum);
        }

        return Multiplier(c) is var m and > 0 && sum.Takes(m, text, i) ? TakeMultiplier(ref sum, m, i) : Letter(text, i, ref sum);
    }

    private static int TakeMultiplier(ref Sum sum, decimal multiplier, int i)
    {
        sum.Multiply(multiplier);
        return i + 1;
    }

    // 1w, 2k as chats write them.
    private static int Letter(string text, int i, ref Sum sum)
    {
        var m = text[i] switch
        {
            'w' => 10_000m,
            'k' => 1000m,
            _ => 0m,
        };
        var alone = i + 1 >= text.Length || !char.IsAsciiLetterOrDigit(text[i + 1]);
        return m > 0 && alone && sum.LastWasArabic && !sum.Done ? Finish(ref sum, m, i) : i;
    }

    private static int Finish(ref Sum sum, decimal m, int i)
    {
        sum.Multiply(m);
        sum.Done = true;
        return i + 1;
    }

    private static int ReadDigit(string text, int i, int digit, ref Sum sum)
    {
        var next = i + 1 < text.Length ? text[i + 1] : '\0';
        if (text[i] == '两' && !sum.Fresh && !(next is '百' or '千' or '佰' or '仟' or '万'))
        {
            return i;
        }

        if (digit == 0)
        {
            return sum.TakesZero(text, i) ? sum.Zero(i) : i;
        }

        if (sum.HasDigit)
        {
            return sum.Positional(digit) ? i + 1 : i;
        }

        if (sum.LastWasArabic)
        {
            return i;
        }

        sum.Digit(digit);
        return i + 1;
    }

    private static int ReadArabic(string text, int at, ref Sum sum)
    {
        var i = at;
        var value = 0m;
        var digits = 0;
        while (i < text.Length && i - at < Longest)
        {
            Effort.Spend();
            if (char.IsAsciiDigit(text[i]))
            {
                value = value > Ceiling ? Ceiling : (value * 10) + (text[i] - '0');
                digits++;
                i++;
            }
            else if (text[i] == ',' && digits is > 0 and <= 3 && Group(text, i) && (i - at <= 3 || text[i - 4] == ','))
            {
                digits = 0;
                i++;
            }
            else
            {
                break;
            }
        }

        return Fraction(text, i, value, ref sum);
    }

    private static int Fraction(string text, int i, decimal value, ref Sum sum)
    {
        if (i + 1 < text.Length && text[i] == '.' && char.IsAsciiDigit(text[i + 1]))
        {
            var scale = 0.1m;
            for (i++; i < text.Length && char.IsAsciiDigit(text[i]) && scale > 0; i++)
            {
                value += (text[i] - '0') * scale;
                scale = scale < 0.000001m ? 0 : scale / 10;
            }
        }

        sum.Arabic(value);
        return i;
    }

    private static bool Group(string text, int comma) =>
        comma + 3 < text.Length
        && char.IsAsciiDigit(text[comma + 1])
        && char.IsAsciiDigit(text[comma + 2])
        && char.IsAsciiDigit(text[comma + 3])
        && !(comma + 4 < text.Length && char.IsAsciiDigit(text[comma + 4]));

    private static bool Scientific(string text, int i, Sum sum) =>
        sum.LastWasArabic
        && i + 1 < text.Length
        && text[i] == 'e'
        && (char.IsAsciiDigit(text[i + 1]) || (text[i + 1] is '+' or '-' && i + 2 < text.Length && char.IsAsciiDigit(text[i + 2])));

    private static int SkipWord(string text, int at)
    {
        var i = at;
        while (i < text.Length && i - at < Longest && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '+' or '-'))
        {
            i++;
        }

        return i;
    }
}
