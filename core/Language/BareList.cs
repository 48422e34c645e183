namespace MutualAid.Core.Language;

/// <summary>A bare list of things with a community, or with little beside it, is an ask.</summary>
internal static class BareList
{
    private static readonly Lexicon Polite = new(
        "给 送给 寄给 带给 谢谢 感谢 多谢 辛苦 麻烦 拜托 你好 您好 大家好 各位 thanks thank_you please hi hello"
    );

    // 给陈奶奶, 谢谢: words beside a list.
    private static bool IsPolite(string text, Clause clause) =>
        clause.Amounts.Count == 0 && Polite.At(text, clause.Start + (text[clause.Start] == ' ' ? 1 : 0)) > 0;

    private static int Words(string text, Clause clause) => text[clause.Start..clause.End].Count(Texts.IsWord);

    // 屋头冷得遭不住，蜂窝煤200块，炉子一个: two things that stand by themselves are asked for, whatever is told beside them.
    private static bool IsPlain(Message message, Meaning need)
    {
        var text = message.Masked();
        if (Done.In(message.Folded) || Cues.Question.In(message.Folded) || need.Items.Any(item => !Goods.Ends(Folding.Align(item.Name))))
        {
            return false;
        }

        var things = Clauses.Of(text).Sum(clause => Things(text, clause));
        return things > 0;
    }

    // How many things stand in a clause, if there is nothing else in it but what a space divides from them.
    private static int Things(string text, Clause clause)
    {
        var (things, from) = (0, clause.Start);
        foreach (var amount in Sizes.Drop(text, clause))
        {
            var name = Nouns.Before(text, from, amount.Start, out var adjacent);
            if (
                name.IsEmpty
                || !adjacent
                || amount.Bare
                || amount.Value is null
                || amount.Start - name.End > 1
                || !StandsFree(text, from, name.Start)
            )
            {
                return 0;
            }

            (things, from) = (things + 1, amount.End);
        }

        return from == clause.End || Ends.At(text, from) > 0 || text[from] == ' ' ? things : 0;
    }

    private static bool StandsFree(string text, int from, int at) =>
        Nouns.IsHouse(text, from, at) || at == from || text[at - 1] == ' ' || at == from + 1;

    private static readonly Lexicon Ends = new("快点 快些 就行 就够 吧 哈 哦 谢谢 拜托 麻烦 急");

    private static readonly Lexicon Done = new(
        "已 收到 到了 入库 发完 领 分完 昨天 前天 上次 用了 花了 买了 我吃了 吃了一 吃了两 喝了一 喝了两 看了 看见 看到 见到 遇到 路过 搬 卖 送来 送了 捐 够了 还有 剩 多出 不要 别 听说 他 她 你 谁的 打折 便宜"
    );

    public static string? Intent(Message message, Func<string, Meaning> read)
    {
        var need = read("need");
        var text = message.WithoutMoments();
        var words = Clauses.Of(text).Where(clause => !IsPolite(text, clause)).Sum(clause => Words(text, clause));
        var covered =
            need.Items.Sum(i => i.Name.Length + (i.Unit?.Length ?? 0) + (i.Quantity is null ? 0 : 3))
            + (need.Community?.Length ?? 0)
            + (need.By is null ? 0 : 4)
            + (need.Urgent ? 2 : 0);
        var placed = need.Community is not null && (need.By is not null || covered * 10 >= words * 6);
        return
            need.Items.Count > 0
            && need.Items.All(i => i.Quantity is not null)
            && !SupplyIntent.IsChatter(message.Folded)
            && (placed || covered * 10 >= words * 8 || IsPlain(message, need))
            ? "need"
            : null;
    }
}
