namespace MutualAid.Tests.Talk;

/// <summary>What lively people say to the bot.</summary>
internal static class RandomActs
{
    private static readonly string[] Goods = ["口罩", "手套", "84消毒液", "体温枪", "大米"];
    private static readonly string[] Places = ["杏花台社区", "柳湾社区", ""];

    public static string Next(Random dice, int act)
    {
        var number = dice.Next(1, 3 + (act / 5));
        return dice.Next(10) switch
        {
            0 or 1 => $"需求 {Goods[dice.Next(5)]} {dice.Next(1, 300)}个 {Places[dice.Next(3)]}".Trim(),
            2 => $"需求 {Goods[dice.Next(5)]} {dice.Next(1, 300)}个，{Goods[dice.Next(5)]} {dice.Next(1, 90)}双，急需",
            3 or 4 => $"认领 {number} {dice.Next(1, 100)}",
            5 => $"送达 {number}",
            6 => $"签收 {number}",
            7 => $"核实 {number}",
            8 => dice.Next(2) == 0 ? $"取消 {number}" : $"退回认领 {number}",
            _ => "撤销",
        };
    }
}
