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

    private static readonly Lexicon Depletion = new(
        """
        急用 急需 急缺 紧急需要 用完了 用完 用光 用光了 见底 见底了 没有了 没了 没有 么有 么得 莫得 么了 冇 断货 断货了 断供 断档 断档了 告急 不够 不够用 不足 不多了 快没了 快用完 快用完了 快见底 耗尽 空了 都没有 一个都没有 短缺 紧缺 紧张 奇缺 坏了 坏掉了 不够了 缺口大 缺口很大 都缺 也缺 缺货
        缺得厉害 用没了 没得用 没得用了 发完了 发光了 都不剩 不剩 不剩了 见了底 快断了 断了 吃完了 告罄 撑不住 撑不了 顶不住 跟不上 used_up gone ran_out running_out out_of_stock
        """
    );

    private static readonly Lexicon Cues = new(
        """
        弄点 搞点 整点 匀点 借点 讨点 弄些 搞些 多了 多出 买不到 买不着 抢不到 找不到 需要 急需要 还需要 还需 急需 现需 急缺 紧缺 缺少 短缺 亟需 急求 跪求 求购 求借 求 需 缺 想要 还要 再要 要 需求 想申请 申请 申领 请求支援 求支援 支援 想借 借用 借 配 补充 补 添 增加 调配 协调 急用 急着用 等着用 用上 差 还差 少 给 能给 来 再来 再给
        捐 捐赠 提供 可提供 可以提供 能提供 赠送 能出 可以出 可出 出 匀 匀出 分享 转让 闲置 多余 富余 收到 接收 入库 物资 品名 物品 名称 物资名称 物品名称 需求物资 有 找 急找 招募 招
        need needs want request looking_for short_of require spare offer donate out_of borrow get send
        """
    );

    private static readonly Lexicon Wished = new("有的话 有也行 有更好 也想要 也来点 也来些 也要点 也要些 也给点 也缺");

    private static readonly Lexicon Weak = new("有 来 给 支援 配 出 少 要 差 找 补 添 捐 借 招 get send");
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
        var enough = Enough.Find(text, clause.Start, clause.End);
        if (
            enough >= 0
            && !DepletionMark.In(text, clause.Start, clause.End)
            && Depletion.Find(text, clause.Start, clause.End) < 0
            && mode != ItemMode.Offer
            && mode != ItemMode.Donation
        )
        {
            return default;
        }

        var depletion = Depletion.Find(text, clause.Start, clause.End);
        if (mode == ItemMode.Sentence && Own.In(text, clause.Start, clause.End))
        {
            return default;
        }

        if (text.AsSpan(clause.Start, clause.End - clause.Start).Contains("够不够", StringComparison.Ordinal))
        {
            return default;
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

        if (depletion >= 0 && Lacked(text, clause, depletion) is { IsEmpty: false } lacked)
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

        return !asked.Name.IsEmpty ? asked : Listed(text, clause, mode, inList);
    }

    // 娃儿些莫得书包: who lacks it stands before, the thing behind.
    private static Span Lacked(string text, Clause clause, int at)
    {
        var end = at + Depletion.At(text, at);
        var name = text[end - 1] is '得' or '有' ? Nouns.After(text, end, clause.End) : default;
        return !name.IsEmpty && name.Start == end && Goods.Ends(name.Of(text)) ? name : default;
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

            if (
                !name.IsEmpty
                && (Goods.Ends(said) || (!weak && said.Length <= 8 && Asks.Plain(text, i + length, name)))
                && Places.FindAll(said, null).Count == 0
            )
            {
                return (name, MentionKind.Ask, false);
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
    private static readonly Lexicon Actions = new(
        "休息 注意 大家 你 您 他 她 我 排队 核实 登记 报名 填 做 去 来 看 打 等 问 说 想 学 帮 人 多少 什么 啥 怎么 时间 耐心 配合 理解 提前 保持 隔离 观察 检测 核酸 消杀 打扫 一个月 交 报 带 戴 洗 走 办 预约 通知 统计 的 了 这 那 自己 统一 加强 继续 进一步 及时 先 尽快 be to help you me more_information some_help a_break"
    );

    public static bool Plain(string text, int at, Span name) =>
        name.Start - at <= 6 && Actions.At(text, name.Start) == 0 && Actions.At(text, at) == 0;
}
