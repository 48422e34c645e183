namespace MutualAid.Core.Messaging;

/// <summary>How a platform that is not found by a chat's id alone is spoken to there again: the latest that its channel said.</summary>
public sealed class ConversationReference
{
    public string Channel { get; set; } = "";
    public string ChatId { get; set; } = "";

    /// <summary>In the channel's own words.</summary>
    public string Text { get; set; } = "";
    public DateTime At { get; set; }
}
