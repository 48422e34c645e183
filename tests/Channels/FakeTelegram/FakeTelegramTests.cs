using System.Text.Json;

namespace MutualAid.Tests.Channels.FakeTelegram;

/// <summary>The fake refuses what Telegram refuses: asked here without our client, so that both cannot be wrong together.</summary>
public sealed class FakeTelegramTests : IAsyncLifetime, IDisposable
{
    private readonly MovedClock clock = new(new DateTimeOffset(2020, 2, 5, 8, 0, 0, TimeSpan.Zero));
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false });
    private FakeTelegramServer telegram = null!;
    private FakeChat group = null!;

    public async Task InitializeAsync()
    {
        telegram = await FakeTelegramServer.StartAsync(clock);
        group = telegram.AddGroup("一群");
    }

    public async Task DisposeAsync() => await telegram.DisposeAsync();

    public void Dispose() => client.Dispose();

    [Theory]
    [InlineData("<b>一", "can't parse entities: Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("一</b>", "can't parse entities: Unexpected end tag at byte offset 3")]
    [InlineData("<b>一<i>二</b></i>", "can't parse entities: Unmatched end tag at byte offset 12, expected \"</i>\", found \"</b>\"")]
    [InlineData("<p>一</p>", "can't parse entities: Unsupported start tag \"p\" at byte offset 0")]
    [InlineData("一 < 二", "can't parse entities: Unsupported start tag \"\" at byte offset 4")]
    [InlineData("<span>一</span>", "can't parse entities: Tag \"span\" must have class \"tg-spoiler\" at byte offset 0")]
    [InlineData("<b> </b>", "message text is empty")]
    public async Task Bad_texts_are_refused(string text, string why) =>
        Assert.Equal(
            $"Bad Request: {why}",
            await RefusalAsync(
                "sendMessage",
                new
                {
                    chat_id = group.Id,
                    text,
                    parse_mode = "HTML",
                }
            )
        );

    [Fact]
    public async Task Length_is_counted_after_the_tags_are_read()
    {
        var text = $"<b>{string.Concat(Enumerable.Repeat("&amp;", 4096))}</b>";
        Assert.Null(
            await RefusalAsync(
                "sendMessage",
                new
                {
                    chat_id = group.Id,
                    text,
                    parse_mode = "HTML",
                }
            )
        );
        Assert.Equal(
            "Bad Request: message is too long",
            await RefusalAsync(
                "sendMessage",
                new
                {
                    chat_id = group.Id,
                    text = text + "x",
                    parse_mode = "HTML",
                }
            )
        );
    }

    [Theory]
    [InlineData("""{"chat_id":"1","text":"x"}""", "parameter \"chat_id\" of sendMessage must be of type int")]
    [InlineData("""{"chat_id":1,"text":5}""", "parameter \"text\" of sendMessage must be of type string")]
    [InlineData("""{"chat_id":1,"text":"x","colour":"red"}""", "sendMessage has no parameter colour")]
    [InlineData("""{"chat_id":1}""", "message text is empty")]
    [InlineData("""{"chat_id":1,"text":"x"}""", "chat not found")]
    public async Task Types_and_names_of_parameters_are_checked(string body, string why) =>
        Assert.Equal($"Bad Request: {why}", await RefusalAsync("sendMessage", JsonSerializer.Deserialize<JsonElement>(body)));

    [Fact]
    public async Task Twenty_a_minute_in_a_group_and_the_window_is_watched()
    {
        for (var sent = 0; sent < 20; sent++)
        {
            Assert.Null(await RefusalAsync("sendMessage", new { chat_id = group.Id, text = $"{sent}" }));
            clock.Move(TimeSpan.FromSeconds(1));
        }
        var many = new { chat_id = group.Id, text = "21" };
        Assert.Equal("Too Many Requests: retry after 40", await RefusalAsync("sendMessage", many));
        clock.Move(TimeSpan.FromSeconds(39));
        Assert.Equal("Too Many Requests: retry after 1", await RefusalAsync("sendMessage", many));
        Assert.Equal(1, telegram.Meter.Impatient);
        clock.Move(TimeSpan.FromSeconds(1));
        Assert.Null(await RefusalAsync("sendMessage", many));
    }

    [Fact]
    public async Task One_a_second_in_a_chat_after_a_burst_and_thirty_over_all()
    {
        for (var sent = 0; sent < 5; sent++)
            Assert.Null(await RefusalAsync("sendMessage", new { chat_id = group.Id, text = $"{sent}" }));
        Assert.Equal("Too Many Requests: retry after 1", await RefusalAsync("sendMessage", new { chat_id = group.Id, text = "6" }));
        for (var sent = 5; sent < 30; sent++)
            Assert.Null(await RefusalAsync("sendMessage", new { chat_id = telegram.AddGroup($"{sent}").Id, text = "x" }));
        Assert.StartsWith(
            "Too Many",
            await RefusalAsync("sendMessage", new { chat_id = telegram.AddGroup("31").Id, text = "x" }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Deleting_ends_after_two_days_and_pins_need_a_right()
    {
        await RefusalAsync("sendMessage", new { chat_id = group.Id, text = "x" });
        var message = new { chat_id = group.Id, message_id = group.BotMessages.Single().Id };
        Assert.Equal("Bad Request: not enough rights to manage pinned messages in the chat", await RefusalAsync("pinChatMessage", message));
        clock.Move(TimeSpan.FromHours(48));
        Assert.Equal("Bad Request: message can't be deleted for everyone", await RefusalAsync("deleteMessage", message));
        Assert.Equal(
            "Bad Request: message to delete not found",
            await RefusalAsync("deleteMessage", new { chat_id = group.Id, message_id = 99 })
        );
    }

    [Fact]
    public async Task A_press_is_answered_once_and_in_time()
    {
        await RefusalAsync(
            "sendMessage",
            new
            {
                chat_id = group.Id,
                text = "x",
                reply_markup = new { inline_keyboard = new[] { new[] { new { text = "好", callback_data = "d" } } } },
            }
        );
        var ana = telegram.AddPerson("李姐");
        var (early, late) = (ana.Presses(group.BotMessages[0], "好"), ana.Presses(group.BotMessages[0], "好"));
        Assert.Null(await RefusalAsync("answerCallbackQuery", new { callback_query_id = early }));
        clock.Move(TimeSpan.FromMinutes(5));
        Assert.StartsWith(
            "Bad Request: query is too old",
            await RefusalAsync("answerCallbackQuery", new { callback_query_id = early }),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Bad Request: query is too old",
            await RefusalAsync("answerCallbackQuery", new { callback_query_id = late }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_second_poller_ends_the_first_and_a_web_hook_ends_both()
    {
        var first = RefusalAsync("getUpdates", new { timeout = 50 });
        await telegram.WhenAsync(() => telegram.Updates.IsPolled);
        var second = RefusalAsync("getUpdates", new { timeout = 50 });
        Assert.StartsWith("Conflict: terminated by other getUpdates", await first, StringComparison.Ordinal);
        Assert.Equal(
            "Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
            await RefusalAsync("setWebhook", new { url = "http://example.org/" })
        );
        Assert.Null(await RefusalAsync("setWebhook", new { url = "https://hook.invalid/", secret_token = "abc" }));
        Assert.StartsWith("Conflict: can't use getUpdates", await second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_token_or_method_gets_nowhere()
    {
        using var wrong = await client.GetAsync(new Uri(telegram.Address, "/bot1:AA/getMe"));
        Assert.Equal(401, (int)wrong.StatusCode);
        Assert.Equal("Not Found: method not found", await RefusalAsync("getMoney", new { }));
    }

    private async Task<string?> RefusalAsync(string method, object body)
    {
        using var answer = await client.PostAsJsonAsync(new Uri(telegram.Address, $"/bot{telegram.Token}/{method}"), body);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return json.GetProperty("ok").GetBoolean() ? null : json.GetProperty("description").GetString();
    }
}
