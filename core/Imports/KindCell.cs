using MutualAid.Core.Language;
using MutualAid.Core.Supplies;

namespace MutualAid.Core.Imports;

/// <summary>Kinds as sheets name them; stored by the names of their enums.</summary>
internal static class KindCell
{
    private static readonly (string Words, ResourceKind Kind)[] Resources =
    [
        ("培训 课程 讲座 教学 training course lesson", ResourceKind.Training),
        ("岗位 就业 招聘 工作 job work", ResourceKind.Job),
        ("场地 场所 空间 房屋 venue space room", ResourceKind.Venue),
        ("资金 经费 捐款 现金 money fund cash", ResourceKind.Money),
        ("信息 资讯 渠道 information info", ResourceKind.Information),
        ("人力 人员 人手 志愿者 people manpower volunteer staff", ResourceKind.People),
        ("服务 service", ResourceKind.Service),
        ("物资 物品 实物 设备 用品 goods supplies thing item equipment", ResourceKind.Goods),
    ];

    private static readonly (string Words, GiverKind Kind)[] Givers =
    [
        ("党支部 党组织 党委 党建 党群 partybranch party", GiverKind.PartyBranch),
        ("基金会 foundation", GiverKind.Foundation),
        ("社会组织 公益 社工 协会 民非 socialorganisation socialorganization ngo charity association", GiverKind.SocialOrganisation),
        ("学校 高校 大学 中学 小学 幼儿园 school university", GiverKind.School),
        ("媒体 报社 电视台 media press", GiverKind.Media),
        ("政府 街道 机关 事业单位 居委会 government", GiverKind.Government),
        ("企业 公司 商家 商户 店 enterprise company business shop", GiverKind.Enterprise),
        ("居民 个人 村民 业主 邻居 市民 resident person individual neighbour neighbor", GiverKind.Resident),
    ];

    public static Value Resource(string text) => Of(Resources, text);

    public static Value Giver(string text) => Of(Givers, text);

    private static Value Of<T>((string Words, T Kind)[] kinds, string text)
        where T : struct, Enum
    {
        var said = Folding.Fold(text);
        if (said.Length == 0)
            return Value.Nothing;
        foreach (var (words, kind) in kinds)
        {
            if (words.Split(' ').Any(word => said.Contains(word, StringComparison.Ordinal)))
                return new Value(kind.ToString());
        }

        return Value.Wrong(FaultKind.NotKind);
    }
}
