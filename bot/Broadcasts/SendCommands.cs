using System.Globalization;
using MutualAid.Bot.Engine;
using MutualAid.Core.Broadcasts;

namespace MutualAid.Bot.Broadcasts;

/// <summary>[发送]: the card says to how many; above five their number is typed. Then half a minute in which it can be withdrawn.</summary>
[Command("!bcsend")]
public sealed class SendCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (await turn.BroadcastAsync() is not { } it)
            return;
        var result = await turn.Desk().ConfirmAsync(it, turn.From);
        while (result.Refusal == BroadcastRefusal.WrongCount && turn.NextAnswer() is { } typed)
            result = await turn.Desk().ConfirmAsync(it, turn.From, Number(typed));
        if (result.Done)
            turn.ShowDone(it, "broadcasts.send.held");
        else if (result.Refusal == BroadcastRefusal.WrongCount)
            turn.Ask(
                AnswerKind.Text,
                turn.Speech.Say(
                    turn.Answers.Count == 0 ? "broadcasts.send.count" : "broadcasts.refusal.WrongCount",
                    result.About,
                    await turn.ConsequenceAsync(it)
                )
            );
        else
            turn.Refuse(result);
    }

    private static int? Number(string typed) =>
        int.TryParse(typed.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>[撤回], [暂停], [继续], [停止].</summary>
[Command("!bcback")]
[Command("!bcpause")]
[Command("!bcresume")]
[Command("!bcstop")]
public sealed class CourseCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (await turn.BroadcastAsync() is not { } it)
            return;
        var result = await ActAsync(turn, it);
        if (result.Done)
            turn.ShowDone(it, $"broadcasts.course.{turn.Meaning.Intent[3..]}");
        else
            turn.Refuse(result);
    }

    private static Task<BroadcastResult> ActAsync(Turn turn, Broadcast it) =>
        turn.Meaning.Intent switch
        {
            "!bcback" => turn.Desk().WithdrawAsync(it),
            "!bcpause" => turn.Desk().PauseAsync(it, turn.From),
            "!bcresume" => turn.Desk().ResumeAsync(it),
            _ => turn.Desk().StopAsync(it, turn.From),
        };
}
