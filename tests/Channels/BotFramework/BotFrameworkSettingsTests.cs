using Microsoft.Extensions.Options;
using MutualAid.Bot.Channels.BotFramework;

namespace MutualAid.Tests.Channels.BotFramework;

public class BotFrameworkSettingsTests
{
    private const string Good = "BotFramework:AppId=11111111-2222-3333-4444-555555555555";
    private const string Secret = "BotFramework:AppSecret=s";

    [Theory]
    [InlineData("AppId", Secret)]
    [InlineData("AppId", "BotFramework:AllowedServiceHosts:0=smba.trafficmanager.net")]
    [InlineData("AppId", "BotFramework:AppId=../common", Secret)]
    [InlineData("AppSecret", Good)]
    [InlineData("TenantId", Good, Secret, "BotFramework:TenantId=a/../b")]
    [InlineData("LoginUrl", Good, Secret, "BotFramework:LoginUrl=http://login.example")]
    [InlineData("LoginUrl", Good, Secret, "BotFramework:LoginUrl=login.microsoftonline.com")]
    [InlineData("OpenIdMetadataUrl", Good, Secret, "BotFramework:OpenIdMetadataUrl=ftp://x.example")]
    [InlineData("AllowedServiceHosts", Good, Secret, "BotFramework:AllowedServiceHosts:0=*.trafficmanager.net")]
    [InlineData("AllowedServiceHosts", Good, Secret, "BotFramework:AllowedServiceHosts:0=.trafficmanager.net")]
    [InlineData("AllowedServiceHosts", Good, Secret, "BotFramework:AllowedServiceHosts:0=https://smba.trafficmanager.net")]
    [InlineData("AllowedServiceHosts", Good, Secret, "BotFramework:AllowedServiceHosts:0=smba.trafficmanager.net/amer")]
    [InlineData("AllowedServiceHosts", Good, Secret, "BotFramework:AllowedServiceHosts:0=a@smba.trafficmanager.net")]
    [InlineData("AllowedServiceHosts", Good, Secret, "BotFramework:AllowedServiceHosts:0=SMBA.trafficmanager.net")]
    public void A_wrong_setting_stops_the_start_with_its_key(string key, params string[] settings)
    {
        var fault = Assert.Throws<OptionsValidationException>(() => Read(isDevelopment: false, settings));
        Assert.StartsWith($"BotFramework:{key} ", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Theory]
    [InlineData]
    [InlineData("BotFramework:AppId=", "BotFramework:AppSecret=", "BotFramework:LoginUrl=", "BotFramework:AllowedServiceHosts=")]
    public void Without_its_settings_the_channel_is_off(params string[] settings)
    {
        Assert.False(Read(isDevelopment: false, settings).IsOn);
        Assert.Empty(new ServiceCollection().AddBotFramework(Read(isDevelopment: false, settings)));
    }

    [Fact]
    public void Two_settings_are_enough_and_development_needs_no_registration()
    {
        var settings = Read(isDevelopment: false, Good, Secret);
        Assert.True(settings.IsOn);
        Assert.Contains("smba.trafficmanager.net", settings.AllowedServiceHosts);
        Assert.True(Read(isDevelopment: true, "BotFramework:AllowedServiceHosts:0=localhost").IsOn);
    }

    private static BotFrameworkSettings Read(bool isDevelopment, params string[] settings) =>
        BotFrameworkSettings.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    settings.Select(line => line.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))
                )
                .Build(),
            isDevelopment
        );
}
