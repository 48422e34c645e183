using MutualAid.Bot.Engine;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Volunteers;

/// <summary>A shift said in pieces: hours, place and number of people are asked one by one; hours that cannot be are refused.</summary>
internal static class ShiftPieces
{
    /// <summary>Null: something was asked or refused.</summary>
    public static ShiftLine? Whole(Turn turn)
    {
        var text = turn.Meaning.Rest;
        while (true)
        {
            var line = ShiftLine.Read(text, turn.LocalNow);
            if (line.Doubt != HoursDoubt.None)
            {
                turn.Refuse($"volunteers.new.{line.Doubt}", line.Doubtful, Example(turn, line));
                return null;
            }

            if (line.IsWhole)
                return line;
            if (turn.NextAnswer() is not { } answer)
            {
                Ask(turn, line);
                return null;
            }

            text = $"{text} {Piece(line, answer, turn.LocalNow)}";
        }
    }

    /// <summary>A line to copy with the person's own words.</summary>
    public static string Example(Turn turn, ShiftLine line) =>
        turn.Speech.Plain(
            line.Skill is null ? "volunteers.new.example" : "volunteers.new.exampleSkill",
            line.Words.Count > 0 ? Html.ToPlain(Html.Escape(string.Join(' ', line.Words))) : turn.Speech.Plain("volunteers.new.somewhere"),
            line.People is >= 1 and <= 500 ? line.People : 12,
            line.Skill
        );

    // Only what was asked is taken from an answer that says nothing else.
    private static string Piece(ShiftLine line, string answer, DateTime now)
    {
        var read = ShiftLine.Read(answer, now);
        if (!line.HasHours)
            return read.HasHours ? answer : "";
        if (line.Words.Count == 0)
            return answer;
        return read.People is not null ? answer
            : Quantities.Read(answer) is { Outcome: QuantityOutcome.Value, Value: { } people } ? $"{(int)Math.Min(people, 100_000)}人"
            : "";
    }

    private static void Ask(Turn turn, ShiftLine line)
    {
        if (!line.HasHours && line.Words.Count == 0)
            turn.Ask(AnswerKind.Text, turn.Speech.Say("volunteers.new.what"));
        else if (!line.HasHours)
            turn.Ask(AnswerKind.Text, turn.Speech.Say("volunteers.new.when"));
        else if (line.Words.Count == 0)
            turn.Ask(AnswerKind.Text, turn.Speech.Say("volunteers.new.where"));
        else
            turn.Ask(
                AnswerKind.Quantity,
                turn.Speech.Say("volunteers.new.people"),
                [Few.Select(each => new Choice($"{each}", $"={each}")).ToList()]
            );
    }

    private static readonly int[] Few = [2, 4, 6];
}
