namespace MutualAid.Core.Language;

/// <summary>
/// Acts told of without a number: 60个口罩我已经送到了, 我来不了了，退回去吧, 口罩收到了58个, 我来认领50个. Which request is meant, the acts so
/// far tell.
/// </summary>
internal static class Unnumbered
{
    // Such an act is told in a few words; the bound keeps reading linear.
    private const int Longest = 120;

    private static readonly string[] Selves = ["我", "我们", "咱", "咱们", "俺", "俺们"];

    // The speaker's own doing: 送到了 alone may be a gift that came in.
    private static readonly Lexicon Brought = new([
        .. from who in Selves
        from done in (string[])["已经", "已", "刚", "刚刚", "都", "给你们", "给", "全", "全部", ""]
        from verb in (string[])["送到", "送达", "送过去", "送去了", "送来了", "放门卫", "放到门", "放在门", "搁门卫", "搁在门"]
        select who + done + verb,
    ]);

    private static readonly Lexicon Claims = new([
        .. from who in Selves
        from will in (string[])["来", "先", "先来", "要", "想", "都", "也", "可以", "能", "这边", "家", ""]
        from verb in (string[])["认领", "认下"]
        select who + will + verb,
    ]);

    private static readonly Lexicon ClaimsSome = new([.. Selves.Select(who => who + "认"), .. Selves.Select(who => who + "先认")]);

    // 口罩我家有12盒，认领
    private static readonly Lexicon Holds = new([
        .. from who in Selves from place in (string[])["家有", "有", "这有", "这儿有", "手里有"] select who + place,
    ]);
    private static readonly Lexicon Claim = new("认领 来认领 认下");

    private static readonly Lexicon GivenBack = Lexicon.Listed("UnnumberedGivenBack");
    private static readonly Lexicon Unable = Lexicon.Listed("UnnumberedUnable");
    private static readonly Lexicon HandBack = Lexicon.Listed("UnnumberedHandBack");
    private static readonly Lexicon Came = Lexicon.Listed("UnnumberedCame");
    private static readonly Lexicon Counted = Lexicon.Listed("UnnumberedCounted");
    private static readonly Lexicon Expected = Lexicon.Listed("UnnumberedExpected");
    private static readonly Lexicon Gift = Lexicon.Listed("UnnumberedGift");
    private static readonly Lexicon Others = Lexicon.Listed("UnnumberedOthers");
    private static readonly Lexicon Goods_ = new("东西 货 物资 物品 goods supplies stuff");
    private static readonly Lexicon Lessons_ = new("课 讲座 值班 班次 排班 夜班 早班 晚班 岗 活动 报名 class shift session");
    private static readonly Lexicon Only = new([
        .. from came in (string[])["收到", "签收", "到了", "拿到"]
        from only in (string[])["只", "实际", "实际只", "其实只", "一共只"]
        select only + came,
        "实际只有",
        "其实只有",
        "实际是",
    ]);
    private static readonly Lexicon Getters = new("我 我们 咱 咱们 俺 俺们 都 也 已 已经 全 全部 刚 刚刚 刚才 今天 社区 这边");
    private static readonly Lexicon NotDone = new("吗 ? 才能 怎么 没送 还没 没收到 没到 给我送 谁 急需 什么时候 啥时候 几点 多少");

    public static Meaning? Read(Message message)
    {
        var text = message.Folded;
        if (text.Length > Longest || NotDone.In(text))
        {
            return null;
        }

        return TakesBack(text) && !Claimed.In(text) ? About(message, "cancel") with { Quantity = null }
            : GivesBack(text) ? About(message, "release")
            : (Brought.In(text) || Claimed.Find(text) is var mine and >= 0 && Sent.In(text, mine)) && !Wants(text)
                ? About(message, "delivered")
            : HasCome(message) ? Receipt(message)
            : Takes(text) ? About(message, "claim")
            : null;
    }

    // 昨天我报的那个拐杖不要了，撤了吧
    private static bool TakesBack(string text) =>
        Own.Find(text) is var own and >= 0 && Dropped.Find(text, own) is var dropped and >= 0 && !Back.In(text) && dropped - own < 24;

    private static readonly Lexicon Own = new([
        .. from who in Selves
        from verb in (string[])
            [
                "报的",
                "登记的",
                "求的",
                "要的",
                "发的",
                "求助的",
                "申请的",
                "提的",
                "说的",
                "报过的",
                "那个需求",
                "的需求",
                "上报的",
                "那条需求",
                "这条需求",
                "那条",
                "那个求助",
            ]
        select who + verb,
        "my request for",
        "my need for",
    ]);
    private static readonly Lexicon Dropped = new(
        "不要了 不要啦 不用了 不用啦 不需要了 用不着了 撤了 撤掉 撤回 取消 撤销 作废 删了 删掉 别送了 不缺了 解决了 有了 cancel withdraw"
    );
    private static readonly Lexicon Claimed = new([
        .. from who in Selves from verb in (string[])["认领的", "接的", "认的", "领的"] select who + verb,
    ]);
    private static readonly Lexicon Sent = new("已经送 送过去了 送到 送达 送去了 送完了 已送 送了");
    private static readonly Lexicon Back = new("退回 认领 送到 收到 不要了吗 课 班");

