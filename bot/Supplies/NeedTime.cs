using System.Globalization;
using MutualAid.Bot.Engine;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>By when it is needed: what is sure stands on the card; what is past or has two readings is asked below it.</summary>
internal static class NeedTime
{
    public static When? Sure(Meaning meaning, DateTime now) => Doubtful(meaning, now) is null ? meaning.By : null;

    /// <summary>Asks which moment was meant, if the message left that open.</summary>
    public static void Clear(Turn turn, Need need)
    {
        if (Doubtful(turn.Meaning, turn.LocalNow) is not { } doubt)
            return;
        var moments = doubt
            .Choices.Select(choice => Dates.Read(choice, turn.LocalNow).Value)
            .OfType<When>()
            .Where(when => !IsPast(when, turn.LocalNow));
        var buttons = moments.Select(when =>
            turn.Answering(Html.ToPlain(NeedText.Day(when.ToString(), turn.Speech)), $"!by {need.Number} {when}")
        );
        var none = turn.Answering(turn.Speech.Plain("supplies.button.noDay"), "!dismiss");
        turn.Vanish(
            turn.ReplyWith(
                turn.Speech.Say("supplies.need.whichDay", need.Number, doubt.Part),
                [
                    [.. buttons],
                    [none],
                ]
            )
        );
    }

    private static Doubt? Doubtful(Meaning meaning, DateTime now)
    {
        if (meaning.Doubts.FirstOrDefault(doubt => doubt.Kind == DoubtKind.AmbiguousTime) is { } open)
            return open;
        return meaning.By is { Time: { } time } by && IsPast(by, now)
            ? new Doubt(DoubtKind.AmbiguousTime, $"{time:HH\\:mm}", [$"{by.Date.AddDays(1):M月d日} {time:HH\\:mm}"])
            : null;
    }

    private static bool IsPast(When when, DateTime now) =>
        when.Time is { } time ? when.Date.ToDateTime(time) <= now : when.Date < DateOnly.FromDateTime(now);
}

/// <summary>The day that was meant, as its button says it.</summary>
[Command("!by")]
public sealed class NeededByCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var (number, iso) = turn.Meaning.Rest.Split(' ') is [var first, var second]
            ? (int.Parse(first, CultureInfo.InvariantCulture), second)
            : (0, "");
        var at = DateTime.Parse(iso, CultureInfo.InvariantCulture);
        var by = new When(DateOnly.FromDateTime(at), iso.Contains('T', StringComparison.Ordinal) ? TimeOnly.FromDateTime(at) : null);
        var result = await new SupplyDesk(turn.Db, turn.Clock).SetNeededByAsync(number, turn.Actor(), by);
        if (result.Done)
            Act.Show(turn, "changed", result);
        else
            turn.Refuse(result, turn.Speech.Plain("supplies.word.need"), "/need", number);
        turn.RemovePressed();
    }
}
