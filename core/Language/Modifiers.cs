namespace MutualAid.Core.Language;

/// <summary>Words before a thing that belong to its name, and the thing that is spoken of first.</summary>
internal static class Modifiers
{
    private static readonly Lexicon Spots = new("家里 家中 手头 手里 手上 仓库 库房 店里 厂里 村里 车上 冰箱里 地窖里 这边 这儿 这里");

    private static readonly Lexicon Called = new("助手 bot");

    // 口罩我这儿还能挤出五十个: what is spoken of stands before the speaker.
    public static Span Topic(string text, int start, int end)
    {
        for (var i = start + 2; i < end; i++)
        {
            if (text[i] is '我' or '咱' or '俺' || Spots.At(text, i) > 0)
            {
                var topic = Nouns.Clean(text, start, i);
                if (
                    HasVerb(text, topic)
                    && Nouns.Clean(text, NameStart.Find(text, start, i), i) is { IsEmpty: false } rest
                    && Goods.Ends(rest.Of(text))
                )
                {
                    // 上回说的口罩我们还是要150个
                    return rest;
                }

                return !topic.IsEmpty && topic.Length <= 10 && !Called.In(topic.Of(text)) && !HasVerb(text, topic) ? topic : default;
            }
        }

        return default;
    }

    // 一批匿名寄来的绘本: how it came stands before the thing.
    public static int Relative(string text, int at, int end)
    {
        var of = at < end ? text.IndexOf('的', at, Math.Min(end - at, 10)) : -1;
        return of > at + 1 && of + 1 < end && Came.Before(text, of, at) > 0 ? of + 1 : at;
    }

    private static readonly Lexicon Came = new("捐来 寄来 送来 拿来 拉来 运来 带来 捐赠 捐助 捐 赠送 送过来 寄过来 给");

    // 带挡板的轮椅, 修空调的师傅: the words before 的 tell which one; the place after 的, or the same place.
    public static int Attribute(string text, int at, int end)
    {
        if (at < end - 3 && IsQuality(text, at))
        {
            return at + 3;
        }

        if (at >= end || !"带修会加防懂教".Contains(text[at]))
        {
            return at;
        }

        var of = text.IndexOf('的', at, Math.Min(end - at, 8));
        return of > at + 1 && of + 1 < end && Texts.IsHan(text[of + 1]) && text[at..of].All(Texts.IsHan) ? of + 1 : at;
    }

    // 字大的挂历: what about the thing is so.
    private static bool IsQuality(string text, int at) =>
        Texts.IsHan(text[at])
        && "大小厚薄长短粗细高宽软硬轻".Contains(text[at + 1])
        && text[at + 2] == '的'
        && Texts.IsHan(text[at + 3])
        && !"很最较更太特要些有个的们人是这那多不".Contains(text[at])
        && Phrases.Verbs.At(text, at) == 0
        && Phrases.Leads.At(text, at) == 0;

    private static bool HasVerb(string text, Span span)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            if (
                Phrases.Verbs.At(text, i) is var verb and > 0
                    && Phrases.Protected.At(text, i) == 0
                    && (verb > 1 || "给捐缺求要的了是把被在到".Contains(text[i]))
                || Phrases.Breaks.At(text, i) > 0
            )
            {
                return true;
            }
        }

        return false;
    }
}
