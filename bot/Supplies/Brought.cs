using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>Goods were brought a moment ago: who asked hears of it in private and signs or counts there.</summary>
public sealed class BroughtAct : IDueAct
{
    public string Kind => SupplyReminders.Brought;

    // Later the reminder says it.
    public TimeSpan UsefulFor => SupplyReminders.UnsignedAfter;

    public async Task ActAsync(DueTurn turn)
    {
        if (await Reminding.OpenAsync(turn) is not { } need)
            return;
        if (!NeedText.Unsigned(need).Any() || need.Group.MutedUntil > turn.Now)
            return;
        // In the night the morning's reminder says it, but not to who is up and waits.
        if (!need.Urgent && need.Group.IsQuiet(turn.Now) && !await turn.Db.IsUpAsync(need.AskedById, turn.Now))
            return;
        await turn.Notices.ShowInPrivateAsync(need.AskedBy, need.Group, BroughtFace.Key(need), Why.Notice, anew: true);
    }
}

/// <summary>[签收 60个] under the private message: it then says what was signed for.</summary>
[Command("!signed")]
public sealed class SignedCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var number = int.Parse(turn.Meaning.Rest, CultureInfo.InvariantCulture);
        var result = await new SupplyDesk(turn.Db, turn.Clock).ReceiveAsync(number, turn.Actor());
        if (!result.Done)
        {
            turn.Refuse(result, turn.Speech.Plain("supplies.word.received"), "/received", number);
            return;
        }

        Act.Redraw(turn, result.Need!);
        turn.Toast(Html.ToPlain(Act.Words(turn, "received", result)));
        await Thanks.SayAsync(turn, result.Need!, result.Shares);
    }
}

/// <summary>[数不对]: how much arrived, line by line; what did not, can be claimed again.</summary>
[Command("!count")]
public sealed class CountCommand : ICommand
{
    private const string None = "none";

    public async Task RunAsync(Turn turn)
    {
        var number = int.Parse(turn.Meaning.Rest, CultureInfo.InvariantCulture);
        var desk = new SupplyDesk(turn.Db, turn.Clock);
        var waiting = (await desk.FindAsync(number))?.Lines.InOrder().Where(line => line.Unconfirmed() > 0).ToList() ?? [];
        if (waiting.Count == 0)
        {
            turn.Refuse("supplies.refusal.NothingToConfirm");
            return;
        }

        var arrived = new List<decimal>();
        foreach (var line in waiting)
        {
            var answer = turn.NextAnswer();
            if (
                (
                    answer == None ? 0
                    : answer is null ? null
                    : Quantities.Read(answer).Value
                )
                is not { } counted
            )
            {
                await AskAsync(turn, number, line);
                return;
            }

            arrived.Add(counted);
        }

        foreach (var (line, counted) in waiting.Zip(arrived))
        {
            if (!await CountAsync(turn, desk, number, line, counted))
                return;
        }
    }

    private static async Task<bool> CountAsync(Turn turn, SupplyDesk desk, int number, NeedLine line, decimal counted)
    {
        var said = line.Unconfirmed();
        var result = await desk.CountAsync(number, turn.Actor(), line.Position, counted);
        if (!result.Done)
        {
            turn.Refuse(result, turn.Speech.Plain("supplies.word.received"), "/received", number);
            return false;
        }

        Act.Redraw(turn, result.Need!);
        turn.Answer(Brought.Counted(turn.Speech, result.Need!, line, counted));
        if (counted < said)
            await Thanks.SayShortAsync(turn, result.Need!, line, counted);
        else
            await Thanks.SayAsync(turn, result.Need!, result.Shares);
        return true;
    }

    private static async Task AskAsync(Turn turn, int number, NeedLine line)
    {
        var said = line.Unconfirmed();
        var by = await Brought.LatestAsync(turn.Db, [line]);
        turn.Ask(
            AnswerKind.Quantity,
            turn.Speech.Say("supplies.brought.howMany", number, line.Item, $"{NeedText.Number(said)}{line.Unit}", by),
            NearAmounts.Choices(
                turn,
                NearAmounts.Counted(said),
                line.Unit,
                [new Choice(turn.Speech.Plain("supplies.button.noneCame"), $"={None}")],
                NearAmounts.Never(turn)
            )
        );
    }
}

internal static class Brought
{
    /// <summary>Who brought the last of it.</summary>
    public static Task<string> LatestAsync(Db db, IEnumerable<NeedLine> lines)
    {
        var last = lines.SelectMany(line => line.Deliveries).OrderByDescending(it => it.DeliveredAt).Select(it => it.ById).First();
        return db.People.Where(it => it.Id == last).Select(it => it.Name).FirstAsync();
    }

    /// <summary><c>#1 签收 58个，还差 32个</c></summary>
    public static string Counted(Speech speech, Need need, NeedLine line, decimal counted)
    {
        var words = speech.Say("supplies.done.signed", need.Number, NeedText.Shares(need, [new(line, counted)]));
        return line.LeftToClaim() > 0
            ? words + speech.Say("supplies.changed.left", $"{NeedText.Number(line.LeftToClaim())}{line.Unit}")
            : words;
    }
}
