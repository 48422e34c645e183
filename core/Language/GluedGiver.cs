namespace MutualAid.Core.Language;

/// <summary>Divides 恒达厂毛毯 and 刘大爷白菜 into who and what, where no 的 stands between.</summary>
internal static class GluedGiver
{
    private static readonly Lexicon Ends = new(
        "厂 公司 集团 超市 商店 药房 药店 医院 小学 中学 大学 基金会 协会 合作社 农场 书店 商会 俱乐部 饭店 酒店 餐厅 商行 商贸 工会 红十字会 慈善会 福利院 敬老院 车队 救援队 志愿队 服务队 工作室 果园 养殖场 花店 粮店 粮油店 文具店 五金店 水果店 便利店 服装店 理发店 蛋糕店 面包店 家具店 电器店 面馆 餐馆 茶馆 中医馆 诊所 幼儿园 家委会 学校 物业 业委会 水厂 纸厂 药厂 面包房 粥铺 包子铺"
    );

    private static readonly Lexicon Titles = new("大爷 大妈 大叔 大姐 大哥 阿姨 叔叔 师傅 老师 老板 先生 女士 医生 奶奶 爷爷 经理");

    // Makers whose name is on the thing; kinds of houses that tell for what a thing is.
    private static readonly Lexicon NotGivers = new("康师傅 社区医院 乡镇医院 方舱医院 村小学 连锁超市 连锁药店 老年大学 五星酒店 老师傅");

    /// <summary>Where the thing begins; <paramref name="start"/> when nobody stands before it.</summary>
    public static int Thing(string text, int start, int end)
    {
        for (var at = end - 1; at > start + 1; at--)
        {
            if (Ends.Before(text, at, start) + Titles.Before(text, at, start) > 0 && IsGiver(text[start..at]) && Goods.Ends(text[at..end]))
            {
                return at;
            }
        }

        return start;
    }

    // 恒达厂, X厂 and 红星小学 have a name of their own; 药店 and 小学 have none.
    private static bool IsGiver(string name)
    {
        var end = Ends.Before(name, name.Length);
        return NotGivers.Before(name, name.Length) == 0
            && (
                end == 0 ? Names.IsOrganisationOrPerson(name)
                : name.Length - end > 1 ? Names.IsOrganisationOrPerson(name)
                : name.Length > end && char.IsAsciiLetter(name[0])
            );
    }
}
