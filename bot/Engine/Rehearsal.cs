using MutualAid.Core.Data;

namespace MutualAid.Bot.Engine;

/// <summary>Before the first visitor comes, a turn is played through and taken back: what is slow only once is then behind us.</summary>
public sealed class Rehearsal(BotEngine engine, Writer writer, EngineParts parts, ILogger<Rehearsal> log) : BackgroundService
{
    private const string Stage = "rehearsal";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host goes on starting meanwhile.
        await Task.Yield();
        try
        {
            await PlayAsync(IncomingKind.Added, "", stoppingToken);
            await PlayAsync(IncomingKind.Text, "需求 口罩 1个", stoppingToken);
        }
        catch (Exception error) when (StorageFault.Is(error) || stoppingToken.IsCancellationRequested)
        {
            log.LogDebug("Not rehearsed: {Error}", Incidents.Describe(error));
        }
    }

    private async Task PlayAsync(IncomingKind kind, string text, CancellationToken stop)
    {
        var said = new Incoming
        {
            Place = new Place(Stage, Stage, IsPrivate: false),
            From = new Sender(Stage, Stage),
            UpdateId = Stage,
            MessageId = Stage,
            Kind = kind,
            At = parts.Clock.GetUtcNow().UtcDateTime,
            Text = text,
        };
        try
        {
            await writer.DoAsync(
                Stage,
                async db =>
                {
                    await engine.RunAsync(db, said);
                    throw new CurtainException();
                },
                stop
            );
        }
        catch (CurtainException)
        {
            // Nothing of it was stored.
        }
    }

    private sealed class CurtainException : Exception;
}
