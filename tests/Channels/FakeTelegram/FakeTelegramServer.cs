using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace MutualAid.Tests.Channels.FakeTelegram;

/// <summary>
/// A Bot API on a loopback port that holds to Telegram's rules: types, limits, entities, rights, privacy mode, migration, delivery.
/// Point <c>Telegram:ApiBaseUrl</c> at <see cref="Address"/>, add a group and people, and let them speak.
/// </summary>
internal sealed class FakeTelegramServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Dictionary<long, FakeChat> chats = [];
    private readonly Dictionary<string, DateTimeOffset> presses = [];
    private readonly List<FakeCall> calls = [];
    private readonly Dictionary<string, string> toasts = [];
    private TaskCompletionSource change = NewChange();
    private long nextUser = 5_000_000_001;
    private long nextGroup = -1_002_000_000_001;

    private FakeTelegramServer(TimeProvider time, FakeLimits limits)
    {
        Time = time;
        Meter = new(limits, time);
        Updates = new(this);
        Hook = new(this);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        var api = new FakeApi(this);
        app.Map("/{bot}/{method}", (HttpContext context, string bot, string method) => api.AnswerAsync(context, bot, method));
        app.Map(
            "/file/{bot}/{**path}",
            (string bot, string path) => bot == $"bot{Token}" ? Results.Bytes(FileContent(path)) : Results.NotFound()
        );
    }

    public string Token { get; } = $"4200000001:AA{Guid.NewGuid():N}x";
    public FakeUser Bot { get; } = new(4200000001, "互助小助手", "MutualAidTestBot", IsBot: true);
    public Uri Address { get; private set; } = new("http://127.0.0.1");
    public TimeProvider Time { get; }
    public DateTimeOffset Now => Time.GetUtcNow();
    public FakeMeter Meter { get; }
    public FakeFaults Faults { get; } = new();
    public FakeUpdates Updates { get; }
    public FakeHook Hook { get; }

    /// <summary>As BotFather sets it; on by default.</summary>
    public bool PrivacyMode { get; set; } = true;

    /// <summary>How long a press may be answered.</summary>
    public TimeSpan PressLife { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The texts shown over the buttons, by the id of the press.</summary>
    public IReadOnlyDictionary<string, string> Toasts => Read(() => new Dictionary<string, string>(toasts));

    /// <summary>Every call of the bot with what became of it: the truth for a checker.</summary>
    public IReadOnlyList<FakeCall> Calls => Read(() => calls.ToList());

    public Dictionary<(string Scope, string? Language), IReadOnlyList<string>> Commands { get; } = [];

    /// <summary>Polls that ended with nothing: all below their offset is confirmed.</summary>
    public int EmptyPolls { get; internal set; }

    public Lock Gate { get; } = new();

    internal Task NextChange => change.Task;

    public static async Task<FakeTelegramServer> StartAsync(TimeProvider? time = null, FakeLimits? limits = null)
    {
        var telegram = new FakeTelegramServer(time ?? TimeProvider.System, limits ?? new());
        await telegram.app.StartAsync();
        var address = telegram.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        telegram.Address = new Uri(address);
        return telegram;
    }

    public FakePerson AddPerson(string name, string? language = "zh-hans")
    {
        lock (Gate)
        {
            var person = new FakePerson(this, new(nextUser++, name, Language: language));
            chats[person.Id] = new(this, person.Id, "private", name);
            return person;
        }
    }

    /// <summary>A group with the bot in it, unless it is still to be added.</summary>
    public FakeChat AddGroup(string title, bool supergroup = true, bool forum = false, bool withBot = true, bool botIsAdmin = false)
    {
        lock (Gate)
        {
            var id = supergroup ? nextGroup-- : nextGroup-- + 1_000_000_000_000;
            var chat = new FakeChat(this, id, supergroup ? "supergroup" : "group", title) { IsForum = forum };
            if (withBot)
                chat.Members[Bot.Id] = botIsAdmin ? "administrator" : "member";
            chat.Users[Bot.Id] = Bot;
            return chats[id] = chat;
        }
    }

    public FakeChat Chat(long id) => Find(id) ?? throw new InvalidOperationException($"There is no chat {id}");

    /// <summary>Waits for something to become true, woken by what happens here, not by time.</summary>
    public async Task WhenAsync(Func<bool> holds)
    {
        var ends = Task.Delay(TimeSpan.FromMinutes(2));
        while (true)
        {
            Task next;
            lock (Gate)
            {
                if (holds())
                    return;
                next = change.Task;
            }
            if (await Task.WhenAny(next, ends) == ends)
                throw new TimeoutException($"It did not happen. Last calls: {string.Join("; ", Calls.TakeLast(5))}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Hook.DisposeAsync();
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    internal FakeChat? Find(long id)
    {
        lock (Gate)
            return chats.GetValueOrDefault(id);
    }

    internal void Changed()
    {
        lock (Gate)
        {
            Hook.Deliver();
            Interlocked.Exchange(ref change, NewChange()).TrySetResult();
        }
    }

    internal void Note(FakeCall call)
    {
        lock (Gate)
            calls.Add(call);
        Changed();
    }

    internal string NewPress()
    {
        var press = $"{Random.Shared.NextInt64(1L << 60)}";
        presses[press] = Now;
        return press;
    }

    internal void AnswerPress(string press, string? text)
    {
        if (!presses.Remove(press, out var at) || Now - at > PressLife)
            throw FakeRefusal.Bad("query is too old and response timeout expired or query ID is invalid");
        toasts[press] = text ?? "";
    }

    internal void RefuseWhileHooked()
    {
        if (Hook.Address is not null)
            throw new FakeRefusal(
                409,
                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            );
    }

    internal void Announce(FakeChat chat, string field, JsonNode value)
    {
        var message = chat.Add(number => new FakeMessage
        {
            Chat = chat,
            Id = number,
            From = new(777000, "Telegram"),
            At = Now,
            Service = (field, value),
        });
        if (FakeTalk.BotHears(message))
            Updates.Add("message", message.ToJson(), chat.Id);
    }

    internal void AnnounceStanding(FakeChat chat, FakeUser user, string before, string after, FakeUser by)
    {
        var own = user.Id == Bot.Id;
        if (!own && !chat.BotIsAdmin)
            return;
        var change = new JsonObject
        {
            ["chat"] = chat.ToJson(),
            ["from"] = by.ToJson(),
            ["date"] = Now.ToUnixTimeSeconds(),
            ["old_chat_member"] = FakeChat.Standing(user, before),
            ["new_chat_member"] = FakeChat.Standing(user, after),
        };
        Updates.Add(own ? "my_chat_member" : "chat_member", change, chat.Id);
    }

    private static byte[] FileContent(string path) => System.Text.Encoding.UTF8.GetBytes($"content of {path}");

    private T Read<T>(Func<T> read)
    {
        lock (Gate)
            return read();
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>One call of the bot.</summary>
/// <param name="Status">200, an error code, or 0 when no answer was given.</param>
/// <param name="Accepted">It was carried out.</param>
internal sealed record FakeCall(string Method, long? Chat, DateTimeOffset At, int Status, bool Accepted, string? Description, string? Text)
{
    public override string ToString() => $"{Method} {Chat} {Status} {Description}";
}
