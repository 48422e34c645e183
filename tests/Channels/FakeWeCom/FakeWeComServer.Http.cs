using System.Security.Cryptography;
using System.Text.Json;
using MutualAid.Tests.Content;

namespace MutualAid.Tests.Channels.FakeWeCom;

/// <summary>Group robots and the answer addresses of the URL mode.</summary>
internal sealed partial class FakeWeComServer
{
    public const string RobotKey = "693a91f6-7cc1-4bc4-97a0-0ec2sifa5aaa";

    private readonly Dictionary<string, (string Chat, bool Used)> addresses = new(StringComparer.Ordinal);

    /// <summary>Among the statuses: the line breaks before the call is taken, or before its answer.</summary>
    public const int CutBefore = 444;
    public const int CutAfter = 499;

    /// <summary>How a web hook or answer address behaves: a status other than 200, or an error code. At 502 it was taken all the same.</summary>
    public Func<string, (int Status, int Code)> Answers { get; set; } = _ => (200, 0);

    /// <summary>Answer addresses lead there instead.</summary>
    public Uri? LeadsTo { get; set; }

    /// <summary>Photos that people send lie there, encrypted; each with a key of its own in the callback of the long connection.</summary>
    public byte[] Photo { get; set; } = Pictures.Png(640, 480);

    /// <summary>The key of the callbacks, which opens photos in URL mode.</summary>
    public string? CallbackKey { get; set; }

    public int Fetched { get; private set; }

    /// <summary>What group robots showed, in order.</summary>
    public List<byte[]> Shown { get; } = [];

    /// <summary>What group robots said, in order.</summary>
    public List<string> Robots { get; } = [];

    /// <summary>A fresh address to answer to, good once.</summary>
    public Uri AddressFor(string chat)
    {
        lock (Gate)
        {
            var code = $"code{addresses.Count}";
            addresses[code] = (chat, false);
            return new Uri(Address, $"/cgi-bin/aibot/response?response_code={code}");
        }
    }

    public object PhotoOf() =>
        CallbackKey is null
            ? new { url = $"{Address}photo/7571665296904772241?sign=q-sign%3Dsha1%26q-time%3D1%3B2", aeskey = PhotoKey }
            : new { url = $"{Address}photo/7571665296904772241?sign=q-sign%3Dsha1%26q-time%3D1%3B2" };

    private const string PhotoKey = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVowMTIzNDU=";

    private IResult GivePhoto()
    {
        Fetched++;
        var pad = 32 - (Photo.Length % 32);
        using var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(CallbackKey is { } key ? key + "=" : PhotoKey);
        byte[] plain = [.. Photo, .. Enumerable.Repeat((byte)pad, pad)];
        return Results.Bytes(aes.EncryptCbc(plain, aes.Key.AsSpan(0, 16), PaddingMode.None));
    }

    private async Task<IResult> RobotAsync(HttpContext context)
    {
        var (raw, body) = await BodyAsync(context.Request);
        var (status, code) = Answers("webhook");
        lock (Gate)
        {
            Heard.Add(raw);
            if (status is not (200 or 502))
                return Results.StatusCode(status);
            if (context.Request.Query["key"] != RobotKey)
                code = 93000;
            else if ((FakeFields.Fault(body, "webhook") ?? FakeRules.OfPicture(body) ?? FakeRules.OfMessage(body, 4096)) is { } wrong)
                (code, _) = Broken("webhook", wrong);
            else if (code == 0 && body.TryGetProperty("image", out var image))
                Shown.Add(image.GetProperty("base64").GetBytesFromBase64());
            else if (code == 0)
                Robots.Add(body.GetProperty("markdown").GetProperty("content").GetString()!);
        }

        return status == 200 ? Results.Json(new { errcode = code, errmsg = code == 0 ? "ok" : "refused" }) : Results.StatusCode(status);
    }

    private async Task<IResult> ResponseAsync(HttpContext context)
    {
        var (raw, body) = await BodyAsync(context.Request);
        var (status, code) = Answers("response");
        var key = context.Request.Query["response_code"].ToString();
        lock (Gate)
        {
            Heard.Add(raw);
            if (LeadsTo is { } elsewhere)
                return Results.Redirect($"{elsewhere}", permanent: true, preserveMethod: true);
            if (status == CutBefore)
                context.Abort();
            if (status is not (200 or 502 or CutAfter))
                return Results.StatusCode(status);
            if (!addresses.TryGetValue(key, out var address) || address.Used)
                (code, _) = Broken("response_url", "unknown or used");
            else if ((FakeFields.Fault(body, "response_url") ?? FakeRules.OfMessage(body, 20480)) is { } wrong)
                (code, _) = Broken("response_url", wrong);
            else if (code == 0)
            {
                addresses[key] = (address.Chat, true);
                Show(address.Chat, body, null);
            }
        }

        if (status == CutAfter)
            context.Abort();

        return status == 200 ? Results.Json(new { errcode = code, errmsg = code == 0 ? "ok" : "refused" }) : Results.StatusCode(status);
    }

    private static async Task<(string Raw, JsonElement Body)> BodyAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var raw = await reader.ReadToEndAsync();
        return (raw, JsonElement.Parse(raw));
    }
}
