using System.Net;
using MutualAid.Bot.Engine;

namespace MutualAid.Tests.Channels.Room;

public sealed class RoomTalkTests
{
    [Fact]
    public async Task Two_people_see_each_others_words_in_the_same_order()
    {
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        using var shao = await RoomCaller.EnterAsync(host, "邵卫东");
        for (var i = 0; i < 20; i++)
            await Task.WhenAll(wen.SayAsync($"温 {i}"), shao.SayAsync($"邵 {i}"));

        var atWen = await wen.HearAsync();
        Assert.Equal(40, atWen.Count);
        Assert.Equal(atWen, await shao.HearAsync());
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"温静宜: 温 {i}"), atWen.Where(l => l.StartsWith('温')));
    }

    [Fact]
    public async Task After_a_cut_comes_exactly_what_was_missed()
    {
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        using var shao = await RoomCaller.EnterAsync(host, "邵卫东");
        await wen.SayAsync("一");
        Assert.Equal(["温静宜: 一"], await shao.HearAsync());
        await wen.SayAsync("二");
        await wen.SayAsync("三");
        Assert.Equal(["温静宜: 二", "温静宜: 三"], await shao.HearAsync());
        Assert.Empty(await shao.HearAsync());
    }

    [Fact]
    public async Task A_retry_is_one_message()
    {
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => wen.SayAsync("需求 口罩 100个", clientId: "the-same-one")));

        var lines = await wen.HearAsync();
        Assert.Equal(["温静宜: 需求 口罩 100个"], lines.Where(l => l.StartsWith('温')));
        Assert.Single(lines, l => l.StartsWith("bot", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_not_stored_is_refused_and_nobody_sees_it()
    {
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        host.Voice.Fails = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await wen.SayAsync("需求 口罩 100个", clientId: "first-try"));
        Assert.Empty(await wen.HearAsync());
        host.Voice.Fails = false;
        Assert.Equal(HttpStatusCode.OK, await wen.SayAsync("需求 口罩 100个", clientId: "first-try"));
        Assert.Equal(2, (await wen.HearAsync()).Count);
    }

    [Fact]
    public async Task Talk_stands_in_no_log_and_no_file()
    {
        const string Secret = "王奶奶家的钥匙在我这儿";
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        await wen.SayAsync(Secret);
        await wen.SayAsync(Secret + "，放心", editOf: wen.Id + ".say-0000");
        host.Voice.Fails = true;
        await wen.SayAsync(Secret + "，第二遍");
        await wen.HearAsync();

        Assert.NotEmpty(host.Logs.All);
        Assert.DoesNotContain(host.Logs.All, l => l.Contains("钥匙", StringComparison.Ordinal));
        Assert.DoesNotContain(
            Directory
                .EnumerateFiles(host.Folder, "room.db*", SearchOption.AllDirectories)
                .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)),
            HasSecret
        );

        static bool HasSecret(string file)
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            open.CopyTo(bytes);
            return bytes.ToArray().AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes("钥匙")) >= 0;
        }
    }

    [Fact]
    public async Task A_wrong_token_gets_nothing()
    {
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        wen.Use("x" + wen.Token[1..]);
        Assert.Equal(HttpStatusCode.Unauthorized, await wen.SayAsync("你好"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await wen.GetAsync("/room/events?poll=0")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await wen.GetAsync("/room/events")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await wen.GetAsync("/room/me")).Status);
    }

    [Fact]
    public async Task Nobody_speaks_or_hears_in_a_chat_of_others()
    {
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        using var shao = await RoomCaller.EnterAsync(host, "邵卫东");
        await wen.PostAsync("/room/groups", new { title = "三号楼" });
        Assert.Equal(HttpStatusCode.OK, await wen.SayAsync("只给三号楼", "g2"));
        Assert.Equal(HttpStatusCode.OK, await wen.SayAsync("只给小助手", "@" + wen.Id));
        Assert.Equal(HttpStatusCode.Forbidden, await shao.SayAsync("你们好", "g2"));
        Assert.Equal(HttpStatusCode.Forbidden, await shao.SayAsync("你好", "@" + wen.Id));
        Assert.Empty(await shao.HearAsync("g2"));
        shao.Cursor = "";
        Assert.Empty(await shao.HearAsync("@" + wen.Id));
        Assert.Equal(HttpStatusCode.Forbidden, await shao.SayAsync("改一改", editOf: wen.Id + ".say-0000"));
    }

    [Theory]
    [InlineData("@小助手 缺口罩", true, "缺口罩")]
    [InlineData("＠小助手，31号我出60个", true, "31号我出60个")]
    [InlineData("@bot needs", true, "needs")]
    [InlineData("缺口罩 @小助手", true, "缺口罩")]
    [InlineData("我的口罩还没到", false, "我的口罩还没到")]
    [InlineData("@bottle 好看", false, "@bottle 好看")]
    public async Task A_mention_is_cut_and_marks_the_line(string said, bool toBot, string heard)
    {
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        await wen.SayAsync(said);
        var incoming = Assert.Single(host.Voice.Heard, i => i.Place.ChatId == "g1" && i.Kind == IncomingKind.Text);
        Assert.Equal((toBot, heard), (incoming.ToBot, incoming.Text));
    }

    [Fact]
    public async Task A_new_group_is_announced_before_anyone_speaks_and_a_reply_to_the_bot_is_to_the_bot()
    {
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        await wen.SayAsync("需求 口罩 100个");
        await wen.SayAsync("好", replyTo: "b2");
        Assert.Equal(IncomingKind.Added, host.Voice.Heard.First().Kind);
        Assert.Equal("社区互助群", host.Voice.Heard.First().Place.Title);
        Assert.True(host.Voice.Heard.Last().ToBot);
    }

    [Fact]
    public async Task Bot_posts_survive_a_restart_and_talk_does_not()
    {
        var folder = Directory.CreateTempSubdirectory("room").FullName;
        var voice = new SmallVoice();
        string token;
        await using (var before = await RoomHost.StartAsync(folder, voice))
        {
            using var wen = await RoomCaller.EnterAsync(before, "温静宜");
            token = wen.Token;
            await wen.SayAsync("闲聊一句");
            await wen.SayAsync("需求 口罩 100个");
        }
        await using (var after = await RoomHost.StartAsync(folder, voice))
        {
            using var wen = new RoomCaller(after);
            wen.Use(token);
            var line = Assert.Single(await wen.HearAsync());
            Assert.Contains("口罩 100个", line, StringComparison.Ordinal);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task More_than_twenty_lines_in_ten_seconds_are_too_fast()
    {
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 25; i++)
            answers.Add(await wen.SayAsync($"第 {i} 句"));
        Assert.Equal(20, answers.Count(a => a == HttpStatusCode.OK));
        Assert.Equal(5, answers.Count(a => a == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task A_press_edits_the_card_and_tells_the_presser()
    {
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        await wen.SayAsync("需求 口罩 100个");
        await wen.HearAsync();
        await wen.PostAsync(
            "/room/press",
            new
            {
                chat = "g1",
                messageId = "b2",
                data = "c",
                clientId = "press-001",
            }
        );
        var (_, batch) = await wen.GetAsync($"/room/events?poll=1&after={wen.Cursor}");
        Assert.Equal("认领好了", batch.GetProperty("toasts")[0].GetProperty("text").GetString());
        Assert.Contains(await wen.HearAsync(), l => l.Contains("温静宜 认领", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_stream_brings_a_line_at_once()
    {
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        using var shao = await RoomCaller.EnterAsync(host, "邵卫东");
        await shao.HearAsync();
        using var response = await shao.OpenAsync($"/room/events?after={shao.Cursor}");
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        await wen.SayAsync("听见吗");
        string? line;
        do line = await lines.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1));
        while (line?.StartsWith("data: ", StringComparison.Ordinal) == false);
        Assert.Contains("听见吗", line, StringComparison.Ordinal);
    }
}
