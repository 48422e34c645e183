namespace MutualAid.Core.Language.Lists;

internal enum Column
{
    None,
    Number,
    Item,
    Quantity,
    Unit,
    Community,
    Name,
    Note,
}

/// <summary>The words by which columns are known.</summary>
internal static class GoodsColumns
{
    private static readonly (Column Column, Lexicon Words)[] Known =
    [
        (Column.Number, new("序号 编号 号 no no. #")),
        (Column.Item, new("品名 物资 物资名称 物品 物品名称 名称 品种 货品 商品 项目 item items goods name_of_goods")),
        (Column.Quantity, new("数量 数目 需要 需求 还缺 缺口 需求数量 需求量 件数 个数 qty quantity amount")),
        (Column.Unit, new("单位 计量单位 unit units")),
        (Column.Community, new("社区 小区 村 社区名称 收货社区 地点 送达地点 community place")),
        (Column.Name, new("联系人 姓名 负责人 登记人 捐赠人 收货人 contact person")),
        (Column.Note, new("备注 说明 已有 现有 库存 规格 型号 电话 联系电话 手机 用途 时间 note notes remark size phone")),
    ];

    /// <summary>The column a cell names, and the unit in its brackets: 数量（个）.</summary>
    public static Column Of(string cell, out string? unit)
    {
        var folded = Folding.Align(cell).Trim(' ', ':', '*');
        var open = folded.IndexOf('(', StringComparison.Ordinal);
        unit = open > 0 && folded.EndsWith(')') && Units.IsUnit(folded[(open + 1)..^1]) ? cell.Trim()[(open + 1)..^1] : null;
        var word = open > 0 ? folded[..open].Trim() : folded;
        return Array.Find(Known, known => known.Words.Is(word)).Column;
    }

    /// <summary>The column whose word begins here, if a colon follows it.</summary>
    public static Column Label(string folded, int at, out int end)
    {
        foreach (var (column, words) in Known)
        {
            end = at + words.At(folded, at);
            if (end > at && end < folded.Length && folded[end] == ':')
            {
                end++;
                return column;
            }
        }

        end = at;
        return Column.None;
    }
}
