using System.Text;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;

namespace MutualAid.Tests.Talk;

/// <summary>People talk to each other: the bot neither answers nor keeps a word of it.</summary>
public sealed class OrdinaryTalkTests
{
    private const string Known = """
        提供一下名单|取消今天的会|统计一下各社区人数，今晚八点前报|加入我们吧|帮助一下3号楼王奶奶|我的口罩还没到|志愿者都到了吗|政策变了没
        开课了，大家快进|签到表放回桌上|收到捐赠的同志来签个字|报名的人多吗|送达了没有啊|放弃吧，买不到|需求太多忙不过来|认领的师傅几点到
        核实过了再说|设置一下提醒呀|撤销那条消息吧|隐私要注意|经验之谈啊|静音一下群吧|语言不通没关系|退出群聊的是谁|还需要人手搬东西吗
        """;

    private static readonly string[] Heads =
    [
        "我家",
        "楼下",
        "三号楼",
        "隔壁王姐",
        "刚才",
        "昨天",
        "咱们小区",
        "北门",
        "超市那边",
        "听说",
        "孩子",
        "老人",
        "门卫",
        "物业",
        "快递小哥",
        "早上",
    ];

    private static readonly string[] Bodies =
    [
        "口罩好像不够用了",
        "有人送菜来了",
        "在排队测温",
        "水管又漏了",
        "需要换个灯泡吗",
        "消毒液味道真大",
        "吃过饭了没",
        "今天轮到谁值班",
        "下雨记得收衣服",
        "那个课讲得真好",
        "都收到了吧",
        "鸡蛋涨价了",
        "谁有空下盘棋",
        "狗叫了一晚上",
        "药店开门了吗",
    ];

    private static readonly string[] Tails = ["", "呢", "，大家注意", "，哈哈", "，真是的"];

    [Fact]
    public async Task A_thousand_lines_get_no_answer_no_row_and_leave_no_trace()
    {
        await using var bot = await TestBot.StartAsync();
        var lines = Lines();
        Assert.True(lines.Count >= 1_000);
        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
            await bot.ReceiveAsync(bot.Text(Cast.All[index % Cast.All.Length], line));
        await bot.Courier.DrainAsync();

        Assert.Empty(bot.Channel.Calls);
        Assert.Equal(
            0,
            await bot.Look(db => db.People.CountAsync())
                + await bot.Look(db => db.Groups.CountAsync())
                + await bot.Look(db => db.Seen.CountAsync())
        );
        AssertNoTrace(bot, lines);
    }

    [Fact]
    public async Task Talk_beside_an_open_question_and_edits_of_talk_leave_no_trace_either()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Guo, "@小助手 缺口罩");
        var lines = Lines().Take(150).ToList();
        foreach (var line in lines)
            await bot.ReceiveAsync(bot.Text(Cast.Guo, line));
        foreach (var line in lines.Take(50))
            await bot.ReceiveAsync(bot.Text(Cast.Bai, line) with { Kind = IncomingKind.Edited });
        await bot.Courier.DrainAsync();
        Assert.Single(bot.Channel.Look());
        AssertNoTrace(bot, lines);
        Assert.StartsWith("#1 口罩 200个", (await bot.Says(Cast.Guo, "二百个")).Post.Text, StringComparison.Ordinal);
    }

    private static List<string> Lines() =>
        [
            .. Known.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            .. from head in Heads from body in Bodies from tail in Tails select head + body + tail,
        ];

    private static void AssertNoTrace(TestBot bot, IEnumerable<string> lines)
    {
        var log = string.Join('\n', bot.Log.Lines);
        var files = Directory
            .EnumerateFiles(bot.Folder, "*.db*")
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
            .Select(Read)
            .ToList();
        Assert.NotEmpty(files);
        var found = lines.Where(line =>
            log.Contains(line, StringComparison.Ordinal) || files.Exists(file => file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(line)) >= 0)
        );
        Assert.Empty(found);
    }

    private static byte[] Read(string file)
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[open.Length];
        open.ReadExactly(bytes);
        return bytes;
    }
}
