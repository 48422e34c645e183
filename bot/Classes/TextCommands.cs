using MutualAid.Bot.Engine;
using MutualAid.Core.Classes;

namespace MutualAid.Bot.Classes;

/// <summary>提纲: what was said, in short; it stands on the card and is told in the group.</summary>
[Command("class_recap")]
public sealed class RecapCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (await turn.WordsAsync("/recap", turn.HeldHere(), "classes.recap.what") is not { } said)
            return;
        var result = await new ClassDesk(turn.Db, turn.Clock).RecapAsync(said.Number, turn.Actor(), said.Text);
        turn.Publish(result, said.Number, "classes.done.recap", it => turn.Speech.Say("classes.recap.told", it.Number, it.Title, it.Recap));
    }
}

/// <summary>回放: the link where it can be seen again.</summary>
[Command("class_replay")]
public sealed class ReplayCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (await turn.WordsAsync("/replay", turn.HeldHere(), "classes.replay.what") is not { } said)
            return;
        var result = await new ClassDesk(turn.Db, turn.Clock).ReplayAsync(said.Number, turn.Actor(), said.Text);
        turn.Publish(
            result,
            said.Number,
            "classes.done.replay",
            it => turn.Speech.Say("classes.replay.told", it.Number, it.Title, it.Replay)
        );
    }
}

/// <summary>主讲介绍: who the speaker is.</summary>
[Command("class_bio")]
public sealed class BioCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (await turn.WordsAsync("/bio", turn.ComingHere(), "classes.bio.what") is not { } said)
            return;
        var result = await new ClassDesk(turn.Db, turn.Clock).DescribeAsync(said.Number, turn.Actor(), said.Text);
        if (result is { Done: true, Class: { } it })
            turn.Show(it, "classes.done.bio");
        else
            turn.Refuse(result, said.Number);
    }
}

/// <summary>A picture answered to the card by an organiser; among others it is talk.</summary>
[Command("!poster")]
public sealed class PosterCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (!turn.IsOrganiser || turn.Message.File is not { } file || turn.Meaning.Number is not { } number)
            return;
        var result = await new ClassDesk(turn.Db, turn.Clock).IllustrateAsync(number, turn.Actor(), file, turn.Message.Place.Channel);
        if (result is { Done: true, Class: { } it })
            turn.Show(it, "classes.done.poster");
        else
            turn.Refuse(result, number);
    }
}

internal static class ClassWords
{
    /// <summary>The class and what is said of it; what was not said is asked. Null: asked, or not for the bot.</summary>
    public static async Task<(int Number, string Text)?> WordsAsync(
        this Turn turn,
        string slash,
        IQueryable<Class> candidates,
        string question
    )
    {
        // 回放 by itself is a word among people.
        if (!turn.IsAddressed || await turn.WhichAsync(slash, candidates) is not { } number)
            return null;
        var text = turn.Meaning.Rest.Length == 0 ? "" : GuestNames.WithoutNumber(turn.Meaning.Rest, number);
        if (text.Length == 0 && turn.NextAnswer() is { } answer)
            text = answer.Trim();
        if (text.Length > 0)
            return (number, text);
        turn.Ask(AnswerKind.Text, turn.Speech.Say(question, number));
        return null;
    }

    /// <summary>The card keeps it; said in private, the group reads it once, below the announcement.</summary>
    public static void Publish(this Turn turn, ClassResult result, int number, string done, Func<Class, string> html)
    {
        if (result is not { Done: true, Class: { } it })
        {
            turn.Refuse(result, number);
            return;
        }

        turn.Show(it, done);
        if (turn.Group is null)
            turn.SayIn(it.Group, html(it), it.SourceMessage);
    }
}
