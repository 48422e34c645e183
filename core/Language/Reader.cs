namespace MutualAid.Core.Language;

/// <summary>Turns a chat message into its meaning. Pure, linear in the length of the text, and never throws.</summary>
public static class Reader
{
    /// <summary>The text beyond this many characters is not read.</summary>
    public const int Longest = 4096;

    private static readonly Lexicon BotNames = new("小助手 机器人 助手 bot 互助小助手 互助机器人");

    private static readonly Lexicon Told = new(
        "认领 签收 退回 放弃 改成 改数量 数量 写错 填错 报错 说错 登记 取消 撤销 送达 报名 退掉 claim release receive deliver change cancel sign_up"
    );

    /// <summary>Reads one message. What is not for the bot is <see cref="Meaning.Nothing"/>.</summary>
    public static Meaning Read(string text, ReadingContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        var whole = new Message(text.Length > Longest ? text[..Longest] : text, context);
        var (start, mentioned) = Lead(whole.Folded);
        var message = start == 0 ? whole : whole.From(start);
        if (message.Folded.Length == 0)
        {
            return Meaning.Nothing;
        }

        if (message.Folded[0] == '/')
        {
            return Commands.Slash(message, 0) ?? Meaning.Nothing;
        }

        var addressed = context.Addressed || mentioned;
        if (addressed != context.Addressed)
        {
            message = new Message(message.Text, context with { Addressed = addressed });
        }

        return Commands.Phrase(message)
            ?? (
                addressed && Sentences.Read(message) is { } free
                    ? free with
                    {
                        Door = Door.Sentence,
                        Rest = message.Text.Trim(),
                    }
                    : Meaning.Nothing
            );
    }

    /// <summary>Whether the words tell of an act or of an amount of goods, so that whoever says them to the bot waits for an answer.</summary>
    public static bool TellsOfAnAct(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = Folding.Align(text.Length > Longest ? text[..Longest] : text);
        var said = folded[Lead(folded).Start..];
        return Told.In(said)
            || Clauses
                .Of(said)
                .Exists(clause => clause.Amounts.Exists(amount => amount is { Value: not null, Bare: false } && Goods.Has(said)));
    }

    // Past spaces, signs and the bot's name: "  @小助手 需求 …".
    internal static (int Start, bool Mentioned) Lead(string text)
    {
        var i = Skip(text, 0);
        if (i >= text.Length || text[i] != '@')
        {
            return (i, false);
        }

        var named = BotNames.At(text, i + 1) > 0;
        var end = i + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_' || (Texts.IsHan(text[end]) && end - i < 12)))
        {
            end++;
        }

        var known = BotNames.At(text, i + 1);
        var handle = named && Texts.IsHan(text[i + 1]) ? i + 1 + known : end;
        var isBot = named || text[i..end].EndsWith("bot", StringComparison.Ordinal);
        return isBot ? (Skip(text, handle), true) : (i, false);
    }

    private static int Skip(string text, int i)
    {
        while (i < text.Length && (text[i] is ' ' or '\n' or ',' or ':' || Texts.IsNoise(text[i])))
        {
            i++;
        }

        return i;
    }
}
