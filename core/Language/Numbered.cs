namespace MutualAid.Core.Language;

/// <summary>Acts on a numbered request, class or shift in a free sentence: 31号我出60个, 第3课我不去了.</summary>
internal static class Numbered
{
    private static readonly Lexicon Past = Lexicon.Listed("NumberedPast");
    private static readonly Lexicon Asking = new(
        "行吗 可以吗 好吗 行不 成吗 能行吗 行不行 可以不 还能 还可以 能报 还有位 能不能帮 帮我 给我 麻烦 能加"
    );
    private static readonly Lexicon Partial = new("收到一半 收到一部分 先收到 只收到 部分收到 收到 签收 到了 送了 送到 送达");
    private static readonly Lexicon Mine = new(
        "我们厂 我们店 我们公司 我们单位 我们学校 我们队 我厂 我店 我司 本店 本厂 我家有 我有 我们有 我这有 我来 我们来 咱来 俺来 算我 归我 我拿 我带 我们带 我出 我包 我送 我弄 我去办 我想办法 我们解决 我解决"
    );
    private static readonly Lexicon Whole = new("我们全包 我全包 咱全包 全包了 包圆 都归我们 我们包了 我包了");
    private static readonly Lexicon Shortfall = new(
        "还差 还缺 差 缺 少了 少 还剩 剩 剩余 还有 其余 另外 余下 不足 坏了 破损 missing remaining short still"
    );

    // 说好的五百斤，只来了四百二
    private static readonly Lexicon Promised = new("说好的 说好 答应的 答应 讲好的 讲好 本来 原本 原来 原定 应到 应收 要的是 报的是 该有");

    // 剩下那40套已经送到: the rest comes now.
    private static readonly Lexicon Remainder = new("剩下那 剩下的 剩的 余下的 余下那 其余的 其余那 另外那 另外的 剩余的 剩余那");

    public static Meaning? Read(Message message)
    {
        if (message.Reference is not { } reference)
        {
            return null;
        }

        // Only what stands after the number and the words before it, not the number itself.
        var text = string.Concat(message.Folded.AsSpan(0, reference.Start), "\u0001", message.Folded.AsSpan(reference.End));
        var intent = reference.Kind switch
        {
            ReferenceKind.Class => Class(text),
            ReferenceKind.Shift when message.Folded[reference.Start] == '认' => "shift_signup",
            ReferenceKind.Shift when Cues.Move.In(text) && message.Moments.Exists(moment => moment.HasClock) => "shift_move",
            ReferenceKind.Shift => Shift(text, message.Folded),
            _ => Request(text, reference),
        };
        return intent is null ? null : Fill(message, reference, intent);
    }

    private static string? Class(string text) =>
        Past.In(text) && !Asking.In(text) && !Cues.Leave.In(text) ? null
        : Capacity.Read(text) is not null ? "class_places"
        : Cues.Move.In(text) ? "class_move"
        : Cues.Leave.In(text) ? "class_leave"
        : Cues.Attend.In(text) ? "attend"
        : Cues.Signup.In(text) ? "class_signup"
        : null;

    private static string? Shift(string text, string whole) =>
        Past.In(text) && !Asking.In(text) ? null
        : Cues.Leave.In(text) ? "shift_leave"
        : whole.Contains("签到", StringComparison.Ordinal) ? "check_in"
        : Cues.ShiftSignup.In(text) || whole.StartsWith("值班", StringComparison.Ordinal) ? "shift_signup"
        : null;

    private static string? Request(string text, Reference reference)
    {
        if (Past.In(text) && !Asking.In(text))
        {
            return null;
        }

        if (reference.Weak && Cues.Signup.In(text) && text.Contains("报名", StringComparison.Ordinal))
        {
            return "class_signup";
        }

        // 我们全包，不用再找人: nothing is cancelled.
        var cancel = Cues.Cancel.In(text) && !Whole.In(text);
        var received = Cues.Received.Find(text);
        var delivered = Cues.Delivered.Find(
            text.Replace("交给我", "\u0001", StringComparison.Ordinal).Replace("交给咱", "\u0001", StringComparison.Ordinal)
        );
        return Cues.Release.In(text) ? "release"
            : cancel && (Cues.Cancel.Find(text) is var cut && (received < 0 || cut < received) && (delivered < 0 || cut < delivered))
                ? "cancel"
            : Verified(text) ? "verify"
            : Awaiting.In(text) ? "delivered"
            : Receipt(text, received, delivered) ? "received"
            : delivered >= 0 ? "delivered"
            : Arrived(text) || Collected(text) ? "received"
            : cancel ? "cancel"
            : Cues.Claim.In(text) ? "claim"
            : Cues.Renew.In(text) ? "renew"
            : Plus(text) || Mine.In(text) ? "claim"
            : null;
    }

