namespace MutualAid.Core.Language;

/// <summary>Finds what a look-up is about: a thing, a community, a topic.</summary>
internal static class Filters
{
    private static readonly Lexicon Noise = new(
        """
        没 right 爱心 瞅 拉个单子 单子 到今天为止 转给 睇下 有咩 咩 未完成 完成 未 情形 篇儿 在缺 还在 翻翻 翻一翻 翻 大家写 大家 写的 写 瞅瞅 瞅一眼 瞅 瞧瞧 找找 查一下 查下 查查 查询 查 看一下 看下 看看 看 列一下 列出来 列出 列 发一下 发我 发来 发给我 发 给我 给咱 给大家 帮我 帮忙 帮 请问 请 麻烦 想 想要 想看 想看看 想了解 了解一下 了解 我 我们 咱们 咱 你们 你 一下 下 现在 目前 最近 今天 这周 本周 还 都 有 有没有 没有 有哪些 哪些 哪个 哪几个 哪里 哪儿 什么 啥 有啥 有什么 几个 几篇 几条 一篇 一条 几 多少
        地方 处 列一列 过一遍 过一下 睡前 读读 读一读 两篇 几篇 社区缺 缺 需要 急需 需求 求助 物资 提供 可提供 能提供 可以提供 可提供的 里 中 里面 吗 呢 呀 啊 吧 嘛 么 的 了 关于 有关 相关 方面 政策 规定 文件 新 最新 故事 疫线故事 抗疫故事 社区经验 经验 案例 社区故事 事迹 做法 怎么说 怎么规定 是怎么 怎么 怎样 如何 可以 能 能不能 能否 可不可以 把 出来 来 个 报了 报 登记了 登记 发布 发布的 提的 提了 谁 谁家 哪家 能支援 支援 没解决 未解决 解决 没完成
        情况 清单 列表 一览 汇总 全部 所有 剩 剩下 还剩 库存 可支援 可领 可领的 能领 要 在 跟 和 点 些 一些 讲讲 讲 说说 说 听听 听 推荐 分享 读 读一 有关的 相关的 怎么办 具体 通知 信息 资料 消息 人 社区们 各社区 哪些社区 哪个社区 哪家 处理 没人认领 没认领 认领 待 是 什么样 如何了 有人 多余 富余 闲置 吗? 有无 这 那 这边 那边 当前 近期 这几天 这两天 捐 借 拿 领 用 里头 还能 能用 手头 手上 资源 资源库 东西 可用 可用的 想找 找 找找 到 为止 目录 物资 物资里 问 问一下 问下 咨询 问问 是不是 让 对 条 篇 份 啦 哦 哈 吱一声 谢谢 您好 你好
        show me list what what's are is there the a any all open needs need requests request offers offer available of for who has have in from about policy policies on stories story latest new find please can you i we do does tell us our still currently now supplies listed to see get some any? outstanding unmet unclaimed check with give read like want would everything anything available? current regarding concerning 's
        """
    );

    private static readonly Lexicon Guard = new(
        "邻里 里弄 里程碑 没药 没收 报销 报备 报废 补贴 补助 领取 条件 流程 手续 人才 人员 居家 在家 返乡 新生 新农合 中考 里程 要素 发热 发票 对口 条例 问诊 用工 用电 用水 看护 看病 资助 捐款 有偿 无偿 可回收 想象 拿药 借读 借款 打工 社区食堂 大病 家政 家电 写作 最低 出境 出行 出租 出生 找工作 能源 说唱 解封 解除 处理费 让座 对讲"
    );

    /// <summary>The first run of words that are no look-up words.</summary>
    public static string? Of(Message message)
    {
        if (message.Places.Count > 0)
        {
            var (placeStart, placeEnd) = message.Places[0];
            return message.Slice(placeStart, placeEnd);
        }

        var text = message.Folded;
        var best = default(Span);
        for (var i = 0; i < text.Length; )
        {
            var skip = Skip(text, i);
            if (skip > 0)
            {
                i += skip;
                continue;
            }

            var start = i;
            while (i < text.Length && Skip(text, i) == 0)
            {
                i += Word(text, i);
            }

            best = best.Length < 2 ? new Span(start, i) : best;
        }

        return best.Length >= 2 ? message.Slice(best) : null;
    }

    private static int Skip(string text, int i)
    {
        if (
            Guard.At(text, i) > 1
            || (Goods.Heads.At(text, i) > 1 && Noise.At(text, i) < Goods.Heads.At(text, i))
            || Phrases.Protected.At(text, i) > 1
        )
        {
            return 0;
        }

        var noise = Noise.At(text, i);
        return noise > 0 ? noise
            : Texts.IsWord(text[i]) || text[i] is '%' or '-' ? 0
            : 1;
    }

    private static int Word(string text, int i)
    {
        var goods = Math.Max(Guard.At(text, i), Math.Max(Goods.Heads.At(text, i), Phrases.Protected.At(text, i)));
        if (goods > 1)
        {
            return goods;
        }

        var end = i + 1;
        while (char.IsAsciiLetterOrDigit(text[i]) && end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        return end - i;
    }
}
