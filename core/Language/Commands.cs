namespace MutualAid.Core.Language;

/// <summary>Reads the slash door and the phrase door.</summary>
internal static class Commands
{
    private static readonly Lexicon Topics = Lexicon.Listed("CommandsTopics");

    public static Meaning? Slash(Message message, int at)
    {
        var text = message.Folded;
        var end = at + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        if (end == at + 1)
        {
            return ChineseSlash(message, at);
        }

        var word = text[(at + 1)..end];
        if (end < text.Length && (text[end] == '/' || text[end] == '.'))
        {
            return null;
        }

        var rest = SkipBotName(text, end);
        return Acts.BySlash.TryGetValue(word, out var act)
            ? Slots.Fill(act.Intent, message, rest) with
            {
                Door = Door.Slash,
                Rest = Rest(message, rest),
            }
            : new Meaning("unknown", Door.Slash) { Text = word, Rest = Rest(message, rest) };
    }

    public static Meaning? Phrase(Message message)
    {
        var text = message.Folded;
        var length = Acts.Phrases.At(text, 0);
        if (length == 0)
        {
            return null;
        }

        var act = Acts.ByPhrase[text[..length]];
        if (act.Intent == "need" && message.Reference is { Start: 0, Kind: ReferenceKind.Request })
        {
            // 需求12已签收 names a request.
            var spoken = Numbered.Read(message);
            var asked = Cues.Question.In(text);
            return spoken is null || asked ? null : spoken with { Door = Door.Phrase, Rest = Rest(message, length) };
        }

        return ByKind(message, act, length) is { } meaning ? meaning with { Door = Door.Phrase, Rest = Rest(message, length) } : null;
    }

    private static Meaning? ByKind(Message message, Act act, int length) =>
        act.Kind switch
        {
            _ when Announced(message, act, length) is { } shift => shift,
            ActKind.Record => Record(message, act, length),
            ActKind.Act => Act(message, act, length),
            _ => LookUp(message, act, length),
        };

    // 值班表 and 值班 with a span of time behind them are a new shift; among people only a whole one is.
    private static Meaning? Announced(Message message, Act act, int length)
    {
        var isShift = act.Intent is "list_shifts" or "shift_signup" or "shift_new";
        if (!isShift || length >= message.Folded.Length || Texts.IsWord(message.Folded[length]) || Cues.Question.In(message.Folded))
        {
            return null;
        }

        var line = ShiftLine.Read(message.Text[length..], message.Context.Now);
        return (message.Context.Addressed ? line.HasHours : line.IsWhole) ? new Meaning("shift_new") : null;
    }

    private static Meaning? ChineseSlash(Message message, int at)
    {
        var length = Acts.Phrases.At(message.Folded, at + 1);
        if (length == 0)
        {
            return null;
        }

        var act = Acts.ByPhrase[message.Folded.Substring(at + 1, length)];
        var rest = SkipBotName(message.Folded, at + 1 + length);
        return Slots.Fill(act.Intent, message, rest) with { Door = Door.Slash, Rest = Rest(message, rest) };
    }

    private static Meaning? Record(Message message, Act act, int length)
    {
        var text = message.Folded;
        var separated = length >= text.Length || !Texts.IsWord(text[length]);
        var meaning = Slots.Fill(act.Intent, message, length);
        if (act.Intent == "class_new")
        {
            var whole = meaning is { Title: not null, Start: not null } && text.Contains('《', StringComparison.Ordinal);
            return
                whole
                || (message.Context.Addressed && separated && meaning.Title is not null)
                || (message.Context.Addressed && length >= text.Length)
                ? meaning
                : null;
        }

        // 一万五千亿个 is said clearly too: it is refused, not overheard.
        var counted =
            meaning.Items.Any(i => i.Quantity is not null)
            || meaning.Items.Count > 0 && meaning.Doubts.Any(d => d.Kind is DoubtKind.QuantityTooLarge or DoubtKind.QuantityInvalid);
        var known = separated || meaning.Items.All(i => Goods.Ends(Folding.Align(i.Name)) || IsKnown(message, i.Name));
        if (counted && known && !(!message.Context.Addressed && Cues.Question.In(text)))
        {
            return meaning;
        }

        // Addressed, 需求 by itself and 需求 口罩 are asked back.
        var bare = text[length..].All(c => !Texts.IsWord(c));
        return message.Context.Addressed && (bare || (separated && meaning.Items.Count > 0)) ? meaning : null;
    }

