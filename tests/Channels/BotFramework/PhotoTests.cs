using System.Text.Json.Nodes;
using MutualAid.Bot.Channels.Photos;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Content;

namespace MutualAid.Tests.Channels.BotFramework;

/// <summary>Photos of Teams: the platform gives them to the bot alone, people see them at an address of ours.</summary>
public sealed class PhotoTests
{
    private const string Place = "第三棵树下";

    [Fact]
    public async Task A_photo_is_kept_without_what_the_telephone_wrote_into_it_and_shown_at_an_address_that_ends()
    {
        var clock = new MovedClock(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));
        await using var bot = await BotFrameworkBot.StartAsync(clock);
        await ShowAsync(bot, "送达 31", bot.Platform.Upload(Pictures.Jpeg(640, 480, words: Place)));
        var name = Assert.Single(bot.Photos.Names);
        Assert.Equal(name, Assert.Single(bot.Intake.Stored).File);

        var sent = bot.To(bot.Chat, "<b>送到了</b>") with { Photo = name };
        Assert.Equal(Bot.Engine.Outcome.Sent, (await bot.CarryAsync(sent)).Outcome);
        var post = Assert.Single(bot.Platform.Connector.Posts).Activity;
        Assert.Equal("送到了", FakeReader.Text(post));
        var attachment = Assert.Single(post["attachments"]!.AsArray())!;
        Assert.Equal("image/jpeg", (string?)attachment["contentType"]);
        Assert.Empty(bot.Platform.Connector.Complaints);

        var address = (string)attachment["contentUrl"]!;
        Assert.StartsWith(KeptPhotoFolder.Public + KeptPhotos.Path, address, StringComparison.Ordinal);
        Assert.DoesNotContain("/" + name, address, StringComparison.Ordinal);
        var (status, bytes) = await bot.OpenAsync(address);
        Assert.Equal((200, true), (status, PicturesOf(bytes) is (640, 480)));
        Assert.DoesNotContain(Place, System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(404, (await bot.OpenAsync(address[..^1])).Status);
        Assert.Equal(404, (await bot.OpenAsync($"{KeptPhotoFolder.Public}{KeptPhotos.Path}{name}")).Status);
        Assert.Equal(404, (await bot.OpenAsync($"{KeptPhotoFolder.Public}{KeptPhotos.Path}..%2F..%2Fappsettings.json")).Status);
        clock.Move(TimeSpan.FromDays(8));
        Assert.Equal(404, (await bot.OpenAsync(address)).Status);
    }

    [Fact]
    public async Task A_photo_goes_with_the_first_words_and_beside_a_card()
    {
        await using var bot = await BotFrameworkBot.StartAsync();
        await ShowAsync(bot, "海报", bot.Platform.Upload(Pictures.Png(640, 480)));
        var photo = bot.To(bot.Chat, new string('长', 5000)) with { Photo = bot.Photos.Names[0], RowId = 8 };
        await bot.CarryAsync(photo);
        await bot.CarryAsync(
            photo with
            {
                RowId = 9,
                Text = "报名吗？",
                Buttons =
                [
                    [new Button("报名", "AbC|1")],
                ],
            }
        );
        var posts = bot.Platform.Connector.Posts.Select(post => Kinds(post.Activity)).ToList();
        Assert.Equal(["image/png", "", "application/vnd.microsoft.card.adaptive image/png"], posts);
        Assert.Empty(bot.Platform.Connector.Complaints);
    }

    [Fact]
    public async Task A_cover_stands_above_words_that_have_no_button()
    {
        await using var bot = await BotFrameworkBot.StartAsync();
        var cover = new Uri($"{KeptPhotoFolder.Public}/pictures/cover.png");
        await bot.CarryAsync(bot.To(bot.Chat, "<b>洗手七步</b>\n回家先洗手。") with { Picture = cover });
        var post = Assert.Single(bot.Platform.Connector.Posts).Activity;
        Assert.Equal("洗手七步\n回家先洗手。", FakeReader.Text(post));
        Assert.Equal($"{cover}", (string?)post["attachments"]![0]!["content"]!["body"]![0]!["url"]);
        Assert.Empty(bot.Platform.Connector.Complaints);
    }

    [Fact]
    public async Task What_is_no_photo_too_large_or_refused_is_not_kept_and_the_words_stand()
    {
        await using var bot = await BotFrameworkBot.StartAsync();
        string[] wrong =
        [
            bot.Platform.Upload("<svg onload=alert(1)>"u8.ToArray()),
            bot.Platform.Upload([]),
            bot.Platform.Upload([.. Pictures.Png(640, 480), .. new byte[KeptPhotos.Largest]]),
            $"{bot.Platform.ServiceUrl}v3/attachments/nowhere/views/original",
        ];
        foreach (var address in wrong)
            await ShowAsync(bot, "送达 31", address);
        Assert.Equal(wrong, bot.Intake.Stored.Select(it => it.File));
        Assert.Empty(bot.Photos.Names);
        // Whoever kept only where it lay shows the words alone.
        await bot.CarryAsync(bot.To(bot.Chat, "送到了") with { Photo = wrong[0] });
        Assert.Null(Assert.Single(bot.Platform.Connector.Posts).Activity["attachments"]);
    }

    [Fact]
    public async Task A_photo_that_the_platform_stumbles_over_once_is_kept_all_the_same()
    {
        await using var bot = await BotFrameworkBot.StartAsync();
        FakeFault[] faults = [new(500), new(502), new(429, RetryAfter: 1), new(0, Cuts: true), new(401)];
        foreach (var fault in faults)
        {
            var left = 1;
            bot.Platform.Fault = it => it.Target.Contains("/attachments/", StringComparison.Ordinal) && left-- > 0 ? fault : null;
            await ShowAsync(bot, "送达 31", bot.Platform.Upload(Pictures.Png(640, 480)));
        }

        Assert.Equal(faults.Length, bot.Photos.Names.Count);
    }

    [Fact]
    public async Task What_people_show_each_other_is_not_fetched_and_what_no_record_needs_goes_after_a_day()
    {
        var clock = new MovedClock(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));
        await using var bot = await BotFrameworkBot.StartAsync(clock);
        await ShowAsync(bot, "", bot.Platform.Upload(Pictures.Png(640, 480)));
        Assert.Empty(bot.Photos.Names);
        await ShowAsync(bot, "送达 31", bot.Platform.Upload(Pictures.Png(640, 480)));

        bot.Photos.IsUsed = false;
        await bot.Kept.SweepAsync(default);
        Assert.Single(bot.Photos.Names);
        clock.Move(TimeSpan.FromHours(25));
        bot.Photos.IsUsed = true;
        await bot.Kept.SweepAsync(default);
        Assert.Single(bot.Photos.Names);
        bot.Photos.IsUsed = false;
        await bot.Kept.SweepAsync(default);
        Assert.Empty(bot.Photos.Names);
    }

    private static async Task ShowAsync(BotFrameworkBot bot, string text, string address)
    {
        var said = FakeTalk.Showing(bot.Talk.Message("29:1ana", "Ana", bot.Chat, text), address);
        Assert.Equal(200, (await bot.Platform.DeliverAsync(said)).Status);
    }

    private static string Kinds(JsonNode activity) =>
        string.Join(' ', (activity["attachments"]?.AsArray() ?? []).Select(it => (string?)it!["contentType"]));

    private static (int, int)? PicturesOf(byte[] bytes) =>
        Core.Content.PictureFile.Read(bytes).File is { } file ? (file.Width, file.Height) : null;
}
