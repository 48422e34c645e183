namespace MutualAid.Core.Language;

/// <summary>Asks how far a request has come: 还差多少, 现在到了多少, 我的口罩到哪了, 3号有人接了吗.</summary>
internal static class Progress
{
    // Such a question is short; the bound keeps reading linear.
    private const int Longest = 48;

    private static readonly Lexicon Asked = Lexicon.Listed("ProgressAsked");
    private static readonly Lexicon Fillers = Lexicon.Listed("ProgressFillers");
    private static readonly Lexicon Own = new(
        "我的 我们的 我要的 我们要的 俺的 俺们的 咱的 咱们的 我家的 我报的 我登记的 我们登记的 我求助的 我申请的 我们申请的 我那 我们那 俺那 咱那 我们社区的 我们村的 my our"
    );

    // These say by themselves that a request is spoken of.
    private static readonly Lexicon Sums = new("多少 差几 缺几 how_many how_much still_missing");
    private static readonly Lexicon Elsewhere = new("快递 包裹 外卖 公交 校车 班车 司机 志愿者 雨伞 体温 价格 钱");

    public static Meaning? Read(Message message)
    {
        var text = message.Folded;
        if (text.Length > Longest || Elsewhere.In(text) || message.Reference is { Kind: ReferenceKind.Class or ReferenceKind.Shift })
        {
            return null;
        }

        var masked = message.Reference is { } reference
            ? string.Concat(
                text.AsSpan(0, reference.Start),
                new string('\u0001', reference.End - reference.Start),
                text.AsSpan(reference.End)
            )
            : text;
        return Covers(masked, message, out var thing) && (message.Reference is not null || Own.In(text) || Sums.In(text))
            ? new Meaning("list_needs")
            {
                Number = message.Reference?.Number,
                Filter = thing.IsEmpty ? null : message.Slice(thing),
                Progress = true,
            }
            : null;
    }

    // Every word must belong to the question, one thing or community aside: what says more is something else.
    private static bool Covers(string text, Message message, out Span thing)
    {
        thing = default;
        var asked = false;
        for (var i = 0; i < text.Length; )
        {
            var (question, filler) = (Asked.At(text, i), Math.Max(Own.At(text, i), Fillers.At(text, i)));
            if (question >= Math.Max(1, filler))
            {
                asked = true;
                i += question;
            }
            else if (Named(message, text, i) is var named && named > Math.Max(filler, thing.IsEmpty ? 0 : int.MaxValue - 1))
            {
                thing = new Span(i, i + named);
                i += named;
            }
            else if (filler > 0 || !Texts.IsWord(text[i]))
            {
                i += Math.Max(1, filler);
            }
            else
            {
                return false;
            }
        }

        return asked;
    }

    private static int Named(Message message, string text, int at)
    {
        if (message.Places.Find(place => place.Start == at) is { End: > 0 } place)
        {
            return place.End - at;
        }

        var name = Texts.IsWord(text[at]) ? Nouns.After(text, at, End(text, at)) : default;
        return !name.IsEmpty && name.Start == at && Goods.Ends(name.Of(text)) ? name.Length : 0;
    }

    private static int End(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 10 && Texts.IsWord(text[end]) && (end == at || Asked.At(text, end) == 0))
        {
            end++;
        }

        return end;
    }
}
