namespace MutualAid.Core.Language;

/// <summary>Free sentences that look something up or act for the speaker himself: classes, tips, shifts, support, help.</summary>
internal static partial class Lookups
{
    private static readonly Lexicon Query = new(
        """
        瞅 瞧 翻翻 汇总下 出一份 来一份 要一份 念 报一下 亮一下 晒 瞅 瞧 翻翻 汇总下 出一份 来一份 要一份 念 报一下 亮一下 晒 有哪些 哪些 有什么 有啥 什么 啥 有没有 有吗 吗 查 看看 看一下 看下 我看 看 列 发一下 发我 发来 发给 给我 给个 给一 来一 来个 来点 来几 来段 推荐 推送 讲讲 说说 问 想知道 想了解 了解 想看 想听 怎么 安排 列表 清单 汇总 几点 一览 还有 公布 说一下 帮我 求 分享 告诉 ? 多少 最新 哪几 在哪 哪里
        show list what which any tell give send me check see when have you got how many latest need
        """
    );

    private static readonly Lexicon Needs = new(
        "需求 求助 缺 需要什么 需要啥 needs requests need_help unmet what's_needed what_is_needed still_need 要什么 要物资 待解决 没解决 没人认领 未认领"
    );
    private static readonly Lexicon NeedsQuery = new(
        "哪些地方需要 哪些地方缺 哪几个地方需要 哪几处需要 哪些单位需要 需要什么 需要啥 需要些什么 缺点什么 缺些什么 要些什么 未完成的需求 没完成的需求 需求拉个 需求单子 需求表 谁还在缺 谁在缺 谁家在缺 查查需求 查需求 查下需求 查一下需求 看看需求 看下需求 看一下需求 列一下需求 需求汇总 汇总需求 哪些需求 有什么需求 有啥需求 都有哪些需求 什么需求 哪些求助 需求列表 求助列表 需求清单发 需求汇总 需求一览 哪些社区 哪个社区 哪几个社区 谁还缺 谁缺 谁家缺 哪里缺 哪儿缺 哪里还缺 还有谁 谁还需要 谁需要什么 还缺什么 缺什么 缺啥 都缺 还缺啥 open_needs open_requests current_needs 没人认领 没人接单 无人认领 未解决 没解决 待认领 还没认领 没有认领 未认领 没人接 哪些小区 哪个小区 哪些村 需求有哪些 求助有哪些 谁在求助 needs_are requests_are needs_list list_needs list_requests what's_needed what_is_needed unmet_needs all_needs outstanding_needs needs_open outstanding_requests"
    );
    private static readonly Lexicon OffersQuery = new(
        "有人能提供 有谁能提供 有谁能 谁家能提供 on_offer 物资列表 物资清单 爱心物资列表 爱心物资清单 资源列表 资源清单 能提供的 可提供的 可提供物资 可以提供的 可支援的 能支援的 资源库 可用物资 物资库 有哪些物资 有什么物资 有啥物资 哪些物资 什么物资 可领的 能领的 可以领 谁能提供 谁可以提供 库存 能出什么 都能提供 提供了什么 提供的物资 可捐 捐赠列表 available_supplies supplies_are_available what's_available what_is_available available offers what_can_be_provided list_offers 有人提供 谁有多余的 多余的物资 闲置的物资 有谁提供 能提供什么 能提供啥 可提供什么 可供 可以支援的 能匀的 资源列表 现有物资 富余的物资 富余物资 能调配的 可调配"
    );
    private static readonly Lexicon Tip = new(
        "小贴士 贴士 小知识 小常识 小妙招 小提示 防护知识 健康知识 防疫知识 小窍门 常识 生活妙招 温馨提示 防护提示 防护要点 防护技巧 提示 妙招 tip tips"
    );
    private static readonly Lexicon TipAsk = new(
        "来一 来个 来点 来条 来几 来段 发一 发个 发条 发点 发几 给一 给个 给我 给条 给大家 给点 推一 推送 推个 推荐 讲个 讲一 说一 说个 看看 求 想看 有没有 有什么 有啥 要一 要个 要条 今天的 今日 每日 随机 再来 整一 整个 整条 帮我 give send show share_a get any please a_tip 吗 我想"
    );
    private static readonly Lexicon Policy = new("政策 规定 新规 policy policies regulation regulations");
    private static readonly Lexicon Story = new("故事 社区经验 案例 事迹 好人好事 经验 好做法 stories story");
    private static readonly Lexicon StoryAsk = new(
        "about 有没有 有什么 有啥 有哪些 给我看 看看 想看 看几 看一 看点 看下 来几 来一 来个 来点 来篇 发几 发一 发点 发来 推荐 读 讲讲 听听 想听 找 翻 查 列 还有 吗 给我 分享几 学习 学学 show read give any tell 借鉴 参考 哪些 想了解 了解"
    );
    private static readonly Lexicon Submit = new(
        "投给你们 投给 写篇故事 写个故事 写一篇故事 写段故事 投个故事 投篇故事 想写篇 投稿 投个稿 投一篇 投篇 投一个稿 投份稿 交稿 交个稿 来稿 submit_a_story submit_story submit_my_story i_want_to_submit share_my_story 我要投 想投"
    );
    private static readonly Lexicon Volunteer = new(
        "算我一个志愿者 算我个志愿者 算我一名志愿者 加我一个志愿者 加我个志愿者 添我一个志愿者 记我一个志愿者 算我一个义工 多我一个志愿者 当志愿者 做志愿者 成为志愿者 志愿者队伍 报名志愿者 加入志愿者 志愿者报名 来当志愿者 当义工 做义工 当个志愿者 做个志愿者 当一名志愿者 做一名志愿者 申请志愿者 登记志愿者 志愿者登记 报名做志愿 报名当志愿 当志愿 做志愿 志愿者怎么报名 be_a_volunteer volunteer sign_up_as_a_volunteer 注册志愿者 加入你们的队伍 加入志愿 成为一名志愿者 报志愿者 志愿者算我 志愿者加我 志愿者队 志愿服务队"
    );
    private static readonly Lexicon VolunteerAsk = new(
        "我 想 要 报名 加入 登记 愿意 申请 算 咱 俺 本人 能 可以 i want like happy sign_me join please"
    );
    private static readonly Lexicon Shift = new(
        "班缺人 哪些班 哪个班 有班 空班 哪班 有啥班 什么班 班次表 岗缺人 班次 值班表 排班 值班 班表 轮班 值守班 空班 缺班 岗位 shift shifts rota 空岗 缺人的班"
    );
    private static readonly Lexicon ShiftAsk = new(
        "哪些 有没有 查 看看 看一下 看下 列 还有 缺人 空着 空缺 表 有哪些 有什么 有啥 怎么排 吗 发一下 发来 发我 安排 什么时候 几个 还缺 谁 which what any list show open available 空"
    );
    private static readonly Lexicon In = new(
        "签个到 签一下到 签下到 报个到 签到 到岗 到岗了 已到岗 我到岗 上岗了 打卡上岗 check_in checking_in checked_in clock_in clocking_in 报到 已上岗 我到了,签到 打卡"
    );
    private static readonly Lexicon Out = new(
        "签个退 签退 离岗 下岗签 撤岗 check_out checking_out clock_out clocking_out signing_off sign_off 下班打卡 收工 收班 交班了 下班了 check_me_out"
    );
    private static readonly Lexicon NotDeclared = new(
        "签退机 签到机 签到表 签退表 签到本 签到簿 签到码 签到系统 签到的 签退的 打卡机 打卡点 网红打卡 打卡地 签到率 签到记录 签退记录 签到时 收工后 下班后 到岗率 到岗的 到岗时 签到墙 死机 坏了 签到簿"
    );

