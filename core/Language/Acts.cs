using System.Collections.Frozen;

namespace MutualAid.Core.Language;

/// <summary>How far a phrase is bounded when the message is not addressed to the bot.</summary>
internal enum ActKind
{
    /// <summary>Acts only with an item and a quantity, or a 《title》 and a time.</summary>
    Record,

    /// <summary>Acts only with a number, or as the whole message.</summary>
    Act,

    /// <summary>Acts only as the whole message, or with a few characters that name something known.</summary>
    LookUp,
}

/// <summary>One act of the contract with its names.</summary>
/// <param name="Intent">The intent of the labelled set, else the slash name.</param>
internal sealed record Act(string Intent, ActKind Kind, string Slashes, string Phrases)
{
    public IEnumerable<string> SlashNames => Slashes.Split(' ').Append(Intent).Distinct(StringComparer.Ordinal);

    public IEnumerable<string> PhraseNames => Phrases.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The acts of the contract: slash names, phrases and their bounds.</summary>
internal static class Acts
{
    public static readonly IReadOnlyList<Act> All =
    [
        new("need", ActKind.Record, "need", "需求 求助"),
        new("list_needs", ActKind.LookUp, "needs", "需求列表 看需求"),
        new("offer", ActKind.Record, "offer", "提供 可支援"),
        new("list_offers", ActKind.LookUp, "offers", "可提供物资 资源库"),
        new("donation", ActKind.Record, "donation", "捐赠登记 收到捐赠"),
        new("claim", ActKind.Act, "claim", "认领 claim"),
        new("release", ActKind.Act, "release", "退回认领 撤销认领 放弃 release"),
        new("verify", ActKind.Act, "verify", "核实 verify"),
        new("renew", ActKind.Act, "renew", "还需要 仍需要 renew"),
        new("delivered", ActKind.Act, "delivered", "送达 已送到 delivered"),
        new("received", ActKind.Act, "received", "签收 确认收货 received"),
        new("change", ActKind.Act, "change", "改数量 change"),
        new("cancel", ActKind.Act, "cancel", "取消 cancel"),
        new("class_new", ActKind.Record, "class", "新课 开课"),
        new("list_classes", ActKind.LookUp, "classes", "课程表 微课堂"),
        new("class_signup", ActKind.Act, "signup", "报名 signup"),
        new("class_leave", ActKind.Act, "leave", "取消报名 退出"),
        new("class_places", ActKind.Act, "places", "改名额"),
        new("class_recap", ActKind.Act, "recap", "提纲"),
        new("class_replay", ActKind.Act, "replay", "回放"),
        new("class_bio", ActKind.Act, "bio", "主讲介绍"),
        new("class_chain", ActKind.Act, "chain", ""),
        new("series_signup", ActKind.Act, "signupall", "报名全部 全部报名"),
        new("attend", ActKind.Act, "attend", ""),
        new("tip", ActKind.LookUp, "tip", "小贴士 贴士"),
        new("policy", ActKind.LookUp, "policy", "政策"),
        new("stories", ActKind.LookUp, "stories", "社区经验 经验"),
        new("submit_story", ActKind.Act, "submit", "投稿"),
        new("volunteer_signup", ActKind.Act, "volunteer", "当志愿者 志愿者"),
        new("list_shifts", ActKind.LookUp, "shifts", "值班表 班次"),
        new("shift_new", ActKind.Act, "shift_new", "新班"),
        new("shift_signup", ActKind.Act, "shift", "值班 认班"),
        new("swap", ActKind.Act, "swap", "换班"),
        new("team", ActKind.Act, "team", "志愿队"),
        new("check_in", ActKind.Act, "in", "到岗 签到"),
        new("check_out", ActKind.Act, "out", "签退 离岗"),
        new("my_hours", ActKind.LookUp, "hours", "服务时长 时数"),
        new("counsel", ActKind.LookUp, "counsel", "心理支持 找人聊聊"),
        new("stats", ActKind.LookUp, "stats", "统计"),
        new("join", ActKind.Act, "join", "登记社区 加入"),
        new("me", ActKind.LookUp, "me", "我的登记 我的"),
        new("settings", ActKind.LookUp, "settings", "设置"),
        new("language", ActKind.LookUp, "language", "换语言 语言"),
        new("mute", ActKind.Act, "mute", "免打扰 静音"),
        new("broadcast", ActKind.Act, "broadcast", "群发 发通知"),
        new("relayed", ActKind.Act, "relayed", "已转发"),
        new("untold", ActKind.LookUp, "untold", "未转发"),
        new("link", ActKind.Act, "link", "关联"),
        new("undo", ActKind.Act, "undo", "撤销"),
        new("help", ActKind.LookUp, "help", "帮助 用法"),
        new("privacy", ActKind.LookUp, "privacy", "隐私说明 隐私"),
        new("mydata", ActKind.LookUp, "mydata", "导出我的数据 我的数据"),
        new("console", ActKind.LookUp, "console", "管理后台"),
        new("start", ActKind.LookUp, "start", ""),
    ];

    public static readonly FrozenDictionary<string, Act> BySlash = All.SelectMany(a => a.SlashNames.Select(n => (n, a)))
        .ToFrozenDictionary(p => p.n, p => p.a, StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, Act> ByPhrase = All.SelectMany(a => a.PhraseNames.Select(n => (n, a)))
        .ToFrozenDictionary(p => p.n, p => p.a, StringComparer.Ordinal);

    /// <summary>All phrases: the longest wins.</summary>
    public static readonly Lexicon Phrases = new([.. ByPhrase.Keys]);
}
