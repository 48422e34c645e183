using MutualAid.Bot.Engine;
using MutualAid.Core.Data;
using MutualAid.Core.Language;

namespace MutualAid.Bot.Classes;

/// <summary>When a class begins: an hour is needed; two readings are asked, a past or impossible time is refused.</summary>
internal static class ClassTime
{
    /// <summary>The local start; null: asked or refused.</summary>
    public static DateTime? Of(Turn turn, Meaning lesson, string title)
    {
        var (start, doubt) = (lesson.Start, lesson.Doubts.Count > 0 ? lesson.Doubts[0] : null);
        while (start?.Time is null)
        {
            if (doubt?.Kind == DoubtKind.ImpossibleTime)
            {
                turn.Refuse("classes.new.impossible", doubt.Part, Example(turn, title, lesson.Speaker));
                return null;
            }

            if (turn.NextAnswer() is not { } answer)
            {
                Ask(turn, title, doubt);
                return null;
            }

            (start, doubt) = Read(turn, answer, doubt);
        }

        var local = start.Date.ToDateTime(start.Time.Value);
        if (Zone.ToUtc(local, turn.ZoneId) > turn.Now)
            return local;
        turn.Refuse("classes.refusal.BadStart", Example(turn, title, lesson.Speaker));
        return null;
    }

    /// <summary>A line to copy with the person's own words.</summary>
    public static string Example(Turn turn, string title, string? speaker) =>
        turn.Speech.Plain(speaker is null ? "classes.new.example" : "classes.new.exampleBy", title, speaker);

    // 8点 after 明天 is tomorrow's; 后天晚8点 stands for itself.
    private static (When?, Doubt?) Read(Turn turn, string answer, Doubt? before)
    {
        var whole = Dates.Read(before?.Part + answer, turn.LocalNow);
        var read = whole is { IsWhole: true, Value.Time: not null } ? whole : Dates.Read(answer, turn.LocalNow);
        if (read.Outcome == DateOutcome.Refuse)
            return (null, new Doubt(DoubtKind.ImpossibleTime, answer, read.Choices));
        return read is { Outcome: DateOutcome.Value, Value.Time: not null }
            ? (read.Value, null)
            : (null, new Doubt(DoubtKind.AmbiguousTime, read.Outcome == DateOutcome.NotMine ? "" : answer, read.Choices));
    }

    private static void Ask(Turn turn, string title, Doubt? doubt)
    {
        var choices = doubt?.Choices ?? [];
        turn.Ask(
            AnswerKind.Time,
            doubt is { Part.Length: > 0 } ? turn.Speech.Say("classes.new.clock", doubt.Part) : turn.Speech.Say("classes.new.when", title),
            choices.Count == 0 ? [] : [choices.Select(it => new Choice(it, $"={it}")).ToList()]
        );
    }
}
