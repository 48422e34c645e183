using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MutualAid.Core.Language;

namespace MutualAid.Core.Imports;

/// <summary>Amounts as sheets hold them: 1,200, 三百, 20箱, ¥350.50, 1.2万.</summary>
internal static partial class QuantityCell
{
    private const decimal Most = 1_000_000_000m;

    /// <summary><c>20</c>, or <c>20 箱</c> when the unit stands behind it.</summary>
    public static Value Quantity(string text)
    {
        var folded = text.Normalize(NormalizationForm.FormKC).Trim();
        if (Plain(folded) is { } number)
            return Stored(number);
        // 半, with its unit in a column of its own.
        if (folded == "半")
            return Stored(0.5m);
        if (Quantities.Read(Thousands().Replace(folded, "")) is not { Outcome: QuantityOutcome.Value, Value: { } value } read)
            return Value.Wrong(FaultKind.NotQuantity);
        var stored = Stored(value);
        return stored.Fault is null && read.Unit is { } unit ? new Value($"{stored.Text} {unit}") : stored;
    }

    public static Value Money(string text)
    {
        var folded = Around().Replace(text.Normalize(NormalizationForm.FormKC), "");
        var times =
            folded.EndsWith('万') ? 10_000m
            : folded.EndsWith('千') ? 1000m
            : 1m;
        var number = Plain(folded.TrimEnd('万', '千')) is { } plain ? plain * times : Quantities.Read(folded + "个").Value;
        if (number is not { } yuan || yuan < 0 || yuan > Most)
            return Value.Wrong(FaultKind.NotMoney);
        return new Value(yuan.ToString("0.##", CultureInfo.InvariantCulture));
    }

    /// <summary>The two halves of what <see cref="Quantity"/> stores.</summary>
    public static (decimal? Number, string? Unit) Parts(string? stored)
    {
        if (string.IsNullOrEmpty(stored))
            return (null, null);
        var parts = stored.Split(' ', 2);
        return (decimal.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length > 1 ? parts[1] : null);
    }

    public static string Text(decimal number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    private static decimal? Plain(string text) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    private static Value Stored(decimal number) =>
        number is <= 0 or > Most || decimal.Round(number, 3) != number ? Value.Wrong(FaultKind.NotQuantity) : new Value(Text(number));

    [GeneratedRegex(@"(?<=\d),(?=\d{3}(?!\d))")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"[¥￥元约整 ]|人民币|rmb|cny|块", RegexOptions.IgnoreCase)]
    private static partial Regex Around();
}
