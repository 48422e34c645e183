namespace MutualAid.Core.Language;

/// <summary>Counts of people: helpers are asked for, inhabitants are not.</summary>
internal static class People
{
    private static readonly Lexicon Measures = new("人 名 位 口 人次");

    private static readonly Lexicon Roles = new(
        """
        志愿者 义工 工 员 师 师傅 医生 护士 大夫 医护 司机 人手 帮手 翻译 保安 保洁 厨师 劳力 劳动力 壮劳力 小伙 小伙子 青年 咨询师 骨干 社工 老师 电工 党员 队员 后备 志愿 专家 律师 保姆 护工 向导 主播 主持人 家教 教练 摄影 模特
        volunteer volunteers driver drivers nurse nurses doctor doctors helpers helper people workers worker
        """
    );

    public static bool Counts(string unit) => Measures.Is(unit);

    public static bool IsRole(string name) => Roles.Before(name, name.Length) > 0;
}
