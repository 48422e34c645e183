using System.Text;
using MutualAid.Bot.Channels.Telegram.Api;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Channels.Telegram;

/// <summary>What stands below a message: buttons, or an open reply for the person it answers.</summary>
internal static class TelegramKeys
{
    private const int LongestData = 64;

    public static ReplyMarkup? Of(Outgoing message) =>
        message.Buttons.Count > 0 ? new(InlineKeyboard: [.. message.Buttons.Select(row => row.Select(Of).ToList())])
        : message is { ForceReply: true, Kind: OutboxKind.Send } ? new(ForceReply: true, Selective: true)
        : null;

    /// <summary>The button that opens the private chat leads to the bot's own link; it goes as long as the bot's name is not known.</summary>
    public static IReadOnlyList<IReadOnlyList<Button>> Linked(IReadOnlyList<IReadOnlyList<Button>> rows, string? username) =>
        rows.Any(row => row.Any(IsOpening))
            ?
            [
                .. rows.Select(row =>
                        row.Where(button => username is not null || !IsOpening(button)).Select(button => Linked(button, username)).ToList()
                    )
                    .Where(row => row.Count > 0),
            ]
            : rows;

    private static bool IsOpening(Button button) => button.Url == Turn.OpenPrivate;

    private static Button Linked(Button button, string? username) =>
        IsOpening(button) ? button with { Url = $"https://t.me/{username}?start=open" } : button;

    /// <summary>The fault of a slice that made a button Telegram cannot carry; null: all fit.</summary>
    public static string? Misfit(Outgoing message) =>
        message.Buttons.SelectMany(row => row).FirstOrDefault(button => !Fits(button)) is { } wrong
            ? $"the button {wrong.Label} has neither an address nor 1 to {LongestData} bytes of data"
            : null;

    private static bool Fits(Button button) =>
        button.Label.Length > 0 && (button.Url is not null || Encoding.UTF8.GetByteCount(button.Data ?? "") is >= 1 and <= LongestData);

    private static InlineButton Of(Button button) =>
        button.Url is { } url ? new(button.Label, Url: url) : new(button.Label, CallbackData: button.Data);
}
