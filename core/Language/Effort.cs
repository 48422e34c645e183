using System.Diagnostics;

namespace MutualAid.Core.Language;

/// <summary>Counts the places looked at, so that a test sees reading grow with the length of the text and not faster. Only debug builds count.</summary>
internal static class Effort
{
    [ThreadStatic]
    private static long spent;

    public static long Spent => spent;

    [Conditional("DEBUG")]
    public static void Spend(int places = 1) => spent += places;
}
