using System.Text.RegularExpressions;

namespace MutualAid.Tests.Channels.FakeTelegram;

/// <summary>What Telegram sees in people's messages, and which of them a bot gets (https://core.telegram.org/bots/features#privacy-mode).</summary>
internal static partial class FakeTalk
{
    public static IReadOnlyList<FakeEntity> Entities(string text) =>
        [
            .. Command().Matches(text).Select(match => new FakeEntity("bot_command", match.Index, match.Length)),
            .. Mention().Matches(text).Select(match => new FakeEntity("mention", match.Index, match.Length)),
        ];

    public static bool BotHears(FakeMessage message)
    {
        var chat = message.Chat;
        if (chat.BotIs is "left" or "kicked")
            return false;
        if (chat.IsPrivate || !chat.Telegram.PrivacyMode || chat.BotIsAdmin || message.Service is not null)
            return true;
        return message.ReplyTo is { IsBots: true } || IsCommandForBot(message);
    }

    private static bool IsCommandForBot(FakeMessage message)
    {
        if (message.Entities is not [{ Type: "bot_command", Offset: 0 } command, ..])
            return false;
        var name = message.Text[..command.Length].Split('@');
        return name.Length == 1
            ? message.Chat.BotMessages.Count > 0
            : name[1].Equals(message.Chat.Telegram.Bot.Username, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"(?<!\S)/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();

    [GeneratedRegex(@"(?<![\w/])@[A-Za-z0-9_]{4,32}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mention();
}
