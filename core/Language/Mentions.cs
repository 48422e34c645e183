namespace MutualAid.Core.Language;

/// <summary>How items are read: behind a command everything counts as an ask; a sentence must say so.</summary>
internal enum ItemMode
{
    Sentence,
    Command,

    /// <summary>What somebody has left is what he gives, not stock beside an ask.</summary>
    Offer,
    Donation,
}

internal enum MentionKind
{
    /// <summary>Stands after a verb of asking: 我们需要对讲机.</summary>
    Ask,

    /// <summary>Used up: 口罩用完了. Counts as asked when nothing else is.</summary>
    Depleted,

    /// <summary>An element of a list: 挂面、大米各20袋.</summary>
    List,

    /// <summary>In stock or told beside: 只剩一包口罩. An amount in a later clause may mean it.</summary>
    Stock,

    /// <summary>Stands in a list by itself and is no known thing: counts only when the amount of the list is said for each (感冒灵、板蓝根各20盒).</summary>
    Member,
}

/// <summary>A thing named without an amount of its own.</summary>
internal sealed class Mention(Span name, MentionKind kind, int clause, char mark)
{
    public Span Name { get; } = name;
    public MentionKind Kind { get; set; } = kind;
    public int Clause { get; } = clause;
    public char Mark { get; } = mark;
    public bool Used { get; set; }
}

/// <summary>Finds the thing a clause without amount speaks of.</summary>
internal static class Mentions
{
    private const int MostCues = 12;

    private static readonly Lexicon Cues = Lexicon.Listed("MentionsCues");

    public static readonly Lexicon Wished = new(
        "有的话 有也行 有更好 也想要 也来点 也来些 也要点 也要些 也给点 也缺 要得不多 要的不多 要得少 要得不少 用得不少 要的少 要得不 不用太多 不用多 不要太多 不需要太多 不用很多 要不了太多 要不了多少 用得不多 需要得不多 需要的不多 需要不多 用量不大 也捎点 也带点 也弄点 也拿点 也送点 给点也行 来点也行"
    );

    private static readonly Lexicon Weak = new("有 来 给 支援 配 出 少 要 差 找 补 添 捐 借 招 get send");
    private static readonly Lexicon Giving = new("捐 捐赠 分享 转让");
    private static readonly Lexicon Enough = new(
        "够用 够了 充足 还够 不缺 足够 不要 不用 不需要 有了 到了 很多 挺多 够 暂时够 先不要 还有 暂不需要 别要 管够 富裕"
    );

    // 我们自己出车去拉 asks for no car.
    private static readonly Lexicon Own = new("自己出 自己来 自己去 自己派 自己带 自己开 自己拉 自己运 自己取 自己拿 自己想办法");
    private static readonly Lexicon DepletionMark = new(
        "都缺 也缺 全缺 都不够 都没了 都没有 都要 都需要 都紧张 都告急 都用完了 都见底了 紧缺 告急"
    );

    public static (Span Name, MentionKind Kind, bool Depleted) Of(string text, Clause clause, ItemMode mode, bool inList)
    {
        // 还有面包 goes on with the list; 面包还有 needs none.
        var further = Days.Has(text, clause.Start, "还有") && mode is ItemMode.Sentence or ItemMode.Command ? 2 : 0;
        var enough = Enough.Find(text, clause.Start + further, clause.End);
        if (
            enough >= 0
            && !Wished.In(text, clause.Start, clause.End)
            && Topics.Some.At(text, enough) == 0
            && !DepletionMark.In(text, clause.Start, clause.End)
            && Depletions.Words.Find(text, clause.Start, clause.End) < 0
            && mode != ItemMode.Offer
            && mode != ItemMode.Donation
        )
        {
            return default;
        }

        var depletion = Depletions.Words.Find(text, clause.Start, clause.End);
        if (mode == ItemMode.Sentence && Own.In(text, clause.Start, clause.End))
        {
            return default;
        }

        if (text.AsSpan(clause.Start, clause.End - clause.Start).Contains("够不够", StringComparison.Ordinal))
        {
            return default;
        }

        if (further > 0 && Nouns.After(text, clause.Start + further, clause.End) is { IsEmpty: false } added && Goods.Ends(added.Of(text)))
        {
            return (added, MentionKind.List, false);
        }

        var asked = AfterCue(text, clause, mode);
        if (!asked.Name.IsEmpty && asked.Name.Start > depletion && Goods.Ends(asked.Name.Of(text)))
        {
            return asked;
        }

        if (Wished.Find(text, clause.Start, clause.End) is var wish && wish > clause.Start + 1)
        {
            var wished = Nouns.Before(text, clause.Start, wish, out _);
            if (!wished.IsEmpty && Goods.Ends(wished.Of(text)))
            {
                return (wished, MentionKind.Ask, false);
            }
        }

        if (Depletions.Cut(text, clause) is { IsEmpty: false } cut)
        {
            return (cut, MentionKind.Ask, true);
        }

        if (depletion >= 0 && Depletions.Lacked(text, clause, depletion) is { IsEmpty: false } lacked)
        {
            return (lacked, MentionKind.Ask, true);
        }

        if (depletion > clause.Start && !Starts(text, clause.Start, depletion))
        {
            var name = Nouns.Before(text, clause.Start, depletion, out _);
            if (!name.IsEmpty && (Goods.Ends(name.Of(text)) || name.Length <= 6))
            {
                return (name, MentionKind.Ask, true);
            }
        }

        return !asked.Name.IsEmpty ? asked
            : Depletions.Without(text, clause) is { IsEmpty: false } without ? (without, MentionKind.Stock, false)
            : Topics.Of(text, clause, mode) is { IsEmpty: false } topic ? (topic, MentionKind.Stock, false)
            : Listed(text, clause, mode, inList);
    }

