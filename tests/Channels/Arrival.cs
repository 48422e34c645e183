namespace MutualAid.Tests.Channels;

/// <summary>What becomes of something a platform hands to the program on its way there.</summary>
internal enum Arrival
{
    Good,

    /// <summary>It never arrives, and comes again.</summary>
    Lost,

    /// <summary>The answer does not arrive, so it comes again.</summary>
    Unheard,

    /// <summary>It comes twice at once.</summary>
    Twice,

    /// <summary>It is replayed after whatever comes next.</summary>
    Replayed,

    /// <summary>It is long under way.</summary>
    Late,
}
