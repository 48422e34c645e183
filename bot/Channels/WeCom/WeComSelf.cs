namespace MutualAid.Bot.Channels.WeCom;

/// <summary>What keeps the assistant from working.</summary>
internal sealed class WeComSelf
{
    /// <summary>In words for the operator; null: all well.</summary>
    public string? Trouble { get; set; } = "not connected yet";
}
