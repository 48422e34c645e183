using System.Net;
using System.Text.Json;
using MutualAid.Bot.Channels.BotFramework.Api;
using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Channels.BotFramework;

/// <summary>
/// The address that the platforms deliver to. 200 means stored; a press is answered with its toast in the same response:
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-activities
/// </summary>
internal static class BotFrameworkHook
{
    private const int Longest = 256 * 1024;

    /// <summary>Platforms give up within seconds: what is older is a replay.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    public static async Task AnswerAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        if (context.RequestServices.GetService<BotFrameworkSettings>() is not { } settings)
            return;
        try
        {
            var (status, card) = await AdmitAsync(context, settings);
            context.Response.StatusCode = status;
            if (card is not null)
                await context.Response.WriteAsJsonAsync(card, ActivityJson.Wire.CardAnswer);
        }
        catch (KeysUnreachableException fault)
        {
            Log(context).LogWarning("A request to {Path} could not be checked: {Why}", BotFrameworkSettings.Path, fault.Message);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    // The caller is known before a byte of the body is read.
    private static async Task<HookAnswer> AdmitAsync(HttpContext context, BotFrameworkSettings settings)
    {
        if (await CallerAsync(context, settings) is not { } caller)
            return new(StatusCodes.Status401Unauthorized);
        if (await BoundedBody.ReadAsync(context.Request, Longest) is not { } body)
            return new(StatusCodes.Status413PayloadTooLarge);
        if (Parse(body) is not { } activity)
            return new(StatusCodes.Status400BadRequest);
        if (caller.Refuses(activity) is { } why)
            return Refuse(context, why, StatusCodes.Status401Unauthorized);
        if (context.RequestServices.GetRequiredService<ServiceHosts>().Read(activity.ServiceUrl) is null)
            return Refuse(context, "serviceUrl is not in BotFramework:AllowedServiceHosts", StatusCodes.Status403Forbidden);
        if (activity.DeliveryMode == "expectReplies" || (activity.Type == "invoke" && activity.Name != Activities.CardAction))
            return new(StatusCodes.Status501NotImplemented);
        return await ReceiveAsync(context, activity);
    }

    private static async Task<Caller?> CallerAsync(HttpContext context, BotFrameworkSettings settings)
    {
        if (settings.AppId.Length > 0)
        {
            var header = context.Request.Headers.Authorization;
            return await context.RequestServices.GetRequiredService<TokenCheck>().CheckAsync(header, context.RequestAborted);
        }

        // The Emulator without a registration: settings let this be in Development alone.
        var isHere = context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
        return settings.IsDevelopment && isHere ? new Caller(null, [], IsEmulator: true) : null;
    }

    private static async Task<HookAnswer> ReceiveAsync(HttpContext context, Activity activity)
    {
        var services = context.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var reception = services.GetRequiredService<BotFrameworkReception>();
        var happened = Activities.TimeOf(activity) < now - Kept ? [] : reception.Read(activity);
        try
        {
            if (activity.Type == "invoke")
                return new(StatusCodes.Status200OK, await PressAsync(context, reception, happened));
            foreach (var incoming in happened)
                await reception.ReceiveAsync(incoming, context.RequestAborted);
            return new(StatusCodes.Status200OK);
        }
        catch (Exception fault)
        {
            Log(context).LogError(fault, "An activity of {Platform} was not stored", activity.ChannelId);
            return new(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<CardAnswer> PressAsync(HttpContext context, BotFrameworkReception reception, IReadOnlyList<Incoming> happened)
    {
        var toasts = context.RequestServices.GetRequiredService<Toasts>();
        string? said = null;
        if (happened is [{ CallbackId: { } id } press])
        {
            toasts.Expect(id);
            try
            {
                await reception.ReceiveAsync(press, context.RequestAborted);
                said = await toasts.WaitAsync(id, context.RequestServices.GetRequiredService<BotFrameworkSettings>().ToastPatience);
            }
            finally
            {
                toasts.Forget(id);
            }
        }

        // Teams takes an empty value for a failure and sends the press again.
        return new CardAnswer(StatusCodes.Status200OK, "application/vnd.microsoft.activity.message", said is { Length: > 0 } ? said : "✓");
    }

    private static Activity? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, ActivityJson.Wire.Activity);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static HookAnswer Refuse(HttpContext context, string why, int status)
    {
        Log(context).LogWarning("A request to {Path} was refused: {Why}", BotFrameworkSettings.Path, why);
        return new(status);
    }

    private sealed record HookAnswer(int Status, CardAnswer? Card = null);

    private static ILogger Log(HttpContext context) => context.RequestServices.GetRequiredService<ILogger<BotFrameworkReception>>();
}
