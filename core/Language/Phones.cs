namespace MutualAid.Core.Language;

/// <summary>Telephone numbers in folded text.</summary>
internal static class Phones
{
    public static List<Span> Find(string text)
    {
        var found = new List<Span>();
        for (var i = 0; i < text.Length; i++)
        {
            var end = i;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] == '-' && end > i)))
            {
                end++;
            }

            if (end - i >= 7 && (end - i is 11 or > 11 || text[i] == '0' || text[i..end].Contains('-')))
            {
                found.Add(new Span(i, end));
            }

            i = Math.Max(i, end - 1);
        }

        return found;
    }
}
