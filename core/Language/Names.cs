namespace MutualAid.Core.Language;

/// <summary>Tells names of people and organisations from other words.</summary>
internal static class Names
{
    private const string Surnames =
        "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由傅闻欧阳上官司马诸葛";

    private static readonly Lexicon Titles = Lexicon.Listed("NamesTitles");

    private static readonly Lexicon OrganisationEnds = Lexicon.Listed("NamesOrganisationEnds");

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
                text[end - 1] is ' ' or ':' or '\u0001' or '的' or '所'
                || !(Texts.IsWord(text[end - 1]) || Texts.IsClose(text[end - 1]) || text[end - 1] is '"' or '”')
            )
        )
        {
            end--;
        }

        if (
            end - start > 2
            && text[(end - 2)..end]
                is "向我"
                    or "给我"
                    or "刚刚"
                    or "已经"
                    or "今天"
                    or "一起"
                    or "共同"
                    or "为我"
                    or "帮忙"
                    or "联合"
                    or "又给"
                    or "又来"
                    or "特地"
                    or "专程"
                    or "特意"
                    or "亲自"
                    or "主动"
                    or "再次"
                    or "热心"
                    or "这边"
                    or "刚才"
                    or "自愿"
                    or "无偿"
                    or "免费"
        )
        {
            end -= 2;
        }

        end -= end - start > 2 && text[end - 1] is '又' or '再' ? 1 : 0;
        start += Roles.Past(text, start, end);
        var title = Titles.Before(text, end, start);
        var bare = end - title - start;
        end -=
            title > 0
            && bare is 2 or 3
            && IsSurname(text[start])
            && text[start..(end - title)].All(Texts.IsHan)
            && !(bare == 2 && (title == 1 || Compound(text[start..(start + 2)])))
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

    public static bool IsSurname(char c) => Surnames.Contains(c, StringComparison.Ordinal);

    /// <summary>Length of the title that ends here.</summary>
    public static int TitleBefore(string text, int end, int from) => Titles.Before(text, end, from);

    private static bool Compound(string name) =>
        name[..2]
            is "欧阳"
                or "上官"
                or "司马"
                or "诸葛"
                or "司徒"
                or "夏侯"
                or "东方"
                or "皇甫"
                or "尉迟"
                or "公孙"
                or "慕容"
                or "令狐"
                or "长孙"
                or "宇文"
                or "闻人";

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

    private static int Intro(string text, int start, int end)
    {
        foreach (
            var word in (string[])
                [
                    "大家好",
                    "各位好",
                    "你好",
                    "您好",
                    "我们是",
                    "我是",
                    "我叫",
                    "社区的",
                    "刚才",
                    "早上",
                    "上午",
                    "下午",
                    "中午",
                    "刚刚",
                    "今天",
                    "来自",
                    "由",
                    "是",
                    "和",
                    "爱心企业",
                    "爱心单位",
                    "爱心人士",
                    "热心市民",
                    "热心居民",
                    "爱心商家",
                    "热心人士",
                    "辖区企业",
                    "辖区单位",
                    "共建单位",
                    "党员",
                    "居民",
                    "业主",
                    "村民",
                    "志愿者",
                    "邻居",
                    "退休教师",
                    "退休职工",
                ]
        )
        {
            if (start + word.Length < end && string.CompareOrdinal(text, start, word, 0, word.Length) == 0)
            {
                return word.Length;
            }
        }

        return 0;
    }
}
