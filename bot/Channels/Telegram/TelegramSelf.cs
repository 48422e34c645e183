using MutualAid.Bot.Channels.Telegram.Api;

namespace MutualAid.Bot.Channels.Telegram;

/// <summary>Who the bot is on Telegram, known once getMe was answered, and what keeps it from working.</summary>
internal sealed class TelegramSelf
{
    public User? Me { get; set; }

    /// <summary>In words for the operator; null: all well.</summary>
    public string? Trouble { get; set; }
}
