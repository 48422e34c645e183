using System.Text.RegularExpressions;
using MutualAid.Bot.Engine;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.Volunteers;

namespace MutualAid.Bot.Volunteers;

/// <summary>/swap 8 段丽华, or /swap 8 段丽华 9: somebody is asked in private to take over a place, or to exchange it for theirs.</summary>
[Command("swap")]
public sealed partial class SwapCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (Line().Match(turn.Meaning.Rest) is not { Success: true } line)
        {
            turn.Refuse("volunteers.swap.how");
            return;
        }

        var number = int.Parse(line.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture);
        var found = await new ShiftDesk(turn.Db, turn.Clock).FindAsync(number);
        if (found is not { CancelledAt: null } it || it.EndsAt <= turn.Now || it.Of(turn.From) is null)
        {
            // Somebody who is not on it learns nothing of it.
            turn.Refuse("volunteers.refusal.NotOn", number);
            return;
        }

        if (turn.Find([line.Groups["who"].Value], await ShiftAct.PeopleAsync(turn.Db, it.Group)) is not [var other])
            return;
        var back = line.Groups["back"].Value;
        var told = await turn.TellAsync(
            other,
            speech => Question(turn, it, back, speech),
            speech =>
                [
                    new Choice(speech.Plain("volunteers.button.agree"), $"!swap {number} {turn.From.Id} {back}"),
                    new Choice(speech.Plain("volunteers.button.disagree"), $"!noswap {number} {turn.From.Id}"),
                ]
        );
        if (told)
            turn.Vanish(turn.Reply("volunteers.swap.asked", other.Name));
        else
            turn.Refuse("volunteers.swap.closed", other.Name);
    }

    private static string Question(Turn turn, Shift it, string back, Speech speech)
    {
        var brief = new Markup(ShiftText.Brief(it, speech, turn.Now));
        return back.Length == 0
            ? speech.Say("volunteers.swap.ask", turn.From.Name, brief)
            : speech.Say("volunteers.swap.askBack", turn.From.Name, brief, back);
    }

    [GeneratedRegex(
        @"^\s*(?:#|班次)?\s*(?<number>[0-9]{1,6})\s*(?:号班|号|班)?\s*(?:给|和|跟|to|with)?\s*(?<who>[^\s0-9]{1,20}(?: [a-z]+)?)\s*(?:(?:换|的|for)?\s*(?:#|班次)?\s*(?<back>[0-9]{1,6})\s*(?:号班|号|班)?)?\s*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Line();
}

/// <summary>[同意] and [不换].</summary>
[Command("!swap")]
[Command("!noswap")]
public sealed class SwapAnswerCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var words = turn.Meaning.Rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var number = turn.Numbered();
        if (words.Length < 2 || !long.TryParse(words[1], out var id) || await turn.Db.People.FindAsync(id) is not { } asker)
            return;
        if (turn.Meaning.Intent == "!noswap")
        {
            turn.EditPressed(turn.Speech.Say("volunteers.swap.declined"));
            await turn.TellAsync(asker, speech => speech.Say("volunteers.swap.no", turn.From.Name, number));
            return;
        }

        var back = words.Length > 2 && int.TryParse(words[2], out var other) ? other : (int?)null;
        var result = await new ShiftDesk(turn.Db, turn.Clock).SwapAsync(number, back, asker, new Actor(turn.From, null));
        if (result is not { Done: true, Shift: { } it })
        {
            turn.Refuse(result, number);
            return;
        }

        turn.Toast(turn.Speech.Plain("volunteers.cover.taken"));
        turn.EditPressed(turn.Speech.Say("volunteers.cover.taken") + "\n" + ShiftText.Brief(it, turn.Speech, turn.Now));
        turn.Redraw(ShiftFace.Key(it));
        if (result.Other is { } second)
            turn.Redraw(ShiftFace.Key(second));
        await turn.TellAsync(asker, speech => speech.Say("volunteers.swap.yes", turn.From.Name, number));
    }
}