    private static Meaning? Act(Message message, Act act, int length)
    {
        var text = message.Folded;
        // Among people 已转发 is a courtesy.
        if (act.Intent is "relayed" or "link" && !message.Context.Addressed)
        {
            return null;
        }

        var bare = text[length..].All(c => !Texts.IsWord(c) && c != '?');
        if (bare)
        {
            return new Meaning(act.Intent);
        }

        var separated = !Texts.IsWord(text[length]);
        switch (act.Intent)
        {
            case "join":
                var name = text[length..].Trim();
                var isPlace = separated && name.Length <= 20 && Places.IsName(name, message.Context.KnownCommunities);
                return isPlace ? Slots.Fill(act.Intent, message, length) : null;
            case "mute":
                return Durations.Minutes(text[length..].Trim()) is not null ? new Meaning("mute") : null;
            case "submit_story" or "volunteer_signup" or "team" or "shift_new" or "swap" or "broadcast" or "relayed" or "link":
                return message.Context.Addressed && separated ? Slots.Fill(act.Intent, message, length) : null;
            case "class_recap" or "class_replay" or "class_bio":
                return message.Context.Addressed && separated ? Slots.Fill(act.Intent, message, length) : null;
            case "class_places" when message.Context.Addressed && Capacity.Read(text) is { } places:
                var said = ActArguments.Read(message, length);
                var isNumbered = said.Quantity is not null || said.Number != places;
                return new Meaning(act.Intent) { Number = isNumbered ? said.Number : null, Quantity = places };
            case "undo":
                return null;
            default:
                return Counted(message, act, length);
        }
    }

    private static Meaning? Counted(Message message, Act act, int length)
    {
        var arguments = ActArguments.Read(message, length);
        if (act.Intent == "class_signup" && Guests(message, arguments, length) is { } guests)
        {
            return Slots.From(act.Intent, arguments) with { Named = guests };
        }

        if (arguments.Number is null || !arguments.Whole || Cues.Question.In(message.Folded))
        {
            return null;
        }

        var intent = IntentFor(message, act, length);
        return intent is null ? null : Slots.From(intent, arguments);
    }

    // 报名 9 王阿姨: for somebody else. Said among people it may be talk.
    private static string? Guests(Message message, ActArguments arguments, int length)
    {
        if (!message.Context.Addressed || arguments is not { Number: not null, Quantity: null, Whole: false })
        {
            return null;
        }

        var names = message
            .Text[length..]
            .TrimStart(' ', '#', '第')
            .TrimStart([.. "0123456789"])
            .TrimStart(' ', '号', '课', '节', ':', '：');
        return names.Length is > 1 and <= 30 && !names.Any(char.IsAsciiDigit) && !Cues.Question.In(Folding.Align(names)) ? names : null;
    }

    private static string? IntentFor(Message message, Act act, int length)
    {
        var reference = References.At(message.Folded, SkipSpace(message.Folded, length), message.Context.Now);
        return (act.Intent, reference?.Kind) switch
        {
            ("check_in", ReferenceKind.Class) => "attend",
            ("check_in", ReferenceKind.Shift) => "check_in",
            ("check_in", _) => message.Folded.StartsWith("签到", StringComparison.Ordinal) ? "attend" : "check_in",
            ("cancel", ReferenceKind.Class) => "class_leave",
            ("cancel" or "class_leave", ReferenceKind.Shift) => "shift_leave",
            ("class_signup", ReferenceKind.Shift) => "shift_signup",
            ("claim", ReferenceKind.Shift) => "shift_signup",
            _ => act.Intent,
        };
    }

    private static Meaning? LookUp(Message message, Act act, int length)
    {
        var text = message.Folded;
        var rest = text[length..].Trim(' ', '\n', '。', '!', ':', '?');
        if (rest.Length == 0)
        {
            return new Meaning(act.Intent);
        }

        var spaced = text[length] is ' ' or ':';
        var named =
            spaced
            && rest.Length <= 8
            && !Cues.Question.In(rest)
            && (Topics.In(rest) || Goods.Heads.Is(rest) || IsKnown(message, rest) || Places.IsName(rest, message.Context.KnownCommunities));
        return named ? Slots.Fill(act.Intent, message, length) : null;
    }

    private static bool IsKnown(Message message, string name) =>
        message.Context.KnownItems?.Any(k => Folding.SameName(k, name)) == true
        || message.Context.KnownCommunities?.Any(k => Folding.SameName(k, name)) == true;

    private static string Rest(Message message, int at) => message.Text[Math.Min(at, message.Text.Length)..].Trim();

    private static int SkipSpace(string text, int i)
    {
        while (i < text.Length && text[i] is ' ' or ':')
        {
            i++;
        }

        return i;
    }

    private static int SkipBotName(string text, int at)
    {
        if (at >= text.Length || text[at] != '@')
        {
            return at;
        }

        var end = at + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return end;
    }
}
