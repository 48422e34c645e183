using MutualAid.Bot.Channels.Telegram.Api;

namespace MutualAid.Bot.Channels.Telegram;

/// <param name="Words">Without the bot's own name; null when the message has no text.</param>
/// <param name="ForOtherBot">A command with another bot's name.</param>
internal sealed record TelegramText(string? Words, bool ToBot, bool ForOtherBot)
{
    private const string AfterName = " \t\r\n\u3000,，:：、";

    public static TelegramText Read(Message message, User me, string nickname)
    {
        var text = message.Text ?? message.Caption;
        if (text is null)
            return new(null, false, false);
        var command = CommandName(text);
        if (command is { At: > 0 })
        {
            var isOurs = text[(command.Value.At + 1)..command.Value.End].Equals(me.Username, StringComparison.OrdinalIgnoreCase);
            return isOurs ? new(text.Remove(command.Value.At, command.Value.End - command.Value.At), true, false) : new(text, false, true);
        }
        var entities = (message.Text is null ? message.CaptionEntities : message.Entities) ?? [];
        var words = WithoutMentions(text, entities, me);
        var called = WithoutNickname(words, nickname);
        return new(called ?? words, called is not null || !ReferenceEquals(words, text), false);
    }

    /// <summary>Where /name@Bot has its @ (0: none) and where it ends.</summary>
    private static (int At, int End)? CommandName(string text)
    {
        if (text is not ['/', ..])
            return null;
        var end = 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '@'))
            end++;
        return (Math.Max(0, text.IndexOf('@', 0, end)), end);
    }

    private static string WithoutMentions(string text, IReadOnlyList<MessageEntity> entities, User me)
    {
        foreach (var entity in entities.Where(entity => IsMe(entity, text, me)).OrderByDescending(entity => entity.Offset))
        {
            var before = text[..entity.Offset];
            var after = text[(entity.Offset + entity.Length)..];
            text = before.Length == 0 || char.IsWhiteSpace(before[^1]) ? before + after.TrimStart(AfterName.ToCharArray()) : before + after;
        }
        return text;
    }

    private static bool IsMe(MessageEntity entity, string text, User me)
    {
        if (entity.Offset < 0 || entity.Length < 1 || entity.Offset + entity.Length > text.Length)
            return false;
        return entity.Type switch
        {
            "mention" => text.AsSpan(entity.Offset + 1, entity.Length - 1).Equals(me.Username, StringComparison.OrdinalIgnoreCase),
            "text_mention" => entity.User?.Id == me.Id,
            _ => false,
        };
    }

    private static string? WithoutNickname(string text, string nickname)
    {
        var start = text.TrimStart();
        return nickname.Length > 0 && start is ['@' or '＠', .. var name] && name.StartsWith(nickname, StringComparison.Ordinal)
            ? name[nickname.Length..].TrimStart(AfterName.ToCharArray())
            : null;
    }
}
