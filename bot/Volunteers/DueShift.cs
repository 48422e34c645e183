using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;
using MutualAid.Core.Volunteers;

namespace MutualAid.Bot.Volunteers;

/// <summary>What the due acts of shifts share.</summary>
internal static class DueShift
{
    /// <summary>The shift of a due row: its subject is the number.</summary>
    public static Task<Shift?> ShiftAsync(this DueTurn turn) =>
        turn.Db.Shifts.WithAll().FirstOrDefaultAsync(it => it.Number == turn.Row.SubjectId);

    /// <summary>Each in private; those whom the bot cannot write to are called together in one line of the group.</summary>
    public static async Task TellAllAsync(
        this DueTurn turn,
        Shift it,
        IEnumerable<Person> people,
        Func<Speech, string> html,
        Func<Speech, IReadOnlyList<Choice>>? choices = null
    )
    {
        var closed = new List<string>();
        foreach (var person in people)
        {
            var told = await turn.Notices.TellAsync(
                person,
                it.Group,
                speech => turn.IsLate ? speech.Say("volunteers.late", new Markup(html(speech))) : html(speech),
                Why.Reminder,
                choices is null ? null : speech => [choices(speech)]
            );
            if (!told)
                closed.Add((await turn.Notices.MentionAsync(person, it.Group)).Html);
        }

        var open = turn.Notices.SpeechOf(it.Group);
        if (closed.Count > 0 && !(it.Group.MutedUntil > turn.Now))
            turn.Notices.Post(
                it.Group,
                open.Say(
                    "volunteers.closed",
                    new Markup(string.Join(open.Say("volunteers.card.and"), closed)),
                    new Markup(html(open)),
                    it.Number
                ),
                Why.Reminder,
                it.SourceMessage
            );
    }

    /// <summary>A shift that lacks people is its leader's to fill.</summary>
    public static async Task TellGapAsync(this DueTurn turn, Shift it)
    {
        if (it.Gap() == 0)
            return;
        var reserve = await new ShiftDesk(turn.Db, turn.Clock).ReserveAsync(it);
        foreach (var leader in new[] { it.Lead, it.MadeBy }.Distinct())
        {
            var told = await turn.Notices.TellAsync(
                leader,
                it.Group,
                speech => ShiftText.Missing(it, reserve, speech),
                Why.Notice,
                speech =>
                    reserve.Count == 0
                        ? []
                        :
                        [
                            [new Choice(speech.Plain("volunteers.button.cover"), $"!cover {it.Number}")],
                        ]
            );
            if (told)
                return;
        }
    }
}
