using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>Before the first visitor comes, a turn is played through and taken back: what is slow only once is then behind us.</summary>
public sealed class Rehearsal(BotEngine engine, Writer writer, EngineParts parts, ILogger<Rehearsal> log) : BackgroundService
{
    private const string Stage = "rehearsal";
    private const string Claimer = "claim";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host goes on starting meanwhile.
        await Task.Yield();
        try
        {
            await PlayAsync(db => engine.RunAsync(db, Said(IncomingKind.Added, "")), stoppingToken);
            await PlayAsync(AskAndClaimAsync, stoppingToken);
        }
        catch (Exception error) when (StorageFault.Is(error) || stoppingToken.IsCancellationRequested)
        {
            log.LogDebug("Not rehearsed: {Error}", Incidents.Describe(error));
        }
    }

    private async Task AskAndClaimAsync(Db db)
    {
        // Who can be told in private is told: that is half of what a claim does.
        await engine.RunAsync(db, Whispered(Stage));
        await engine.RunAsync(db, Whispered(Claimer));
        await engine.RunAsync(db, Said(IncomingKind.Text, "我们杏花台社区需要口罩1个") with { ToBot = true });
        var number = await db.Needs.OrderByDescending(need => need.Id).Select(need => need.Number).FirstOrDefaultAsync();
        var claim = Said(IncomingKind.Text, $"认领 {number}");
        await engine.RunAsync(db, claim with { UpdateId = Claimer, From = new Sender(Claimer, Claimer) });
        foreach (var card in await db.Cards.Where(it => it.Channel == Stage).ToListAsync())
            await DrawAsync(db, card);
    }

    private async Task DrawAsync(Db db, Card card)
    {
        if (card.Key.Split(':', 2) is not [var prefix, var id])
            return;
        var face = parts.Services.GetServices<IFace>().First(it => it.Prefix == prefix);
        var speech = new Speech(parts.Phrases, parts.Defaults.Language);
        await face.DrawAsync(new Canvas(db, id, card, speech, parts.Seal, Now) { HasReaders = true });
    }

    private DateTime Now => parts.Clock.GetUtcNow().UtcDateTime;

    private Incoming Said(IncomingKind kind, string text) =>
        new()
        {
            Place = new Place(Stage, Stage, IsPrivate: false),
            From = new Sender(Stage, Stage),
            UpdateId = Stage,
            MessageId = Stage,
            Kind = kind,
            At = Now,
            Text = text,
        };

    private Incoming Whispered(string who) =>
        Said(IncomingKind.Text, "你好") with
        {
            Place = new Place(Stage, "@" + who, IsPrivate: true),
            From = new Sender(who, who),
            UpdateId = "@" + who,
        };

    private async Task PlayAsync(Func<Db, Task> play, CancellationToken stop)
    {
        try
        {
            await writer.DoAsync<bool>(
                Stage,
                async db =>
                {
                    await play(db);
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
