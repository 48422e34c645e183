using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Channels.FakeWeCom;
using MutualAid.Tests.Channels.Telegram;
using MutualAid.Tests.Content;

namespace MutualAid.Tests.Channels.WeCom;

/// <summary>Photos and covers in WeCom: uploaded and seen as pictures; behind a link where the platform takes none.</summary>
public sealed class WeComPictureTests
{
    private const string Link = $"\n[📷 看图]({KeptPhotoFolder.Public}/photos/";

    private static readonly Uri CoverAddress = new($"{KeptPhotoFolder.Public}/pictures/{new string('a', 32)}.png");

    [Fact]
    public async Task A_photo_is_seen_below_the_words_it_came_with()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await ConnectedAsync(server);
        var photo = await SentPhotoAsync(server, bot);
        await bot.Channel.CarryAsync(Send("送到了") with { Photo = photo }, default);
        Assert.Equal("送到了", server.Posts[0].Text);
        Assert.Equal((640, 480), Size(server.Posts[1].Picture));
        Assert.Equal(2, server.Posts.Count);
        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task A_cover_is_seen_below_its_post_and_goes_up_once_for_many_groups()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await ConnectedAsync(server);
        // More than goes into one piece.
        bot.Photos.Covers[CoverAddress] = Large(1_300_000);
        for (var group = 0; group < 3; group++)
            server.Says("wen", $"{WeComBot.Chat}{group}", "帮助");
        await bot.NextAsync(3);
        for (var group = 0; group < 3; group++)
            await bot.Channel.CarryAsync(Tip(group), default);
        Assert.Equal(1, server.Uploads);
        Assert.Equal(3, server.Heard.Count(frame => frame.Contains("aibot_upload_media_chunk", StringComparison.Ordinal)));
        Assert.Equal(3, server.Posts.Count(post => post is { IsCard: true, Text: "洗手七步" }));
        Assert.Equal([1_300_000, 1_300_000, 1_300_000], server.Posts.Select(post => post.Picture?.Length).OfType<int>());
        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task What_the_platform_does_not_take_up_is_seen_behind_a_link()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await ConnectedAsync(server);
        var photo = await SentPhotoAsync(server, bot);
        server.Refuses = (command, _) => command.StartsWith("aibot_upload", StringComparison.Ordinal) ? 45009 : 0;
        await bot.Channel.CarryAsync(Send("送到了") with { Photo = photo }, default);
        var words = Assert.Single(server.Posts).Text;
        Assert.StartsWith("送到了" + Link, words, StringComparison.Ordinal);
        Assert.Equal(200, await bot.OpenAsync(words[words.IndexOf("/photos/", StringComparison.Ordinal)..^1]));
        // On a card a link in the words would be dead.
        bot.Photos.Covers[CoverAddress] = Pictures.Png(640, 480);
        await bot.Channel.CarryAsync(Tip(null), default);
        var card = server.Heard[^1];
        Assert.Contains($"\"jump_list\":[{{\"type\":1,\"title\":\"📷 看图\",\"url\":\"{CoverAddress}\"}}]", card, StringComparison.Ordinal);
        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task In_url_mode_pictures_are_seen_behind_a_link()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await WeComBot.StartAsync(WeComBot.Called(server));
        bot.Photos.Covers[CoverAddress] = Pictures.Png(640, 480);
        bot.Ways.KeepAddress(WeComBot.Chat, $"{server.AddressFor(WeComBot.Chat)}");
        await bot.Channel.CarryAsync(Send("洗手七步") with { Picture = CoverAddress }, default);
        Assert.Equal($"洗手七步\n[📷 看图]({CoverAddress})", Assert.Single(server.Posts).Text);
        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task A_group_robot_shows_photo_and_cover_itself_unless_they_are_too_large()
    {
        await using var server = await FakeWeComServer.StartAsync();
        var robots = new Dictionary<string, string> { [WeComBot.Chat] = FakeWeComServer.RobotKey };
        await using var bot = await ConnectedAsync(server, robots);
        var photo = await SentPhotoAsync(server, bot);
        await bot.Channel.CarryAsync(Send("明天停水") with { Photo = photo, Why = Why.Notice }, default);
        bot.Photos.Covers[CoverAddress] = Pictures.Png(320, 200);
        await bot.Channel.CarryAsync(Send("洗手七步") with { Picture = CoverAddress, Why = Why.Notice }, default);
        Assert.Equal([(640, 480), (320, 200)], server.Shown.Select(Size));
        bot.Photos.Covers[CoverAddress] = Large(3 << 20);
        await bot.Channel.CarryAsync(Send("开课了") with { Picture = CoverAddress, Why = Why.Notice }, default);
        Assert.Equal(["明天停水", "洗手七步", $"开课了\n[📷 看图]({CoverAddress})"], server.Robots);
        Assert.Equal(2, server.Shown.Count);
        Assert.Empty(server.Violations);
    }

