namespace MutualAid.Core.Language;

/// <summary>Tells talk about others' matters from asks and offers: what somebody else does, lost pets, shop hours, chain letters.</summary>
internal static class Talk
{
    private static readonly Lexicon Sought = Lexicon.Listed("TalkSought");

    private static readonly Lexicon Asked = Lexicon.Listed("TalkAsked");

    private static readonly Lexicon Errand = new("我想去买 我要去买 我去买 想去买 要去买 去买点 我买了 买了 买得到 买到");

    private static readonly Lexicon Chain = new(
        "点击链接 点链接 点开链接 转发三个群 转发到 转发群 扫码领 砍一刀 砍价 拼团 优惠券 抽奖 中奖 点赞 链接即可 日赚 刷单 click_the_link"
    );

    private static readonly Lexicon Handed = new(
        "用完没 用完了没 用完了吗 用好没 用好了没 什么时候还 啥时候还 记得还 还给我 借你的 借我的 问我借 跟我借 向我借 找我借 借走了 借去了 拿走了没"
    );

    private static readonly Lexicon Kin = new("妈 爸 老婆 老公 媳妇 儿子 闺女 女儿 爷爷 奶奶 外婆 外公 姐 哥 妹 弟 亲爱的 宝贝 兄弟 师傅");

    private static readonly Lexicon Family = new("妈 老妈 爸 老爸 老婆 老公 媳妇 儿子 闺女 女儿 亲爱的 宝贝");

    private static readonly Lexicon Says = new(
        "说他 说她 讲他 讲她 说要给 说会给 说明天 说今天 说下午 说晚上 说已经 告诉我他 答应 said_he said_she says_he says_she said_they"
    );

    private static readonly Lexicon Willing = new(
        "可以赞助 能赞助 想赞助 可以送 想送 能送 免费送 白送 愿出 能匀 可以匀 能出 能捐 能借 能提供 可以出 可以捐 可以借 可以提供 愿意 可出借 可借 出借 可外借 想捐 可捐 可出 有多的 would_lend can_lend"
    );

    // 老张说他家尿不湿没了，要三包 asks for him.
    private static readonly Lexicon Lacks = new("没了 断了 用完了 吃完了 缺 需要 急需 不够 没有了 没得 想要 急着要");

    /// <summary>Whether a message that names goods only talks.</summary>
    public static bool IsTalk(string text) =>
        Sought.In(text)
        || Chain.In(text)
        || Handed.In(text) && !Willing.In(text)
        || Asked.In(text) && Errand.In(text)
        || IsCalled(text)
        || IsReported(text);

    // 老李你那个电钻: said to one person, who is not the bot.
    private static bool IsCalled(string text)
    {
        var end = 0;
        while (end < text.Length && end < 5 && Texts.IsHan(text[end]) && text[end] is not ('你' or '您'))
        {
            end++;
        }

        var you = end < text.Length && text[end] is ',' or ' ' ? end + 1 : end;
        if (Family.Is(text[..end]) && you > end)
        {
            return true;
        }

        return end > 0 && you < text.Length && text[you] is '你' or '您' && !Greets(text, you) && IsSomebody(text[..end]);
    }

    private static bool Greets(string text, int at) => at + 1 < text.Length && text[at + 1] is '好' or '们';

    private static bool IsReported(string text)
    {
        var at = Says.Find(text, 1, 10);
        var start = at;
        while (start > 0 && at - start < 4 && Texts.IsHan(text[start - 1]))
        {
            start--;
        }

        return at > start
            && (IsSomebody(text[start..at]) || at - start > 2 && IsSomebody(text[(start + 2)..at]))
            && !Willing.In(text, at)
            && !Lacks.In(text, at);
    }

    private static bool IsSomebody(string name) =>
        Names.IsNick(name)
        || Names.IsPerson(name)
        || Kin.Is(name)
        || name.Length > 1 && Kin.Is(name[1..]) && name[0] is '我' or '咱' or '俺' or '他' or '她';
}
