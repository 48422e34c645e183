using System.Globalization;
using System.Text.Json;
using MutualAid.Bot.Channels.Telegram.Api;
using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Channels.Telegram;

/// <summary>Hands updates to the engine, from polling and from the web hook alike.</summary>
internal sealed class TelegramReception(
    IIntake intake,
    TelegramSelf self,
    TelegramAdmins admins,
    TelegramSettings settings,
    ILogger<TelegramReception> log
)
{
    public static readonly IReadOnlyList<string> Wanted = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member"];

    /// <summary>Null, with a line in the log, for an update of an unknown shape: asking for it again would not help.</summary>
    public Update? Parse(JsonElement update)
    {
        try
        {
            return update.Deserialize(TelegramJson.Wire.Update);
        }
        catch (JsonException fault)
        {
            log.LogError("An update of Telegram could not be read at {Path} and is passed over", fault.Path);
            return null;
        }
    }

    /// <summary>Ends after the turn's commit; throws when nothing was stored.</summary>
    public async Task ReceiveAsync(Update update, DateTime now, CancellationToken stop)
    {
        if ((update.ChatMember ?? update.MyChatMember) is { } change)
            admins.Forget(change.Chat.Id);
        var me = self.Me ?? throw new InvalidOperationException("Telegram has not said yet who the bot is");
        if (TelegramUpdates.Read(update, me, settings.Nickname, now) is { } incoming)
            await intake.ReceiveAsync(await WithRoleAsync(incoming, stop), stop);
    }

    private async Task<Incoming> WithRoleAsync(Incoming incoming, CancellationToken stop)
    {
        var asks = !incoming.Place.IsPrivate && incoming.From is { CanHoldRole: true, IsAdmin: null };
        if (!asks || incoming.Kind is IncomingKind.Removed or IncomingKind.Migrated)
            return incoming;
        var chat = long.Parse(incoming.Place.ChatId, CultureInfo.InvariantCulture);
        var user = long.Parse(incoming.From.ExternalId, CultureInfo.InvariantCulture);
        return incoming with { From = incoming.From with { IsAdmin = await admins.IsAdminAsync(chat, user, stop) } };
    }
}
