namespace MutualAid.Core.Language;

/// <summary>What somebody is, said before his name: 五金店老板鲁大川.</summary>
internal static class Roles
{
    private static readonly Lexicon Words = Lexicon.Listed("RolesWords");

    /// <summary>How much stands before the name; 0 when no name of a person follows.</summary>
    public static int Past(string text, int start, int end)
    {
        for (var at = end - 2; at >= Math.Max(start + 1, end - 6); at--)
        {
            if (Words.Before(text, at, start) > 0 && Names.IsPerson(text[at..end]))
            {
                return at - start;
            }
        }

        return 0;
    }
}
