namespace MutualAid.Core.Language;

/// <summary>Two acts on two requests in one sentence, one of them a change: 2号不要了，请把1号改成90个.</summary>
internal static class TwoActs
{
    // It is said in few words; the bound keeps reading linear.
    private const int Longest = 80;

    public static Meaning? Read(Message message)
    {
        if (message.Folded.Length > Longest)
        {
            return null;
        }

        var starts = Starts(message);
        if (starts is not [var first, var second] || first == second)
        {
            return null;
        }

        List<Meaning> acts = [Part(message, 0, second), Part(message, second, message.Text.Length)];
        var numbered = acts.TrueForAll(act => act is { Number: not null, Intent: "cancel" or "change" or "enough" or "release" });
        return numbered && acts[0].Number != acts[1].Number && acts.Exists(act => act.Intent == "change")
            ? new Meaning("acts") { Acts = acts }
            : null;
    }

    // The beginnings of the clauses that name a request of their own.
    private static List<int> Starts(Message message)
    {
        var starts = new List<int>();
        foreach (var clause in Clauses.Of(message.Folded))
        {
            for (var i = clause.Start; i < clause.End; i++)
            {
                if (References.At(message.Folded, i, message.Context.Now) is { Kind: ReferenceKind.Any or ReferenceKind.Request } found)
                {
                    starts.Add(clause.Start);
                    i = Math.Max(i, found.End - 1);
                }
            }
        }

        return starts;
    }

    private static Meaning Part(Message message, int start, int end)
    {
        var part = new Message(message.Text[start..end], message.Context);
        return Sentences.One(part) ?? Meaning.Nothing;
    }
}