    [Theory]
    [InlineData(FakeFault.CutBefore)]
    [InlineData(FakeFault.CutAfter)]
    [InlineData(FakeFault.Mute)]
    public async Task Whatever_step_the_line_fails_at_the_words_go_once_and_the_picture_or_a_link_with_them(object way)
    {
        // Announcement, piece, end; the words; the picture.
        for (var step = 0; step < 5; step++)
        {
            await using var server = await FakeWeComServer.StartAsync();
            await using var bot = await ConnectedAsync(server);
            var photo = await SentPhotoAsync(server, bot);
            var left = step;
            server.Faults = (command, _) => command != "aibot_subscribe" && left-- == 0 ? (FakeFault)way : FakeFault.None;
            var outcome = await CarryAsync(server, bot, Send("送到了") with { Photo = photo });
            Assert.True(outcome is Outcome.Sent or Outcome.Unknown, $"{step}: {outcome}");
            Assert.True(server.Posts.Count(post => post.Text.StartsWith("送到了", StringComparison.Ordinal)) <= 1);
            var isSeen = server.Posts.Any(post => post.Picture is not null || post.Text.Contains(Link, StringComparison.Ordinal));
            Assert.True(isSeen || outcome == Outcome.Unknown, $"{step} is claimed and not there");
            Assert.Empty(server.Violations);
        }
    }

    // As the courier does: what did not leave is tried again.
    private static async Task<Outcome> CarryAsync(FakeWeComServer server, WeComBot bot, Outgoing message)
    {
        while (true)
        {
            await Until.TrueAsync(() => server.IsConnected && bot.Self.Trouble is null);
            if (await bot.Channel.CarryAsync(message, default) is { Outcome: not Outcome.Retry and var outcome })
                return outcome;
        }
    }

    private static async Task<WeComBot> ConnectedAsync(FakeWeComServer server, Dictionary<string, string>? robots = null)
    {
        var settings = WeComBot.Connected(server) with { AckWithin = TimeSpan.FromSeconds(1), Robots = robots ?? [] };
        var bot = await WeComBot.StartAsync(settings);
        await Until.TrueAsync(() => server.IsConnected && bot.Self.Trouble is null);
        return bot;
    }

    private static async Task<string> SentPhotoAsync(FakeWeComServer server, WeComBot bot)
    {
        server.Says("duan", WeComBot.Chat, "送达 31", photo: true);
        return (await bot.NextAsync()).File!;
    }

    private static (int, int) Size(byte[]? bytes) =>
        Core.Content.PictureFile.Read(bytes ?? []).File is { } file ? (file.Width, file.Height) : default;

    private static byte[] Large(int size) => [.. Pictures.Png(640, 480), .. new byte[size - Pictures.Png(640, 480).Length]];

    private static Outgoing Tip(int? group) =>
        Send("洗手七步") with
        {
            ChatId = $"{WeComBot.Chat}{group}",
            Picture = CoverAddress,
            RowId = 20 + (group ?? 9),
            Buttons =
            [
                [new Button("再来一条", "tip")],
            ],
        };

    private static Outgoing Send(string html) =>
        new()
        {
            Kind = OutboxKind.Send,
            ChatId = WeComBot.Chat,
            Text = html,
            RowId = 7,
        };
}
