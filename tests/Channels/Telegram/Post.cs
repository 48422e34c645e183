using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Channels.FakeTelegram;

namespace MutualAid.Tests.Channels.Telegram;

internal static class Post
{
    public static Outgoing To(FakeChat chat, string text, OutboxKind kind = OutboxKind.Send, string? message = null) =>
        new()
        {
            Kind = kind,
            ChatId = $"{chat.Id}",
            Text = text,
            MessageId = message,
        };

    public static Outgoing With(this Outgoing message, params Button[] buttons) => message with { Buttons = [buttons] };
}
