using System.Text.RegularExpressions;

namespace MutualAid.Core.Language;

/// <summary>Reads what people answer to the card of a class: +1, +2 王阿姨, 王阿姨来不了了, 签到.</summary>
public static partial class LessonReplies
{
    /// <summary>The act with its slots; names of guests are joined by 、 in <see cref="Meaning.Named"/>. Null: it does not speak of the class.</summary>
    public static Meaning? Read(string text, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(text);
        var said = text.Length > 200 ? text[..200] : text;
        var folded = Folding.Align(said).TrimEnd(' ', '。', '!', '~', '\n');
        if (Cues.Question.In(folded))
            return null;
        if (Plus().Match(folded) is { Success: true } plus)
            return new Meaning("class_signup") { Quantity = Count(plus), Named = Names(said, plus.Groups["who"]) };
        if (Cues.Move.In(folded) && Moved(said, now) is { } start)
            return new Meaning("class_move") { Start = start };
        if (Gone().Match(folded) is { Success: true } gone)
            return new Meaning("class_leave") { Named = Names(said, gone.Groups["who"]) };
        if (Here().Match(folded) is { Success: true } here)
            return new Meaning("attend") { Named = Names(said, here.Groups["who"]) };
        return Coming().Match(folded) is { Success: true } coming
            ? new Meaning("class_signup") { Named = Names(said, coming.Groups["who"]) }
            : null;
    }

    /// <summary>Names of guests as typed: 王阿姨、李叔.</summary>
    public static IReadOnlyList<string> Guests(string? names) =>
        names is null
            ? []
            :
            [
                .. Split()
                    .Split(names)
                    .Select(name => name.Trim())
                    .Where(name => name.Length > 0 && name is not ("我" or "本人" or "自己")),
            ];

    private static decimal? Count(Match plus) =>
        plus.Groups["count"] is { Success: true } count
            ? decimal.Parse(count.Value, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private static When? Moved(string said, DateTime now) =>
        new Message(said, new ReadingContext(now, Addressed: true)).Moments.Find(moment => moment.HasClock)?.When;

    private static string? Names(string said, Group who)
    {
        var names = who.Success ? Guests(said.Substring(who.Index, who.Length)) : [];
        return names.Count == 0 ? null : string.Join('、', names);
    }

    [GeneratedRegex(@"^\s*\+\s*(?<count>[0-9]{1,2})?\s*(?<who>[^0-9+,。!?]{1,60})?$")]
    private static partial Regex Plus();

    [GeneratedRegex(
        @"^\s*(?:取消报名|退出|退课|退报|撤掉|去掉|/leave|leave)\s*(?<who>\S{2,20})?$|^\s*(?<who>(?!我|咱|俺|本人)[^,。!?\s]{2,20}?)\s*(?:来不了|去不了|不来|不去|参加不了|听不了|有事|没空|退出|不参加)[了啦]*$|^\s*(?:我|本人)?\s*(?:来不了|去不了|不来|不去|参加不了|听不了|有事来不了|有事|没空|不参加|不上)[了啦]*$"
    )]
    private static partial Regex Gone();

    [GeneratedRegex(
        @"^\s*(?:代签|代)?(?:签到|打卡|到了|我到了|/attend|here)\s*(?<who>\S{1,20})?$|^\s*(?:代签)\s*(?<who>\S{2,20})$|^\s*(?<who>(?!我)[^,。!?\s]{2,20}?)\s*(?:到了|签到)$"
    )]
    private static partial Regex Here();

    [GeneratedRegex(
        @"^\s*(?:我要|我|帮|给|替)?\s*(?:报名|参加|算我一个|报我一个|我要去|算我|/signup|signup|join|count me in)\s*(?<who>\S{2,20})?$|^\s*(?:帮|给|替|代)\s*(?<who>\S{2,10}?)\s*(?:报名|报一个|报上)$"
    )]
    private static partial Regex Coming();

    [GeneratedRegex(@"[、,，和\s]+")]
    private static partial Regex Split();
}