    private static readonly Lexicon Hours = new(
        "几个钟头 多少钟头 多少个钟头 干了多久 服务多久 服务了多久 服务了几 服务了多少 干了多少 值了多少 累计服务 服务时长 志愿时长 服务时间 服务小时 志愿服务时长 工时 时数 志愿时数 服务时数 多少小时 几个小时 几小时 我的时长 时长 志愿小时 my_hours how_many_hours hours_have_i volunteer_hours service_hours"
    );
    private static readonly Lexicon HoursAsk = new("我 查 看 多少 几 咱 俺 统计 累计 i my");
    private static readonly Lexicon Counsel = new(
        "心理 咨询师 心理老师 疏导 倾诉 心理援助 找人聊 找个人聊 想聊聊 聊一聊 聊聊 说说话 心理医生 热线 counselor counsellor counselling counseling therapist talk_to_someone someone_to_talk psychological mental_health emotional_support"
    );
    private static readonly Lexicon Distress = new(
        "失眠 焦虑 心慌 崩溃 抑郁 压抑 睡不着 难受 压力大 压力太大 扛不住 撑不住 想哭 害怕 情绪 绷不住 憋得 喘不过气 心里堵 心烦 anxious depressed stressed panic overwhelmed"
    );
    private static readonly Lexicon CounselAsk = new(
        "发我 号码 电话 多少 想 能不能 有没有 约 找 帮我 能 可以 吗 预约 求 需要 给个 联系 想要 哪里 怎么 推荐 介绍 转 安排 need want can could is_there how any please like"
    );
    private static readonly Lexicon Stats = new(
        "统计数据 一共收 总共收 一共捐 收了多少 共收 完成了多少 完成多少 对接了多少 多少单 多少条需求 多少个需求 解决了多少 接了多少 总共帮 一共帮 共帮 总共送 一共送 总共捐 一共捐 累计收 总共完成 一共完成 统计 一共对接 总共对接 累计 总共收到 一共收到 汇总一下 数据汇总 总数 看看数据 数据统计 对接了多少 完成了多少 多少物资 多少需求 战报 一共多少 总共多少 总体情况 整体情况 statistics stats summary how_much_have how_many_requests how_many_needs total totals overview 多少单 完成率"
    );
    private static readonly Lexicon Counting = new(
        "完成了多少 完成多少 对接了多少 多少单 多少件需求 多少条需求 多少个需求 一共多少 总共多少 解决了多少 接了多少 how_many_needs how_many_requests"
    );
    private static readonly Lexicon StatsAsk = new(
        "发来 瞧瞧 瞧一眼 出一份 来一份 要一份 汇总下 统计下 来个统计 统计一下 统计下 目前 一共 总共 累计 多少 看看 看一下 发一下 汇总 到现在 至今 截至 总数 战报 情况 what how show give overview stats statistics summary 查"
    );
    private static readonly Lexicon NotStats = new(
        "各社区人数 人数 报给 上报 前报 报上来 的同志 统计表 大家 填 接龙 我来统计 在统计 负责统计 体温 谁来统计 每家 每户 各家 各楼 确诊 病例 新增 名单"
    );
    private static readonly Lexicon Help = new(
        "能干点啥 能干点什么 能做点啥 能做点什么 会些啥 会些什么 会做啥 会做什么 会做些啥 会干啥 会干什么 教我用 教我使 教教我 咋用 咋使 咋弄 咋操作 咋个用 咋整 怎么使 你是干啥 你是干什么 你能帮 能帮啥 能干嘛 会干嘛 能干啥 怎么用 如何用 如何使用 怎么使用 使用方法 使用说明 用法 怎么操作 操作说明 你会什么 你会啥 你能干什么 你能干啥 你能做什么 能做什么 有什么功能 有啥功能 有哪些功能 功能介绍 能帮我做什么 你都会啥 你都会什么 你都能 有什么用 说明书 怎么玩 教程 使用指南 指令 命令 怎么发 怎么登记 怎么报需求 如何登记 怎么提需求 怎么跟你说 新手 怎么弄 怎么报 help how_do_i_use how_to_use what_can_you_do how_does_this_work how_do_you_work commands instructions how_does_it_work how_do_i how_can_i 帮助"
    );
    private static readonly Lexicon Bot = new(
        "你会 你能 教我 咋用 咋使 怎么使 咋个用 咋弄 会干 能干 机器人 小助手 你 助手 bot 这个 需求 登记 功能 指令 命令 系统 程序 帮助 用法 help this you 使用 怎么用 use 物资 how"
    );
    private static readonly Lexicon NotHelp = new(
        "帮助别人 互相帮助 帮助一下 帮助他 帮助她 帮助我们 的帮助 帮助了 提供帮助 帮助下 帮助大家 帮助老 帮助过 表格 护目镜怎么 口罩怎么 酒精怎么 怎么用的 测温枪怎么 血压计怎么 体温 消毒液怎么 洗衣机 别人 快递 微波炉 helping helped need_help 84"
    );
    private static readonly Lexicon Course = new(
        "课 咩堂 乜堂 上堂 微课堂 分享会 讲座 课程表 培训 直播 课程 公开课 沙龙 分享活动 class classes courses course lecture lectures talks sessions webinar"
    );
    private static readonly Lexicon CourseAsk = new(
        "有什么 有啥 有咩 咩堂 乜堂 有哪些 哪些 有没有 吗 看看 看一下 看下 查 列 安排 表 还有 什么时候 发一下 发来 发我 预告 几节 想听 能听 可以听 什么课 啥课 讲什么 讲啥 课表 what which any list show when upcoming schedule are_there"
    );
    private static readonly Lexicon NotCourse = new(
        "网课 上课 孩子 作业 讲得 课讲 好听 补课 备课 下课 逃课 上了 今天的课 昨天的课 老师的课 课后 停课 老师讲 迟到"
    );

