using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Classes;
using MutualAid.Core.Language;
using MutualAid.Core.Schedule;

namespace MutualAid.Bot.Classes;

/// <summary>报名全部: each class of the series that is still to come.</summary>
[Command("series_signup")]
public sealed class SeriesSignUpCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var firsts = turn.ComingHere().Where(it => it.Series != null);
        if (turn.Meaning.Number is not { } said)
        {
            var some = await firsts.Select(it => it.Series!.Value).Distinct().Take(2).ToListAsync();
            if (some is not [var only])
            {
                if (turn.IsAddressed)
                    turn.Refuse(some.Count == 0 ? "classes.act.none" : "classes.series.which");
                return;
            }

            said = only;
        }

        var series = await turn.Db.Classes.Where(it => it.Number == said).Select(it => it.Series).FirstOrDefaultAsync();
        var results = await new ClassDesk(turn.Db, turn.Clock).SignUpSeriesAsync(series ?? 0, turn.Actor(), turn.Message.MessageId);
        var done = results.Where(result => result.Done).ToList();
        if (done.Count == 0)
        {
            turn.Refuse(results.Count == 0 ? new ClassResult(ClassRefusal.NoSuchClass) : results[0], said);
            return;
        }

        foreach (var it in done.Skip(1).Select(result => result.Class!))
            turn.RedrawClass(it);
        var waiting = done.Count(result => result.SignUps.Any(signUp => signUp.PlacedAt is null));
        turn.Show(done[0].Class!, waiting == 0 ? "classes.done.series" : "classes.done.seriesWaiting", done.Count, waiting);
    }
}

/// <summary>每周三 晚8点 共4讲: the announcement of a series.</summary>
internal static class SeriesMaking
{
    public static async Task RunAsync(Turn turn, ClassDraft draft, Repetition rule, int? lessons)
    {
        if (rule.Times is not [var at])
        {
            turn.Refuse("classes.series.clock", turn.Speech.Plain("classes.series.example", draft.Title));
            return;
        }

        if ((lessons ?? Count(turn)) is not { } count)
            return;
        var desk = new ClassDesk(turn.Db, turn.Clock);
        var made = await desk.MakeSeriesAsync(turn.Actor(), draft, RepeatRule.On(rule.Days, at), count, turn.Message.MessageId);
        if (made[0].Class is not { } first)
        {
            turn.Refuse($"classes.refusal.{made[0].Refusal}", turn.Speech.Plain("classes.series.example", draft.Title));
            return;
        }

        turn.CanBeUndone(SeriesFace.Key(first.Number));
        turn.Show(SeriesFace.Key(first.Number));
    }

    private static int? Count(Turn turn)
    {
        if (turn.NextAnswer() is { } answer && Quantities.Read(answer) is { Value: { } value })
            return (int)Math.Clamp(value, 0, ClassDesk.MostInSeries + 1);
        turn.Ask(
            AnswerKind.Quantity,
            turn.Speech.Say("classes.series.howMany"),
            [Usual.Select(each => new Choice(turn.Speech.Plain("classes.series.count", each), $"={each}")).ToList()]
        );
        return null;
    }

    private static readonly int[] Usual = [4, 8, 12];
}
