namespace MutualAid.Core.Language;

/// <summary>Finds names of communities: the longest name that ends 社区, 村, 小区, 街道 or 居委会.</summary>
internal static class Places
{
    private static readonly string[] Suffixes = ["居民委员会", "居委会", "村委会", "社区", "小区", "街道", "新村", "村"];

    // A name does not reach back over these.
    private static readonly Lexicon Stops = new(
        """
        我哋 你哋 佢哋 我们 看下 瞅瞅 瞅 瞅一眼 瞧瞧 找找 找 翻翻 翻 查查 问问 问 说说 讲讲 听听 我是 我 咱们 咱 俺们 俺 你们 他们 她们 是 在 到 给 代替 代表 替 帮 请 寄 往 送 送去 住 住在 的 了 求 急 需 缺 支援 捐 捐给 需要 看看 看 查 查下 查一下 一下 查询 这边 这里 那边
        位于 地址 收货 收件 本 各 全 整个 这个 那个 哪个 哪些 哪几个 几个 一个 两个 多个 每个 所有 各个 附近 隔壁 来自 负责 管 关于 有 没有 登记 为 向 从 想 要 去 跟 报 登记社区 加入 社区名 单位 地点
        目前 现在 今天 明天 昨天 后天 上午 下午 晚上 周一 周二 周三 周四 周五 周六 周日 麻烦 谁能 能不能 能否 哪家 帮忙 帮我 早上 刚刚 刚才 已经 就 把 被 让 由 对 以及 还有 拜托 以上 以上物资 物资 缓解 如何 怎么 您好 你好 大家好 支持 援助 服务 走进 线上 智慧 老旧 同一 申请
        贵 该 某 某个 其他 其它 别的 周边 邻近 优秀 示范 不少 很多 许多 好多 都 城中 农 乡 山 下属 下辖 辖区 新来 一线 基层 区 市 县 镇 号 替我们 如果 名字 因 因为 因此 但 但是 不是 什么 哪里 啥 里 用于 用在 发 发往 发到 运 运到 拉到 拿到 和我 名称 代 收 进 出 离 见 带 转 转给 匀 匀给 分 分给 留 留给 送到 送给 寄给 寄到 捐到 for to at in from we're_from
        """
    );

    // 代, 为, 有, 山 and the like begin or stand in many names; they cut only where a sentence part begins.
    private static readonly Lexicon OnlyFirst = new(
        "代 为 有 向 从 想 要 去 跟 报 里 发 运 收 进 出 离 见 带 转 分 留 区 市 县 镇 山 对 由 让 被 把 因 都 下 全 本 该 某 贵 各 号 管 就 看 和 与 及 但 啥 服务 支持 是 乡 农 城中 智慧 优秀 示范 老旧 线上 一线 基层 申请 代表 请 急 求 需 缺 送 住 往 查 本 走进 大 小"
    );

    private static readonly Lexicon NotNames = new(
        "社区 小区 村 街道 新村 居委会 村委会 居民委员会 农村 乡村 全村 山村 本村 我村 城中村 自然村 行政村 老小区 新小区 贫困村 空心村 示范村 文明村 城市社区 农村社区 网络社区 开源社区 地球村 度假村 奥运村 封控小区 管控小区 防疫社区 抗疫社区 走社区 进社区 某社区 大社区 小社区 智慧社区 和谐社区建设 东村西村 老年社区 居家社区 这社区 那社区 一社区 二社区 外村 邻村 进村 出村 回村 驻村 下村 入村 封村 同村 别村 自家小区 高档小区"
    );

    // 街道办, 村里, 社区志愿者: what follows belongs to the word, so no name ends here.
    private static readonly Lexicon NotAfter = new("街道办 街道办事处 村里 村民 村子 村口 村庄 村落 村上 村委 村镇");

