using Microsoft.Extensions.Options;

namespace MutualAid.Bot.Channels.Telegram;

internal enum TelegramMode
{
    Polling,
    WebHook,
}

/// <summary>The section <c>Telegram</c> of the settings. Without a token the channel is off.</summary>
internal sealed record TelegramSettings
{
    /// <summary>The address that a web hook is registered for, below <c>Public:Url</c>.</summary>
    public const string Path = "/telegram";

    private const int ShortestSecret = 32;
    private const int LongestSecret = 256;

    public string Token { get; init; } = "";
    public Uri ApiBase { get; init; } = new("https://api.telegram.org");
    public Uri? Proxy { get; init; }
    public TelegramMode Mode { get; init; }
    public string WebhookSecret { get; init; } = "";

    /// <summary>What people call the bot by hand, besides its user name: a message that begins with @ and this is to the bot.</summary>
    public string Nickname { get; init; } = "小助手";
    public string PublicUrl { get; init; } = "";

    /// <summary>How long one call may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long Telegram holds an empty poll open.</summary>
    public TimeSpan PollHold { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);

    public bool IsOn => Token.Length > 0;

    /// <summary>The number before the colon is the bot's user id.</summary>
    public long BotId => long.Parse(Token[..Token.IndexOf(':', StringComparison.Ordinal)]);

    /// <summary>The part that must never be seen: also searched for by itself, since a colon may be escaped.</summary>
    public string TokenSecret => Token[(Token.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <param name="token">Instead of the one that is set.</param>
    public static TelegramSettings Read(IConfiguration configuration, string? token = null)
    {
        var section = configuration.GetSection("Telegram");
        var settings = new TelegramSettings
        {
            Token = (token ?? section["Token"])?.Trim() ?? "",
            ApiBase = Address(section, "ApiBaseUrl") ?? new("https://api.telegram.org"),
            Proxy = Address(section, "Proxy"),
            Mode = ModeOf(section["Mode"]),
            WebhookSecret = section["WebhookSecret"] ?? "",
            Nickname = section["Nickname"] ?? "小助手",
            PublicUrl = configuration["Public:Url"] is { Length: > 0 } url ? url : configuration["Public:Listen"] ?? "",
        };
        if (settings.IsOn)
            settings.Check();
        return settings;
    }

    private void Check()
    {
        var colon = Token.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || !long.TryParse(Token[..colon], out _) || Token.Length - colon < 11 || Token.Any(c => !IsTokenCharacter(c)))
            throw Wrong("Telegram:Token", "is not a token as @BotFather gives it (digits, a colon, letters)");
        if (Mode != TelegramMode.WebHook)
            return;
        if (WebhookSecret.Length is < ShortestSecret or > LongestSecret || WebhookSecret.Any(c => c == ':' || !IsTokenCharacter(c)))
            throw Wrong("Telegram:WebhookSecret", "must be 32 to 256 of A-Z a-z 0-9 _ - when Telegram:Mode is WebHook");
        if (!PublicUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && ApiBase.Host == "api.telegram.org")
            throw Wrong("Public:Url", "must begin with https:// when Telegram:Mode is WebHook");
    }

    private static bool IsTokenCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is ':' or '_' or '-';

    private static TelegramMode ModeOf(string? value) =>
        string.IsNullOrWhiteSpace(value) ? TelegramMode.Polling
        : Enum.TryParse<TelegramMode>(value, ignoreCase: true, out var mode) && !char.IsAsciiDigit(value[0]) ? mode
        : throw Wrong("Telegram:Mode", "is Polling or WebHook");

    private static Uri? Address(IConfigurationSection section, string key)
    {
        if (section[key] is not { Length: > 0 } value)
            return null;
        return Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "socks5" or "socks4"
            ? address
            : throw Wrong($"Telegram:{key}", "is not an address like http://host:port");
    }

    private static OptionsValidationException Wrong(string key, string why) => new("Telegram", typeof(TelegramSettings), [$"{key} {why}"]);
}
