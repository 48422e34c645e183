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
            && (placed || covered * 10 >= words * 8)
            ? "need"
            : null;
    }
}
