using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Broadcasts;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Broadcasts;

/// <summary>The next batch of recipients gets its rows; the courier finds them.</summary>
public sealed class FeedAct : IDueAct
{
    public string Kind => BroadcastDue.Feed;

    // Who was to get it is never dropped in silence: the desk gives a broadcast that is too late back to its author.
    public TimeSpan UsefulFor => TimeSpan.MaxValue;

    public async Task ActAsync(DueTurn turn)
    {
        if (await turn.BroadcastAsync() is not { } it)
            return;
        var isSent = await turn.Desk().FeedAsync(it);
        if (!isSent)
            await turn.TellAuthorAsync(it, "broadcasts.missed");
        await turn.Notices.RedrawAsync(BroadcastFace.Key(it), Why.Notice);
    }
}

/// <summary>The next batch of messages is edited or deleted.</summary>
public sealed class MendAct : IDueAct
{
    public string Kind => BroadcastDue.Mend;

    public TimeSpan UsefulFor => TimeSpan.MaxValue;

    public async Task ActAsync(DueTurn turn)
    {
        if (await turn.BroadcastAsync() is { } it)
            await turn.Desk().MendAsync(it);
    }
}

/// <summary>The author sees how far it is, until every row has its end.</summary>
public sealed class ProgressAct : IDueAct
{
    public string Kind => BroadcastDue.Progress;

    public TimeSpan UsefulFor => TimeSpan.MaxValue;

    public async Task ActAsync(DueTurn turn)
    {
        if (await turn.BroadcastAsync() is not { } it)
            return;
        await turn.Desk().PlanLookAsync(it, turn.Now);
        await turn.Notices.RedrawAsync(BroadcastFace.Key(it), Why.Notice);
    }
}

/// <summary>An occurrence of a repeated broadcast; its author gets a line with the way to its progress.</summary>
public sealed class RepeatAct : IDueAct
{
    public string Kind => BroadcastDue.Repeat;

    public TimeSpan UsefulFor => BroadcastDesk.UsefulFor;

    public async Task ActAsync(DueTurn turn)
    {
        if (await turn.BroadcastAsync() is not { ConfirmedAt: not null, StoppedAt: null } of)
            return;
        var it = await turn.Desk().OccurAsync(of);
        await turn.TellAuthorAsync(it, "broadcasts.occurs");
    }
}

internal static class DueBroadcast
{
    public static BroadcastDesk Desk(this DueTurn turn) => new(turn.Db, turn.Clock);

    public static Task<Broadcast?> BroadcastAsync(this DueTurn turn) =>
        turn.Db.Broadcasts.Include(it => it.Rule).Include(it => it.MadeBy).FirstOrDefaultAsync(it => it.Id == turn.Row.SubjectId);

    public static async Task TellAuthorAsync(this DueTurn turn, Broadcast it, string phrase)
    {
        if (await turn.Db.Within(it).OrderBy(group => group.Id).FirstOrDefaultAsync() is { } group)
            await turn.Notices.TellAsync(
                it.MadeBy,
                group,
                speech => speech.Say(phrase, it.Number),
                Why.Notice,
                speech =>
                    [
                        [new Choice(speech.Plain("broadcasts.button.show"), $"!bcshow {it.Number}")],
                    ]
            );
    }
}
