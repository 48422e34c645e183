namespace MutualAid.Core.Language;

/// <summary>The lists of words beside this code, one entry a line.</summary>
internal static class WordLists
{
    public static IEnumerable<string> Lines(string name)
    {
        using var list = typeof(WordLists).Assembly.GetManifestResourceStream($"Words/{name}")!;
        using var reader = new StreamReader(list);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                yield return line;
            }
        }
    }
}
