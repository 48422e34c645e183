namespace MutualAid.Core.Language;

/// <summary>Tells names of people and organisations from other words.</summary>
internal static class Names
{
    private const string Surnames =
        "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由傅闻欧阳上官司马诸葛";

    private static readonly Lexicon Titles = new(
        "老师 师傅 大爷 大妈 阿姨 叔叔 叔 先生 女士 主任 书记 老板 老板娘 医生 大夫 姐 哥 经理 校长 院长 同志 爷爷 奶奶 大叔 大姐 大哥 会长 教授 店长 站长 所长 局长 厂长 总 工 博士 护士 队长 理事长 律师 社工 婶 嫂 嫂子 伯 大伯 伯伯 姨 妈 爸 小姐 园长 班长 科长 处长 秘书长 董事长 博士后 会计 出纳 专家 主播 咨询师"
    );

    private static readonly Lexicon OrganisationEnds = new(
        """
        业 亭 轩 阁 斋 庄 屋 吧 苑 号 堂 门市 客运 旅行社 驾校 影楼 理发店 棋牌室 车行 鞋城 茶庄 兰州拉面 火锅 会 公司 店 馆 厂 中心 基金会 基金 协会 学校 医院 超市 集团 银行 酒店 饭店 餐厅 工作室 社 队 团 商会 农场 合作社 药店 药房 幼儿园 大学 小学 中学 企业 机构 食品 局 所 站 院 铺 坊 园 部 联盟 志愿队 救援队 服务队 车队 促进会 商行 生鲜 便利 科技 乳业 药业 商贸 实业 物业 物流 快递 传媒 文化 电商 宾馆 茶社 书院 书店 花店 面馆 粮油 果业 水果
        商城 市场 商场 连锁 百货 分公司 办事处 支部 党委 总工会 妇联 团委 红十字会 慈善会 同学会 校友会 同乡会 俱乐部 沙龙 品牌 客栈 民宿 菜场 养殖场 基地 农庄 农业 医药 器械 制衣 服饰 家纺 制药 饮品 咖啡 奶茶 烘焙 蛋糕 餐饮 小吃 火锅 烤肉 面包房 房 家园 公益 义工 志愿者 数据 网络 能源 建材 五金 家政 保洁 装饰 印刷 广告 教育 培训 健康 口腔 诊所 门诊 供销社 信用社 邮政 电信 移动 联通 供电 水务 燃气 站点 驿站 工会 教会 寺 基地 联合会 研究院 研究所 联谊会 总会 分会 支会 团队 大队 连队 部队 小组 班 班级 事业部 机构 兄弟 公社 社群 行 城 广场 摊 摊位 档口 老乡会 业委会 粮站 面粉厂 油坊 酒业 酒厂 茶业 水厂 乳品 牧场 果园 菜园 大棚 苗圃 林场 花卉
        co ltd inc company shop store hotel restaurant foundation association center centre school bakery cafe market club church team factory bank university hospital society union
        """
    );

    private static readonly Lexicon Pronouns = new(
        "我 我们 咱 咱们 俺 本 本店 本人 大家 谁 哪 有 这 那 你 您 他 她 它 家 手 仓库 单位 公司 店里 厂里 各位 请 如果 因为 刚 今天 昨天 今 上午 下午 早上 晚上 需要 需 缺 求 急 免费 可 想 能 愿意 多 还 也 已 现 剩 一 二 两 三 四 五 六 七 八 九 十 几 某 另 附近 楼下 隔壁 门口 收到 感谢 谢谢 社区 小区 村里 街道 全部 所有 另外 顺便 正好 最近 群里 不 没 都 又 再 帮 把 给 登记 上次 好多 很多 许多 一位 一个 有人 提供 捐 赠 送 匿名 爱心 好心 热心 物资 东西 i we my our the some a an there"
    );

    private static readonly Lexicon Selves = new("我 咱 俺 本店 本人 本厂 大家 谁 哪 你 您 他 她 它 某 i my our we");

    private static readonly Lexicon Anonymous = new(
        "匿名 无名 爱心人士 好心人 热心居民 热心市民 热心人 热心群众 爱心居民 爱心企业 爱心市民 不愿透露 居民 业主 邻居 社会各界 各界 各方 志愿者 好心邻居 热心业主 群友 网友 一位 某 anonymous 爱心单位"
    );

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
