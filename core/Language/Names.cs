using System.Collections.Frozen;

namespace MutualAid.Core.Language;

/// <summary>Tells names of people and organisations from other words.</summary>
internal static class Names
{
    private static readonly FrozenSet<char> Surnames = WordLists.Lines("NamesSurnames").Select(line => line[0]).ToFrozenSet();

    private static readonly Lexicon Titles = Lexicon.Listed("NamesTitles");

    private static readonly Lexicon OrganisationEnds = Lexicon.Listed("NamesOrganisationEnds");

    // What may stand between a name and its verb.
    private static readonly Lexicon Adverbs = Lexicon.Listed("NamesAdverbs");

    // Greetings and ranks before a name.
    private static readonly Lexicon Intros = Lexicon.Listed("NamesIntros");

    private static readonly Lexicon Compounds = new("欧阳 上官 司马 诸葛 司徒 夏侯 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 闻人");

    private static readonly Lexicon Pronouns = Lexicon.Listed("NamesPronouns");

    private static readonly Lexicon Selves = new("我 咱 俺 本店 本人 本厂 大家 谁 哪 你 您 他 她 它 某 i my our we");

    private static readonly Lexicon Anonymous = Lexicon.Listed("NamesAnonymous");

    public static bool IsAnonymous(string name) =>
        Anonymous.At(name, 0) is var length and > 0 && !(length >= 4 && name.Length >= length + 3);

    /// <summary>Whether words in the place of a donor name one.</summary>
    public static bool IsNamed(string name) =>
        name.Length is >= 2 and <= 120
        && !IsAnonymous(name)
        && Pronoun(name) == 0
        && !name.EndsWith('的')
        && name.Any(c => Texts.IsHan(c) || char.IsAsciiLetter(c))
        && !Goods.Heads.Is(name);

    /// <summary>Whether the words behind 来自 or 捐赠方 name somebody: there even 帮 or 爱心 begins a name.</summary>
    public static bool IsLabelled(string name) =>
        name.Length is >= 2 and <= 200
        && !IsAnonymous(name)
        && Selves.At(name, 0) == 0
        && name.Any(c => Texts.IsHan(c) || char.IsAsciiLetter(c));

    public static bool IsOrganisationOrPerson(string name) =>
        IsNamed(name)
        && (
            IsPerson(name)
            || (
                name.Length >= 3
                && OrganisationEnds.Before(name, name.Length) > 0
                && !Goods.Heads.Is(name)
                && name.Length >= OrganisationEnds.Before(name, name.Length)
            )
        );

    public static bool EndsOrganisation(string text, int end) =>
        end > 1
        && text[end - 1] is '厂' or '店' or '司' or '社' or '馆' or '铺' or '坊' or '场' or '行' or '会' or '团' or '队' or '院' or '园';

    /// <summary>Length of the end of an organisation's name that stands here.</summary>
    public static int OrganisationEnd(string text, int at) => OrganisationEnds.At(text, at);

    public static bool IsPerson(string name)
    {
        var title = Titles.Before(name, name.Length);
        if (title > 0 && title < name.Length && name.Length - title <= 4 && IsSurname(name[0]))
        {
            return true;
        }

        return name.Length is >= 2 and <= 4
            && name.All(Texts.IsHan)
            && IsSurname(name[0])
            && !Goods.Ends(name)
            && OrganisationEnds.Before(name, name.Length) == 0
            && (name.Length < 4 || Compound(name));
    }

    /// <summary>老王, 小李.</summary>
    public static bool IsNick(string name) => IsPerson(name) || (name.Length == 2 && name[0] is '老' or '小' && IsSurname(name[1]));

    /// <summary>The name without a title, unless surname and title are all there is.</summary>
    public static Span? Trim(string text, int start, int end)
    {
        while (start < end && (text[start] is ' ' or ':' or '\u0001' or '的' || !(Texts.IsWord(text[start]) || text[start] is '"' or '“')))
        {
            start++;
        }

        start += Intro(text, start, end);
        while (
            end > start
            && (
                text[end - 1] is ' ' or ':' or '\u0001' or '的'
                || text[end - 1] == '所' && OrganisationEnds.Before(text, end, start) == 0
                || !(Texts.IsWord(text[end - 1]) || Texts.IsClose(text[end - 1]) || text[end - 1] is '"' or '”')
            )
        )
        {
            end--;
        }

        var adverb = Adverbs.Before(text, end, start);
        end -= end - start > adverb ? adverb : 0;

        end -= end - start > 2 && text[end - 1] is '又' or '再' ? 1 : 0;
        start += Roles.Past(text, start, end);
        // 陈建军从老家拉来
        var whence = text.IndexOf('从', start, Math.Max(0, end - start));
        end = whence - start >= 2 && IsOrganisationOrPerson(text[start..whence]) ? whence : end;
        var title = Titles.Before(text, end, start);
        var last = end > start ? Math.Max(start, text.LastIndexOf('、', end - 1, end - start) + 1) : start;
        var bare = end - title - last;
        end -=
            title > 0
            && bare is 2 or 3
            && IsSurname(text[last])
            && text[last..(end - title)].All(Texts.IsHan)
            && !(bare == 2 && (title == 1 || Compound(text[last..(last + 2)])))
                ? title
                : 0;
        return end - start >= 2 ? new Span(start, end) : null;
    }

    /// <summary>我叫赵建军, 我是绿驴咖啡馆的.</summary>
    public static Span? Introduced(string text)
    {
        foreach (var word in (string[])["我叫", "我是", "我们是", "咱是", "这里是", "本人", "my name is ", "i'm ", "i am ", "this is "])
        {
            var at = text.IndexOf(word, StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            var end = at + word.Length;
            while (end < text.Length && !Texts.IsStop(text[end]) && text[end] is not (':' or '的' or ' '))
            {
                end++;
            }

            var of = text.IndexOf('的', at, end - at);
            var name = Trim(text, at + word.Length, of > 0 ? of : end);
            if (name is { } span && IsOrganisationOrPerson(span.Of(text)))
            {
                return span;
            }
        }

        return null;
    }

    /// <summary>——周至果农协会 at the end.</summary>
    public static Span? Signature(string text)
    {
        var at = Math.Max(text.LastIndexOf('—'), text.LastIndexOf("--", StringComparison.Ordinal) + 1);
        at = at > 0 ? at : text.LastIndexOf(" - ", StringComparison.Ordinal) + 1;
        return at > 0 && text.Length - at < 30 && Trim(text, at + 1, text.Length) is { } span && IsNamed(span.Of(text)) ? span : null;
    }

    public static bool IsSurname(char c) => Surnames.Contains(c);

    /// <summary>Length of the title that ends here.</summary>
    public static int TitleBefore(string text, int end, int from) => Titles.Before(text, end, from);

    private static bool Compound(string name) => Compounds.At(name, 0) > 0;

    private static int Pronoun(string name) =>
        Pronouns.At(name, 0) is var length and > 0
        && !(length == 1 && IsSurname(name[0]) && name.Length <= 3)
        && !(
            length == 1
            && name.Length >= 5
            && name[0] is '多' or '有' or '全' or '三' or '一' or '八' or '五' or '七' or '九' or '四' or '六' or '十' or '家' or '大'
        )
            ? length
            : 0;

    private static int Intro(string text, int start, int end) => Intros.At(text, start) is var length && start + length < end ? length : 0;
}
