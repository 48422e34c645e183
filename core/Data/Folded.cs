using System.Globalization;
using System.Text;

namespace MutualAid.Core.Data;

/// <summary>Names as they are compared: NFKC, lower case, without white space.</summary>
public static class Folded
{
    public static string Key(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        var key = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        {
            if (!char.IsWhiteSpace(letter) && char.GetUnicodeCategory(letter) != UnicodeCategory.Format)
                key.Append(letter);
        }

        return key.ToString();
    }
}
