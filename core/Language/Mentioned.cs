namespace MutualAid.Core.Language;

/// <summary>The things named so far without an amount of their own: one may wait for the amount of a later clause.</summary>
internal sealed class Mentioned(string text)
{
    // So many things are looked back at; the bound keeps reading linear.
    private const int Most = 40;

    // So many clauses further on an amount may still mean a thing.
    private const int Near = 4;

    private readonly List<Mention> mentions = [];

    public void Clear() => mentions.Clear();

    public void Add(Span name, MentionKind kind, int clause, char mark)
    {
        if (!name.IsEmpty)
        {
            mentions.Add(new Mention(name, kind, clause, mark));
        }
    }

    public bool InList(int clause) => mentions.Count > 0 && mentions[^1].Clause == clause - 1 && mentions[^1].Mark == '、';

    public IEnumerable<Mention> Recent(Predicate<Mention> which) =>
        mentions.GetRange(Math.Max(0, mentions.Count - Most), Math.Min(Most, mentions.Count)).Where(m => which(m));

    /// <summary>挂面、大米各20袋: what stands before the last thing of a list.</summary>
    public IEnumerable<Mention> Members() =>
        Recent(m => m.Kind is MentionKind.List or MentionKind.Ask or MentionKind.Member && !m.Used && m.Mark == '、');

    /// <summary>The other things of the list in which this one stands, or of the clause before the amount.</summary>
    public IEnumerable<Mention> Listed(Mention last, int clause) =>
        Recent(m =>
            !m.Used
            && m != last
            && m.Kind != MentionKind.Stock
            && (
                m.Mark == '、'
                || m.Clause == last.Clause && last.Clause >= clause - 1
                || m.Kind == MentionKind.Depleted && last.Kind == MentionKind.Depleted && clause - m.Clause <= Near
            )
        );

    /// <summary>The last thing that no amount has taken yet.</summary>
    public Mention? Waiting(int clause)
    {
        var waiting = mentions.FindLastIndex(
            mentions.Count - 1,
            Math.Min(mentions.Count, Most),
            m => !m.Used && m.Kind != MentionKind.Member && clause - m.Clause <= Near
        );
        return waiting < 0 ? null : mentions[waiting];
    }

    /// <summary>What is counted now is no longer waited for.</summary>
    public void Retire(Span name)
    {
        var said = name.Of(text);
        foreach (
            var mention in Recent(m => !m.Used && (m.Name.Of(text) == said || said.EndsWith(m.Name.Of(text), StringComparison.Ordinal)))
        )
        {
            mention.Used = true;
        }
    }

    /// <summary>The things that are asked for though nobody said how many.</summary>
    public IEnumerable<Mention> Asked(int counted, ItemMode mode)
    {
        var asked = mentions.Exists(m => m.Kind is MentionKind.Ask or MentionKind.Depleted);
        return mentions.Where(m =>
            !m.Used
            && m.Kind switch
            {
                MentionKind.Ask => counted == 0 || mode is ItemMode.Sentence or ItemMode.Command,
                MentionKind.Depleted => counted == 0,
                MentionKind.List => mode == ItemMode.Command || asked,
                _ => false,
            }
        );
    }
}
