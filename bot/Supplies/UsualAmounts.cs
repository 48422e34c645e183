using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Data;
using MutualAid.Core.Language;

namespace MutualAid.Bot.Supplies;

/// <summary>What people ask for of a kind of goods: one sack of rice for an old lady, a hundred masks for a gate.</summary>
internal static class UsualAmounts
{
    private const int MostRemembered = 20;

    // Found by the longest name that the goods' name ends with, else contains.
    private static readonly (string Names, string Amounts)[] Kinds =
    [
        ("口罩 面罩 面屏 浴帽 帽子 一次性帽", "50个 100个 200个"),
        ("手套 鞋套 袜子 袜", "50双 100双 200双"),
        ("防护服 隔离衣 雨衣 大衣 棉衣 衣服", "10件 20件 50件"),
        ("护目镜 眼镜", "10副 20副 50副"),
        ("体温枪 额温枪 测温枪 喇叭", "1把 2把 5把"),
        ("体温计 温度计 笔", "5支 10支 20支"),
        ("制氧机 呼吸机 血氧仪 血压计 轮椅 对讲机", "1台 2台 5台"),
        ("米 大米 面粉 盐 白糖 红糖 面 猫粮 狗粮 洗衣粉 煤", "1袋 2袋 5袋"),
        ("油 食用油 桶装水 消毒液 消毒水 84", "1桶 2桶 5桶"),
        ("酒精 洗手液 凝胶 酱油 醋 氧气", "1瓶 5瓶 20瓶"),
        ("药 退烧药 感冒药 降压药 布洛芬 胶囊 颗粒 试剂 抗原 检测 创可贴", "1盒 2盒 5盒"),
        ("牛奶 矿泉水 水 方便面 饮料 八宝粥", "1箱 2箱 5箱"),
        ("奶粉", "1罐 2罐 5罐"),
        ("鸡蛋 猪肉 牛肉 肉 土豆 白菜 萝卜 苹果 橘子 面条", "5斤 10斤 20斤"),
        ("菜 蔬菜 水果 盒饭 早饭 午饭 晚饭 饭", "1份 2份 5份"),
        ("纸尿裤 尿不湿 卫生巾 纸巾 湿巾 卫生纸 纸 垃圾袋", "1包 2包 5包"),
        ("被子 棉被 毛毯 被", "1床 2床 5床"),
        ("桌子 床 床垫", "1张 2张 5张"),
        ("帐篷", "1顶 2顶 5顶"),
        ("mask masks gloves", "50 100 200"),
        ("rice flour salt sugar", "1 bag 2 bags 5 bags"),
        ("oil water milk", "1 bottle 2 bottles 5 bottles"),
        ("medicine pills ibuprofen tests", "1 box 2 boxes 5 boxes"),
    ];

    private static readonly string[] Unknown = ["1个", "5个", "20个", "100个"];

    /// <summary>Amounts to tap: of what everybody asks for as a table has it, else as this group asked for it last.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(Turn turn, string item)
    {
        if (KindOf(item) is { } kind)
            return Split(kind);
        var key = Folded.Key(item);
        var lines = turn.Db.NeedLines.Where(line => line.ItemKey == key);
        if (turn.Group is { Id: var group })
            lines = lines.Where(line => line.Need.GroupId == group);
        var asked = await lines
            .OrderByDescending(line => line.Id)
            .Take(MostRemembered)
            .Select(line => new { line.Quantity, line.Unit })
            .ToListAsync();
        var usual = asked.Distinct().Take(3).OrderBy(it => it.Quantity).Select(it => $"{NeedText.Number(it.Quantity)}{it.Unit}").ToList();
        return usual.Count > 0 ? usual : Unknown;
    }

    /// <summary>The unit in which the thing is counted; null: nobody can say.</summary>
    public static string? UnitOf(string item) => KindOf(item) is { } kind ? Quantities.Read(Split(kind)[0]).Unit : null;

    public static string FirstOf(string item) => KindOf(item) is { } kind ? Split(kind)[0] : Unknown[0];

    private static string? KindOf(string item)
    {
        var name = Folding.Fold(item).Trim();
        return Best(known => name.EndsWith(known, StringComparison.Ordinal))
            ?? Best(known => known.Length > 1 && name.Contains(known, StringComparison.Ordinal));
    }

    private static string? Best(Func<string, bool> fits) =>
        Kinds
            .SelectMany(kind => kind.Names.Split(' ').Where(fits).Select(name => (name.Length, kind.Amounts)))
            .OrderByDescending(it => it.Length)
            .Select(it => it.Amounts)
            .FirstOrDefault();

    // "1 bag 2 bags": a number begins the next amount.
    private static List<string> Split(string amounts)
    {
        var all = new List<string>();
        foreach (var word in amounts.Split(' '))
        {
            if (char.IsAsciiDigit(word[0]))
                all.Add(word);
            else
                all[^1] += $" {word}";
        }

        return all;
    }
}
