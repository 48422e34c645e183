using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Core.Volunteers;

namespace MutualAid.Bot.Volunteers;

/// <summary>The evening before: everybody on the shift is asked in private whether they come, and its leader hears of a gap.</summary>
public sealed class RollAct : IDueAct
{
    public string Kind => ShiftDue.Roll;

    public TimeSpan UsefulFor => TimeSpan.FromHours(2);

    public async Task ActAsync(DueTurn turn)
    {
        if (await turn.ShiftAsync() is not { CancelledAt: null } it)
            return;
        await turn.TellAllAsync(
            it,
            it.On().Where(place => place.ConfirmedAt is null).Select(place => place.Person),
            speech => ShiftText.Brief(it, speech, turn.Now),
            speech =>
                [
                    new Choice(speech.Plain("volunteers.button.coming"), $"!coming {it.Number}"),
                    new Choice(speech.Plain("volunteers.button.notComing"), $"!notcoming {it.Number}"),
                ]
        );
        await turn.TellGapAsync(it);
    }
}

/// <summary>An hour before, in private, in quiet hours too.</summary>
public sealed class ShiftReminderAct : IDueAct
{
    public string Kind => ShiftDue.Reminder;

    public TimeSpan UsefulFor => TimeSpan.FromMinutes(45);

    public async Task ActAsync(DueTurn turn)
    {
        if (await turn.ShiftAsync() is not { CancelledAt: null } it)
            return;
        await turn.TellAllAsync(
            it,
            it.On().Where(place => place.CheckedInAt is null).Select(place => place.Person),
            speech => speech.Say("volunteers.remind", new Markup(ShiftText.Brief(it, speech, turn.Now)))
        );
        await turn.TellGapAsync(it);
    }
}

/// <summary>Signing in opens: the card shows its buttons.</summary>
public sealed class ShiftStartAct : IDueAct
{
    public string Kind => ShiftDue.Start;

    public TimeSpan UsefulFor => TimeSpan.FromDays(1);

    public async Task ActAsync(DueTurn turn)
    {
        if (await turn.ShiftAsync() is { } it)
            await turn.Notices.RedrawAsync(ShiftFace.Key(it), Why.Reminder);
    }
}
