using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.People;

/// <summary>帮助: three examples, not thirty commands; the long form in private.</summary>
[Command("help", LooksUp = true)]
public sealed class HelpCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (turn.Group is null)
        {
            var organises = await turn.Db.Members.AnyAsync(it =>
                it.PersonId == turn.From.Id && it.Role == Role.Organiser && it.LeftAt == null
            );
            var text = turn.Speech.Say("people.help.long");
            turn.ReplyWith(organises ? text + "\n" + turn.Speech.Say("people.help.organiser") : text, []);
            return;
        }

        var row = turn.Reply("people.help.short");
        if (!turn.IsOrganiser)
            turn.Vanish(row);
    }
}

/// <summary>/start in private: from now on the bot may write here.</summary>
[Command("start")]
public sealed class StartCommand : ICommand
{
    public Task RunAsync(Turn turn)
    {
        if (turn.Group is null)
            turn.Reply("people.start.hello");
        return Task.CompletedTask;
    }
}

/// <summary>
/// A sentence that means nothing to the bot. Who called it by name and told of an act or an amount is never left without a word; in private
/// other words get three examples, once a day.
/// </summary>
[Command("none")]
public sealed class ExamplesCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (turn.Group is null && IsQuestion(turn.Message.Text) && await WhomAsync(turn) is { Length: > 0 } whom)
        {
            turn.Reply("people.askWhom", whom);
            return;
        }

        if (IsCalled(turn) && (Reader.TellsOfAnAct(turn.Message.Text) || Pledges.Read(turn.Message.Text) is not null))
        {
            turn.Refuse("people.unclear");
            return;
        }

        if (turn.Group is not null || turn.Message.Kind != IncomingKind.Text || turn.From.ExamplesAt > turn.Now.AddDays(-1))
            return;
        turn.From.ExamplesAt = turn.Now;
        turn.Reply("people.examples");
    }

    private static bool IsQuestion(string text) =>
        text.AsSpan().IndexOfAny('?', '？') >= 0 || text.Contains("请问", StringComparison.Ordinal) || text.TrimEnd().EndsWith('吗');

    // Who promised to bring something asks about the bringing: those who wait for it know.
    private static async Task<string> WhomAsync(Turn turn)
    {
        var names = await turn.Db.Needs.Open().PromisedBy(turn.From.Id).OldestFirst().Select(need => need.AskedBy.Name).ToListAsync();
        return string.Join(turn.Speech.Plain("people.askWhom.and"), names.Distinct(StringComparer.Ordinal));
    }

    // An answer to one of its posts may be meant for a person.
    private static bool IsCalled(Turn turn) =>
        turn.Message.Kind == IncomingKind.Text && (turn.Group is null || turn.Message.ToBot && turn.Message.ReplyTo is null);
}

/// <summary>A command that is not one: the nearest that is, as a button.</summary>
[Command("unknown")]
public sealed class UnknownCommand : ICommand
{
    public Task RunAsync(Turn turn)
    {
        var word = turn.Meaning.Text ?? "";
        if (Suggestion.Nearest(word) is not { } near)
        {
            if (turn.Group is null)
                turn.Refuse("people.unknown.none", word);
            return Task.CompletedTask;
        }

        var line = $"/{near} {turn.Meaning.Rest}".Trim();
        turn.RefuseWith(
            turn.Speech.Say("people.unknown.near", line),
            [
                [turn.Own(Label(line), Short(line))],
            ]
        );
        return Task.CompletedTask;
    }

    private static string Label(string line) => line.Length <= 20 ? line : line[..19] + "…";

    // What does not fit a button is shown to be copied; the button then opens the bare command.
    private static string Short(string line) => System.Text.Encoding.UTF8.GetByteCount(line) <= 30 ? line : line.Split(' ')[0];
}

/// <summary>A voice message: the bot does not hear, a person will.</summary>
[Command("!voice")]
public sealed class VoiceCommand : ICommand
{
    public Task RunAsync(Turn turn)
    {
        if (turn.Group is not null && !turn.Message.ToBot)
            return Task.CompletedTask;
        turn.Db.VoiceNotes.Add(
            new VoiceNote
            {
                Person = turn.From,
                GroupId = turn.Group is { Id: > 0 } group ? group.Id : null,
                FileId = turn.Message.File ?? "",
                At = turn.Now,
            }
        );
        turn.Reply("people.voice.passedOn");
        return Task.CompletedTask;
    }
}
