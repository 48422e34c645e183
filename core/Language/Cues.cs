namespace MutualAid.Core.Language;

/// <summary>Words that tell acts on a numbered request, class or shift.</summary>
internal static class Cues
{
    public static readonly Lexicon Cancel = Lexicon.Listed("CuesCancel");

    public static readonly Lexicon Received = Lexicon.Listed("CuesReceived");

    public static readonly Lexicon Delivered = new([
        .. WordLists.Lines("CuesDelivered"),
        .. from verb in (string[])["放", "放在", "搁", "搁在", "存", "存在", "给你们放", "撂"]
        from place in (string[])
            [
                "传达室",
                "门卫",
                "门房",
                "保安",
                "物业",
                "值班室",
                "楼下",
                "大厅",
                "社区",
                "村委",
                "居委",
                "服务站",
                "门口",
                "驿站",
                "岗亭",
                "前台",
                "仓库",
                "活动室",
            ]
        select verb + place,
    ]);

    public static readonly Lexicon Claim = Lexicon.Listed("CuesClaim");

    public static readonly Lexicon Release = new(
        "退回认领 放弃认领 取消认领 退回 我去不了 我来不了 我去不成 我来不成 我送不成 俺去不了 退掉 买不起 我退出 干不了 不干了 放弃 不接了 接不了 出不了 没法接 认领不了 弄不到 送不了 给不了 release give_up can't_do"
    );
    public static readonly Lexicon Verify = new("核实 已核实 核实过 核实了 属实 情况属实 verified verify");
    public static readonly Lexicon Renew = new("还需要 仍需要 仍然需要 依然需要 还要 还缺 仍缺 still_need still_needed renew");

    public static readonly Lexicon Leave = Lexicon.Listed("CuesLeave");

    public static readonly Lexicon Attend = new("签到 打卡 到了 我到 已到 签个到 到场 attend here present checked_in");

    public static readonly Lexicon Signup = Lexicon.Listed("CuesSignup");

    public static readonly Lexicon ShiftSignup = Lexicon.Listed("CuesShiftSignup");

    public static readonly Lexicon Move = new("改到 改成 改为 推迟到 延期到 提前到 挪到 调到 换到");

    /// <summary>What may stand right behind 需求12.</summary>
    public static readonly Lexicon ActAfterNumber = Lexicon.Listed("CuesActAfterNumber");

    public static readonly Lexicon AnyAct = new(
        string.Join(
            ' ',
            Cancel
                .All.Concat(Received.All)
                .Concat(Delivered.All)
                .Concat(Claim.All)
                .Concat(Release.All)
                .Concat(Verify.All)
                .Concat(Renew.All)
                .Select(w => w.Replace(' ', '_'))
        )
    );

    public static readonly Lexicon Question = new("吗 么? 没? 没有啊 没有? 了没 没有呢 呢? 多少 几点 什么时候 谁 怎么 为什么 为啥 咋 哪 ?");
}
