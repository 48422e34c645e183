namespace MutualAid.Core.Language;

/// <summary>Words that tell acts on a numbered request, class or shift.</summary>
internal static class Cues
{
    public static readonly Lexicon Cancel = new(
        "唔使 唔要 唔需要 不消 莫得必要 撤下 撤单 不用管 不用送 取消 唔使 唔要 唔需要 不消 莫得必要 撤下 撤销 撤单 不用管 不用送 用不着 不需要 不需 不用了 不需要了 用不着了 不要了 作废 撤回 撤掉 撤了 撤销 删掉 删了 删除 删一下 撤下 撤单 关掉 关闭 别再对接 不用再 写错了 发错了 报错了 重复了 不用对接 解决了 已解决 不缺了 已经解决 下架 撤一下 撤 销掉 划掉 结掉 cancel withdraw no_longer_needed delete drop_it never_mind not_needed don't_need"
    );

    public static readonly Lexicon Received = new(
        "签收 收到 收货 收讫 确认收 已收 收下 收妥 都收 到手 收了 拿到 领到 接到 点收 验收 收齐 到齐 received got_it arrived has_arrived got confirm_receipt"
    );

    public static readonly Lexicon Delivered = new(
        "送上 送进 送下 送往 送抵 已经送 送达 送上 送进 送下 送往 送抵 已经送 送到 已送 派送完 派送 送过去 送去了 送完 交接完 交接了 放门岗 放在门岗 放到 运到 运抵 拉到 拉过去 送货完 已派 配送完 配送到 已发出 送上门 交到 交给 交付 卸完 卸货 卸在 卸到 移交 delivered dropped_off drop_off handed_over left_at 送齐 送来了 拿过去了 送出去了 搬到 都送 给送 送了 给到"
    );

    public static readonly Lexicon Claim = new(
        """
        算我们 算咱 归我们 我们队 我们来 接下 接住 凑一凑 我顶 认领 接下 接住 凑一凑 我顶 揽 认了 我来 我们来 来对接 对接 我接 来接 接了 接下 接单 我出 我们出 先出 能出 可出 出一 全包 包了 包圆 包下 交给我 交给咱 我包 我认 认下 揽下 揽了 承担 我负责 我们负责 我送 我给 能给 可以给 能提供 可以提供 提供 能支援 支援 可支援 能解决 凑 拿下 我拿 匀 供 我供
        给你们 给他们 我们能 我能 我可以 我们可以 我有 我们有 我家有 手上有 手里有 我这有 我这儿有 能捐 捐 负责 来办 我弄 安排 算我的 算我们的 归我 归我们 留给我 搞定 包在 能凑 take_ claim i'll we'll i_can we_can cover handle on_it got_this can_do can_provide supply bring mine 落实
        """
    );

    public static readonly Lexicon Release = new(
        "退回认领 放弃认领 取消认领 退回 放弃 不接了 接不了 出不了 没法接 认领不了 弄不到 送不了 给不了 release give_up can't_do"
    );
    public static readonly Lexicon Verify = new("核实 已核实 核实过 核实了 属实 情况属实 verified verify");
    public static readonly Lexicon Renew = new("还需要 仍需要 仍然需要 依然需要 还要 还缺 仍缺 still_need still_needed renew");

    public static readonly Lexicon Leave = new(
        """
        划掉 去掉 移除 除名 删掉 删了 撤掉 取消报名 划掉 去掉 移除 除名 删掉 删了 撤掉 撤了 退课 退掉 退了 退出 退订 退 不去 去不了 来不了 不来 不上了 上不了 不参加 参加不了 没法参加 没法去 没时间 听不了 听不成 不听了 取消 让给 名额让 有事 请假 去不成 赶不上 不能参加 不能来 不能去 冲突 退报 不报了 别算我 来不成 撤 取消掉
        can't_make leave cancel drop unable withdraw won't
        """
    );

    public static readonly Lexicon Attend = new("签到 打卡 到了 我到 已到 签个到 到场 attend here present checked_in");

    public static readonly Lexicon Signup = new(
        """
        整我 整一个 算上我 加上我 把我加 捎上我 带上我 记上 写上我 留座 占座 报名 整我 整一个 算上我 加上我 把我加 捎上我 带上我 记上 写上我 报我 留座 占座 报个名 报上 我报 想报 帮我报 报一个 报 听 想听 占个 占位 占 算我 加我 留个 留位 留一个 参加 我去 要去 也去 去听 想上 我上 上 加入 来一个 记我 预约 约 选 带我 想学 我学 学 给我 我要 +1 sign join register enroll enrol count_me book attend_ seat put_me want
        """
    );

    public static readonly Lexicon ShiftSignup = new(
        "报名 我报 想报 报 算我 我去 我来 我上 我值 加我 认 认领 顶 我顶 占 排我 安排我 参加 来一个 可以 能 给我 留 我要 +1 sign take cover join count_me put_me i'll"
    );

    public static readonly Lexicon Move = new("改到 改成 改为 推迟到 延期到 提前到 挪到 调到 换到");

    /// <summary>What may stand right behind 需求12.</summary>
    public static readonly Lexicon ActAfterNumber = new(
        "已 我 我们 咱 俺 的 不用 不要 不需 作废 取消 撤 全 收 签 送 到 货 认领 核实 还 仍 就 由 交 这 那 可以 先 刚 都 来 需求 给 放弃 退 能 请 麻烦 别 要的 写错 发错 重复 归 算 包 帮 拿 解决 今 昨 刚才 确认"
    );

    public static readonly Lexicon AnyAct = new(
        string.Join(
            ' ',
            Cancel
                .All.Concat(Received.All)
                .Concat(Delivered.All)
                .Concat(Claim.All)
                .Concat(Release.All)
                .Concat(Verify.All)
                .Select(w => w.Replace(' ', '_'))
        )
    );

    public static readonly Lexicon Question = new("吗 么? 没? 没有啊 没有? 了没 没有呢 呢? 多少 几点 什么时候 谁 怎么 为什么 为啥 咋 哪 ?");
}
