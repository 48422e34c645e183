namespace MutualAid.Bot.Engine;

/// <summary>A slice that wants to know when the short link of its card is opened. Found by its type.</summary>
public interface ILinkReading
{
    /// <summary>The part of the card's key before the colon.</summary>
    string Prefix { get; }

    /// <param name="id">The part of the card's key behind the colon.</param>
    Task OpenedAsync(string id, CancellationToken stop);
}
