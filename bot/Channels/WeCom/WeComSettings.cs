using Microsoft.Extensions.Options;

namespace MutualAid.Bot.Channels.WeCom;

/// <summary>The section <c>WeCom</c> of the settings. Without an assistant and without group robots the channel is off.</summary>
internal sealed record WeComSettings
{
    /// <summary>The callback address of the URL mode, below <c>Public:Url</c>.</summary>
    public const string Path = "/wecom";

    public string BotId { get; init; } = "";
    public string Secret { get; init; } = "";
    public Uri SocketUrl { get; init; } = new("wss://openws.work.weixin.qq.com");

    /// <summary>With <see cref="EncodingAesKey"/>: callbacks come to <see cref="Path"/> instead of over the long connection.</summary>
    public string Token { get; init; } = "";
    public string EncodingAesKey { get; init; } = "";
    public Uri ApiBase { get; init; } = new("https://qyapi.weixin.qq.com");

    /// <summary>Where the photos lie that people send: whole hosts, for anybody may have one beside them.</summary>
    public IReadOnlyList<Uri> MediaUrls { get; init; } = [new("https://ww-aibot-img-1258476243.cos.ap-guangzhou.myqcloud.com/")];

    /// <summary>Group robots: a name of one's own, or the id of a group where the assistant is, to the key of the web hook.</summary>
    public IReadOnlyDictionary<string, string> Robots { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The assistant's name, which stands in front of what is said to it in a group.</summary>
    public string Nickname { get; init; } = "小助手";

    /// <summary>User ids of those who organise: the platform does not tell who administers a group.</summary>
    public IReadOnlySet<string> Organisers { get; init; } = new HashSet<string>(StringComparer.Ordinal);
    public string PublicUrl { get; init; } = "";

    public TimeSpan PingEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the answer to a frame is waited for.</summary>
    public TimeSpan AckWithin { get; init; } = TimeSpan.FromSeconds(5);
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After another program took the bot over: two that take it from each other serve nobody.</summary>
    public TimeSpan TakenOverPause { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long one call over HTTP may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Ids of groups look alike: a robot that is called by one speaks beside the assistant there.</summary>
    public static bool IsChatId(string name) =>
        name.Length > 12 && name.StartsWith("wr", StringComparison.Ordinal) && !name.Any(char.IsWhiteSpace);

    public bool IsConnected => BotId.Length > 0;
    public bool IsCalled => Token.Length > 0;
    public bool IsOn => IsConnected || IsCalled || Robots.Count > 0;

    public static WeComSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("WeCom");
        var usual = new WeComSettings();
        var settings = usual with
        {
            BotId = section["BotId"]?.Trim() ?? "",
            Secret = section["Secret"]?.Trim() ?? "",
            SocketUrl = Address(section, "SocketUrl", "wss", "ws") ?? usual.SocketUrl,
            Token = section["Token"]?.Trim() ?? "",
            EncodingAesKey = section["EncodingAesKey"]?.Trim() ?? "",
            ApiBase = Address(section, "ApiBaseUrl", "https", "http") ?? usual.ApiBase,
            MediaUrls = Media(section) is { Count: > 0 } own ? own : usual.MediaUrls,
            Robots = section.GetSection("Robots").GetChildren().ToDictionary(it => it.Key, it => it.Value ?? "", StringComparer.Ordinal),
            Nickname = section["Nickname"]?.Trim() ?? usual.Nickname,
            Organisers = section.GetSection("Organisers").GetChildren().Select(it => it.Value ?? "").ToHashSet(StringComparer.Ordinal),
            PublicUrl = configuration["Public:Url"] is { Length: > 0 } url
                ? url
                : configuration["Public:Listen"] ?? "http://127.0.0.1:5080",
        };
        settings.Check();
        return settings;
    }

    private void Check()
    {
        if (BotId.Length > 0 != Secret.Length > 0)
            throw Wrong(BotId.Length > 0 ? "Secret" : "BotId", "is missing: the long connection needs WeCom:BotId and WeCom:Secret");
        if (Token.Length > 0 != EncodingAesKey.Length > 0)
            throw Wrong(Token.Length > 0 ? "EncodingAesKey" : "Token", "is missing: callbacks need WeCom:Token and WeCom:EncodingAesKey");
        if (IsConnected && IsCalled)
            throw Wrong("Token", "excludes WeCom:BotId: the assistant either is called at an address or keeps a connection");
        if (IsCalled && !IsKey(EncodingAesKey))
            throw Wrong("EncodingAesKey", $"must be the {CallbackCrypto.KeyCharacters} characters that the platform shows");
        foreach (
            var (name, key) in Robots.Where(it => it.Value.Length < 10 || it.Value.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-'))
        )
            throw Wrong($"Robots:{name}", "must be the key at the end of the robot's web hook address");
    }

    private static bool IsKey(string key) =>
        key.Length == CallbackCrypto.KeyCharacters && Convert.TryFromBase64String(key + "=", new byte[33], out var length) && length == 32;

    private static Uri? Address(IConfigurationSection section, string key, string safe, string local)
    {
        if (section[key] is not { Length: > 0 } value)
            return null;
        return Uri.TryCreate(value, UriKind.Absolute, out var it) && (it.Scheme == safe || (it.Scheme == local && it.IsLoopback))
            ? it
            : throw Wrong(key, $"is not an address that begins with {safe}://");
    }

    private static List<Uri> Media(IConfigurationSection section) =>
        [
            .. section
                .GetSection("MediaUrls")
                .GetChildren()
                .Select(it => Address(section, $"MediaUrls:{it.Key}", "https", "http"))
                .OfType<Uri>()
                .Select(it =>
                    it.PathAndQuery == "/" ? it : throw Wrong("MediaUrls", $"\"{it}\" is not a host alone, such as https://media.example")
                ),
        ];

    private static OptionsValidationException Wrong(string key, string why) => new("WeCom", typeof(WeComSettings), [$"WeCom:{key} {why}"]);
}
