using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace MutualAid.Bot.Channels.BotFramework;

/// <summary>The section <c>BotFramework</c> of the settings. Without an app id the channel is off; only in Development it may run without.</summary>
internal sealed partial record BotFrameworkSettings
{
    /// <summary>Where the platforms deliver, below <c>Public:Url</c>.</summary>
    public const string Path = "/api/messages";

    private const string Section = "BotFramework";

    /// <summary>Microsoft's own, by name: anybody may register a host below trafficmanager.net, so nothing is trusted by its ending.</summary>
    private static readonly string[] UsualHosts = ["smba.trafficmanager.net", "webchat.botframework.com", "directline.botframework.com"];

    public string AppId { get; init; } = "";
    public string AppSecret { get; init; } = "";

    /// <summary>The tenant of a single-tenant registration; the usual one is that of the old multi-tenant bots.</summary>
    public string TenantId { get; init; } = "botframework.com";
    public Uri OpenIdMetadata { get; init; } = new("https://login.botframework.com/v1/.well-known/openidconfiguration");
    public Uri Login { get; init; } = new("https://login.microsoftonline.com");
    public IReadOnlyList<string> AllowedServiceHosts { get; init; } = UsualHosts;

    /// <summary>What people call the bot by hand, besides its name on the platform.</summary>
    public string Nickname { get; init; } = "小助手";

    /// <summary>The Emulator on this machine may talk to the bot, with its own tokens or none.</summary>
    public bool IsDevelopment { get; init; }

    public bool IsOn { get; init; }

    /// <summary>How long one call may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a press that waits for its toast is held open after its commit.</summary>
    public TimeSpan ToastPatience { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Who signs what the platforms send.</summary>
    public string Issuer => IsUsGovernment ? "https://api.botframework.us" : "https://api.botframework.com";

    /// <summary>What a token to the connector is asked for.</summary>
    public string Scope => $"{Issuer}/.default";

    private bool IsUsGovernment => OpenIdMetadata.Host == "login.botframework.azure.us";

    public static BotFrameworkSettings Read(IConfiguration configuration, bool isDevelopment)
    {
        var section = configuration.GetSection(Section);
        var hosts = Hosts(section);
        var settings = new BotFrameworkSettings
        {
            AppId = section["AppId"]?.Trim() ?? "",
            AppSecret = section["AppSecret"] ?? "",
            TenantId = section["TenantId"] is { Length: > 0 } tenant ? tenant.Trim() : "botframework.com",
            OpenIdMetadata = Address(section, "OpenIdMetadataUrl") ?? new BotFrameworkSettings().OpenIdMetadata,
            Login = Address(section, "LoginUrl") ?? new BotFrameworkSettings().Login,
            AllowedServiceHosts = hosts.Count == 0 ? UsualHosts : hosts,
            IsDevelopment = isDevelopment,
        };
        var isNamed = section.GetChildren().Any(it => it.Value is { Length: > 0 } || it.GetChildren().Any());
        if (settings.AppId.Length > 0)
            settings.Check();
        else if (isNamed && !isDevelopment)
            throw Wrong("AppId", "is missing: without it anybody could speak in the name of the platform");
        return settings with { IsOn = isNamed };
    }

    private void Check()
    {
        if (!Plain().IsMatch(AppId))
            throw Wrong("AppId", "is not an application id such as 00000000-0000-0000-0000-000000000000");
        if (!Plain().IsMatch(TenantId))
            throw Wrong("TenantId", "is not a tenant's id or domain");
        if (AppSecret.Length == 0)
            throw Wrong("AppSecret", "is missing: answers need it");
    }

    private static List<string> Hosts(IConfigurationSection section)
    {
        var hosts = section.GetSection("AllowedServiceHosts").GetChildren().Select(it => it.Value?.Trim() ?? "").Where(it => it.Length > 0);
        return [.. hosts.Select(host => Host().IsMatch(host) ? host : throw Wrong("AllowedServiceHosts", $"\"{host}\" {NotHost}"))];
    }

    private const string NotHost = "is not one host in full, in lower case, such as smba.trafficmanager.net (no scheme, path or star)";

    private static Uri? Address(IConfigurationSection section, string key)
    {
        if (section[key] is not { Length: > 0 } value)
            return null;
        return
            Uri.TryCreate(value, UriKind.Absolute, out var address)
            && (address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback))
            ? address
            : throw Wrong(key, "is not an address that begins with https://");
    }

    private static OptionsValidationException Wrong(string key, string why) =>
        new(Section, typeof(BotFrameworkSettings), [$"{Section}:{key} {why}"]);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9.-]{0,99}\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[1-9][0-9]{0,4})?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Host();
}