    private static bool Verified(string text) =>
        Cues.Verify.In(text) && !text.Contains("数量", StringComparison.Ordinal) && !text.Contains("无误", StringComparison.Ordinal);

    // 送到…已签收 confirms; 送到了，请签收 delivers.
    private static bool Receipt(string text, int received, int delivered) =>
        received >= 0
        && (
            delivered < 0
            || !(
                Before(text, received, "请")
                || Before(text, received, "记得")
                || Before(text, received, "麻烦")
                || Before(text, received, "帮忙")
                || received > delivered && Before(text, received, "注意")
            )
        );

    private static bool Before(string text, int at, string word)
    {
        var from = Math.Max(0, at - 6);
        return text.AsSpan(from, at - from).Contains(word, StringComparison.Ordinal);
    }

    // 6床被子到了社区，请签收
    private static readonly Lexicon Awaiting = new("请签收 请查收 请收货 请验收 麻烦签收 记得签收 帮忙签收 签收一下吧 请点收 请接收");

    private static bool Arrived(string text) =>
        text.Contains("到了", StringComparison.Ordinal)
        || text.Contains("到货", StringComparison.Ordinal)
        || text.Contains("已到", StringComparison.Ordinal)
        || text.Contains("到齐", StringComparison.Ordinal);

    // 26号收76个
    private static bool Collected(string text) =>
        text.IndexOf('收', StringComparison.Ordinal) is var at and >= 0 && AmountScan.At(text, at + 1) is { Value: not null };

    // #58 认80斤
    private static bool Plus(string text) =>
        text.Contains("+1", StringComparison.Ordinal)
        || text.IndexOf('认', StringComparison.Ordinal) is var at and >= 0 && AmountScan.At(text, at + 1) is { Value: not null };

    public static Meaning Fill(Message message, Reference reference, string intent)
    {
        var meaning = new Meaning(intent) { Number = reference.Number };
        if (intent == "class_places")
        {
            return meaning with { Quantity = Capacity.Read(message.Folded) };
        }

        if (intent is "class_move" or "shift_move")
        {
            return meaning with { Start = message.Moments.Find(m => m.HasClock)?.When };
        }

        if (intent is not ("claim" or "delivered" or "received"))
        {
            return meaning;
        }

        var masked = message.Masked([new Span(reference.Start, reference.End), .. Phones.Find(message.Folded)]);
        return Amount(message, masked, out var name) is { } amount
            ? meaning with
            {
                Quantity = amount.Value,
                Named = name.IsEmpty ? null : message.Slice(name),
                Doubts = amount.Doubt is { } kind ? [new Doubt(kind, message.Slice(amount.Start, amount.End), [])] : [],
            }
            : meaning;
    }

    private static Amount? Amount(Message message, string masked, out Span name)
    {
        name = default;
        foreach (var clause in Clauses.Of(masked))
        {
            foreach (var amount in clause.Amounts)
            {
                var short_ =
                    Shortfall.Find(masked, clause.Start, amount.Start) is var at
                    && at >= 0
                    && Remainder.At(masked, at) == 0
                    && Partial.Find(masked, at, amount.Start) < 0;
                short_ |= Promised.Before(masked, amount.Start, clause.Start) > 0;
                var people = amount.UnitEnd > amount.UnitStart && People.Counts(masked[amount.UnitStart..amount.UnitEnd]);
                var glued =
                    amount.Bare
                    && amount.End < masked.Length
                    && Texts.IsHan(masked[amount.End])
                    && Nouns.After(masked, amount.End, clause.End) is { IsEmpty: false } thing
                    && !Goods.Ends(thing.Of(masked));
                if (
                    (amount.Implied && amount.Start > 0 && "我咱你他她们".Contains(masked[amount.Start - 1]))
                    || amount.Value is null
                    || short_
                    || glued
                    || (people && message.Folded.Contains("个人", StringComparison.Ordinal))
                )
                {
                    continue;
                }

                name = Nouns.After(masked, amount.End, clause.End);
                name = name.IsEmpty || !Goods.Ends(name.Of(masked)) ? Nouns.Before(masked, clause.Start, amount.Start, out _) : name;
                name = !name.IsEmpty && Goods.Ends(name.Of(masked)) ? name : default;
                return amount;
            }
        }

        return null;
    }
}