    public static Meaning? Read(Message message)
    {
        var text = message.Folded;
        return Story_(message, text) ?? Self(message, text) ?? Listing(message, text) ?? Support(text);
    }

    /// <summary>Look-ups of needs and offers, which must be told from asks and offers themselves.</summary>
    public static Meaning? Listing(Message message, string text)
    {
        if (Counting.In(text) && Stats.In(text))
        {
            return new Meaning("stats");
        }

        var needs =
            NeedsQuery.In(text)
            || (Needs.Find(text) is var at and >= 0 && QueryBefore(text, at) && text.Contains("需求", StringComparison.Ordinal));
        var offers = OffersQuery.In(text) && Query.In(text);
        if (needs && !offers || (needs && NeedsQuery.Find(text) < OffersQuery.Find(text)))
        {
            return new Meaning("list_needs") { Filter = Filters.Of(message) };
        }

        return offers ? new Meaning("list_offers") { Filter = Filters.Of(message) } : null;
    }

    private static bool QueryBefore(string text, int at) =>
        Query.Find(text, 0, at) >= 0
        && (
            text.Contains("什么", StringComparison.Ordinal)
            || text.Contains('哪')
            || text.Contains('查')
            || text.Contains('看')
            || text.Contains('列')
            || text.Contains('啥')
            || text.Contains("还有", StringComparison.Ordinal)
        );

