using MutualAid.Bot.Channels.Telegram.Api;
using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Channels.Telegram;

/// <summary>Who speaks. The stand-ins of Telegram may say things but never hold a role: all anonymous admins share one id.</summary>
internal static class TelegramSender
{
    private const long AnonymousAdmin = 1087968824;
    private const long LinkedChannel = 777000;
    private const long PostAsChannel = 136817688;

    /// <summary>Null for other bots, which are not answered.</summary>
    public static Sender? Of(Message message)
    {
        if (message.From is not { } user)
            return null;
        if (message.SenderChat is { } chat)
            return Of(user) with { Name = chat.Title ?? user.FirstName, CanHoldRole = false };
        var sender = Of(user);
        return user.IsBot && sender.CanHoldRole ? null : sender with { CanHoldRole = sender.CanHoldRole && !message.IsAutomaticForward };
    }

    public static Sender Of(User user) =>
        new(
            $"{user.Id}",
            $"{user.FirstName} {user.LastName}".Trim(),
            Language: LanguageOf(user.LanguageCode),
            CanHoldRole: user.Id is not (AnonymousAdmin or LinkedChannel or PostAsChannel)
        );

    /// <summary>Null for a language the house does not speak: the group's stands.</summary>
    private static string? LanguageOf(string? code) =>
        code?.Split('-')[0].ToLowerInvariant() switch
        {
            "zh" => "zh-CN",
            "en" => "en",
            _ => null,
        };
}
