using System.Text.Json;

namespace MutualAid.Bot.Channels.BotFramework.Api;

// Both ways of the Activity protocol, as far as the house uses it:
// https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md

/// <summary>What varies from platform to platform stays unread here: an odd entity must not cost the message.</summary>
internal sealed record Activity
{
    public string Type { get; init; } = "";
    public string? Id { get; init; }
    public string? Timestamp { get; init; }
    public string? ServiceUrl { get; init; }
    public string? ChannelId { get; init; }
    public ChannelAccount? From { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    public string? Summary { get; init; }
    public string? Locale { get; init; }
    public IReadOnlyList<JsonElement>? Attachments { get; init; }
    public IReadOnlyList<JsonElement>? Entities { get; init; }
    public JsonElement? SuggestedActions { get; init; }
    public JsonElement? ChannelData { get; init; }
    public JsonElement? Value { get; init; }
    public string? Name { get; init; }
    public string? ReplyToId { get; init; }
    public string? Action { get; init; }
    public string? DeliveryMode { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }
}

internal sealed record ChannelAccount(string? Id = null, string? Name = null, string? Role = null, string? UserRole = null);

internal sealed record ConversationAccount(
    string? Id = null,
    string? Name = null,
    bool? IsGroup = null,
    string? ConversationType = null,
    string? TenantId = null
);

/// <summary>The body of <c>POST v3/conversations</c>.</summary>
internal sealed record NewConversation(
    bool IsGroup,
    ChannelAccount Bot,
    string? TenantId,
    JsonElement? ChannelData,
    Activity? Activity,
    IReadOnlyList<ChannelAccount>? Members = null
);

/// <summary>What the connector answers; <c>POST v3/conversations</c> gives <see cref="ActivityId"/> too.</summary>
internal sealed record ResourceResponse(string? Id = null, string? ActivityId = null);

internal sealed record ErrorResponse(ErrorBody? Error = null);

internal sealed record ErrorBody(string? Code = null, string? Message = null);

/// <summary>The answer of the token address.</summary>
internal sealed record TokenResponse(string? AccessToken = null, double ExpiresIn = 0, string? Error = null);

/// <summary>The answer to a press in a card that waits for it.</summary>
internal sealed record CardAnswer(int StatusCode, string Type, string Value);
