namespace MutualAid.Core.Language;

/// <summary>Weighs the words of a sentence: is it a donation that came in, an offer, a need, or nothing for the bot?</summary>
internal static partial class SupplyIntent
{
    private static readonly Lexicon Receipt = Lexicon.Listed("SupplyIntentReceipt");
    private static readonly Lexicon Gift = new(
        "捐 赠 送来 支援的 援助 寄来 拉来 运来 送的 捐赠 入库 资助 赞助 捐助 送给我们 donation donated gift 提供的 送了我们 给我们送 送到我们 爱心物资"
    );
    private static readonly Lexicon Future = Lexicon.Listed("SupplyIntentFuture");

    // Said to those who need: what follows 谁需要 is an offer.
    private static readonly Lexicon Invitation = Lexicon.Listed("SupplyIntentInvitation");

    private static readonly Lexicon OfferStrong = Lexicon.Listed("SupplyIntentOfferStrong");

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

    private static readonly Lexicon OfferWeak = new("提供 捐赠 捐 送 出 支援 赠 匀 offer donate have give lend");

    // 送到, 出院 give nothing away.
    private static readonly Lexicon Neutral = Lexicon.Listed("SupplyIntentNeutral");

    private static readonly Lexicon NeedStrong = Lexicon.Listed("SupplyIntentNeedStrong");

    private static readonly Lexicon Mine = new(
        "支援我们 借我们 借给我们 匀我们 匀给我们 能借我 可以借我 能给我 能匀我 能分我 could_we_have can_we_have may_we_have could_i_have can_i_have 给我们送 送我们"
    );

    private static readonly Lexicon NeedWeak = new("要 需 用 差 来 补 想 配 备 借 want get 盼 请 please pls urgent urgently");

    private static readonly Lexicon Giving = new("提供 支援 捐 匀 借 出 送 给 支持 赞助 spare donate offer give lend help");
    private static readonly Lexicon Seeking = Lexicon.Listed("SupplyIntentSeeking");

    // Polite words that also stand in an offer: 愿意捐…，麻烦对接.
    private static readonly Lexicon Soft = new("希望 盼 望 麻烦 拜托 请 please");

    public static string? Decide(Message message, Func<string, Meaning> read)
    {
        var text = message.Folded;
        if (
            Receipt.In(text)
            && (Gift.In(text) || Donors.Find(message, false).Text is not null)
            && !Future.In(text)
            && !Cues.Question.In(text)
            && read("donation").Items.Any(i => i.Quantity is not null || Goods.Ends(Folding.Align(i.Name)))
        )
        {
            return "donation";
        }

        if (
            Idle.Find(text) is var idle and >= 0 && !AsksAfter(text, idle)
            || (text.Contains("你们", StringComparison.Ordinal) && text.Contains('几'))
        )
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
            && Providers.Find(message).Text is null
            && BareList.Intent(message, read) is { } listed
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
        return intent == "offer" && (Sales.Is(text) || Plenty.In(text) && !Giveable.In(text)) ? null
            : Jest.In(text) && !Earnest.In(text) ? null
            : intent is null ? BareList.Intent(message, read)
            : Accepts(message, read(intent), intent == "offer" ? offer : need, intent == "offer" ? plain : text) ? intent
            : offer == 0 && need < 3 && read(intent).Items.All(item => Goods.Ends(Folding.Align(item.Name)))
                ? BareList.Intent(message, read)
            : null;
    }

    // 哪家能给我们提供 asks, whatever giving it speaks of.
    private static bool Seeks(string text)
    {
        var seek = Seeking.Find(text);
        var soft = seek >= 0 && Soft.At(text, seek) > 0 && Giveable.In(text);
        return (seek >= 0 && !soft && Giving.In(text, seek))
            || text.IndexOf("给我们", StringComparison.Ordinal) is var us and >= 0
                && DoneFor(text, us) == 0
                && !text.Contains("捐给我们", StringComparison.Ordinal)
            || Mine.In(text)
            || Wanted.Find(text) is var wanted and >= 0 && IsAsked(text, wanted)
            || Colloquial.AsksRound(text)
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
        return length > 0 && (after < text.Length && text[after] is '吗' or '么' or '不' or '我' or '咱' or '俺' || IsAsked(text, at))
            ? 0
            : length;
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
        var chatter = IsChatter(meaning.Provider is { } by ? text.Replace(Folding.Align(by), "", StringComparison.Ordinal) : text);
        var goods = meaning.Items.All(i => Goods.Ends(Folding.Align(i.Name)));
        return counted
            ? weight >= 3
                || goods && (!chatter || weight >= 2)
                || (meaning.Items.Count > 1 && !chatter && weight > 0 && meaning.Items.Any(i => Goods.Ends(Folding.Align(i.Name))))
                || (weight > 0 && !chatter && (meaning.Community is not null || DirectAsk.In(message.Masked())))
            : goods
                && (weight >= 3 || DirectAsk.Names(message.Masked(), text))
                && !chatter
                && !Cues.Question.In(text.TrimEnd('?')) | Seeks(text) | meaning.Doubts.Count > 0;
    }
}
