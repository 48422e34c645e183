using MutualAid.Bot.Engine;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>认领: what is left of a need, or so much of it, is the speaker's to bring.</summary>
[Command("claim")]
public sealed class ClaimCommand : ICommand
{
    public Task RunAsync(Turn turn) =>
        Act.RunAsync(
            turn,
            "claim",
            async (desk, number) =>
            {
                var result = await desk.ClaimAsync(number, turn.Actor(), turn.Meaning.Quantity, turn.Meaning.Named);
                if (!result.Done)
                    return result;
                await DropOff.TellClaimerAsync(turn, result.Need!);
                if (Act.IsAll(turn, result) && result.Shares is [var only])
                    await turn.TakeAmountAsync(turn.From, Corrections.Line(result.Need!, Figure.Claimed, only.Line));
                return result;
            }
        );
}

/// <summary>退回认领: the speaker gives back what is not delivered.</summary>
[Command("release")]
public sealed class ReleaseCommand : ICommand
{
    public Task RunAsync(Turn turn) =>
        Act.RunAsync(
            turn,
            "release",
            async (desk, number) =>
            {
                var result = await desk.ReleaseAsync(number, turn.Actor(), turn.Meaning.Quantity, turn.Meaning.Named);
                if (result.Done)
                    await turn.TakeBackAskedAsync(Corrections.OfClaim($"{number}"));
                return result;
            }
        );
}

/// <summary>送达: claimed goods were brought, with a photo if one came along.</summary>
[Command("delivered")]
public sealed class DeliveredCommand : ICommand
{
    public Task RunAsync(Turn turn) =>
        Act.RunAsync(
            turn,
            "delivered",
            async (desk, number) =>
                await desk.DeliverAsync(number, turn.Actor(), turn.Meaning.Quantity, turn.Meaning.Named, turn.Message.File)
        );
}

/// <summary>核实: an organiser vouches for the need; only then may it leave its group.</summary>
[Command("verify")]
public sealed class VerifyCommand : ICommand
{
    public Task RunAsync(Turn turn) => Act.RunAsync(turn, "verify", async (desk, number) => await desk.VerifyAsync(number, turn.Actor()));
}

/// <summary>还需要: the need is still open; its time counts anew.</summary>
[Command("renew")]
public sealed class RenewCommand : ICommand
{
    public Task RunAsync(Turn turn) => Act.RunAsync(turn, "renew", async (desk, number) => await desk.RenewAsync(number, turn.Actor()));
}

/// <summary>取消: the asker or an organiser takes the need back.</summary>
[Command("cancel")]
public sealed class CancelCommand : ICommand
{
    public Task RunAsync(Turn turn) => Act.RunAsync(turn, "cancel", async (desk, number) => await desk.CancelAsync(number, turn.Actor()));
}