    /// <summary>All community names, in order; the known ones as they are known.</summary>
    public static List<(int Start, int End)> FindAll(string text, IReadOnlySet<string>? known)
    {
        var found = new List<(int Start, int End)>();
        foreach (var name in known ?? (IReadOnlySet<string>)new HashSet<string>())
        {
            var folded = Folding.Align(name);
            for (
                var at = folded.Length < 2 ? -1 : text.IndexOf(folded, StringComparison.Ordinal);
                at >= 0;
                at = text.IndexOf(folded, at + folded.Length, StringComparison.Ordinal)
            )
            {
                found.Add((at, at + folded.Length));
            }
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (EndsAt(text, i) is var length and > 0 && Name(text, i, i + length) is { } name)
            {
                found.Add(name);
            }
        }

        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return Merge(found);
    }

    /// <summary>Whether the whole text is the name of a community.</summary>
    public static bool IsName(string folded, IReadOnlySet<string>? known) =>
        folded.Length > 0 && FindAll(folded, known) is [var only] && only.Start == 0 && only.End == folded.Length;

    private static List<(int Start, int End)> Merge(List<(int Start, int End)> found)
    {
        var merged = new List<(int Start, int End)>();
        foreach (var name in found)
        {
            if (merged.Count > 0 && name.Start < merged[^1].End)
            {
                merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, name.End));
            }
            else
            {
                merged.Add(name);
            }
        }

        return merged;
    }

    private static int EndsAt(string text, int at)
    {
        if (text[at] is not ('居' or '村' or '社' or '小' or '街' or '新'))
        {
            return 0;
        }

        foreach (var suffix in Suffixes)
        {
            if (string.CompareOrdinal(text, at, suffix, 0, suffix.Length) == 0)
            {
                var blocked = NotAfter.At(text, at + suffix.Length - (suffix.Length == 1 || suffix == "新村" ? 1 : 2)) > 0;
                return blocked && suffix is not ("村委会" or "居委会") && !(suffix == "街道" && FollowedByOffice(text, at + 2))
                    ? 0
                    : suffix.Length;
            }
        }

        return 0;
    }

    // 东关街道防控办 names 东关街道; 街道办 alone names nobody.
    private static bool FollowedByOffice(string text, int at) => at < text.Length && text[at] != '办';

    private static (int Start, int End)? Name(string text, int suffixAt, int end)
    {
        var start = suffixAt;
        while (start > 0 && Extends(text, start - 1) && suffixAt - start < 14)
        {
            start--;
        }

        start = start == suffixAt ? Latin(text, suffixAt) : Cut(text, start, suffixAt);
        var length = suffixAt - start;
        var whole = text[start..end];
        var enough =
            length >= 2
            || (length == 1 && whole[^1] == '村' && !(whole[0] is '一' or '各' or '全' or '本' or '农' or '山' or '这' or '那' or '几'));
        return enough && !NotNames.Is(whole) && !(Numerals.Read(text, start) is { } n && n.End + Units.At(text, n.End) >= suffixAt)
            ? (start, end)
            : null;
    }

    // Willow 小区
    private static int Latin(string text, int end)
    {
        var start = end - (end > 0 && text[end - 1] == ' ' ? 1 : 0);
        var from = start;
        while (start > 0 && char.IsAsciiLetter(text[start - 1]) && from - start < 20)
        {
            start--;
        }

        return from - start > 2 && Stops.At(text, start) == 0 ? start : end;
    }

    private static bool Extends(string text, int i) =>
        (Texts.IsHan(text[i]) && text[i] != '的') || char.IsAsciiDigit(text[i]) || text[i] == '·';

    private static int Cut(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var length = Stops.At(text, i);
            if (length == 0 || i + length > end || (i != start && length == 1 && OnlyFirst.At(text, i) > 0))
            {
                continue;
            }

            if (i != start && length > 1 && OnlyFirst.At(text, i) == length)
            {
                continue;
            }

            start = i + length;
            i = start - 1;
        }

        return start;
    }
}
