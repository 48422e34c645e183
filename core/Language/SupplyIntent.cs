namespace MutualAid.Core.Language;

/// <summary>Weighs the words of a sentence: is it a donation that came in, an offer, a need, or nothing for the bot?</summary>
internal static partial class SupplyIntent
{
    private static readonly Lexicon Receipt = new(
        "已登记 登记了 感谢 捐来 到仓 入仓 登个记 登记: 捐到 入账 验过 验收完 收妥 交接完 卸货 已到位 到位了 登账 入册 收到 收了 接收 入库 点收 签收 到货 卸完 卸车 已收 收下 收讫 记一下账 记账 登记捐赠 捐赠登记 记录一笔 记一笔 到账 接到 送到了 到了 刚收 领到 已到 收妥 清点 运到 received arrived got 核对无误 验收 登记一下 登记入库 记一下"
    );
    private static readonly Lexicon Gift = new(
        "捐 赠 送来 支援的 援助 寄来 拉来 运来 送的 捐赠 入库 资助 赞助 捐助 送给我们 donation donated gift 提供的 送了我们 给我们送 送到我们 爱心物资"
    );
    private static readonly Lexicon Future = new(
        "想捐 可捐 愿意捐 能捐 打算捐 准备捐 要捐 愿捐 计划捐 求捐 希望 谁 哪 怎么捐 有意 可以捐 愿意 能不能 呼吁 吗 好多人 听说 朋友圈 新闻 will like_to"
    );

    // Said to those who need: what follows 谁需要 is an offer.
    private static readonly Lexicon Invitation = new(
        "哪个要 哪个需要 谁家要 哪家要 哪位要 谁家需要 哪个社区要 哪个小区要 哪个村要 谁来拉 谁来取 谁来拿 谁来领 谁来搬 谁拿 谁用 谁家用 请灾区联系 请社区联系 请联系 请尽快联系 请与我联系 要就吱 要就说 有要的 有想要的 有用的 谁家缺 用得上的 谁需要 谁要 谁缺 有需要的 有需要 需要的社区 需要的请 需要的联系 需要的可以 需要的说 需要的朋友 需要的吱 需要的来 需要的私 需要的邻居 需要的家 哪家需要 哪位需要 哪个社区需要 哪里需要 哪个社区缺 缺的社区 缺的联系 缺的说 缺的来 有社区要 有人要 要的话 要的联系 要的说 要的社区 需要的话 需要就 缺的话 想要的 想要的联系 要的吱 要的来 谁想要 谁用得上 用得着的 有缺的 哪里缺 哪儿缺 急需的社区 急需的可以 需要可以联系 需要联系 需要请联系 需要找我 需要的单位 需要的人 需要的老人 需要的群众 需要的同志 需要的居民 需要的点位 需要的卡口 who_needs anyone_need anyone_needs if_you_need if_anyone_needs 需要直接 需要我"
    );

