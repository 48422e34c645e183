namespace MutualAid.Core.Language;

/// <summary>Reads work that is offered or asked for, where no thing is named: 能帮忙修水管, 谁能帮我换个灯泡.</summary>
internal static class Favours
{
    // What people do for one another is said in a few words.
    private const int Longest = 14;
    private const int Near = 7;

    private static readonly Lexicon Works = Lexicon.Listed("FavoursWorks");

    // These need a thing behind them: 换个灯泡, 抬一下冰箱.
    private static readonly Lexicon Handling = new("换 取 拿 搬 抬 接 寄 买 带 通 补 洗 缝 磨 焊 递");

    private static readonly Lexicon Once = new("一下 下 一趟 个 几个 一个 一次");

    private static readonly Lexicon Unpaid = new("免费 上门 义务 无偿");

    private static readonly Lexicon Offering = new(
        "能帮忙 可以帮忙 愿意帮忙 想帮忙 能帮 可以帮 愿意帮 我来帮 可帮忙 可帮 能上门 可上门 可以上门 愿意上门 免费上门 义务 免费 可以免费 能免费 愿意免费 可以教 能教 愿意教 我可以 我能 我们可以 我们能 咱能 咱可以 俺能 俺可以 可支援 提供 可提供 可以提供 能提供 愿意提供 can_help happy_to_help i_can glad_to"
    );

    private static readonly Lexicon Asking = new(
        "谁能帮 谁会 谁能 谁可以 哪位能 哪位会 哪位师傅 有没有人能 有没有人会 有没有人 有人能帮 有人会 能不能帮 能否帮 可不可以帮 能帮我 能帮我们 可以帮我 帮我 帮我们 帮俺 帮咱 求帮忙 请帮忙 麻烦帮 麻烦帮忙 想找人 想请人 需要人 需要人帮 需要有人 找人帮 找人 求人 请人 帮忙 求 想请 需要 来人 麻烦 想找个 can_someone can_anyone could_someone could_anyone need_someone need_help anyone_who_can"
    );

    private static readonly Lexicon Done = new("了 过 完 好了 over yesterday");
    private static readonly Lexicon Idle = new(
        "谢谢你 谢谢大家 谢谢各位 感谢大家 感谢你 多亏 昨天 上次 上回 前天 听说 刚才 已经 怎么 为什么 多少钱 贵不贵 哈哈 隔壁 人家 别人家 气人 烂 真好 不错 害我"
    );
    private static readonly Lexicon Tails = new("吗 么 吧 呢 啊 呀 哈 哦 嘛 的 不 可以 一下 的话 就 请 找 联系 免费 都 也 行 好 谢");

    /// <summary>What a named thing cannot say: 麻烦来人修一下水管 asks for no pipe.</summary>
    public static Meaning? Instead(Message message, Meaning supply) =>
        supply is { Intent: "need", Doubts.Count: 0 } && supply.Items.All(item => item.Quantity is null && IsWork(Folding.Align(item.Name)))
            ? Read(message)
            : null;

    // 会理发的志愿者 is somebody.
    private static bool IsWork(string name) => Works.In(name) && !People.IsRole(name) && !name.Contains('的');

    public static Meaning? Read(Message message)
    {
        var text = message.Folded;
        if (Idle.In(text) || IsDoubted(text) || Talk.IsTalk(text) || Sales.Is(text))
        {
            return null;
        }

        var asked = Asking.Find(text);
        var given = Offering.Find(text);
        var asks =
            asked >= 0 && (given < 0 || asked <= given) || asked >= 0 && Cues.Question.In(text) || given >= 0 && Cues.Question.In(text);
        var at = asks ? Math.Max(asked, 0) : given;
        return at < 0 || Named(text, at, asks) is not { IsEmpty: false } work ? null
            : asks
                ? new Meaning("need")
                {
                    Items = [new Item(message.Slice(work))],
                    Community = message.Places.Count > 0 ? message.Slice(message.Places[0].Start, message.Places[0].End) : null,
                    Urgent = Supplies.IsUrgent(text),
                    By = Supplies.By(message),
                }
            : new Meaning("offer") { Items = [new Item(message.Slice(work))], Provider = Providers.Find(message).Text };
    }

    // 还需要换灯泡吗 asks others.
    public static bool IsDoubted(string text) =>
        text.Contains("需要", StringComparison.Ordinal) && (text.Contains('吗') || text.Contains("不需要", StringComparison.Ordinal));

    // 上门修 tells no more; the work is named before.
    private static Span Named(string text, int given, bool asks) =>
        Work(text, given, asks) is { IsEmpty: false } said ? said
        : Unpaid.In(text, given, given + Near) ? Work(text, 0, asks)
        : default;

    private static bool Handles(string text, int at)
    {
        if (Handling.At(text, at) == 0 || Once.At(text, at + 1) > 0)
        {
            return Handling.At(text, at) > 0;
        }

        for (var i = at + 1; i < Math.Min(text.Length, at + Near); i++)
        {
            if (Goods.Heads.At(text, i) > 1)
            {
                return true;
            }
        }

        return false;
    }

    private static Span Work(string text, int from, bool asks)
    {
        for (var i = from; i < text.Length; i++)
        {
            var length = Math.Max(Works.At(text, i), Handles(text, i) ? 1 : 0);
            if (length == 0 || text[i] == '教' && asks)
            {
                continue;
            }

            var end = i + length;
            while (end < text.Length && end - i < Longest && Texts.IsWord(text[end]) && !IsTail(text, end) && Done.At(text, end) == 0)
            {
                end++;
            }

            var told = Done.At(text, end) > 0;
            return !told && end - i > 1 ? new Span(i, end) : default;
        }

        return default;
    }

    // 修一下水管 goes on behind 一下.
    private static bool IsTail(string text, int at) =>
        Tails.At(text, at) is var tail and > 0
        && !(tail == 2 && text[at] == '一' && at + tail < text.Length && Texts.IsHan(text[at + tail]));
}
