namespace MutualAid.Core.Language;

/// <summary>Words that stand around the names of things and are no part of them.</summary>
internal static class Phrases
{
    /// <summary>Between a name and its amount: 口罩 大概 200, 手套各50.</summary>
    public static readonly Lexicon Glue = Lexicon.Listed("PhrasesGlue");

    /// <summary>Verbs of asking and giving; before an amount they may divide it from its name, else the name begins after them.</summary>
    public static readonly Lexicon Verbs = Lexicon.Listed("PhrasesVerbs");

    /// <summary>Where a name cannot begin earlier, whatever stands before.</summary>
    public static readonly Lexicon Breaks = Lexicon.Listed("PhrasesBreaks");

    /// <summary>Fillers and small verbs with which a name does not begin.</summary>
    public static readonly Lexicon Leads = Lexicon.Listed("PhrasesLeads");

    /// <summary>Where a name that follows an amount ends.</summary>
    public static readonly Lexicon Stops = Lexicon.Listed("PhrasesStops");

    /// <summary>Words that trail a name without belonging to it.</summary>
    public static readonly Lexicon Trailers = Lexicon.Listed("PhrasesTrailers");

    /// <summary>Words that begin like a verb or filler but are the beginning of a thing.</summary>
    public static readonly Lexicon Protected = Lexicon.Listed("PhrasesProtected");

    /// <summary>Kinds of medicine before the name of one: 降压药苯磺酸氨氯地平片.</summary>
    public static readonly Lexicon Kinds = Lexicon.Listed("PhrasesKinds");

    /// <summary>Whole words that are no things though they may stand by an amount.</summary>
    public static readonly Lexicon NotThings = Lexicon.Listed("PhrasesNotThings");

    /// <summary>Ends that show a clause, not a thing.</summary>
    public static readonly Lexicon NotEnds = Lexicon.Listed("PhrasesNotEnds");
}