    private static readonly Lexicon OfferStrong = new(
        """
        手头还有 手里还有 手上还有 家里还有 仓库还有 我还有 店里还有 送得出去 免费拿 免费领 免费取 免费来拿 想送出 白给 白拿 随便用 带不走 可支援 可以支援 能支援 愿意支援 想支援 可捐 想捐 愿捐 愿意捐 能捐 要捐 打算捐 准备捐 决定捐 计划捐 可以捐 有意捐 有意向捐 拟捐 可出 能出 可以出 愿意出 可提供 可以提供 能提供 愿意提供 愿提供 免费提供 免费送 免费赠送 无偿 可以送 想送 愿意送 送给 赠送给 捐给 捐献 匀出 匀给有 可以匀 能匀 可匀 挤出 多余 富余 闲置 用不上 用不完 没人用 不要钱 白送 可借 可以借 能借给 借给你们 借给大家 借出 借给社区 出借 转赠 多出来 多了 腾出 拿出 愿意借 愿意无偿 可以拉 能拉 可以帮 可供
        可以运 可以派 愿意派 能派 可以安排 赠予 赞助 自愿捐 想捐赠 愿意赠送 献给 备了 自己缝 自己做 做了 随时可以 随便拿 可以拿走 来取 自取 自提 来拿 可以给大家 可以给社区 送社区 给社区用 我有 我们有 我这有 我这儿有 我家有 家里有 手里有 手上有 店里有 厂里有 还剩 我出 我捐 我们捐 咱捐 我提供 我们提供 我能 我们能 我可以 我们可以 想给社区 想给大家 想给志愿者 愿意给 有现货 可以调 能调 可调 可以分 分给 能分 愿意分 可赠 尽一份力 出一份力 表示心意 表表心意 送一批 捐一批 捐点 捐些 送点
        can_offer can_donate can_give can_provide can_lend can_spare can_supply can_share can_bring would_like_to_donate want_to_donate like_to_donate happy_to giving_away to_give_away offering donating spare_ have_extra have_spare i_have we_have free_to for_free willing_to leftover to_donate to_lend to_offer to_spare up_for_grabs can_contribute
        """
    );

    private static readonly Lexicon Giveable = new([
        .. from modal in (string[])
            [
                "可",
                "能",
                "可以",
                "愿",
                "愿意",
                "想",
                "要",
                "打算",
                "准备",
                "计划",
                "拟",
                "决定",
                "有意",
                "想要",
                "自愿",
                "能够",
                "还能",
                "还可以",
                "也能",
                "也可以",
                "随时能",
                "一次能",
            ]
        from verb in (string[])
            [
                "捐",
                "送",
                "出",
                "提供",
                "支援",
                "援助",
                "赠",
                "匀",
                "支持",
                "赞助",
                "分享",
                "调出",
                "拿出",
                "供",
                "拉",
                "派",
                "腾",
                "转让",
                "给",
                "借给",
                "借出",
                "外借",
                "贡献",
            ]
        select modal + verb,
    ]);

    private static readonly Lexicon OfferWeak = new("提供 捐赠 捐 送 出 支援 赠 借 匀 offer donate have give lend");

    // 送到, 出院 give nothing away.
    private static readonly Lexicon Neutral = new(
        "送到 送来 送达 送货 送餐 送过来 送去 送医 出院 出入 出门 出来 出去 出现 出示 出行 出发 出口 出诊 出不 进出 外出 支援点 支援些 借用 捐赠点 要送到 能送到 能送来 要出门 可送到 能出门 能出来 想出去 要出院 能出去 能出院 送上门 可以送到 能送过来 能送货 可以送货 可以出来 可以出去 可以出门 可以出行 可以出发 可出门 可以出院 可以出现"
    );

    private static readonly Lexicon NeedStrong = new(
        """
        支援吗 支援不 支援么 还没着落 没着落 能支援我 能给我 能借我 能捐我 能给点 能给些 给点儿 给些 给几 能给几 给两 给个 能给个 物资上报 上报 用品需求 整点 整些 弄些 搞些 拿点 来些 唔该 帮帮手 needed 谁能匀 谁能借 谁有多的 越快越好 尽快 请帮忙 想要点 想整 整几 急需 急缺 急求 急用 急着用 急等 急购 急借 急寻 需要 还需 现需 需求 求助 求援 求购 求借 求支援 求捐 跪求 诚求 求 申请 申领 想要 还要 再要 想申请 请求 请支援 告急 还差 还缺 紧缺 缺 缺少 短缺 不够 给我们 给咱 给俺 匀给我们 匀我们 支援我们 支援咱 支援一下 支援点 支援些 再给 再来 给上 给点 给配 配点 配几 配一 想借 借用 借点 借几 借一 借两 谁能 谁有 谁家有 哪家能 哪家有 哪位能 哪位有 哪里能 哪里有 哪有
        能不能 能否 可否 可不可以 有没有 能申请 能再要 帮忙解决 帮忙找 帮忙买 帮忙协调 协调 调配 增援 补充 盼 恳请 恳求 麻烦 能借 借我 借给我 借咱 募集 征集 招募 急招 想领 想求 弄点 弄些 搞点 寻 亟需 亟待 补给 补点 申请点 给批 要点 来点 来几 来个 来两 能帮 望支援 望能 希望能 希望支援 希望得到 求大家 求各位
        need needs require request short_of looking_for out_of running_low anyone_spare could_anyone can_anyone could_someone can_we can_you could_you please_send we_want would_like short_on lack lacking in_need anyone_have does_anyone who_has who_can borrow could_use
        """
    );

