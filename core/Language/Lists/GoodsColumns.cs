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

    /// <summary>The head names a thing, and the cells say how many.</summary>
    Thing,
}

/// <summary>One column of a table.</summary>
/// <param name="Title">The words of its head, without the unit in brackets.</param>
internal sealed record Head(Column Column, string Title, string? Unit);

/// <summary>The words by which columns are known.</summary>
internal static class GoodsColumns
{
    private static readonly (Column Column, Lexicon Words)[] Known =
    [
        (Column.Number, new("序号 编号 号 号码 次序 no no. # id num")),
        (
            Column.Item,
            new(
                "品名 物资 物资名称 物品 物品名称 名称 品种 货品 商品 项目 东西 货物 药品 药名 药品名称 菜名 菜品 种类 类别 物资种类 需求物资 所需物资 需要物资 捐赠物资 捐赠物品 需求物品 所需物品 物资名 货名 可提供 能提供 提供 捐赠 捐 想要 需要什么 item items goods name_of_goods thing things product supply supplies article what need needs offer offers offering wants"
            )
        ),
        (
            Column.Quantity,
            new(
                "数量 数目 数 需要 需求 还缺 缺口 需求数量 需要数量 需求量 需求数 申请数量 申领数量 捐赠数量 领取数量 发放数量 到货数量 总数 总量 件数 个数 份数 qty quantity amount count number how_many needed"
            )
        ),
        (Column.Unit, new("单位 计量单位 计量 unit units")),
        (
            Column.Community,
            new(
                "社区 小区 村 村名 村庄 社区名称 小区名称 收货社区 收货小区 地点 送达地点 收货地点 地区 街道 村/社区 社区/村 community place site location village"
            )
        ),
        (
            Column.Name,
            new(
                "联系人 姓名 名字 负责人 登记人 捐赠人 捐赠者 捐赠方 捐助人 捐赠单位 收货人 接收人 收件人 申请人 报名人 领取人 填表人 户主 住户 业主 老人 学生 来源 谁 需求单位 申请单位 接收单位 受捐单位 使用单位 科室 部门 点位 站点 contact person name who from donor donated_by requester requested_by household family"
            )
        ),
        (
            Column.Note,
            new(
                "备注 说明 已有 现有 库存 规格 型号 尺码 尺寸 电话 联系电话 联系方式 手机 手机号 手机号码 微信 用途 时间 日期 登记时间 送达时间 到货时间 单价 价格 金额 总价 小计 经手 经手人 状态 紧急程度 楼号 楼栋 房号 房间 房间号 门牌 门牌号 单元 楼层 室号 地址 住址 送货地址 收货地址 村组 组别 组 小组 班级 年级 户号 人数 人口 家庭人口 年龄 性别 身份证 身份证号 状况 情况 note notes remark remarks size phone tel mobile date time price address room apt unit_no status comment comments"
            )
        ),
    ];

    /// <summary>The column a cell names, and the unit in its brackets: 数量（个）. A number behind tells repeated columns apart: 物资2.</summary>
    public static Head Of(string cell)
    {
        var folded = Folding.Align(cell).Trim(' ', ':', '*');
        var open = folded.IndexOf('(', StringComparison.Ordinal);
        var unit = open > 0 && folded.EndsWith(')') && Units.IsUnit(folded[(open + 1)..^1]) ? cell.Trim()[(open + 1)..^1] : null;
        var word = open > 0 ? folded[..open].Trim() : folded;
        var column = Array.Find(Known, known => known.Words.Is(word)).Column;
        var numbered = column == Column.None ? Array.Find(Known, known => known.Words.Is(word.TrimEnd(Digits))).Column : column;
        return new Head(numbered, unit is null ? cell.Trim() : cell.Trim()[..open], unit);
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

    private static readonly char[] Digits = [.. "0123456789一二三四五①②③④⑤"];
}
