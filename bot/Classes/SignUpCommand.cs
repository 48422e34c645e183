using System.Globalization;
using System.Text.RegularExpressions;
using MutualAid.Bot.Engine;
using MutualAid.Core.Classes;
using MutualAid.Core.Language;

namespace MutualAid.Bot.Classes;

/// <summary>报名: the speaker, people they bring, or both; who comes too late waits.</summary>
[Command("class_signup")]
public sealed class SignUpCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (await turn.WhichAsync("/signup", turn.ComingHere()) is not { } number)
            return;
        var result = await new ClassDesk(turn.Db, turn.Clock).SignUpAsync(number, turn.Actor(), Party(turn), turn.Message.MessageId);
        if (!result.Done)
        {
            turn.Refuse(result, number);
            return;
        }

        var waits = result.SignUps.FirstOrDefault(signUp => signUp.PlacedAt is null);
        turn.Show(result.Class!, waits is null ? "classes.done.signUp" : "classes.done.waiting");
        if (waits is not null && turn.Group is not null)
            await TellAsync(turn, result.Class!, waits);
    }

    // +2 王阿姨: the speaker and 王阿姨; +1 王阿姨: 王阿姨 alone; +3: the speaker and two more.
    private static Party Party(Turn turn)
    {
        var guests = turn.Guests();
        var count = Math.Clamp((int)(turn.Meaning.Quantity ?? Math.Max(1, guests.Count)), 1, ClassDesk.MostGuests + 1);
        var more = Math.Max(0, count - guests.Count);
        var companions = Enumerable
            .Range(1, Math.Max(0, more - 1))
            .Select(each => turn.Speech.Plain("classes.companion", turn.From.Name, each));
        return new Party(more > 0, [.. guests, .. companions]);
    }

    private static async Task TellAsync(Turn turn, Class it, SignUp signUp)
    {
        var ahead = it.Waiting().TakeWhile(each => each != signUp).Count();
        if (!await turn.TellAsync(turn.From, speech => speech.Say("classes.waiting.told", it.Number, it.Title, ahead + 1)))
            turn.Vanish(turn.Reply("classes.waiting.inGroup", it.Number, ahead + 1));
    }
}

/// <summary>[要]: the place that was offered.</summary>
[Command("!take")]
public sealed class TakeCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var number = int.TryParse(turn.Meaning.Rest, out var parsed) ? parsed : 0;
        var result = await new ClassDesk(turn.Db, turn.Clock).TakeAsync(number, turn.Actor());
        if (result.Class is not { } it || !result.Done)
        {
            turn.Refuse(result, number);
            return;
        }

        turn.Toast(turn.Speech.Plain("classes.done.signUp", number));
        turn.RedrawClass(it);
        if (turn.Group is null)
            turn.EditPressed(turn.Speech.Say("classes.done.signUp", number) + "\n" + ClassText.Invitation(it, turn.Speech, turn.Now));
        else
            turn.RemovePressed();
    }
}

/// <summary>Names of guests in a command line.</summary>
internal static partial class GuestNames
{
    /// <summary>From an answer to the card, or behind the number of a slash command: /signup 9 王阿姨、李叔.</summary>
    public static IReadOnlyList<string> Guests(this Turn turn) =>
        turn.Meaning.Door == Door.Slash
            ? LessonReplies.Guests(Number().Replace(turn.Meaning.Rest, "", 1))
            : LessonReplies.Guests(turn.Meaning.Named);

    /// <summary>What stands behind the number of the class, if it is said first.</summary>
    public static string WithoutNumber(string said, int number)
    {
        var first = Number().Match(said);
        var isIts = first.Success && string.Concat(first.Value.Where(char.IsAsciiDigit)) == number.ToString(CultureInfo.InvariantCulture);
        return (isIts ? said[first.Length..] : said).Trim(' ', '\n', ':', '：');
    }

    [GeneratedRegex(@"^\s*(?:#|第|课程?)?\s*[0-9]+\s*(?:号课|节课|号|课)?\s*")]
    private static partial Regex Number();
}
