using System.Text.Json.Nodes;
using MutualAid.Bot.Channels.BotFramework;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Content;

namespace MutualAid.Tests.Channels.BotFramework;

/// <summary>Where answers go, and the token with them: to listed hosts and nowhere else.</summary>
public class ServiceHostTests(OneBot one) : IClassFixture<OneBot>
{
    public static TheoryData<string> Elsewhere => AddressShapes.Of("smba.trafficmanager.net", "amer/");

    [Fact]
    public async Task A_picture_from_elsewhere_is_none()
    {
        await using var bot = await BotFrameworkBot.StartAsync(change: it =>
            it with
            {
                AllowedServiceHosts = [.. it.AllowedServiceHosts, "smba.trafficmanager.net"],
            }
        );
        string[] addresses =
        [
            .. AddressShapes.Of("smba.trafficmanager.net", "amer/").Cast<object[]>().Select(row => (string)row[0]),
            bot.Platform.Upload(Pictures.Png(640, 480)),
        ];
        foreach (var address in addresses)
        {
            var said = bot.Talk.Message("29:1ana", "Ana", bot.Chat, "送达 31");
            said["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = address });
            Assert.Equal(200, (await bot.Platform.DeliverAsync(said)).Status);
        }

        Assert.Equal(addresses.Length, bot.Intake.Stored.Count);
        Assert.Equal(Assert.Single(bot.Photos.Names), Assert.Single(bot.Intake.Stored, it => it.File is not null).File);
        Assert.Single(bot.Platform.ToConnector, it => it.Target.Contains("/attachments/", StringComparison.Ordinal));
    }

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
