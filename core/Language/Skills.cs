namespace MutualAid.Core.Language;

/// <summary>What a volunteer says he can do, without 会 and 擅长.</summary>
internal static class Skills
{
    private static readonly Lexicon Heads = Lexicon.Listed("SkillsHeads");
    private static readonly Lexicon Nothing = new("没啥 没有特长 没什么 不会 没特长 无特长 啥都行 什么都行 都行 随便 no_special");
    private static readonly Lexicon Little = new("一点点 一点儿 一点 点儿 点 一些 些 几句 基本的 简单的 a_bit_of a_little some");
    private static readonly Lexicon Joined = new("and_can_do and_can and_do and do_some do");
    private static readonly Lexicon Tails = new("的 吧 哦 啊 呢 都行 都可以 也行 可以 经验 什么的 等 也会 没问题");
    private static readonly Lexicon Never = Lexicon.Listed("SkillsNever");

    public static List<string> Read(Message message)
    {
        var skills = new List<string>();
        var text = message.Folded;
        var open = false;
        for (var start = 0; start < text.Length; )
        {
            var end = start;
            while (end < text.Length && !IsBreak(text, end))
            {
                end++;
            }

            open = Take(message, start, end, open, skills);
            open = open && end < text.Length && text[end] is '、' or ',' or ' ' or '和';
            start = end + 1;
        }

        return skills;
    }

    private static bool IsBreak(string text, int i) =>
        Texts.IsStop(text[i])
        || text[i] is ':' or '/' or '和'
        || i > 0 && (Days.Has(text, i, "还会") || Days.Has(text, i, "也会") || Days.Has(text, i, "又会"))
        || (text[i] == ' ' && Texts.IsHan(text[Math.Max(0, i - 1)]))
        || string.CompareOrdinal(text, i, " and ", 0, 5) == 0;

    private static bool Take(Message message, int start, int end, bool open, List<string> skills)
    {
        var text = message.Folded;
        if (Nothing.In(text, start, end))
        {
            return false;
        }

        var head = LastHead(text, start, end);
        if (head < 0 && !open)
        {
            return false;
        }

        var from = Math.Max(head, start);
        while (from < end && text[from] is ' ' or ':' or '也')
        {
            from++;
        }

        from += Joined.At(text, from);
        from += Little.At(text, from);
        string tail;
        do
        {
            var cut = Tails.Before(text, end, from);
            tail = text[(end - cut)..end];
            end -= cut;
        } while (tail.Length > 0);

        (from, end) = Texts.Trim(text, from, end);
        if (end - from is < 1 or > 20 || Never.At(text, from) > 0)
        {
            return false;
        }

        skills.Add(message.Slice(from, end));
        return true;
    }

    private static int LastHead(string text, int start, int end)
    {
        var found = -1;
        for (var i = start; i < end; i++)
        {
            var length = Heads.At(text, i);
            if (length == 0 || i + length >= end || (found >= 0 && i > found))
            {
                continue;
            }

            found = i + length;
            i = found - 1;
        }

        return found;
    }
}
