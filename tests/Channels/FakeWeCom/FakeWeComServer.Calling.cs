using System.Text;
using System.Text.Json;
using MutualAid.Bot.Channels;

namespace MutualAid.Tests.Channels.FakeWeCom;

/// <summary>URL mode: callbacks are posted, encrypted, to the address of the program.</summary>
internal sealed partial class FakeWeComServer
{
    private readonly HttpClient caller = new(new SocketsHttpHandler { UseProxy = false });
    private readonly List<Dictionary<string, object>> replays = [];
    private CallbackCrypto? crypto;
    private Uri? hook;
    private int underway;

    /// <summary>What happens to the next callback.</summary>
    public Func<Arrival> CallFault { get; set; } = () => Arrival.Good;

    /// <summary>All that was said has an answer.</summary>
    public bool IsHeard => Volatile.Read(ref underway) == 0;

    public void CallAt(Uri address, string token, string key)
    {
        (hook, crypto) = (address, new CallbackCrypto(token, key));
        CallbackKey = key;
    }

    private void Call(string reqId, string chat, Dictionary<string, object> body)
    {
        body["response_url"] = $"{AddressFor(chat)}";
        List<Dictionary<string, object>> again;
        Arrival fault;
        lock (Gate)
        {
            fault = CallFault();
            again = [.. replays];
            replays.Clear();
            if (fault == Arrival.Replayed)
                replays.Add(body);
        }

        Interlocked.Increment(ref underway);
        _ = Task.Run(async () =>
        {
            try
            {
                await CallAsync(reqId, body, fault);
                foreach (var old in again)
                    await PostAsync(old);
            }
            finally
            {
                Interlocked.Decrement(ref underway);
            }
        });
    }

    private async Task CallAsync(string reqId, Dictionary<string, object> body, Arrival fault)
    {
        var twin = fault == Arrival.Twice ? PostAsync(body) : null;
        for (var attempt = fault == Arrival.Lost ? 1 : 0; attempt < 5; attempt++)
        {
            var (status, answer) = await PostAsync(body);
            if (status == 200 && !(fault == Arrival.Unheard && attempt == 0))
            {
                Take(reqId, answer);
                break;
            }
        }

        if (twin is not null)
            await twin;
    }

    private void Take(string reqId, string answer)
    {
        if (answer.Length == 0)
            return;
        var reply = JsonElement.Parse(answer);
        lock (Gate)
        {
            if (FakeFields.Fault(reply, "sealed") is { } wrong)
                Broken("reply", wrong);
            else if (crypto!.Decrypt(FakeRules.Text(reply, "encrypt")!) is { } plain)
                Change(reqId, JsonElement.Parse(plain));
            else
                Broken("reply", "not encrypted with the key");
        }
    }

    private async Task<(int Status, string Answer)> PostAsync(Dictionary<string, object> body)
    {
        var encrypted = crypto!.Encrypt(JsonSerializer.Serialize(body));
        var (stamp, nonce) = ($"{clock.GetUtcNow().ToUnixTimeSeconds()}", NewId("nonce"));
        var query = $"?msg_signature={crypto.Sign(stamp, nonce, encrypted)}&timestamp={stamp}&nonce={nonce}";
        using var content = new StringContent(JsonSerializer.Serialize(new { encrypt = encrypted }), Encoding.UTF8, "application/json");
        using var answer = await caller.PostAsync(new Uri(hook!, query), content);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
