namespace MutualAid.Bot.Engine;

/// <summary>Where people reach the public listener: what links begin with, without a slash at the end.</summary>
public sealed record PublicAddress(string Url)
{
    /// <summary>Where a picture of our own is fetched.</summary>
    public Uri Picture(string name) => new($"{Url}/pictures/{name}");
}

/// <summary>Where people reach the console, without a slash at the end; null: this program has none.</summary>
public sealed record ConsoleAddress(string? Url);
