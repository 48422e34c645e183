namespace MutualAid.Bot.Engine;

/// <summary>A group card as anyone may read it: no contact data, no buttons.</summary>
/// <param name="Html">HTML of the small set b, i, u, s, code, pre, a.</param>
/// <param name="At">When it last changed.</param>
/// <param name="Picture">The name of the picture of our own above it.</param>
public sealed record Share(string Html, DateTime At, string? Picture = null);

/// <summary>Short links to group cards that open without sign-in.</summary>
public interface IShares
{
    /// <summary>The key of a bot post in a group: short, signed, the same every time.</summary>
    ValueTask<string> KeyAsync(long rowId, CancellationToken stop = default);

    /// <summary>The card as it reads now; null for a key we did not sign, a private post, or one that was taken back.</summary>
    Task<Share?> OpenAsync(string key, CancellationToken stop = default);
}