    private static bool Wants(string text) =>
        text.Contains("需要", StringComparison.Ordinal) || text.Contains("还缺", StringComparison.Ordinal);

    // 我去不成了，让别人去吧; who cannot come to a class leaves it by its number.
    private static bool GivesBack(string text) =>
        !Lessons_.In(text)
        && (GivenBack.In(text) || Unable.Find(text) is var at and >= 0 && HandBack.In(text) && HandBack.At(text, at) < text.Length);

    private static bool Takes(string text)
    {
        if (Holds.In(text) && Claim.Before(text, text.TrimEnd('。', '!', '吧', '了', ' ').Length) > 0)
        {
            return true;
        }

        var at = Claims.Find(text);
        return at >= 0
            ? !Others.In(text, 0, at) && !text.Contains("认领回", StringComparison.Ordinal)
            : ClaimsSome.Find(text) is var some and >= 0 && AmountScan.At(text, some + ClaimsSome.At(text, some)) is { Value: not null };
    }

    // 口罩收到了58个 tells of what was waited for; 收到某某捐的口罩 of a gift.
    private static bool HasCome(Message message)
    {
        var text = message.Folded;
        if (Gift.In(text) || Cues.Question.In(text))
        {
            return false;
        }

        if (Only.In(text) && Cues.Received.In(text))
        {
            return true;
        }

        var came = Came.Find(text, 1);
        if (
            Came.At(text, 0) is var first and > 0
            && Counted.In(text, first)
            && AmountsOf(text) is [var all, ..]
            && !Thing(text, first, all.Start).IsEmpty
        )
        {
            // 收到了，口罩一共80只
            return true;
        }

        var start = came;
        while (start > 0 && !Texts.IsStop(text[start - 1]) && text[start - 1] is not ('。' or '!'))
        {
            start--;
        }

        return came > start
            && (Goods_.In(text, start, came) || Named(text, start, came))
            && (Counted.In(text, came) && AmountsFrom(text, came) || Amount(text, came) || Expected.In(text, start, came))
            && !Lessons_.In(text);
    }

    private static bool Named(string text, int start, int end) =>
        !Thing(text, start, end).IsEmpty && AmountsOf(text[start..end]).Count == 0;

    // 收到了58个
    private static bool Amount(string text, int came)
    {
        var at = came + Came.At(text, came);
        return AmountScan.At(text, at < text.Length && text[at] is ' ' or ',' ? at + 1 : at) is { Value: not null };
    }

    private static bool AmountsFrom(string text, int at) => AmountsOf(text[at..]).Count > 0;

    private static Meaning? Receipt(Message message)
    {
        var text = message.Masked(Phones.Find(message.Folded));
        var meaning = new Meaning("received") { Named = Thing(message, text) };
        return AmountsOf(text) switch
        {
            [] => meaning,
            [var came, ..] => meaning with { Quantity = came.Value },
        };
    }

    private static string? Thing(Message message, string text)
    {
        var came = Came.Find(text, 1);
        return came > 0 && Thing(text, 0, came) is { IsEmpty: false } name ? message.Slice(name) : null;
    }

    // 雨衣我们收到了: who got it stands between.
    private static Span Thing(string text, int start, int end)
    {
        while (Getters.Before(text, end, start) is var length and > 0)
        {
            end -= length;
        }

        var name = Nouns.Before(text, start, end, out _);
        return !name.IsEmpty && Goods.Ends(name.Of(text)) ? name : default;
    }

    public static Meaning About(Message message, string act)
    {
        var masked = message.Masked(Phones.Find(message.Folded));
        var items = ItemScan.Read(message.Text, masked, ItemMode.Sentence).Items;
        return items is [var only] && Goods.Ends(Folding.Align(only.Name))
                ? new Meaning(act) { Named = only.Name, Quantity = only.Quantity }
            : AmountsOf(masked) is [var said] ? new Meaning(act) { Quantity = said.Value }
            : new Meaning(act);
    }

    private static List<Amount> AmountsOf(string text) =>
        [.. Clauses.Of(text).SelectMany(clause => clause.Amounts).Where(amount => amount is { Value: not null, Doubt: null, Bare: false })];
}