    private static readonly Lexicon NeedWeak = new("要 需 用 差 来 补 想 want get 盼 请");

    private static readonly Lexicon Giving = new("提供 支援 捐 匀 借 出 送 给 支持 赞助 spare donate offer give lend help");
    private static readonly Lexicon Seeking = new(
        "谁能 谁有 谁家 谁可以 哪家 哪位 哪里 哪儿 哪个单位 哪个爱心 有没人 有无人 能不能 能否 可否 可不可以 有没有 是否能 请求 恳请 求 希望 盼 望 麻烦 拜托 请 帮我们 帮咱 anyone could_you can_you who_can please 申请"
    );

    // Questions between people and jokes about what they have.
    private static readonly Lexicon Idle = new(
        "送了我 给了我 送我一 送给我一 给我送了 送了一袋给我 借了我 给我带了 够不够 够用不 你们还剩 你们还有 你那还有 你家还有 还有多少 剩多少 在哪买 哪里买 多少钱 怎么卖 哪买的 什么牌子"
    );

    // Polite words that also stand in an offer: 愿意捐…，麻烦对接.
    private static readonly Lexicon Soft = new("希望 盼 望 麻烦 拜托 请 please");

    private static readonly Lexicon Chatter = new(
        "听说 新闻 发完了 发光了 买到 买了 抢到 抢钱 卖到 卖 一瓶 昨天 上次 上回 领的 领了 领到 那批 用起来 质量 好用 排队 朋友圈 谣言 辟谣 记得 注意 别忘 千万 原来 以前 去年 涨价 多少钱 价格 我妈非 哈哈 好吃 真香 味道 吃了 喝了 戴 抖音 视频 直播间 淘宝 拼多多 京东 快递 外卖 超市 药店 电视 微博 据说 好像 唉 丢了 捡到 谁的 谁把 谁拿"
    );

    public static string? Decide(Message message, Func<string, Meaning> read)
    {
        var text = message.Folded;
        if (
            Receipt.In(text)
            && (Gift.In(text) || Givers.Donor(message, false).Text is not null)
            && !Future.In(text)
            && !Cues.Question.In(text)
            && read("donation").Items.Any(i => i.Quantity is not null || Goods.Ends(Folding.Align(i.Name)))
        )
        {
            return "donation";
        }

        if (Idle.In(text) || (text.Contains("你们", StringComparison.Ordinal) && text.Contains('几')))
        {
            return null;
        }

        if (Talk.IsTalk(text))
        {
            return null;
        }

        var plain = Strip(Bound(message), out var invited);
        var offer = Weight(plain, OfferStrong, OfferWeak) + (invited ? 3 : 0);
        var need = Weight(plain, NeedStrong, NeedWeak);
        if (Seeks(plain))
        {
            need += 4;
            offer -= 3;
        }

        if (
            need == 0
            && offer is > 0 and < 3
            && message.Places.Count > 0
            && Givers.Provider(message).Text is null
            && Listed(message, read) is { } listed
        )
        {
            return listed;
        }

        var intent =
            offer > need
            || (offer == need && offer > 0 && Holds.In(plain) && Helping.In(plain) && !Seeking.In(plain) && !Cues.Question.In(plain))
                ? "offer"
            : need > 0 ? "need"
            : null;
        return intent is null ? Listed(message, read)
            : Accepts(message, read(intent), intent == "offer" ? offer : need, intent == "offer" ? plain : text) ? intent
            : null;
    }

