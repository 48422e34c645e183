using System.Text;
using System.Text.RegularExpressions;

namespace MutualAid.Core.Imports;

/// <summary>A telephone number as sheets hold it: +86, spaces, dashes, full width, with words around it.</summary>
public static partial class PhoneCell
{
    private const int Mobile = 11;

    /// <summary>The number in the form in which it is stored and compared: digits; of a line with an area code 0712-6312345.</summary>
    public static (string Number, FaultKind? Fault) Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = text.Normalize(NormalizationForm.FormKC);
        if (Masked().IsMatch(folded))
            return ("", FaultKind.PhoneMasked);
        var numbers = Numbers(folded);
        return numbers.Count switch
        {
            0 => ("", FaultKind.NotPhone),
            1 => One(numbers[0]),
            _ => Several(numbers),
        };
    }

    /// <summary>What is stored as somebody's contact, compared: the same number typed in two ways is one.</summary>
    public static string Key(string? contact) =>
        contact is null ? ""
        : Read(contact) is { Fault: null } read ? read.Number
        : contact;

    private static List<string> Numbers(string text) =>
        [
            .. Apart()
                .Split(text)
                .Select(part => Number().Match(part))
                .Where(it => it.Success)
                .SelectMany(it => Glued(it.Value))
                .Select(Plain),
        ];

    // 13800138000 13900139000: a space keeps two whole numbers apart, and parts of one together.
    private static string[] Glued(string run)
    {
        var words = run.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && words.All(it => One(Plain(it)).Fault is null && it.Count(char.IsAsciiDigit) >= 7) ? words : [run];
    }

    private static string Plain(string run)
    {
        var digits = string.Concat(run.Where(it => char.IsAsciiDigit(it)));
        var isForeign = run.TrimStart().StartsWith('+') || digits.StartsWith("00", StringComparison.Ordinal);
        if (isForeign && digits.StartsWith("00", StringComparison.Ordinal))
            digits = digits[2..];
        // 013800138000: the zero of calls from another town.
        if (!isForeign && digits.Length == Mobile + 1 && digits.StartsWith("01", StringComparison.Ordinal) && digits[2] > '2')
            return digits[1..];
        if (digits.StartsWith("86", StringComparison.Ordinal) && (isForeign || digits.Length == Mobile + 2))
            return digits[2..];
        return isForeign ? "+" + digits : digits;
    }

    private static (string Number, FaultKind? Fault) One(string number)
    {
        if (IsNumber().IsMatch(number))
            return (number, null);
        if (number.StartsWith('1') && number.Length is >= 7 and < Mobile)
            return ("", FaultKind.PhoneShort);
        if (number.Length is > Mobile and <= 14 && !number.StartsWith('+'))
            return ("", FaultKind.PhoneLong);
        return ("", FaultKind.NotPhone);
    }

    private static (string Number, FaultKind? Fault) Several(List<string> numbers)
    {
        var read = numbers.Select(One).ToList();
        var good = read.Where(it => it.Fault is null).Select(it => it.Number).Distinct(StringComparer.Ordinal).ToList();
        return good.Count switch
        {
            0 => read[0],
            1 when read.TrueForAll(it => it.Fault is null) => (good[0], null),
            // The first that rings in a pocket; that there are two is told.
            _ => (good.Find(it => it.StartsWith('1')) ?? good[0], FaultKind.TwoPhones),
        };
    }

    // A mobile; a line with or without its area code; a service number; one from abroad.
    [GeneratedRegex(@"^(?:1[3-9]\d{9}|0\d{9,11}|[2-9]\d{6,7}|[48]00\d{7}|\+\d{7,15})$")]
    private static partial Regex IsNumber();

    [GeneratedRegex(@"\d[*xX＊•]{3,}\d")]
    private static partial Regex Masked();

    [GeneratedRegex(@"[、,;；/\n\\|或和]|转")]
    private static partial Regex Apart();

    [GeneratedRegex(@"\+?\(?\d[\d \-–—.()]*\d")]
    private static partial Regex Number();
}
