using MutualAid.Bot.Channels.BotFramework;
using MutualAid.Core.Messaging;

namespace MutualAid.Tests.Channels.BotFramework;

/// <summary>Where answers go, and the token with them: to listed hosts and nowhere else.</summary>
public class ServiceHostTests(OneBot one) : IClassFixture<OneBot>
{
    public static TheoryData<string> Elsewhere =>
        [
            "https://evil.example/",
            "https://smba.trafficmanager.net.evil.example/amer/",
            "https://evil.trafficmanager.net/amer/",
            "https://smba.trafficmanager.net@evil.example/amer/",
            "https://evil.example@smba.trafficmanager.net/amer/",
            "https://user:password@smba.trafficmanager.net/amer/",
            "https://:@smba.trafficmanager.net/",
            "https://smba.trafficmanager.net%40evil.example/",
            "https://smba.trafficmanager.net%2eevil.example/",
            "https://smba.trafficmanager.net:8443/amer/",
            "https://smba.trafficmanager.net:443/amer/",
            "https://smba.trafficmanager.net:80/amer/",
            "https://smba.trafficmanager.net:/amer/",
            "https://smba.trafficmanager.net:0/",
            "https://smba.trafficmanager.net:99999/",
            "http://smba.trafficmanager.net/amer/",
            "ftp://smba.trafficmanager.net/amer/",
            "file://smba.trafficmanager.net/amer/",
            "gopher://smba.trafficmanager.net/",
            "javascript://smba.trafficmanager.net/%0aalert(1)",
            "//smba.trafficmanager.net/amer/",
            "smba.trafficmanager.net/amer/",
            "https:smba.trafficmanager.net/amer/",
            "https:/smba.trafficmanager.net/amer/",
            "https:///smba.trafficmanager.net/amer/",
            "https:\\\\smba.trafficmanager.net\\amer\\",
            "https://smba.trafficmanager.net\\@evil.example/",
            "https://evil.example\\@smba.trafficmanager.net/",
            "https://evil.example#@smba.trafficmanager.net/",
            "https://evil.example?@smba.trafficmanager.net/",
            "https://evil.example/@smba.trafficmanager.net/",
            "https://smba.trafficmanager.net#.evil.example/",
            "https://smba.trafficmanager.net?.evil.example/",
            "https://smba.trafficmanager.net;.evil.example/",
            "https://smba。trafficmanager。net/amer/",
            "https://smba．trafficmanager．net/amer/",
            "https://smba｡trafficmanager｡net/amer/",
            "https://ｓｍｂａ.trafficmanager.net/amer/",
            "https://smbа.trafficmanager.net/amer/",
            "https://smba.trafficmanager.net\u200b/amer/",
            "https://smba.trafficmanager.net\u00ad/amer/",
            "https://xn--smb-5cd.trafficmanager.net/",
            "https://smba.trafficmanager.net./amer/",
            "https://SMBA.trafficmanager.net/amer/",
            "HTTPS://smba.trafficmanager.net/amer/",
            " https://smba.trafficmanager.net/amer/",
            "https://smba.trafficmanager.net/amer/ ",
            "https://smba.trafficmanager.net/amer/\n",
            "https://smba.trafficmanager.net\t/amer/",
            "https://smba.trafficmanager.net\r\nHost: evil.example/",
            "https://smba.trafficmanager.net/../evil/",
            "https://smba.trafficmanager.net/amer/%2e%2e/",
            "https://smba.trafficmanager.net//evil.example/",
            "https://smba.trafficmanager.net/amer/?next=evil",
            "https://smba.trafficmanager.net/amer/#evil",
            "https://127.0.0.1/",
            "https://127.0.0.1:5081/",
            "http://127.0.0.1:5081/",
            "http://localhost/",
            "https://2130706433/",
            "https://0x7f000001/",
            "https://0177.0.0.1/",
            "https://127.1/",
            "https://[::1]/",
            "https://[::ffff:127.0.0.1]/",
            "https://169.254.169.254/latest/meta-data/",
            "https://0/",
            "",
            "https://",
        ];

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task Nothing_goes_to_an_address_that_is_not_listed(string address)
    {
        var hosts = new ServiceHosts(new BotFrameworkSettings { AllowedServiceHosts = ["smba.trafficmanager.net"] });
        Assert.Null(hosts.Read(address));

        // Even with a token that names the address, and with one that was stored before the list became shorter.
        var bot = one.Bot;
        var said = bot.Talk.Message("29:1ana", "Ana", bot.Chat, "需求 口罩 100个");
        said["serviceUrl"] = address;
        Assert.Contains((await bot.Platform.DeliverAsync(said)).Status, new[] { 401, 403 });
        var stored = new Reference(address, FakeConnector.BotId, null, null, null, false).Write();
        var delivery = await bot.CarryAsync(bot.To(bot.Chat, "早") with { Reference = stored });
        Assert.Equal(Bot.Engine.Outcome.Failed, delivery.Outcome);
        Assert.Equal(0, bot.Intake.Handed);
        Assert.Empty(bot.Platform.ToConnector);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/amer/", "https://smba.trafficmanager.net/amer/")]
    [InlineData("https://smba.trafficmanager.net", "https://smba.trafficmanager.net/")]
    [InlineData(
        "https://smba.trafficmanager.net/teams/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee/",
        "https://smba.trafficmanager.net/teams/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee/"
    )]
    [InlineData("https://webchat.botframework.com/", "https://webchat.botframework.com/")]
    public void Microsofts_own_are_listed_from_the_start(string address, string read) =>
        Assert.Equal(read, new ServiceHosts(new BotFrameworkSettings()).Read(address)?.AbsoluteUri);

    [Fact]
    public void The_emulator_on_any_port_of_this_machine_is_for_development_alone()
    {
        Assert.NotNull(new ServiceHosts(new BotFrameworkSettings { IsDevelopment = true }).Read("http://localhost:53817"));
        Assert.Null(new ServiceHosts(new BotFrameworkSettings()).Read("http://localhost:53817"));
        Assert.Null(new ServiceHosts(new BotFrameworkSettings { IsDevelopment = true }).Read("http://192.0.2.1:53817"));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_followed_nowhere(int status)
    {
        await using var elsewhere = await FakePlatform.StartAsync();
        await using var bot = await BotFrameworkBot.StartAsync();
        bot.Platform.Fault = request =>
            request.Target.StartsWith("/amer/", StringComparison.Ordinal) ? new FakeFault(status, Location: elsewhere.ServiceUrl) : null;
        foreach (var kind in new[] { OutboxKind.Send, OutboxKind.Edit, OutboxKind.Delete })
            Assert.Equal(Bot.Engine.Outcome.Failed, (await bot.CarryAsync(bot.To(bot.Chat, "早", kind) with { MessageId = "17" })).Outcome);
        Assert.Empty(elsewhere.Requests);
    }
}
