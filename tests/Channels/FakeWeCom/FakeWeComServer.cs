using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace MutualAid.Tests.Channels.FakeWeCom;

/// <summary>What a frame from a program meets on its way.</summary>
internal enum FakeFault
{
    None,

    /// <summary>The line breaks before the frame is taken.</summary>
    CutBefore,

    /// <summary>The frame is taken, the line breaks before its answer.</summary>
    CutAfter,

    /// <summary>The frame is taken, its answer never comes.</summary>
    Mute,
}

/// <summary>A WeCom on loopback that keeps its published laws: one connection a bot, answers only to what was asked, limits, shapes.</summary>
internal sealed partial class FakeWeComServer : IAsyncDisposable
{
    public const string BotId = "aibTest01";
    public const string Secret = "s3cretOfTheFakeBot";
    public const string Name = "小助手";

    private readonly WebApplication app;
    private readonly TimeProvider clock;
    private readonly List<FakeLink> links = [];
    private readonly List<FakePost> posts = [];
    private readonly List<string> violations = [];
    private readonly Dictionary<string, FakeCallback> callbacks = new(StringComparer.Ordinal);
    private readonly HashSet<string> tasks = new(StringComparer.Ordinal);
    private readonly HashSet<string> spoken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<DateTimeOffset>> sent = new(StringComparer.Ordinal);
    private readonly Queue<object> held = [];
    private int last;

    private FakeWeComServer(WebApplication app, TimeProvider clock) => (this.app, this.clock) = (app, clock);

    public Lock Gate { get; } = new();
    public Uri Address { get; private set; } = new("http://127.0.0.1");
    public Uri SocketUrl => new($"ws://127.0.0.1:{Address.Port}/");

    /// <summary>What happens to a frame, by its command and number.</summary>
    public Func<string, int, FakeFault> Faults { get; set; } = (_, _) => FakeFault.None;

    /// <summary>What happens to a callback on its way to the program. One whose line broke is given again over the next.</summary>
    public Func<FakeFault> GivingFault { get; set; } = () => FakeFault.None;

    /// <summary>An error for a frame that is in order; 0: none.</summary>
    public Func<string, JsonElement, int> Refuses { get; set; } = (_, _) => 0;

    /// <summary>How long a press or an entrance may be answered; longer where a busy machine must not decide the test.</summary>
    public TimeSpan ForEvent { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Takes frames and never answers, as a line does that is dead at the far end.</summary>
    public bool IsDeaf { get; set; }

    /// <summary>At the worst instant, a connection that is being taken over from counted in.</summary>
    public int MostLive { get; private set; }

    /// <summary>How often the bot was taken over from a connection that still stood.</summary>
    public int Kicks { get; private set; }
    public int Subscribed { get; private set; }
    public int Frames { get; private set; }

    /// <summary>Raw frames as they came, for the recorded bodies.</summary>
    public List<string> Heard { get; } = [];

    public IReadOnlyList<FakePost> Posts
    {
        get
        {
            lock (Gate)
                return [.. posts];
        }
    }

    public IReadOnlyList<string> Violations
    {
        get
        {
            lock (Gate)
                return [.. violations];
        }
    }

    /// <summary>Numbers of all messages that a program was given.</summary>
    public List<string> Given { get; } = [];

    public static async Task<FakeWeComServer> StartAsync(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new FakeWeComServer(app, clock ?? TimeProvider.System);
        app.UseWebSockets();
        app.Map("/", server.ConnectAsync);
        app.MapPost("/cgi-bin/webhook/send", (Delegate)server.RobotAsync);
        app.MapPost("/cgi-bin/aibot/response", (Delegate)server.ResponseAsync);
        app.MapGet("/photo/{number}", server.GivePhoto);
        await app.StartAsync();
        server.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return server;
    }

    public bool IsConnected
    {
        get
        {
            lock (Gate)
                return links.Exists(link => link.IsIn && link.IsOpen);
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (Gate)
            links.ForEach(link => link.Cut());
        caller.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private string NewId(string kind) => $"{kind}{Interlocked.Increment(ref last).ToString("00000", CultureInfo.InvariantCulture)}";

    private async Task ConnectAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
            return;
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var link = new FakeLink(socket, this);
        lock (Gate)
            links.Add(link);
        await link.ServeAsync(context.RequestAborted);
    }

    /// <summary>The documents warn of repeated callbacks: what the line may have swallowed is given again over the next.</summary>
    internal void Left(FakeLink link)
    {
        lock (Gate)
        {
            links.Remove(link);
            var next = links.Find(other => other.IsIn && other.IsOpen);
            while (link.Recent.TryDequeue(out var frame))
            {
                if (next is null)
                    held.Enqueue(frame);
                else
                    _ = next.SendAsync(frame);
            }
        }
    }
}
