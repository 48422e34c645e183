namespace MutualAid.Tests.Channels.BotFramework;

/// <summary>Who may speak to the bot: each case was put to the official validator, and we are never the more lenient but for the scheme.</summary>
public class TokenTableTests(OneBot one) : IClassFixture<OneBot>
{
    private const string V1Tenant = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/";
    private const string V2Tenant = "https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0";
    private const string AnyTenant = "https://sts.windows.net/99999999-9999-9999-9999-999999999999/";

    [Theory]
    [InlineData("1 valid token", true)]
    [InlineData("2 lower-case scheme", true)]
    [InlineData("3 no header", false)]
    [InlineData("4 wrong aud", false)]
    [InlineData("5 wrong iss", false)]
    [InlineData("6 expired 4 min ago", true)]
    [InlineData("7 expired 6 min ago", false)]
    [InlineData("8 nbf 4 min ahead", true)]
    [InlineData("9 nbf 6 min ahead", false)]
    [InlineData("10 serviceurl claim differs", false)]
    [InlineData("11 serviceurl claim missing", false)]
    [InlineData("12 only a camel-case claim", false)]
    [InlineData("13 activity without serviceUrl", false)]
    [InlineData("14 serviceurl differs by a slash", false)]
    [InlineData("15 channelId not endorsed", false)]
    [InlineData("16 key without endorsements", true)]
    [InlineData("17 channelId missing", false)]
    [InlineData("18 channelId empty", false)]
    [InlineData("19 unknown kid", false)]
    [InlineData("20 another private key", false)]
    [InlineData("21 RS512", true)]
    [InlineData("22 PS256", false)]
    [InlineData("23 HS256 with the public key", false)]
    [InlineData("24 alg none", false)]
    [InlineData("25 no exp", false)]
    [InlineData("26 emulator v1", false)]
    [InlineData("27 emulator v1 of another app", false)]
    [InlineData("28 emulator v2", false)]
    [InlineData("29 emulator of any tenant", false)]
    [InlineData("30 RS384", true)]
    [InlineData("31 no kid", false)]
    [InlineData("32 two headers", false)]
    [InlineData("33 not a token", false)]
    [InlineData("34 basic scheme", false)]
    [InlineData("35 empty bearer", false)]
    [InlineData("36 no signature", false)]
    [InlineData("37 alg None in capitals", false)]
    [InlineData("38 aud in a list with ours", true)]
    [InlineData("39 aud empty", false)]
    [InlineData("40 exp in words", false)]
    [InlineData("41 changed after signing", false)]
    public async Task Only_the_platform_is_let_in(string @case, bool accepted)
    {
        var bot = one.Bot;
        var before = bot.Intake.Handed;
        var (headers, body) = Case(bot, int.Parse(@case.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
        var (status, answer) = await bot.Platform.PostAsync(body, headers);
        Assert.Equal(accepted ? 200 : 401, status);
        Assert.Equal("", answer);
        Assert.Equal(accepted ? 1 : 0, bot.Intake.Handed - before);
        Assert.DoesNotContain(bot.Log.Lines, line => line.Contains("eyJ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(26, true)]
    [InlineData(27, false)]
    [InlineData(28, true)]
    [InlineData(29, false)]
    [InlineData(1, true)]
    [InlineData(24, false)]
    public async Task In_development_the_emulator_is_let_in_too(int @case, bool accepted)
    {
        await using var bot = await BotFrameworkBot.StartAsync(change: settings => settings with { IsDevelopment = true });
        var (headers, body) = Case(bot, @case);
        Assert.Equal(accepted ? 200 : 401, (await bot.Platform.PostAsync(body, headers)).Status);
    }

    [Fact]
    public async Task Without_an_app_id_nobody_is_let_in_but_in_development()
    {
        await using var bot = await BotFrameworkBot.StartAsync(change: settings => settings with { AppId = "" });
        var (headers, body) = Case(bot, 1);
        Assert.Equal(401, (await bot.Platform.PostAsync(body, headers)).Status);
        Assert.Equal(401, (await bot.Platform.PostAsync(body)).Status);
        await using var open = await BotFrameworkBot.StartAsync(change: settings => settings with { AppId = "", IsDevelopment = true });
        Assert.Equal(200, (await open.Platform.PostAsync(Case(open, 1).Body)).Status);
    }

    private static (string[] Headers, string Body) Case(BotFrameworkBot bot, int number)
    {
        var (claims, activity) = (bot.Platform.Claims(), bot.Talk.Message("29:1ana", "Ana", bot.Chat, "需求 口罩 100个"));
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var (kid, algorithm, by) = ((string)FakeKeys.Usual, "RS256", (string?)null);
        switch (number)
        {
            case 4:
                claims["aud"] = "22222222-2222-3333-4444-555555555555";
                break;
            case 5:
                claims["iss"] = "https://api.botframework.com.evil.example";
                break;
            case 6 or 7:
                claims["exp"] = now - (number == 6 ? 240 : 360);
                claims["nbf"] = now - 4000;
                break;
            case 8 or 9:
                claims["nbf"] = now + (number == 8 ? 240 : 360);
                break;
            case 10:
                claims["serviceurl"] = "https://smba.trafficmanager.net/emea/";
                break;
            case 11:
                claims.Remove("serviceurl");
                break;
            case 12:
                claims.Remove("serviceurl");
                claims["serviceUrl"] = bot.Platform.ServiceUrl;
                break;
            case 13:
                activity.Remove("serviceUrl");
                break;
            case 14:
                claims["serviceurl"] = bot.Platform.ServiceUrl.TrimEnd('/');
                break;
            case 15:
                kid = FakeKeys.ForTeamsOnly;
                activity["channelId"] = "webchat";
                break;
            case 16:
                kid = FakeKeys.ForAny;
                break;
            case 17:
                activity.Remove("channelId");
                break;
            case 18:
                activity["channelId"] = "";
                break;
            case 19:
                kid = "nobody-knows-it";
                break;
            case 20:
                by = "stranger";
                break;
            case 21:
                algorithm = "RS512";
                break;
            case 22:
                algorithm = "PS256";
                break;
            case 23:
                algorithm = "HS256";
                break;
            case 24 or 37:
                algorithm = number == 24 ? "none" : "None";
                break;
            case 25:
                claims.Remove("exp");
                break;
            case >= 26 and <= 29:
                claims.Remove("serviceurl");
                claims["iss"] = number switch
                {
                    28 => V2Tenant,
                    29 => AnyTenant,
                    _ => V1Tenant,
                };
                claims["ver"] = number == 28 ? "2.0" : "1.0";
                claims[number == 28 ? "azp" : "appid"] = number == 27 ? "22222222-2222-3333-4444-555555555555" : FakePlatform.AppId;
                break;
            case 30:
                algorithm = "RS384";
                break;
            case 31:
                kid = "";
                break;
            case 38:
                claims["aud"] = new[] { "another", FakePlatform.AppId };
                break;
            case 39:
                claims["aud"] = "";
                break;
            case 40:
                claims["exp"] = "tomorrow";
                break;
        }

        var token = FakeKeys.Sign(claims, kid, algorithm, by);
        string[] headers = number switch
        {
            2 => [$"bearer {token}"],
            3 => [],
            32 => [$"Bearer {token}", $"Bearer {token}"],
            33 => ["Bearer abc"],
            34 => [$"Basic {token}"],
            35 => ["Bearer "],
            36 => [$"Bearer {token[..(token.LastIndexOf('.') + 1)]}"],
            41 => [$"Bearer {token[..20]}{(token[20] == 'A' ? 'B' : 'A')}{token[21..]}"],
            _ => [$"Bearer {token}"],
        };
        return (headers, activity.ToJsonString());
    }
}

/// <summary>One host for many cases.</summary>
public sealed class OneBot : IAsyncLifetime
{
    private BotFrameworkBot? bot;

    internal BotFrameworkBot Bot => bot!;

    public async Task InitializeAsync() => bot = await BotFrameworkBot.StartAsync();

    public async Task DisposeAsync() => await bot!.DisposeAsync();
}
