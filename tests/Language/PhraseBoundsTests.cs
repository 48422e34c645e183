using MutualAid.Core.Language;

namespace MutualAid.Tests.Language;

public sealed class PhraseBoundsTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 9, 0, 0);

    private static readonly string[] Talk =
    [
        "提供一下名单",
        "取消今天的会",
        "统计一下各社区人数，今晚八点前报",
        "加入我们吧",
        "帮助一下3号楼王奶奶",
        "我的口罩还没到",
        "志愿者都到了吗",
        "政策变了没",
        "开课了，大家快进",
        "签到表放回桌上",
        "收到捐赠的同志来签个字",
        "报名的人多吗",
        "送达了没有啊",
        "放弃吧，买不到",
        "需求太多忙不过来",
        "认领的师傅几点到",
        "云谷村84用完了，谁家有30斤？",
        "提供一下志愿者名单",
        "31号收到了吗？",
        "吃了没各位",
        "我们社区急需口罩200个",
        "31号我出60个",
        "我是石榴园的老白，总算找到娘家人了",
        "需求12送到了吗",
        "取消3号的会",
        "报名3个人够不够",
        "值班3天累死了",
        "签收的时候记得拍照",
        "认领2个孩子的校服",
        "求助一下，打印机怎么用",
        "新课本发了没",
        "开课3天了",
        "班次排好了吗",
        "我的天",
        "设置好了",
        "用法我也不懂",
        "经验之谈",
        "静音一下手机",
        "语言不通啊",
        "隐私要注意",
        "退出群聊了",
        "到岗的人不多",
        "核实一下再说",
        "还需要3天",
        "还需要你帮忙",
        "加入 我们",
        "撤销处分",
        "政策 变了没",
        "时数不够",
        "离岗要请假",
        "贴士不错",
        "提供3号楼的名单",
        "收到捐赠真开心",
        "帮助 王奶奶",
        "我的数据线丢了",
        "志愿者 辛苦了",
        "统计 人数",
        "课程表谁有",
        "投稿的人挺多",
    ];

    [Fact]
    public void Talk_that_begins_with_a_phrase_is_left_alone()
    {
        var answered = Talk.Where(t => !Read(t, false).IsNothing);

        Assert.Empty(answered);
    }

    [Theory]
    [InlineData("需求 口罩 200个", "need")]
    [InlineData("需求 200个口罩", "need")]
    [InlineData("需求 84消毒液 50斤", "need")]
    [InlineData("求助 米10斤", "need")]
    [InlineData("提供 护目镜20副", "offer")]
    [InlineData("捐赠登记 牛奶 138件，来自 甲乳业", "donation")]
    [InlineData("收到捐赠 牛奶 138件", "donation")]
    [InlineData("新课《睡个好觉》 明晚8点 主讲 沈安澜", "class_new")]
    [InlineData("认领 31 60", "claim")]
    [InlineData("认领 31", "claim")]
    [InlineData("认领 31 剩下的", "claim")]
    [InlineData("claim 3 200", "claim")]
    [InlineData("退回认领 4", "release")]
    [InlineData("放弃 4", "release")]
    [InlineData("核实 31", "verify")]
    [InlineData("还需要 31", "renew")]
    [InlineData("送达 10 60", "delivered")]
    [InlineData("签收 7", "received")]
    [InlineData("确认收货 #6", "received")]
    [InlineData("取消 5", "cancel")]
    [InlineData("取消", "cancel")]
    [InlineData("需求12已签收", "received")]
    [InlineData("需求7的200个口罩送到了", "delivered")]
    [InlineData("报名 第3课", "class_signup")]
    [InlineData("报名 9", "class_signup")]
    [InlineData("取消报名 课程6", "class_leave")]
    [InlineData("退出 第1课", "class_leave")]
    [InlineData("签到 第1课", "attend")]
    [InlineData("签到", "check_in")]
    [InlineData("到岗", "check_in")]
    [InlineData("签退", "check_out")]
    [InlineData("值班 6", "shift_signup")]
    [InlineData("需求列表", "list_needs")]
    [InlineData("需求列表 口罩", "list_needs")]
    [InlineData("资源库", "list_offers")]
    [InlineData("课程表", "list_classes")]
    [InlineData("微课堂", "list_classes")]
    [InlineData("政策 复工", "policy")]
    [InlineData("统计", "stats")]
    [InlineData("加入 桑坪村社区", "join")]
    [InlineData("我的登记", "me")]
    [InlineData("我的数据", "mydata")]
    [InlineData("设置", "settings")]
    [InlineData("免打扰 2小时", "mute")]
    [InlineData("撤销", "undo")]
    [InlineData("帮助", "help")]
    [InlineData("隐私说明", "privacy")]
    [InlineData("班次", "list_shifts")]
    [InlineData("找人聊聊", "counsel")]
    public void Phrases_act_unaddressed_within_their_bounds(string text, string intent)
    {
        var meaning = Read(text, false);

        Assert.Equal((intent, Door.Phrase), (meaning.Intent, meaning.Door));
    }

    [Theory]
    [InlineData("认领 3 口罩 200", 3, 200, "口罩")]
    [InlineData("认领 3 一次性手套 40", 3, 40, "一次性手套")]
    [InlineData("认领 31 60", 31, 60, null)]
    [InlineData("认领 31", 31, null, null)]
    [InlineData("/claim 25 红马甲 40", 25, 40, "红马甲")]
    [InlineData("/claim@helper_bot 3 200", 3, 200, null)]
    public void Claims_name_number_amount_and_line(string text, int number, int? quantity, string? named)
    {
        var meaning = Read(text, false);

        Assert.Equal(("claim", number, quantity, named), (meaning.Intent, meaning.Number, (int?)meaning.Quantity, meaning.Named));
    }

    [Fact]
    public void The_three_doors_give_the_same_need()
    {
        const string said = "口罩 500个，手套 200双，瑞禾村社区，急需，2月7日前";
        var slash = Read("/need " + said, false);
        var chinese = Read("/需求 " + said, false);
        var phrase = Read("需求 " + said, false);

        Assert.Equal((Door.Slash, Door.Slash, Door.Phrase), (slash.Door, chinese.Door, phrase.Door));
        foreach (var meaning in new[] { slash, chinese, phrase })
        {
            Assert.Equal([new Item("口罩", 500, "个"), new Item("手套", 200, "双")], meaning.Items);
            Assert.Equal(("瑞禾村社区", true, "2027-02-07"), (meaning.Community, meaning.Urgent, meaning.By?.ToString()));
            Assert.Equal(said, meaning.Rest);
        }
    }

    [Fact]
    public void A_slash_command_of_nobody_is_unknown_with_its_word()
    {
        var meaning = Read("/clam 9", false);

        Assert.Equal(("unknown", "clam", "9"), (meaning.Intent, meaning.Text, meaning.Rest));
    }

    [Theory]
    [InlineData("/need")]
    [InlineData("/offer")]
    [InlineData("/donation")]
    public void A_record_command_without_words_has_empty_slots(string text)
    {
        var meaning = Read(text, false);

        Assert.NotEqual("unknown", meaning.Intent);
        Assert.Empty(meaning.Items);
    }

    [Fact]
    public void The_bots_name_in_front_addresses_it() => Assert.Equal("claim", Read("@小助手 31号我出60个", false).Intent);

    private static Meaning Read(string text, bool addressed) => Reader.Read(text, new ReadingContext(Now, addressed));
}
