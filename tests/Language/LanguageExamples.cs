namespace MutualAid.Tests.Language;

/// <summary>The examples of docs/language.md; · divides inputs of one row.</summary>
internal static class LanguageExamples
{
    public const string Head = """
        # What the bot understands

        This page is written by a test from the reader itself; `REWRITE=1 dotnet test --filter FullyQualifiedName~LanguagePage` writes it anew.
        Nothing is guessed: what has two readings is asked, with the readings as buttons, and what cannot stand is refused with a line to copy.
        Numbers and units stay as they were said; a conversion is shown beside them, never in their place.

        `tests/Data` holds what readings are measured against: seven files of labelled messages, 1,500 amounts, 1,500 moments at four times of saying
        them, and 201 pasted lists with 843 rows. Amounts and moments were spelled out by rule families that do not use the reader; of the amounts
        1,480 were right at first, none silently wrong. The lists were written before their reader: 817 rows were right at its first run and one
        total was wrong; after that the rules were mended until all are right.

        """;

    public const string Quantities = """
        两百五十个 · 二百五十个 · 250个 · ２５０ 个 · 贰佰伍拾个
        两百五 · 三万五 · 一千六 · 一万二 · 2百
        二百零五 · 1千零20 · 3万4000 · 25万6千
        一百九十万零三千九百七十一
        一万五千亿
        一万只 · 1.5万只 · 1,200只 · 1，200只
        3箱(每箱48个) · 3箱x48 · 每箱48个共3箱
        3×48个
        750斤 · 一斤半 · 三斤半 · 二两 · 两两 · 两万两
        半箱 · 一箱半
        12千克 · 2.3千克 · 3公斤
        廿五 · 卅 · 俩 · 仨 · 一双 · 两打
        十几个 · 二三十 · 两三个 · 三四十份
        几个 · 若干 · 一些 · 一批 · 一点 · 尽量多 · 多少都不嫌 · 越多越好
        约500 · 大概500 · 500左右 · 至少500 · 500+ · 五十个来 · 百来个
        2.5个 · 0个
        -5 · 1e9
        下午两点半 · 切两半 · 半天 · 3号楼502 · 2单元 · 13800138000
        """;

    public const string Moments = """
        明晚8点 · 明天晚上八点 · 明晚20:00
        下周三下午两点半
        周五 · 本周五 · 这周五
        3月5日 20:00 · 3.5晚8点
        月底 · 三天内 · 周五前 · 3.5前
        明早
        13点 · 15时20分
        晚上1点
        今晚12点 · 零点
        八点
        一个半小时后 · 半小时后 · 两小时十分钟后
        后天 · 後天 · 大后天
        周末下午5点
        七八点 · 下午三四点
        每周二、四上午九点
        每周一9点和14点
        工作日晚7点
        每月最后一天
        下下下周一 · 下下个月五号 · 下礼拜一
        最早 · 一早 · 办早吗 · 移动4/5G
        明天下午一点参加下半年销售大会
        2月30日 · 25:00 · 昨天
        """;

    public const string Acts = """
        需求 口罩 200个，手套 50双，瑞禾村社区，急需，12月7日前
        我们社区急需挂面、大米各20袋
        能不能借我们两台打气筒
        想捐一批棉手套，大概400双
        可支援 酒精 30瓶
        刚收到绿驴咖啡馆捐赠的姜茶50杯
        认领 3 20个 · 3号我来 · 需求3的口罩我出60个
        送达 3 · #3送到了150个
        签收 3 · 3号收到150个，还差50个
        取消 3 · 3号不用了
        40个口罩我来不了了，退回去吧 · 我家有80个，我来认领
        口罩收到了，数了一下是58个 · 刚才签收多写了，应该是58 · 我写错了，口罩不是100个，是90个
        孩子断奶粉了，二段3罐 · 王奶奶家没有米和油了，谁能送点
        水不够喝了再来三十箱 · 想要根拐杖 护膝两副
        有哪些社区缺口罩
        大家能提供什么物资
        新课 《居家运动》 明晚8点 主讲：何敏
        课6我报名 · 第6课不去了
        有什么课
        我会做饭和开车，想当志愿者
        班次11我来 · 签退
        我服务了多少小时
        最近心里难受，想找人聊聊
        来个小贴士 · 复工有什么政策 · 给我看看社区故事
        我是云谷村的
        到现在一共收到多少物资
        你都会什么
        """;

    public const string Bounds = """

        ## Phrases, and where they end

        Not addressed, in a group: the longest phrase wins; what does not fit its bounds is people's talk.

        | said | read |
        |---|---|

        """;

    public const string Talk = """
        需求 口罩 200个 · 需求 84消毒液 50斤
        需求12已签收
        需求列表 · 统计 · 设置
        认领 3 · 签收 3 200
        报名 6
        政策 复工
        需求 口罩 一万五千亿个
        需求太多忙不过来 · 提供一下名单 · 取消今天的会 · 统计一下各社区人数，今晚八点前报
        帮助一下3号楼王奶奶 · 我的口罩还没到 · 志愿者都到了吗 · 政策变了没
        开课了，大家快进 · 签到表放回桌上 · 收到捐赠的同志来签个字 · 报名的人多吗
        送达了没有啊 · 放弃吧，买不到 · 加入我们吧 · 认领的师傅几点到
        """;

    public const string ListHead = """

        ## Pasted lists

        A WeChat chain (接龙) or a table of goods. A row in doubt is shown and is not in the totals; `OutOfOrder` is only a mark. The list can be
        written out again as text that reads as the same list.

        """;

    public static readonly string[] Explained =
    [
        "需求 口罩 两百个，手套 几双 槐荫里社区，急需，三天内",
        "7号课我报名",
        "新课 《心理讲座》",
    ];

    public static readonly string[] Lists =
    [
        "#接龙\n周五集中采购，鸡蛋和牛奶\n例 姓名 房号 数量\n\n1. 何敏 3-502 鸡蛋2份\n2、小李代王奶奶 牛奶一箱，鸡蛋1份\n2. 🌸小雨🌸 鸡蛋x2\n4 老白 鸡蛋几份\n5. 何敏 3-502 鸡蛋1份\n6. 邓海 牛奶2箱（取消）\n7. 吴静\n合计：鸡蛋5份",
        "品名 数量 单位 社区\n口罩 两百 个 槐荫里社区\n手套 50 双 云谷村\n防护服 若干 件 云谷村",
    ];
}
