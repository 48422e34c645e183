namespace MutualAid.Core.Language.Lists;

/// <summary>What the rows of a list look like as a rule: the list decides what a single row leaves open.</summary>
/// <param name="NamesThings">张三 口罩2个, not 张三 2个: a word before an amount is a thing, known or not.</param>
/// <param name="NamesNobody">口罩 2个: the rows begin with the thing.</param>
internal sealed record ChainShape(bool NamesThings, bool NamesNobody)
{
    public static readonly ChainShape Plain = new(false, false);

    public static ChainShape Of(List<PastedRow> rows)
    {
        var counted = rows.Where(row => row.Items.Count > 0).ToList();
        var bare = counted.Count(row => row.Items.All(item => item.Name.Length == 0) && !BeginsWithThing(row));
        var begun = counted.Count(BeginsWithThing);
        var nobody = begun > 2 && begun * 4 >= counted.Count * 3;
        return new ChainShape(nobody || (counted.Count - bare > 1 && counted.Count - bare > 2 * bare), nobody);
    }

    // 睡袋 85个, where 睡袋 was taken for a name or for the thing.
    private static bool BeginsWithThing(PastedRow row) =>
        row.Items is [{ } item, ..]
        && (row.Items.Count == 1 || IsSignedBehind(row))
        && (
            row.Name.Length == 0
                ? item.Name.Length > 0
                : item.Name.Length == 0 && (IsSignedBehind(row) || Goods.Ends(Folding.Align(row.Name).TrimEnd('各')))
        );

    /// <summary>鲈鱼2条 岑岑 901: who it is stands behind the things.</summary>
    public static bool IsSignedBehind(PastedRow row) => ThingKinds.IsCalled(Folding.Align(row.Note.Split(' ')[0]));
}
