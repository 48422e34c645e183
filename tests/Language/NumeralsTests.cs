using System.Globalization;
using MutualAid.Core.Language;

namespace MutualAid.Tests.Language;

public sealed class NumeralsTests
{
    private const string Plain = "零一二三四五六七八九";
    private const string Financial = "零壹贰叁肆伍陆柒捌玖";

    [Fact]
    public void Every_number_to_ten_thousand_comes_back_from_each_style()
    {
        for (var n = 1; n <= 10_000; n++)
        {
            Check(n);
        }
    }

    [Fact]
    public void Ten_thousand_samples_to_a_hundred_million_come_back()
    {
        var random = new Random(7);
        for (var i = 0; i < 10_000; i++)
        {
            Check(random.Next(1, 100_000_000));
        }
    }

    private static void Check(int n)
    {
        foreach (var written in Styles(n))
        {
            var reading = Quantities.Read(written + "盒");
            Assert.True(reading.Value == n, $"{written}: {reading}");
        }
    }

    private static IEnumerable<string> Styles(int n)
    {
        yield return n.ToString(CultureInfo.InvariantCulture);
        yield return n.ToString("N0", CultureInfo.InvariantCulture);
        yield return Write(n, Plain, "十百千");
        yield return Write(n, Financial, "拾佰仟");
        yield return Write(n, Plain, "十百千")
            .Replace("二百", "两百", StringComparison.Ordinal)
            .Replace("二千", "两千", StringComparison.Ordinal);
        yield return new string([.. n.ToString(CultureInfo.InvariantCulture).Select(c => c < '0' ? c : (char)(c - '0' + '０'))]);
        if (n % 1000 == 0 && n >= 10_000)
        {
            yield return (n / 10_000m).ToString("0.####", CultureInfo.InvariantCulture) + "万";
        }
    }

    private static string Write(int n, string digits, string units)
    {
        var (high, low) = (n / 10_000, n % 10_000);
        var text = high > 0 ? Section(high, digits, units) + "万" : "";
        text += high > 0 && low is > 0 and < 1000 ? "零" : "";
        text += low > 0 ? Section(low, digits, units) : "";
        return text.StartsWith("一十", StringComparison.Ordinal) ? text[1..] : text;
    }

    private static string Section(int n, string digits, string units)
    {
        var (text, gap) = ("", false);
        for (var place = 3; place >= 0; place--)
        {
            var digit = n / (int)Math.Pow(10, place) % 10;
            if (digit == 0)
            {
                gap = text.Length > 0;
                continue;
            }

            text += (gap ? digits[..1] : "") + digits[digit] + (place > 0 ? units[place - 1].ToString() : "");
            gap = false;
        }

        return text;
    }
}
