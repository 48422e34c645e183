using MutualAid.Bot.Engine;
using MutualAid.Core.Broadcasts;

namespace MutualAid.Bot.Broadcasts;

/// <summary>What all commands about broadcasts share.</summary>
internal static class BroadcastWork
{
    public static BroadcastDesk Desk(this Turn turn) => new(turn.Db, turn.Clock);

    /// <summary>The speaker's own broadcast of the number behind the command; null: refused.</summary>
    public static async Task<Broadcast?> BroadcastAsync(this Turn turn)
    {
        var number = int.TryParse(turn.Meaning.Rest.Split(' ')[0], out var said) ? said : 0;
        var it = await turn.Desk().OwnAsync(number, turn.From);
        if (it is null)
            turn.Refuse("broadcasts.refusal.NoSuchBroadcast");
        return it;
    }

    /// <summary>The words behind the number.</summary>
    public static string Wish(this Turn turn) => turn.Meaning.Rest.Split(' ', 2) is [_, var wish] ? wish : "";

    public static void Refuse(this Turn turn, BroadcastResult result) => turn.Refuse($"broadcasts.refusal.{result.Refusal}", result.About);

    /// <summary>Asks once more, with what was wrong in front.</summary>
    public static void AskAgain(
        this Turn turn,
        BroadcastResult? refused,
        string html,
        params IReadOnlyList<IReadOnlyList<Choice>> choices
    ) =>
        turn.Ask(
            AnswerKind.Text,
            refused is null ? html : turn.Speech.Say($"broadcasts.refusal.{refused.Refusal}", refused.About),
            choices
        );

    /// <summary>Where its card stands it is drawn anew, with a word over the button.</summary>
    public static void ShowDone(this Turn turn, Broadcast it, string phrase, params object?[] values)
    {
        turn.Toast(turn.Speech.Plain(phrase, values));
        if (turn.IsPress && turn.Answers.Count == 0)
            turn.Redraw(BroadcastFace.Key(it));
        else
            turn.ShowAnew(it);
    }

    /// <summary>Its card stands below what was said last.</summary>
    public static void ShowAnew(this Turn turn, Broadcast it)
    {
        it.Showing++;
        it.Version++;
        turn.Show(BroadcastFace.Key(it));
    }

    /// <summary>The message exactly as it will be sent, and below it the card with what can be done.</summary>
    public static async Task PreviewAsync(this Turn turn, Broadcast it)
    {
        var preview = turn.ReplyWith(it.For(await turn.Desk().SampleAsync(it)), []);
        (preview.Photo, preview.ReplyTo) = (it.Photo, null);
        turn.ShowAnew(it);
    }

    /// <summary>What a confirmation does, in figures.</summary>
    public static async Task<string> ConsequenceAsync(this Turn turn, Broadcast it) =>
        BroadcastFace.Consequence(turn.Speech, it, await turn.Db.SizeAsync(it, turn.Now));

    public static BroadcastWords Words(this Turn turn, string body) =>
        new(body) { Photo = turn.Message.Kind == IncomingKind.Text ? turn.Message.File : null, PhotoChannel = turn.Message.Place.Channel };
}