    private static Meaning? Story_(Message message, string text)
    {
        if (
            Submit.Find(text) is var at and >= 0
            && !text.Contains("投稿了吗", StringComparison.Ordinal)
            && !text.Contains("的同志", StringComparison.Ordinal)
            && !text.Contains("谁投稿", StringComparison.Ordinal)
        )
        {
            return new Meaning("submit_story") { Text = StoryText(message, at + Submit.At(text, at)) };
        }

        return Story.In(text) && StoryAsk.In(text) && !Lessons.IsCue(text) ? new Meaning("stories") { Filter = Filters.Of(message) }
            : Policy.In(text) && (Query.In(text) || text.Length <= 8) && !Complaint(text)
                ? new Meaning("policy") { Filter = Filters.Of(message) }
            : Tip.In(text) && TipAsk.In(text) && !text.Contains("写得", StringComparison.Ordinal) && !Lessons.IsCue(text)
                ? new Meaning("tip")
            : TipDirect.In(text) && Short(text, 30) && !Lessons.IsCue(text) ? new Meaning("tip")
            : null;
    }

    private static bool Complaint(string text) =>
        text.Contains("太难", StringComparison.Ordinal)
        || text.Contains("变来变去", StringComparison.Ordinal)
        || text.Contains("看不懂", StringComparison.Ordinal)
        || text.Contains("政策真", StringComparison.Ordinal)
        || text.Contains("政策好", StringComparison.Ordinal)
        || text.Contains("听说", StringComparison.Ordinal);

