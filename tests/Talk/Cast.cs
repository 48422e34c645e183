namespace MutualAid.Tests.Talk;

/// <summary>The people of the conversations; 温静宜 organises.</summary>
internal static class Cast
{
    public const string Shao = "邵卫东";
    public const string Wen = "温静宜";
    public const string Duan = "段丽华";
    public const string Gong = "巩文斌";
    public const string Qin = "秦爱珍";
    public const string Lu = "卢国庆";
    public const string Feng = "冯玉琴";
    public const string Miao = "苗秀莲";
    public const string Bai = "白建平";
    public const string Guo = "郭晓棠";
    public const string Shang = "尚小满";
    public const string Jiang = "蒋海涛";
    public const string Qiao = "乔思雨";
    public const string WangJian = "王建";
    public const string WangLan = "王兰";

    public static readonly string[] All = [Shao, Wen, Duan, Gong, Qin, Lu, Feng, Miao, Bai, Guo, Shang, Jiang, Qiao, WangJian, WangLan];
}
