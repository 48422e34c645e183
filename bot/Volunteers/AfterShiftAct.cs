using MutualAid.Bot.Engine;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.Volunteers;

namespace MutualAid.Bot.Volunteers;

/// <summary>Half an hour after the end: who forgot to sign out left with it, is asked, and waits for the leader's word.</summary>
public sealed class AfterShiftAct : IDueAct
{
    public string Kind => ShiftDue.After;

    public TimeSpan UsefulFor => TimeSpan.FromDays(3);

    public async Task ActAsync(DueTurn turn)
    {
        if (await turn.ShiftAsync() is not { CancelledAt: null } it)
            return;
        var forgot = await new ShiftDesk(turn.Db, turn.Clock).EndAsync(it.Number);
        foreach (var place in forgot)
            await turn.Notices.TellOrMentionAsync(
                place.Person,
                it.Group,
                speech => speech.Say("volunteers.out.when"),
                Why.Reminder,
                it.SourceMessage,
                speech =>
                    [
                        [
                            new Choice(End(it, speech), $"!outat {it.Number} end"),
                            new Choice(speech.Plain("volunteers.button.now"), $"!outat {it.Number} now"),
                        ],
                    ]
            );
        await turn.Notices.RedrawAsync(ShiftFace.Key(it), Why.Notice);
    }

    private static string End(Shift it, Speech speech)
    {
        var end = it.Group.Local(it.EndsAt);
        return end.Minute == 0 ? speech.Plain("volunteers.button.leftAt", end.Hour) : ShiftText.Clock(end);
    }
}

/// <summary>A repeated shift begins: the next one is made.</summary>
public sealed class RepeatShiftAct : IDueAct
{
    public string Kind => ShiftDue.Repeat;

    public TimeSpan UsefulFor => TimeSpan.FromDays(7);

    public Task ActAsync(DueTurn turn) => new ShiftDesk(turn.Db, turn.Clock).RepeatAsync(turn.Row);
}

/// <summary>A shift that a rule made is shown to its group.</summary>
public sealed class ShowShiftAct : IDueAct
{
    public string Kind => ShiftDue.Show;

    public TimeSpan UsefulFor => TimeSpan.FromDays(7);

    public async Task ActAsync(DueTurn turn)
    {
        if (await turn.ShiftAsync() is { CancelledAt: null } it && it.EndsAt > turn.Now)
            await turn.Notices.PostCardAsync(it.Group, ShiftFace.Key(it), Why.Notice);
    }
}
