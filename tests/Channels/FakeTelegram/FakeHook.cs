using System.Net.Http.Headers;
using System.Text;

namespace MutualAid.Tests.Channels.FakeTelegram;

internal sealed record FakeDelivery(long Update, long Chat, int Status);

/// <summary>Delivers to a web hook by Telegram's law: any answer but 2xx, or none in time, and it comes again after a growing pause; a chat keeps its order.</summary>
internal sealed class FakeHook(FakeTelegramServer telegram) : IAsyncDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly Dictionary<long, Task> workers = [];
    private readonly List<FakeDelivery> deliveries = [];
    private readonly CancellationTokenSource stop = new();

    public Uri? Address { get; private set; }

    public string? Secret { get; private set; }

    public TimeSpan LongestPause { get; set; } = TimeSpan.FromSeconds(60);

    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(1);

    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(60);

    public string? LastError { get; private set; }

    public IReadOnlyList<FakeDelivery> Deliveries
    {
        get
        {
            lock (telegram.Gate)
                return [.. deliveries];
        }
    }

    public void Set(string url, string? secret)
    {
        if (url.Length == 0)
        {
            Address = null;
            return;
        }
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || (address.Scheme != "https" && !address.IsLoopback))
            throw FakeRefusal.Bad("bad webhook: An HTTPS URL must be provided for webhook");
        if (
            secret is not null
            && (secret.Length is < 1 or > 256 || secret.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-')))
        )
            throw FakeRefusal.Bad("secret token contains unallowed characters");
        (Address, Secret) = (address, secret);
        Deliver();
    }

    /// <summary>Called within the gate whenever something may wait.</summary>
    public void Deliver()
    {
        if (Address is null || stop.IsCancellationRequested)
            return;
        foreach (var chat in telegram.Updates.Chats.Where(chat => !workers.ContainsKey(chat)).ToList())
            workers[chat] = Task.Run(() => DeliverAsync(chat));
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        Task[] running;
        lock (telegram.Gate)
            running = [.. workers.Values];
        await Task.WhenAll(running);
        client.Dispose();
        stop.Dispose();
    }

    private async Task DeliverAsync(long chat)
    {
        for (var pause = FirstPause; ; )
        {
            FakeUpdate update;
            Uri address;
            lock (telegram.Gate)
            {
                if (telegram.Updates.First(chat) is not { } first || Address is not { } known || stop.IsCancellationRequested)
                {
                    workers.Remove(chat);
                    return;
                }
                (update, address) = (first, known);
            }
            var status = await PostAsync(update, address);
            Note(update, status);
            if (status is >= 200 and < 300)
                pause = FirstPause;
            else
            {
                await Task.Delay(pause, telegram.Time, stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    private void Note(FakeUpdate update, int status)
    {
        lock (telegram.Gate)
        {
            deliveries.Add(new(update.Id, update.Chat, status));
            if (status is >= 200 and < 300)
                telegram.Updates.Remove(update);
            else
                LastError = $"Wrong response from the webhook: {status}";
            telegram.Changed();
        }
    }

    private async Task<int> PostAsync(FakeUpdate update, Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new StringContent(update.Json.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        if (Secret is not null)
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Secret);
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
            patience.CancelAfter(Patience);
            using var response = await client.SendAsync(request, patience.Token);
            return (int)response.StatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            return 0;
        }
    }
}
