namespace MutualAid.Bot.Channels.Telegram.Api;

internal enum Trouble
{
    /// <summary>Telegram answered and said no.</summary>
    Refused,

    /// <summary>No byte of the request left us.</summary>
    NotSent,

    /// <summary>The request left, no readable answer came: it may have been done.</summary>
    Lost,
}

/// <param name="Code">Telegram's error code or the HTTP status; 0 when there was neither.</param>
/// <param name="RetryAfter">Seconds to stay away, from a 429.</param>
/// <param name="MigratedTo">The new id of a group that became a supergroup.</param>
internal sealed record TelegramError(Trouble Trouble, int Code, string Description, int? RetryAfter = null, long? MigratedTo = null)
{
    public bool Says(string words) => Description.Contains(words, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => Code == 0 ? $"{Trouble}: {Description}" : $"{Code} {Description}";
}

/// <summary>A result or an error; failures of the platform and of the network are values, not exceptions.</summary>
internal sealed record TelegramReply<T>(T? Result, TelegramError? Error);
