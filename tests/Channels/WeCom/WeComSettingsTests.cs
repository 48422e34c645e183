using Microsoft.Extensions.Options;
using MutualAid.Bot.Channels.WeCom;

namespace MutualAid.Tests.Channels.WeCom;

/// <summary>What stands wrong in the settings is told at the start.</summary>
public sealed class WeComSettingsTests
{
    [Theory]
    [InlineData("WeCom:Secret", "WeCom:BotId=aib1")]
    [InlineData("WeCom:BotId", "WeCom:Secret=s")]
    [InlineData("WeCom:EncodingAesKey", "WeCom:Token=t")]
    [InlineData("WeCom:EncodingAesKey", "WeCom:Token=t", "WeCom:EncodingAesKey=short")]
    [InlineData("WeCom:Token", "WeCom:Token=t", "WeCom:EncodingAesKey=" + CallbackCryptoTests.Key, "WeCom:BotId=b", "WeCom:Secret=s")]
    [InlineData("WeCom:SocketUrl", "WeCom:BotId=b", "WeCom:Secret=s", "WeCom:SocketUrl=ws://x.example")]
    [InlineData("WeCom:ApiBaseUrl", "WeCom:ApiBaseUrl=http://x.example")]
    [InlineData("WeCom:Robots:杏花台", "WeCom:Robots:杏花台=https://qyapi.weixin.qq.com/x?key=1")]
    public void A_wrong_setting_stops_the_start_with_its_key(string key, params string[] settings)
    {
        var values = settings.Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => (string?)pair[1]);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var fault = Assert.Throws<OptionsValidationException>(() => new ServiceCollection().AddWeCom(configuration));
        Assert.StartsWith(key + " ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_settings_the_channel_is_off() => Assert.Empty(new ServiceCollection().AddWeCom(new ConfigurationBuilder().Build()));
}
