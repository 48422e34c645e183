using MutualAid.Bot.Engine;
using MutualAid.Core.People;

namespace MutualAid.Bot.People;

/// <summary>关联 in private gives six digits; 关联 123456 on the other platform, and 确认 there, makes one person of the two.</summary>
[Command("link")]
public sealed class LinkCommand : ICommand
{
    private const int Digits = 6;

    public async Task RunAsync(Turn turn)
    {
        var desk = new LinkDesk(turn.Db, turn.Clock);
        var words = turn.Meaning.Rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var digits = words.Length > 0 && words[0].Length == Digits && words[0].All(char.IsAsciiDigit) ? words[0] : null;
        if (turn.Group is not null)
        {
            // Everybody has read it.
            if (digits is not null)
                await desk.VoidAsync(digits);
            turn.Refuse("people.link.inPrivate");
            return;
        }

        // Buttons and guesses bear the person's number.
        if (turn.From.Id == 0)
            await turn.Db.SaveChangesAsync();
        if (words.Length == 0)
            turn.Reply("people.link.code", await desk.CodeAsync(turn.From), (int)LinkDesk.CodeLasts.TotalMinutes);
        else if (digits is null)
            turn.Refuse("people.link.WrongCode");
        else if (words.Length > 1)
            await LinkAsync(turn, desk, digits);
        else
            Confirm(turn, await desk.FindAsync(turn.From, turn.Message.Place.Channel, digits), digits);
    }

    // A code that somebody was talked into saying must not bind them unseen.
    private static void Confirm(Turn turn, LinkResult found, string digits)
    {
        if (found.Refusal != LinkRefusal.None)
            turn.Refuse($"people.link.{found.Refusal}");
        else
            turn.ReplyWith(
                turn.Speech.Say("people.link.ask", found.Owner!.Name),
                [
                    [turn.Own(turn.Speech.Plain("people.button.link"), $"/link {digits} yes", turn.Now + LinkDesk.CodeLasts)],
                ]
            );
    }

    private static async Task LinkAsync(Turn turn, LinkDesk desk, string digits)
    {
        var (here, channel) = (turn.From.Name, turn.Message.Place.Channel);
        var result = await desk.LinkAsync(turn.From, channel, digits);
        if (result.Refusal != LinkRefusal.None)
        {
            turn.Refuse($"people.link.{result.Refusal}");
            return;
        }

        turn.Reply("people.link.done", result.Owner!.Name);
        foreach (var account in result.Owner.Accounts.Where(it => it.Channel != channel))
            turn.TellOn(account, turn.Speech.Say("people.link.told", here));
    }
}

/// <summary>[解除关联]: the account on this platform is a person of its own again.</summary>
[Command("!unlink")]
public sealed class UnlinkCommand : ICommand
{
    private static readonly TimeSpan Asked = TimeSpan.FromMinutes(10);

    public async Task RunAsync(Turn turn)
    {
        var channel = turn.Message.Place.Channel;
        if (turn.Meaning.Rest.Trim() != "yes")
            turn.ReplyWith(
                turn.Speech.Say("people.unlink.ask", turn.From.Name),
                [
                    [turn.Own(turn.Speech.Plain("people.button.unlink"), "!unlink yes", turn.Now + Asked)],
                ]
            );
        else if (await new LinkDesk(turn.Db, turn.Clock).UnlinkAsync(turn.From, channel, turn.Message.From.Name))
        {
            turn.Reply("people.unlink.done", turn.From.Name);
            foreach (var account in turn.From.Accounts.Where(it => it.Channel != channel))
                turn.TellOn(account, turn.Speech.Say("people.unlink.told"));
        }
        else
            turn.Refuse("people.unlink.alone");
    }
}

/// <summary>[改称呼]: where the platform tells no names, how somebody wants to be called.</summary>
[Command("!name")]
public sealed class NameCommand : ICommand
{
    private const int Longest = 20;

    public Task RunAsync(Turn turn)
    {
        if (turn.NextAnswer()?.Trim() is not { Length: > 0 and <= Longest } name)
            turn.Ask(AnswerKind.Text, turn.Speech.Say("people.name.which"));
        else
        {
            turn.From.Name = name;
            turn.Reply("people.name.done", name);
        }

        return Task.CompletedTask;
    }
}
