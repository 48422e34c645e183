namespace MutualAid.Bot.Channels.BotFramework;

/// <summary>What keeps the bot from working on the platforms.</summary>
internal sealed class BotFrameworkSelf
{
    /// <summary>In words for the operator; null: all well.</summary>
    public string? Trouble { get; set; }
}
