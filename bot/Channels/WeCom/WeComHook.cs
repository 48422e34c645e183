using System.Globalization;
using System.Text.Json;
using MutualAid.Bot.Channels.WeCom.Api;

namespace MutualAid.Bot.Channels.WeCom;

/// <summary>The callbacks of the URL mode. Whatever is wrong gets the same empty 404; 200 means stored: https://developer.work.weixin.qq.com/document/path/101033</summary>
internal static class WeComHook
{
    private const int Longest = 512 * 1024;

    /// <summary>An older one, or one from the future, is a replay.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    /// <summary>A press waits for its card, but not as long as the platform does.</summary>
    private static readonly TimeSpan ForCard = TimeSpan.FromSeconds(2);

    public static async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        if (context.RequestServices.GetService<CallbackCrypto>() is not { } crypto || Query.Of(request) is not { } query)
            return;
        if (!query.IsNear(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), Fresh))
            return;
        if (HttpMethods.IsGet(request.Method) && query.Echo is { } echo && Open(crypto, query, echo) is { } plain)
            await SayAsync(context, plain);
        else if (
            HttpMethods.IsPost(request.Method)
            && await ReadAsync(request) is { } encrypted
            && Open(crypto, query, encrypted) is { } body
        )
            await ReceiveAsync(context, crypto, query, body);
    }

    private static string? Open(CallbackCrypto crypto, Query query, string encrypted) =>
        crypto.IsSigned(query.Signature, query.Timestamp, query.Nonce, encrypted) ? crypto.Decrypt(encrypted) : null;

    private static async Task ReceiveAsync(HttpContext context, CallbackCrypto crypto, Query query, string body)
    {
        var reception = context.RequestServices.GetRequiredService<WeComReception>();
        context.Response.StatusCode = StatusCodes.Status200OK;
        if (Parse(body) is not { } json || reception.Parse(json) is not { } said)
            return;
        var kind = WeComSocket.KindOf(said);
        var ways = context.RequestServices.GetRequiredService<WeComWays>();
        var card = kind == WayKind.Press && said.Msgid is { } press ? ways.AnswerTo(press) : null;
        try
        {
            await reception.TakeAsync(said, new Way("", kind) { Open = card }, context.RequestAborted);
        }
        catch (Exception fault)
        {
            var log = context.RequestServices.GetRequiredService<ILogger<WeComReception>>();
            log.LogError("Callback {Id} was not stored; WeCom will send it again: {Fault}", said.Msgid, fault.GetType().Name);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        if (card is null)
            return;
        await Task.WhenAny(card.Task, Task.Delay(ForCard, context.RequestAborted));
        card.TrySetCanceled();
        if (card.Task.IsCompletedSuccessfully)
            await SayAsync(context, Reply(crypto, query, await card.Task));
    }

    // The number of the callback must come back with the answer.
    private static string Reply(CallbackCrypto crypto, Query query, string plain)
    {
        var encrypted = crypto.Encrypt(plain);
        var reply = new SealedReply(
            encrypted,
            crypto.Sign(query.Timestamp, query.Nonce, encrypted),
            long.Parse(query.Timestamp, CultureInfo.InvariantCulture),
            query.Nonce
        );
        return JsonSerializer.Serialize(reply, WeComJson.Wire.SealedReply);
    }

    private static Task SayAsync(HttpContext context, string text)
    {
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static async Task<string?> ReadAsync(HttpRequest request)
    {
        if (await BoundedBody.ReadAsync(request, Longest) is not { } body)
            return null;
        try
        {
            return JsonSerializer.Deserialize(body.Span, WeComJson.Wire.Sealed)?.Encrypt;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Parse(string body)
    {
        try
        {
            return JsonElement.Parse(body) is { ValueKind: JsonValueKind.Object } it ? it : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What stands behind the address; null where something is missing or stands there twice.</summary>
    private sealed record Query(string Signature, string Timestamp, string Nonce, string? Echo)
    {
        public static Query? Of(HttpRequest request) =>
            (One(request, "msg_signature"), One(request, "timestamp"), One(request, "nonce")) is ({ } signature, { } timestamp, { } nonce)
                ? new(signature, timestamp, nonce, One(request, "echostr"))
                : null;

        public bool IsNear(DateTimeOffset now, TimeSpan most) =>
            long.TryParse(Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && Math.Abs((decimal)now.ToUnixTimeSeconds() - seconds) <= (decimal)most.TotalSeconds;

        private static string? One(HttpRequest request, string name) => request.Query[name] is [{ Length: > 0 } only] ? only : null;
    }
}
