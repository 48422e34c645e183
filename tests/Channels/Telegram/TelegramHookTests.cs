using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using MutualAid.Bot.Channels.Telegram;
using MutualAid.Tests.Channels.FakeTelegram;

namespace MutualAid.Tests.Channels.Telegram;

public class TelegramHookTests
{
    private const string Header = "X-Telegram-Bot-Api-Secret-Token";
    private const string Update =
        """{"update_id":7,"message":{"message_id":1,"date":4102444800,"text":"hi","chat":{"id":5,"type":"private"},"from":{"id":5}}}""";

    [Fact]
    public async Task What_people_say_arrives_in_order_and_200_means_stored()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        telegram.Hook.FirstPause = TimeSpan.FromMilliseconds(10);
        var people = Enumerable.Range(1, 4).Select(number => telegram.AddPerson($"第{number}位")).ToList();
        await using var bot = await TelegramBot.StartAsync(telegram, InHookMode);
        var chance = new Random(5);
        bot.Intake.Fails = _ => chance.Next(4) == 0;
        for (var line = 0; line < 40; line++)
            people[line % 4].Whispers($"{line}");
        await telegram.WhenAsync(() => telegram.Updates.Pending == 0 && bot.Intake.Stored.Count == 40);
        Assert.All(people, person => AssertInOrder(bot, person));
        Assert.Equal(bot.Intake.Failures, telegram.Hook.Deliveries.Count(delivery => delivery.Status == 503));
        Assert.Equal(40, telegram.Hook.Deliveries.Count(delivery => delivery.Status == 200));
    }

    [Fact]
    public async Task Whatever_is_wrong_gets_the_same_404_and_has_no_effect()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        await using var bot = await TelegramBot.StartAsync(telegram, InHookMode);
        await telegram.WhenAsync(() => telegram.Hook.Address is not null);
        using var client = Client();
        var secret = TelegramBot.Secret;
        var answers = new List<string>
        {
            await AnswerAsync(client, bot, Update),
            await AnswerAsync(client, bot, Update, ""),
            await AnswerAsync(client, bot, Update, new string('x', secret.Length)),
            await AnswerAsync(client, bot, Update, secret[..^1]),
            await AnswerAsync(client, bot, Update, secret + "x"),
            await AnswerAsync(client, bot, Update, secret.ToUpperInvariant()),
            await AnswerAsync(client, bot, Update, secret, secret),
            await AnswerAsync(client, bot, Update, "wrong", secret),
            await AnswerAsync(client, bot, "not json", secret),
            await AnswerAsync(client, bot, "[]", secret),
            await AnswerAsync(client, bot, $$"""{"update_id":1,"x":"{{new string('x', 1024 * 1024)}}"}""", secret),
            $"{await client.GetAsync(new Uri(bot.Address, "/telegram")) is var got && got.StatusCode == HttpStatusCode.NotFound} ",
        };
        Assert.All(answers[..^1], answer => Assert.Equal("NotFound ", answer));
        Assert.Equal("True ", answers[^1]);
        Assert.Equal(0, bot.Intake.Handed);
        Assert.Equal("OK ", await AnswerAsync(client, bot, Update, secret));
        Assert.Single(bot.Intake.Stored);
    }

    [Fact]
    public async Task A_message_older_than_a_day_is_a_replay()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        await using var bot = await TelegramBot.StartAsync(telegram, InHookMode);
        await telegram.WhenAsync(() => telegram.Hook.Address is not null);
        using var client = Client();
        Assert.Equal(
            "OK ",
            await AnswerAsync(client, bot, Update.Replace("4102444800", "1580868000", StringComparison.Ordinal), TelegramBot.Secret)
        );
        Assert.Equal(0, bot.Intake.Handed);
    }

    [Fact]
    public async Task In_polling_mode_there_is_no_web_hook_even_with_the_secret()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        await using var bot = await TelegramBot.StartAsync(telegram);
        using var client = Client();
        Assert.Equal("NotFound ", await AnswerAsync(client, bot, Update, TelegramBot.Secret));
    }

    [Theory]
    [InlineData("Telegram:WebhookSecret", "Telegram:Mode=WebHook")]
    [InlineData("Telegram:WebhookSecret", "Telegram:Mode=WebHook", "Telegram:WebhookSecret=tooshort")]
    [InlineData("Telegram:WebhookSecret", "Telegram:Mode=WebHook", "Telegram:WebhookSecret=0123456789abcdef0123456789abcde!")]
    [InlineData(
        "Public:Url",
        "Telegram:Mode=WebHook",
        "Telegram:WebhookSecret=0123456789abcdef0123456789abcdef",
        "Public:Url=http://x.example"
    )]
    [InlineData("Telegram:Mode", "Telegram:Mode=Pushing")]
    [InlineData("Telegram:Mode", "Telegram:Mode=1")]
    [InlineData("Telegram:Proxy", "Telegram:Proxy=localhost")]
    [InlineData("Telegram:ApiBaseUrl", "Telegram:ApiBaseUrl=ftp://x.example")]
    [InlineData("Telegram:Token", "Telegram:Token=hello")]
    public void A_wrong_setting_stops_the_start_with_its_key(string key, params string[] settings)
    {
        var given = settings.Prepend("Telegram:Token=42:AAaaaaaaaaaaaaaaaaaa").Select(line => line.Split('=', 2));
        var values = given.GroupBy(pair => pair[0]).ToDictionary(pairs => pairs.Key, pairs => (string?)pairs.Last()[1]);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var fault = Assert.Throws<OptionsValidationException>(() => new ServiceCollection().AddTelegram(configuration));
        Assert.StartsWith(key + " ", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public void Without_a_token_the_channel_is_off()
    {
        var services = new ServiceCollection().AddTelegram(new ConfigurationBuilder().Build());
        Assert.Empty(services);
    }

    private static TelegramSettings InHookMode(TelegramSettings settings) => settings with { Mode = TelegramMode.WebHook };

    private static HttpClient Client() => new(new SocketsHttpHandler { UseProxy = false });

    private static async Task<string> AnswerAsync(HttpClient client, TelegramBot bot, string body, params string[] secrets)
    {
        await Until.TrueAsync(() => bot.Self.Me is not null);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Address, "/telegram"));
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var secret in secrets)
            request.Headers.TryAddWithoutValidation(Header, secret);
        using var response = await client.SendAsync(request);
        return $"{response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    }

    private static void AssertInOrder(TelegramBot bot, FakePerson person)
    {
        var lines = bot.Intake.Stored.Where(said => said.From.ExternalId == $"{person.Id}").Select(said => int.Parse(said.Text)).ToList();
        Assert.Equal(10, lines.Count);
        Assert.Equal(lines.Order(), lines);
    }
}