    // 哪家能给我们提供 asks, whatever giving it speaks of.
    private static bool Seeks(string text)
    {
        var seek = Seeking.Find(text);
        var soft = seek >= 0 && Soft.At(text, seek) > 0 && Giveable.In(text);
        return (seek >= 0 && !soft && Giving.In(text, seek))
            || text.Contains("给我们", StringComparison.Ordinal) && !text.Contains("捐给我们", StringComparison.Ordinal)
            || text.Contains("支援我们", StringComparison.Ordinal)
            || text.Contains("支援一下", StringComparison.Ordinal);
    }

    // 送丰谷村 says where it goes.
    private static string Bound(Message message)
    {
        var plain = message.Folded.ToCharArray();
        foreach (var (start, _) in message.Places)
        {
            if (start > 0 && plain[start - 1] is '送' or '寄' or '发' or '给')
            {
                plain[start - 1] = '\u0001';
            }
        }

        return new string(plain);
    }

    private static string Strip(string text, out bool invited)
    {
        invited = false;
        var stripped = text.ToCharArray();
        for (var i = 0; i < text.Length; i++)
        {
            var length = Invitation.At(text, i);
            if (length > 0)
            {
                invited = true;
                stripped.AsSpan(i, length).Fill('\u0001');
                i += length - 1;
            }
        }

        return new string(stripped);
    }

    // 能支援吗 asks; 能支援30箱 gives.
    private static int Given(string text, int at)
    {
        var length = Giveable.At(text, at);
        var after = at + length;
        return length > 0 && after < text.Length && text[after] is '吗' or '么' or '不' or '我' or '咱' or '俺' ? 0 : length;
    }

    private static int Weight(string text, Lexicon strong, Lexicon weak)
    {
        var weight = 0;
        foreach (var (_, isStrong) in Weighed(text, strong, weak))
        {
            weight +=
                isStrong ? 3
                : weight >= 2 ? 0
                : 1;
        }

        return weight;
    }

    private static bool Accepts(Message message, Meaning meaning, int weight, string text)
    {
        if (meaning.Items.Count == 0)
        {
            return false;
        }

        var counted = meaning.Items.Any(i => i.Quantity is not null);
        var chatter = Chatter.In(meaning.Provider is { } by ? text.Replace(Folding.Align(by), "", StringComparison.Ordinal) : text);
        var goods = meaning.Items.All(i => Goods.Ends(Folding.Align(i.Name)));
        return counted
            ? weight >= 3
                || goods && (!chatter || weight >= 2)
                || (meaning.Items.Count > 1 && !chatter && weight > 0 && meaning.Items.Any(i => Goods.Ends(Folding.Align(i.Name))))
                || (weight > 0 && !chatter && meaning.Community is not null)
            : goods && weight >= 3 && !chatter && !Cues.Question.In(text.TrimEnd('?')) | Seeks(text) | meaning.Doubts.Count > 0;
    }

    // A bare list of things with a community or a word of urgency is an ask.
    private static string? Listed(Message message, Func<string, Meaning> read)
    {
        var need = read("need");
        var words = message.Folded.Count(Texts.IsWord);
        var covered =
            need.Items.Sum(i => i.Name.Length + (i.Unit?.Length ?? 0) + (i.Quantity is null ? 0 : 3))
            + (need.Community?.Length ?? 0)
            + (need.By is null ? 0 : 4)
            + (need.Urgent ? 2 : 0);
        var placed = need.Community is not null && (need.By is not null || covered * 10 >= words * 6);
        return
            need.Items.Count > 0
            && need.Items.All(i => i.Quantity is not null)
            && !Chatter.In(message.Folded)
            && (placed || covered * 10 >= words * 8)
            ? "need"
            : null;
    }
}
