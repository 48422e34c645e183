using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Channels.WeCom;

/// <summary>Group robots in groups where nobody can answer: each is a group of its own that is told things.</summary>
internal sealed class RobotChannel(RobotClient robots) : IChannel
{
    public const string ChannelName = "wecom-robot";

    public string Name => ChannelName;

    public Abilities Can => Abilities.None;

    public Pace Pace { get; } = new(PerChatPerMinute: 20);

    public async Task<Delivery> CarryAsync(Outgoing message, CancellationToken stop) =>
        message.Kind == OutboxKind.Send
            ? await robots.SayAsync(message, stop)
            : new(Outcome.Failed, Reason: $"{message.Kind} is unknown to a group robot");
}

/// <summary>At the start each robot makes its group known: nobody ever speaks there.</summary>
internal sealed class RobotGreeting(IIntake intake, WeComSettings settings, TimeProvider time, ILogger<RobotGreeting> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var name in settings.Robots.Keys.Where(name => !WeComSettings.IsChatId(name)))
        {
            try
            {
                await intake.ReceiveAsync(Added(name), stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError("The group of the robot {Name} could not be stored: {Fault}", name, fault.GetType().Name);
            }
        }
    }

    private Incoming Added(string name) =>
        new()
        {
            Place = new Place(RobotChannel.ChannelName, name, IsPrivate: false, Title: name),
            From = new Sender($"robot:{name}", name, CanHoldRole: false),
            UpdateId = $"added:{name}",
            Kind = IncomingKind.Added,
            At = time.GetUtcNow().UtcDateTime,
        };
}
