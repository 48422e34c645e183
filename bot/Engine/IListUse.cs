using MutualAid.Core.Language.Lists;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>What a slice makes of a pasted 接龙 of people. Found by its type; the first that knows what the list is about takes it.</summary>
public interface IListUse
{
    /// <summary>The command that takes the list.</summary>
    string Intent { get; }

    /// <summary>The number of what the list is about; null: of nothing in this slice.</summary>
    Task<int?> AboutAsync(Turn turn, NameList list);
}

/// <summary>A pasted list as it was read, with its doubts: nothing happens before one tap.</summary>
public static class ListPreview
{
    /// <summary>More lines than this are only counted.</summary>
    public const int MostShown = 10;

    private const string Yes = "yes";

    /// <summary>Whether it was confirmed; null: it is being asked.</summary>
    /// <param name="read">What will come of it, in HTML lines.</param>
    /// <param name="left">Rows in doubt.</param>
    public static bool? Confirmed(Turn turn, IEnumerable<string> read, IReadOnlyList<PastedRow> left, string confirm, string drop)
    {
        if (turn.NextAnswer() is { } answer)
        {
            if (answer != Yes)
                turn.Reply("engine.cancelled");
            return answer == Yes;
        }

        List<string> lines = [.. read];
        if (left.Count > 0)
            lines.Add(turn.Speech.Say("engine.list.left", left.Count));
        lines.AddRange(left.Take(MostShown).Select(row => "？ " + Html.Escape(row.Line.Trim())));
        turn.Ask(AnswerKind.Choice, string.Join('\n', lines), [new Choice(confirm, $"={Yes}"), new Choice(drop, "=no")]);
        return null;
    }
}
