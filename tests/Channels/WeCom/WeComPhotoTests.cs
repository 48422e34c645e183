using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Channels.WeCom;
using MutualAid.Tests.Channels.FakeWeCom;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Channels.WeCom;

/// <summary>Photos that people send in WeCom: encrypted and gone after minutes, so they are kept at once.</summary>
public sealed class WeComPhotoTests
{
    [Fact]
    public async Task A_photo_is_opened_with_its_own_key_and_kept()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await WeComBot.StartAsync(WeComBot.Connected(server));
        await Telegram.Until.TrueAsync(() => server.IsConnected);
        server.Says("duan", WeComBot.Chat, "送达 31", photo: true);
        Assert.Equal((await bot.NextAsync()).File, Assert.Single(bot.Photos.Names));
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
}
