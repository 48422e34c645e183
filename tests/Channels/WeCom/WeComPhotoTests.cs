using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Channels.WeCom;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Channels.FakeWeCom;
using MutualAid.Tests.Content;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Channels.WeCom;

/// <summary>Photos of WeCom: encrypted and gone after minutes, so they are kept at once; seen as a picture or by a link.</summary>
public sealed class WeComPhotoTests
{
    [Fact]
    public async Task A_photo_is_opened_with_its_own_key_and_kept_and_shown_by_a_link()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await WeComBot.StartAsync(WeComBot.Connected(server));
        await Telegram.Until.TrueAsync(() => server.IsConnected);
        server.Says("duan", WeComBot.Chat, "送达 31", photo: true);
        var name = (await bot.NextAsync()).File!;
        Assert.Equal(name, Assert.Single(bot.Photos.Names));

        await bot.Channel.CarryAsync(Send("送到了") with { Photo = name }, default);
        var words = Assert.Single(server.Posts).Text;
        Assert.StartsWith($"送到了\n[📷 看图]({KeptPhotoFolder.Public}/photos/", words, StringComparison.Ordinal);
        Assert.Equal(200, await bot.OpenAsync(words[(words.IndexOf("/photos/", StringComparison.Ordinal))..^1]));
        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task A_group_robot_shows_the_photo_itself()
    {
        await using var server = await FakeWeComServer.StartAsync();
        var robots = new Dictionary<string, string> { [WeComBot.Chat] = FakeWeComServer.RobotKey };
        await using var bot = await WeComBot.StartAsync(WeComBot.Connected(server) with { Robots = robots });
        await Telegram.Until.TrueAsync(() => server.IsConnected);
        server.Says("wen", WeComBot.Chat, "广播", photo: true);
        var photo = (await bot.NextAsync()).File;
        await bot.Channel.CarryAsync(Send("明天停水") with { Photo = photo, Why = Why.Notice }, default);
        Assert.Equal("明天停水", Assert.Single(server.Robots));
        Assert.Equal((640, 480), Size(Assert.Single(server.Shown)));
        Assert.Empty(server.Violations);

        // Too large for a robot: by a link.
        server.Photo = [.. Pictures.Png(640, 480)[..^12], .. Pictures.Png(640, 480, new string('x', 3 << 20))[8..]];
        server.Robots.Clear();
        server.Says("wen", WeComBot.Chat, "广播", photo: true);
        Assert.NotEqual(photo, (await bot.NextAsync(2)).File);
        Assert.Single(server.Shown);
    }

    [Fact]
    public async Task Whatever_is_wrong_with_a_photo_the_words_are_taken_in()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await WeComBot.StartAsync(WeComBot.Connected(server));
        await Telegram.Until.TrueAsync(() => server.IsConnected);
        byte[][] wrong =
        [
            [],
            "<svg onload=alert(1)>"u8.ToArray(),
            new byte[6 << 20],
        ];
        for (var at = 0; at < wrong.Length; at++)
        {
            server.Photo = wrong[at];
            server.Says("duan", WeComBot.Chat, "送达 31", photo: true);
            Assert.StartsWith("wecom:", (await bot.NextAsync(at + 1)).File, StringComparison.Ordinal);
        }

        Assert.Empty(bot.Photos.Names);
    }

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public void Photos_are_fetched_from_the_platforms_own_host_alone(string address)
    {
        var photos = new WeComPhotos(null!, new WeComSettings(), null!, TimeProvider.System, null!);
        Assert.False(photos.IsOurs(address, out _));
    }

    // A query is what lets the bot in there.
    public static TheoryData<string> Elsewhere =>
        [
            .. AddressShapes
                .Of("ww-aibot-img-1258476243.cos.ap-guangzhou.myqcloud.com", "BHoPdA3/7")
                .Cast<object[]>()
                .Select(row => (string)row[0])
                .Where(address => !address.EndsWith("?next=evil", StringComparison.Ordinal)),
        ];

    [Fact]
    public void The_address_of_a_recorded_photo_is_the_platforms_own()
    {
        var photos = new WeComPhotos(null!, new WeComSettings(), null!, TimeProvider.System, null!);
        const string seen =
            "https://ww-aibot-img-1258476243.cos.ap-guangzhou.myqcloud.com/BHoPdA3/7571665296904772241"
            + "?sign=q-sign-algorithm%3Dsha1%26q-sign-time%3D1733467811%3B1733468111%26q-header-list%3Dhost";
        Assert.True(photos.IsOurs(seen, out var address));
        Assert.Equal(seen, address.AbsoluteUri);
    }

    [Fact]
    public async Task The_photo_of_a_handover_is_kept_as_long_as_its_record()
    {
        await using var bot = await WeComStage.StartAsync();
        await bot.Says(Cast.Shao, "需求 手套 10双 杏花台社区");
        await bot.Says(Cast.Duan, "认领 1");
        await bot.SendsPhoto(Cast.Duan, "送达 1");
        var name = await bot.Look(db => db.Deliveries.Select(it => it.Photo).SingleAsync());
        var kept = bot.Services.GetRequiredService<Bot.Channels.Photos.KeptPhotos>();
        bot.Clock.Move(TimeSpan.FromDays(2));
        await kept.SweepAsync(default);
        Assert.NotNull(kept.AddressOf(name));
    }

    private static (int, int) Size(byte[] bytes) =>
        Core.Content.PictureFile.Read(bytes).File is { } file ? (file.Width, file.Height) : default;

    private static Outgoing Send(string html) =>
        new()
        {
            Kind = OutboxKind.Send,
            ChatId = WeComBot.Chat,
            Text = html,
            RowId = 7,
        };
}
