namespace MutualAid.Core.Language;

/// <summary>Free sentences that look something up or act for the speaker himself: classes, tips, shifts, support, help.</summary>
internal static partial class Lookups
{
    private static readonly Lexicon Query = Lexicon.Listed("LookupsQuery");

    private static readonly Lexicon Needs = Lexicon.Listed("LookupsNeeds");
    private static readonly Lexicon NeedsQuery = new([
        .. WordLists.Lines("LookupsNeedsQuery"),
        .. from which in (string[])["哪个", "哪些", "哪几个", "哪家", "谁家", "哪户", "哪里", "哪儿", "哪"]
        from place in (string[])["社区", "小区", "村", "街道", "地方", "单位", "楼", "学校", "点", ""]
        from lacks in (string[])
            ["还缺", "还需要", "还差", "在缺", "在求", "还在求", "在等", "在要", "正缺", "急缺", "最缺", "缺什么", "需要什么", "缺"]
        select which + place + lacks,
    ]);

    // 那只狗没人认领
    private static readonly Lexicon Lost = new("只狗 只猫 小狗 小猫 钥匙 失物 快递 包裹 钱包 身份证");

    // 有没有轮椅可以借 查查
    private static readonly Lexicon Checking = new("查查 查一下 查下 查一查 帮我查 帮查 查询 查一查 查库存 翻翻 check_if check_whether");
    private static readonly Lexicon Existing = new("有没有 有吗 还有吗 有没 还有没 可以借 能借 有无 any");

    // 哪个社区缺跟我说 gives.
    private static readonly Lexicon Inviting = new("跟我说 和我说 找我 联系我 私我 说一声 吱一声 吱声 来拿 来取 拿走 来领 尽管说 直接说");
    private static readonly Lexicon OffersQuery = Lexicon.Listed("LookupsOffersQuery");
    private static readonly Lexicon Tip = new(
        "小贴士 贴士 小知识 小常识 小妙招 小提示 防护知识 健康知识 防疫知识 小窍门 常识 生活妙招 温馨提示 防护提示 防护要点 防护技巧 提示 妙招 tip tips"
    );
    private static readonly Lexicon TipAsk = Lexicon.Listed("LookupsTipAsk");
    private static readonly Lexicon Policy = new("政策 规定 新规 policy policies regulation regulations");
    private static readonly Lexicon Story = new("故事 社区经验 案例 事迹 好人好事 经验 好做法 stories story");
    private static readonly Lexicon StoryAsk = Lexicon.Listed("LookupsStoryAsk");
    private static readonly Lexicon Submit = Lexicon.Listed("LookupsSubmit");
    private static readonly Lexicon Volunteer = Lexicon.Listed("LookupsVolunteer");
    private static readonly Lexicon VolunteerAsk = new(
        "我 想 要 报名 加入 登记 愿意 申请 算 咱 俺 本人 能 可以 i want like happy sign_me join please"
    );
    private static readonly Lexicon Shift = Lexicon.Listed("LookupsShift");
    private static readonly Lexicon ShiftAsk = Lexicon.Listed("LookupsShiftAsk");
    private static readonly Lexicon In = Lexicon.Listed("LookupsIn");
    private static readonly Lexicon Out = Lexicon.Listed("LookupsOut");
    private static readonly Lexicon NotDeclared = Lexicon.Listed("LookupsNotDeclared");

    private static readonly Lexicon Hours = Lexicon.Listed("LookupsHours");
    private static readonly Lexicon HoursAsk = new("我 查 看 多少 几 咱 俺 统计 累计 i my");
    private static readonly Lexicon Counsel = Lexicon.Listed("LookupsCounsel");
    private static readonly Lexicon Distress = Lexicon.Listed("LookupsDistress");
    private static readonly Lexicon CounselAsk = Lexicon.Listed("LookupsCounselAsk");
    private static readonly Lexicon Stats = Lexicon.Listed("LookupsStats");
    private static readonly Lexicon Counting = new(
        "完成了多少 完成多少 对接了多少 多少单 多少件需求 多少条需求 多少个需求 一共多少 总共多少 解决了多少 接了多少 how_many_needs how_many_requests"
    );
    private static readonly Lexicon StatsAsk = Lexicon.Listed("LookupsStatsAsk");
    private static readonly Lexicon NotStats = Lexicon.Listed("LookupsNotStats");
    private static readonly Lexicon Help = Lexicon.Listed("LookupsHelp");
    private static readonly Lexicon Bot = Lexicon.Listed("LookupsBot");
    private static readonly Lexicon NotHelp = Lexicon.Listed("LookupsNotHelp");
    private static readonly Lexicon Course = Lexicon.Listed("LookupsCourse");
    private static readonly Lexicon CourseAsk = Lexicon.Listed("LookupsCourseAsk");
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
            NeedsQuery.In(text) && !Inviting.In(text) && !Lost.In(text)
            || (Needs.Find(text) is var at and >= 0 && QueryBefore(text, at) && text.Contains("需求", StringComparison.Ordinal));
        var offers = OffersQuery.In(text) && Query.In(text) || Checking.In(text) && Existing.In(text) && !needs;
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
        || text.Contains("政策是好", StringComparison.Ordinal)
        || text.Contains("好政策", StringComparison.Ordinal)
        || text.Contains("政策好", StringComparison.Ordinal)
        || text.Contains("听说", StringComparison.Ordinal);

    /// <summary>What a sentence sends in as a story.</summary>
    public static Meaning? Submitted(Message message) =>
        Submit.Find(message.Folded) is var at and >= 0
            ? new Meaning("submit_story") { Text = StoryText(message, at + Submit.At(message.Folded, at)) }
            : null;

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
        || Clauses
            .Of(message.Masked())
            .Exists(c => c.Amounts.Exists(a => a.UnitEnd > a.UnitStart && People.Counts(text[a.UnitStart..a.UnitEnd]) && a.Value > 1))
            && (text.Contains('要') || text.Contains("不够", StringComparison.Ordinal))
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
