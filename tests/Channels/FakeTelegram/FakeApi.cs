using System.Text.Json;
using System.Text.Json.Nodes;

namespace MutualAid.Tests.Channels.FakeTelegram;

/// <summary>Takes a call, plays the scripted troubles, and answers as the Bot API does.</summary>
internal sealed class FakeApi(FakeTelegramServer telegram)
{
    private readonly FakeMessages messages = new(telegram);
    private readonly FakeChats chats = new(telegram);

    public async Task AnswerAsync(HttpContext context, string bot, string method)
    {
        if (bot != $"bot{telegram.Token}")
            await WriteAsync(context, new(401, "Unauthorized"));
        else if (!FakeArguments.Knows(method))
            await WriteAsync(context, new(404, "Not Found: method not found"));
        else if (method.Equals("getUpdates", StringComparison.OrdinalIgnoreCase))
            await PollAsync(context);
        else
            await CallAsync(context, method);
    }

    private async Task CallAsync(HttpContext context, string method)
    {
        var arguments = await FakeArguments.ReadAsync(context.Request);
        var trouble = telegram.Faults.Next(method, arguments.Chat);
        var (result, refusal) = trouble is { Accepted: false } ? (null, null) : Carry(method, arguments);
        var status = trouble is not null ? StatusOf(trouble.Fault) : refusal?.Code ?? 200;
        var words = trouble?.Fault.ToString() ?? refusal?.Message;
        telegram.Note(new(method, arguments.Chat, telegram.Now, status, result is not null, words, TextOf(arguments)));
        if (trouble is not null)
            await TroubleAsync(context, trouble, arguments);
        else if (refusal is not null)
            await WriteAsync(context, refusal);
        else
            await WriteAsync(context, 200, new JsonObject { ["ok"] = true, ["result"] = result });
    }

    private (JsonNode? Result, FakeRefusal? Refusal) Carry(string method, FakeArguments arguments)
    {
        try
        {
            arguments.Check(method);
            lock (telegram.Gate)
                return (messages.Carry(method, arguments) ?? chats.Carry(method, arguments), null);
        }
        catch (FakeRefusal refusal)
        {
            return (null, refusal);
        }
    }

    private async Task PollAsync(HttpContext context)
    {
        var arguments = await FakeArguments.ReadAsync(context.Request);
        if (telegram.Faults.Next("getUpdates", null) is { } trouble)
        {
            telegram.Note(new("getUpdates", null, telegram.Now, StatusOf(trouble.Fault), false, $"{trouble.Fault}", null));
            await TroubleAsync(context, trouble, arguments);
            return;
        }
        try
        {
            arguments.Check("getUpdates");
            if (arguments.Object("allowed_updates") is { } kinds)
                telegram.Updates.Allowed = [.. kinds.EnumerateArray().Select(kind => kind.GetString()!)];
            var hold = TimeSpan.FromSeconds(arguments.NumberOrNull("timeout") ?? 0);
            var limit = (int)(arguments.NumberOrNull("limit") ?? 100);
            var batch = await telegram.Updates.PollAsync(arguments.NumberOrNull("offset"), limit, hold, context.RequestAborted);
            await WriteAsync(context, 200, new JsonObject { ["ok"] = true, ["result"] = batch });
        }
        catch (FakeRefusal refusal)
        {
            telegram.Note(new("getUpdates", null, telegram.Now, refusal.Code, false, refusal.Message, null));
            await WriteAsync(context, refusal);
        }
        catch (OperationCanceledException)
        {
            // The bot hung up: what it would have got stays.
            context.Abort();
        }
    }

    private async Task TroubleAsync(HttpContext context, FakeTrouble trouble, FakeArguments arguments)
    {
        switch (trouble.Fault)
        {
            case FakeFault.Reset:
                context.Abort();
                break;
            case FakeFault.Silence:
                var gone = new TaskCompletionSource();
                await using (context.RequestAborted.Register(gone.SetResult))
                    await gone.Task;
                break;
            case FakeFault.TooManyRequests:
                await WriteAsync(context, Refuse(trouble.RetryAfter, arguments.Chat));
                break;
            case FakeFault.ErrorPage or FakeFault.WrongJson:
                context.Response.StatusCode = StatusOf(trouble.Fault);
                await context.Response.WriteAsync(trouble.Fault == FakeFault.ErrorPage ? "<html><h1>502</h1></html>" : "{\"ok\":tru");
                break;
            default:
                await WriteAsync(context, new(StatusOf(trouble.Fault), Words(trouble.Fault)));
                break;
        }
    }

    private FakeRefusal Refuse(int seconds, long? chat)
    {
        if (chat is not { } id || telegram.Find(id) is not { } closed)
            return FakeRefusal.TooMany(seconds);
        try
        {
            telegram.Meter.Close(closed, telegram.Now.AddSeconds(seconds), telegram.Now);
        }
        catch (FakeRefusal refusal)
        {
            return refusal;
        }
        return FakeRefusal.TooMany(seconds);
    }

    private static string Words(FakeFault fault) =>
        fault switch
        {
            FakeFault.BadGateway => "Bad Gateway",
            FakeFault.GatewayTimeout => "Gateway Timeout",
            _ => "Internal Server Error",
        };

    private static int StatusOf(FakeFault fault) =>
        fault switch
        {
            FakeFault.TooManyRequests => 429,
            FakeFault.InternalError => 500,
            FakeFault.BadGateway or FakeFault.ErrorPage => 502,
            FakeFault.GatewayTimeout => 504,
            FakeFault.WrongJson => 200,
            _ => 0,
        };

    private static string? TextOf(FakeArguments arguments) =>
        (arguments.Object("text") ?? arguments.Object("caption")) is { ValueKind: JsonValueKind.String } text ? text.GetRawText() : null;

    private static Task WriteAsync(HttpContext context, FakeRefusal refusal)
    {
        var json = new JsonObject
        {
            ["ok"] = false,
            ["error_code"] = refusal.Code,
            ["description"] = refusal.Message,
        };
        if (refusal.Parameters is { } parameters)
            json["parameters"] = parameters.DeepClone();
        if (refusal.Parameters?["retry_after"] is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString();
        return WriteAsync(context, refusal.Code, json);
    }

    private static Task WriteAsync(HttpContext context, int status, JsonObject json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json.ToJsonString());
    }
}
