using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Classes;
using MutualAid.Core.Language.Lists;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Classes;

/// <summary>A 接龙 of people that stood in WeChat becomes sign-ups with one tap; what is doubtful is shown and not guessed.</summary>
public sealed class PastedSignUps
{
    private const string Chain = """
        #接龙
        《睡个好觉》 明晚8点，想来的接

        1. 苗秀莲
        2. 王阿姨（段丽华代）
        3. 李叔 2人
        4.
        5. 苗秀莲
        6. 赵大爷不去了
        """;

    [Fact]
    public async Task The_heading_names_the_class_and_one_tap_signs_up()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Wen, "新课《防火》 后天晚8点");
        await bot.Says(Cast.Wen, "新课《睡个好觉》 明晚8点 限3人");
        var preview = await bot.Gets(bot.Text(Cast.Wen, Chain) with { ToBot = true });
        Assert.Equal(
            [
                "#2 《睡个好觉》 11月23日 周一 20:00（还有1天）",
                "读到 6 行，新报 4 位：",
                "苗秀莲、王阿姨（段丽华代）、李叔、李叔的同伴1",
                "名额还剩 3，后面 1 位先候补。",
                "这 3 行没看准，不算在内：",
                "？ 4.",
                "？ 苗秀莲",
                "？ 赵大爷不去了",
            ],
            preview.Post.Text.Split('\n')
        );
        Assert.Equal("[确认报名][不报]", preview.Post.LabelsInOne);
        Assert.Empty((await bot.ClassAsync(2)).SignUps);

        var done = await bot.Presses(Cast.Wen, preview.Post, "确认报名");
        Assert.Contains(
            "\n1 苗秀莲\n2 王阿姨（段丽华代）\n3 李叔（温静宜代），已满\n候补1 李叔的同伴1（温静宜代）",
            done.Card(2).Text,
            StringComparison.Ordinal
        );
        Assert.Empty(done.InGroup);
        Assert.Equal(Cast.Miao, Assert.Single(done.Posts).Chat);
        var it = await bot.ClassAsync(2);
        Assert.Equal(
            [(Cast.Miao, null), (Cast.Duan, "王阿姨"), (Cast.Wen, "李叔")],
            it.Going().Select(each => (each.Person.Name, each.Guest))
        );
    }

    [Fact]
    public async Task Pasted_again_it_adds_nobody_and_a_longer_one_only_who_is_new()
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Wen, "新课《睡个好觉》 明晚8点")).Post;
        await bot.Replies(Cast.Miao, card, "+1");
        var first = await bot.Replies(Cast.Wen, card, "1. 苗秀莲\n2. 王阿姨\n3. 李叔");
        Assert.Contains("新报 2 位：\n王阿姨、李叔\n已在名单里的 1 位不重复报。", first.Post.Text, StringComparison.Ordinal);
        await bot.Presses(Cast.Wen, first.Post, "确认报名");
        var again = await bot.Replies(Cast.Wen, card, "1. 苗秀莲\n2. 王阿姨\n3. 李叔");
        Assert.Equal("名单上的人1号课都报过了。", again.Post.Text);
        var longer = await bot.Replies(Cast.Wen, card, "1. 苗秀莲\n2. 王阿姨\n3. 李叔\n4. 周姐");
        await bot.Presses(Cast.Wen, longer.Post, "确认报名");
        Assert.Equal([Cast.Miao, "王阿姨", "李叔", "周姐"], (await bot.ClassAsync(1)).Going().Names());
    }

    [Fact]
    public async Task Of_several_classes_the_answered_card_is_meant_to_the_last_tap()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Wen, "新课《防火》 明早9点");
        var card = (await bot.Says(Cast.Wen, "新课《睡个好觉》 明晚8点")).Post;
        await bot.Says(Cast.Wen, "新课《防震》 后天晚8点");
        var preview = await bot.Replies(Cast.Wen, card, "1. 王阿姨\n2. 李叔");
        await bot.Presses(Cast.Wen, preview.Post, "确认报名");
        Assert.Equal(["王阿姨", "李叔"], (await bot.ClassAsync(2)).Going().Names());
        Assert.Equal(2, await bot.Look(db => db.SignUps.CountAsync()));
    }

    [Fact]
    public async Task A_member_brings_guests_and_speaks_for_nobody_else()
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Wen, "新课《睡个好觉》 明晚8点")).Post;
        var preview = await bot.Replies(Cast.Lu, card, "1. 卢国庆\n2. 苗秀莲");
        await bot.Presses(Cast.Lu, preview.Post, "确认报名");
        Assert.Equal(
            [(Cast.Lu, null), (Cast.Lu, Cast.Miao)],
            (await bot.ClassAsync(1)).Going().Select(each => (each.Person.Name, each.Guest))
        );
        var many = string.Join('\n', Enumerable.Range(1, 25).Select(each => $"{each}. 邻居{(char)('甲' + each)}"));
        var refused = await bot.Presses(Cast.Lu, (await bot.Replies(Cast.Lu, card, many)).Post, "确认报名");
        Assert.Equal("一个人最多代报20位。", refused.Toast);
        var dropped = await bot.Presses(Cast.Lu, (await bot.Replies(Cast.Lu, card, "1. 周姐\n2. 吴姐")).Post, "不报");
        Assert.Equal(2, (await bot.ClassAsync(1)).SignUps.Count);
        Assert.Empty(dropped.Edits);
    }

    [Fact]
    public async Task The_card_is_copied_back_as_text_that_reads_as_the_same_list()
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Wen, "新课《睡个好觉》 明晚8点 主讲 沈安澜 限2人")).Post;
        await bot.Replies(Cast.Miao, card, "+1");
        await bot.Replies(Cast.Duan, card, "+2 王阿姨");
        var copied = await bot.Replies(Cast.Lu, card, "接龙");
        Assert.Equal(
            "#接龙\n#1 《睡个好觉》｜主讲 沈安澜｜限2人\n11月23日 周一 20:00（还有1天）\n1. 苗秀莲\n2. 段丽华\n3. 王阿姨（段丽华代）",
            copied.Post.Text
        );
        var read = NameList.Read(copied.Post.Text, bot.Clock.GetUtcNow().UtcDateTime)!;
        Assert.Equal(1, read.Class);
        Assert.Empty(read.Left);
        Assert.Equal([("苗秀莲", null), ("段丽华", null), ("王阿姨", "段丽华")], read.People.Select(each => (each.Name, each.Proxy)));
        var again = await bot.Gets(bot.Text(Cast.Wen, copied.Post.Text) with { ToBot = true });
        Assert.Equal("名单上的人1号课都报过了。", again.Post.Text);
    }

    [Theory]
    [InlineData("1. 张三\n2. 李四", "张三,李四", 0)]
    [InlineData("报名：\n1、张三\n2、李四+1\n3、王五 两位", "张三,李四,王五,王五", 0)]
    [InlineData("#接龙\n① 张三\n② 李四（可能晚到）\n③ 3号楼 周姐", "张三,李四,周姐", 0)]
    [InlineData("#接龙\n1. 张三\n2. 张三\n3. 几点开始？\n4. 李四取消", "张三", 3)]
    [InlineData("#接龙\n1. 张三 2份\n2. 李四", "李四", 1)]
    [InlineData("#接龙\n1. 张三 鸡蛋2份\n2. 李四 鸡蛋1份", "", -1)]
    [InlineData("张三、李四都去", "", -1)]
    [InlineData("今天上午开会\n下午休息", "", -1)]
    public void People_are_told_from_goods_and_talk(string said, string names, int left)
    {
        var list = NameList.Read(said, new DateTime(2026, 11, 22, 10, 0, 0, DateTimeKind.Unspecified));
        Assert.Equal(names, string.Join(',', (list?.People ?? []).SelectMany(each => Enumerable.Repeat(each.Name, each.Count))));
        Assert.Equal(left, list?.Left.Count ?? -1);
    }
}