    private static bool Starts(string text, int start, int at) => at - start < 1 || Texts.IsStop(text[at - 1]);

    private static (Span Name, MentionKind Kind, bool Depleted) AfterCue(string text, Clause clause, ItemMode mode)
    {
        var tried = 0;
        for (var i = clause.End - 1; i >= clause.Start && tried < MostCues; i--)
        {
            var length = Phrases.Protected.At(text, i) > 1 ? 0 : Cues.At(text, i);
            if (length == 0 || i + length > clause.End)
            {
                continue;
            }

            tried++;
            var measure = Colloquial.Measured(text, i + length);
            var name = Nouns.After(text, i + length + measure, clause.End);
            var said = name.IsEmpty ? "" : name.Of(text);
            var weak = Weak.At(text, i) >= length;
            if (
                weak
                && mode == ItemMode.Sentence
                && ((text[i] == '有' && measure == 0 && !Colloquial.Asked(text, clause.Start, i)) || name.Start - i > 3 || HoldsVerb(said))
            )
            {
                continue;
            }

            if (weak && Counting.IsSomebody(text, name.Start))
            {
                continue;
            }

            if (
                !name.IsEmpty
                && (Goods.Ends(said) || (!weak && said.Length <= 8 && Asks.Plain(text, i + length, name)))
                && Places.FindAll(said, null).Count == 0
            )
            {
                // 打包捐赠衣物，缺纸箱50个; 老人要喝热水，谁家能拿4个暖壶来: what is told beside an ask.
                var taken = text[name.Start] is '喝' or '吃' && Goods.Heads.At(text, name.Start) == 0 ? 1 : 0;
                name = new Span(name.Start + taken, name.End);
                var given = taken > 0 || mode == ItemMode.Sentence && Giving.At(text, i) >= length;
                return (name, given ? MentionKind.Depleted : MentionKind.Ask, false);
            }
        }

        return default;
    }

    private static (Span Name, MentionKind Kind, bool Depleted) Listed(string text, Clause clause, ItemMode mode, bool inList)
    {
        var name = Nouns.Alone(text, clause.Start, clause.End);
        var said = name.IsEmpty ? "" : name.Of(text);
        var listed = clause.Mark == '、' || inList || mode == ItemMode.Command;
        return !name.IsEmpty
            && said.Length <= 14
            && (Goods.Ends(said) || (listed && mode == ItemMode.Command && said.Length <= 8 && Whole(clause, name)))
                ? (name, listed ? MentionKind.List : MentionKind.Stock, false)
            : clause.Mark == '、' && said.Length is > 1 and <= 8 && Whole(clause, name) ? (name, MentionKind.Member, false)
            : default;
    }

    // 给社工准备礼包 tells of whom it is done for.
    private static bool HoldsVerb(string said)
    {
        for (var i = 1; i < said.Length; i++)
        {
            if (Phrases.Verbs.At(said, i) > 1 && Phrases.Protected.At(said, i) == 0 && Goods.Heads.At(said, i) == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Whole(Clause clause, Span name) => clause.End - clause.Start - name.Length <= 2;
}

/// <summary>Whether a name after a verb of asking is a thing and not a further verb (需要休息, 需要注意).</summary>
internal static class Asks
{
    private static readonly Lexicon Actions = Lexicon.Listed("MentionsActions");

    public static bool Plain(string text, int at, Span name) =>
        name.Start - at <= 6 && Actions.At(text, name.Start) == 0 && Actions.At(text, at) == 0;
}
