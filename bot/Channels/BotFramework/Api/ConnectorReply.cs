namespace MutualAid.Bot.Channels.BotFramework.Api;

internal enum Trouble
{
    /// <summary>Nothing left us.</summary>
    NotSent,

    /// <summary>It may have arrived.</summary>
    Lost,

    /// <summary>The connector said no.</summary>
    Refused,
}

/// <param name="Code">The connector's word for it, such as <c>BotNotInConversationRoster</c>; null: the answer was not the connector's.</param>
internal sealed record ConnectorError(Trouble Trouble, int Status, string? Code, string Text, TimeSpan? RetryAfter = null)
{
    public override string ToString() => Status == 0 ? Text : $"{Status} {Code} {Text}".TrimEnd();
}

/// <param name="Body">Empty when the connector answered with nothing, which is a yes.</param>
internal sealed record ConnectorReply(ReadOnlyMemory<byte> Body, ConnectorError? Error);
