using MutualAid.Core.Language;

namespace MutualAid.Bot.Engine;

/// <summary>Talk between people, as far as it matters to the bot.</summary>
public static class Overheard
{
    /// <summary>Talk that would be a need if it were said to the bot: the one kind of talk that is kept, for organisers.</summary>
    public static bool LooksLikeNeed(string text, DateTime now) =>
        !text.Contains("接龙", StringComparison.Ordinal)
        && Reader.Read(text, new ReadingContext(now, Addressed: true)) is { Intent: "need", Items.Count: > 0 };

    /// <summary>It would be one, and nobody said it to the bot.</summary>
    public static bool MayBeMeant(string text, DateTime now) =>
        Reader.Read(text, new ReadingContext(now, Addressed: false)).IsNothing && LooksLikeNeed(text, now);
}
