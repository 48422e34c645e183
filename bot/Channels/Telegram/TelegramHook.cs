using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace MutualAid.Bot.Channels.Telegram;

/// <summary>The web hook. Whatever is wrong gets the same empty 404, so that a stranger learns nothing; 200 means stored.</summary>
internal static class TelegramHook
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private const int Longest = 1024 * 1024;

    /// <summary>Telegram keeps an update for a day: an older one is a replay.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(25);

    public static async Task AnswerAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var settings = services.GetService<TelegramSettings>();
        var allowed = IsOurs(context.Request.Headers[SecretHeader], settings?.WebhookSecret ?? "");
        if (!allowed || settings?.Mode != TelegramMode.WebHook || !HttpMethods.IsPost(context.Request.Method))
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (await BoundedBody.ReadAsync(context.Request, Longest) is not { } bytes || Parse(bytes) is not { } body)
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        else
            context.Response.StatusCode = await ReceiveAsync(services, body, context.RequestAborted);
    }

    private static async Task<int> ReceiveAsync(IServiceProvider services, JsonElement body, CancellationToken stop)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var reception = services.GetRequiredService<TelegramReception>();
        if (reception.Parse(body) is not { } update || IsReplay(update, now))
            return StatusCodes.Status200OK;
        try
        {
            await reception.ReceiveAsync(update, now, stop);
            return StatusCodes.Status200OK;
        }
        catch (Exception fault)
        {
            var log = services.GetRequiredService<ILogger<TelegramReception>>();
            log.LogError(fault, "Update {Update} was not stored; Telegram will send it again", update.UpdateId);
            return StatusCodes.Status503ServiceUnavailable;
        }
    }

    private static bool IsReplay(Api.Update update, DateTime now)
    {
        var said = update.EditedMessage?.EditDate ?? update.Message?.Date ?? (update.MyChatMember ?? update.ChatMember)?.Date;
        return said is { } seconds && DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime < now - Kept;
    }

    /// <summary>Compares hashes, so that neither the content nor the length of the secret shows in the time taken.</summary>
    private static bool IsOurs(StringValues given, string secret)
    {
        var same = CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(given.Count == 1 ? given[0]! : "")),
            SHA256.HashData(Encoding.UTF8.GetBytes(secret))
        );
        return same && secret.Length > 0;
    }

    private static JsonElement? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            var update = JsonElement.Parse(body.Span);
            return update.ValueKind == JsonValueKind.Object && update.TryGetProperty("update_id", out _) ? update : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
