namespace MutualAid.Bot.Engine;

/// <summary>Where people reach the public listener: what links begin with, without a slash at the end.</summary>
public sealed record PublicAddress(string Url);