    // All behind 投稿：, or behind the first line break.
    private static string? StoryText(Message message, int at)
    {
        var text = message.Folded;
        var colon =
            at < text.Length && text[at] is ':' ? at
            : text.IndexOf('\n', at) is var line and >= 0 ? line
            : text.IndexOf(':', at) is var c and >= 0 && c - at < 12 ? c
            : -1;
        return colon < 0 ? null : Slots.NullIfEmpty(message.Text[(colon + 1)..].Trim());
    }

    private static Meaning? Self(Message message, string text)
    {
        if (
            Hours.In(text)
            && HoursAsk.In(text)
            && (text.Contains("hours", StringComparison.Ordinal) || text.Contains('我'))
            && Short(text, 24)
        )
        {
            return new Meaning("my_hours");
        }

        if (Volunteer.In(text) && VolunteerAsk.In(text) && !text.Contains('谁') && !IsAskForPeople(message, text))
        {
            return new Meaning("volunteer_signup") { Skills = Skills.Read(message) };
        }

        return Hours.In(text) && HoursAsk.In(text) && !text.Contains("排队", StringComparison.Ordinal) && Short(text, 24)
                ? new Meaning("my_hours")
            : Out.In(text) && Short(text, 22) && Declares(text) ? new Meaning("check_out")
            : In.In(text) && Short(text, 22) && Declares(text) && !text.Contains("签到表", StringComparison.Ordinal)
                ? new Meaning("check_in")
            : Shift.In(text)
            && ShiftAsk.In(text)
            && !text.Contains("天我值班", StringComparison.Ordinal)
            && Short(text, 26)
            && message.Reference is null
                ? new Meaning("list_shifts")
            : Course.In(text) && CourseAsk.In(text) && !NotCourse.In(text) && Short(text, 30) && !Lessons.IsTimed(message)
                ? new Meaning("list_classes")
            : null;
    }

    private static bool IsAskForPeople(Message message, string text) =>
        text.Contains("需要", StringComparison.Ordinal) && Clauses.Of(message.Masked()).Exists(c => c.Amounts.Count > 0)
        || text.Contains('招')
        || text.Contains("还差", StringComparison.Ordinal)
        || text.Contains('缺');

    private static bool Declares(string text) =>
        !Cues.Question.In(text)
        && !text.Contains('谁')
        && !text.Contains("记得", StringComparison.Ordinal)
        && !text.Contains("别忘", StringComparison.Ordinal)
        && !text.Contains("忘了", StringComparison.Ordinal)
        && !text.Contains("大家", StringComparison.Ordinal)
        && !text.Contains("都签到", StringComparison.Ordinal)
        && !text.Contains('请')
        && !text.Contains("忘记", StringComparison.Ordinal)
        && !text.Contains("签到处", StringComparison.Ordinal)
        && !NotDeclared.In(text);

    private static bool Short(string text, int most) =>
        text.Count(Texts.IsWord) <= most || text.Any(char.IsAsciiLetter) && text.Length < 90;

    private static Meaning? Support(string text)
    {
        if (
            (
                Counsel.In(text) && CounselAsk.In(text)
                || Distress.In(text) && CounselAsk.In(text) && (Counsel.In(text) || text.Contains("帮我", StringComparison.Ordinal))
            )
            && !text.Contains("讲座", StringComparison.Ordinal)
            && !Lessons.IsCue(text)
        )
        {
            return new Meaning("counsel");
        }

        return Stats.In(text) && StatsAsk.In(text) && !NotStats.In(text) ? new Meaning("stats")
            : Help.In(text) && Bot.In(text) && !NotHelp.In(text) && Short(text, 22) ? new Meaning("help")
            : null;
    }
}
