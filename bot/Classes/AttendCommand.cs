using MutualAid.Bot.Engine;
using MutualAid.Core.Classes;
using MutualAid.Core.Data;

namespace MutualAid.Bot.Classes;

/// <summary>签到: by text, answer or button while the class runs; a bare 签到 means the one that does.</summary>
[Command("attend")]
public sealed class AttendCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (await turn.WhichAsync("/attend", Open(turn)) is not { } number)
            return;
        var desk = new ClassDesk(turn.Db, turn.Clock);
        if (Said(turn, await desk.FindAsync(number)) is not { } said)
            return;
        ClassResult? result = null;
        foreach (var guest in said.Guests.Count == 0 ? [null] : said.Guests.Select(guest => (string?)guest))
            result = await desk.AttendAsync(number, turn.Actor(), guest, said.Code, turn.Message.MessageId);
        Answer(turn, result!, number);
    }

    private static void Answer(Turn turn, ClassResult result, int number)
    {
        if (result is { Done: true, Class: { } it })
        {
            turn.Show(it, "classes.done.attend");
        }
        else if (result.Refusal == ClassRefusal.AlreadyAttended && turn.Group is not null)
        {
            turn.React("👍");
            turn.Toast(turn.Speech.Plain("classes.refusal.AlreadyAttended", number));
        }
        else
        {
            turn.Refuse(result, number);
        }
    }

    private static IQueryable<Class> Open(Turn turn)
    {
        var open = turn.Db.Classes.OpenToAttend(turn.Now);
        return turn.Group is { } group ? open.OfGroup(group.Id) : open.JoinedBy(turn.From.Id);
    }

    // Of what stands behind the number, the code word is the code and the rest are guests; null: the code is asked.
    private static (string? Code, IReadOnlyList<string> Guests)? Said(Turn turn, Class? it)
    {
        var words = turn.Guests();
        if (it?.Code is not { } code || turn.Now < it.AttendFrom() || turn.Now > it.AttendUntil())
            return (null, words);
        var said = words.FirstOrDefault(word => Folded.Key(word) == Folded.Key(code)) ?? turn.NextAnswer();
        if (said is not null)
            return (said, [.. words.Where(word => Folded.Key(word) != Folded.Key(code))]);
        turn.Ask(AnswerKind.Text, turn.Speech.Say("classes.attend.code", it.Number));
        return null;
    }
}
