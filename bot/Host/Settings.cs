using System.Globalization;
using System.Net;

namespace MutualAid.Bot.Host;

/// <summary>A setting that cannot be used: the start ends with one line that names it.</summary>
public sealed class SettingException(string key, string why) : Exception($"{key}: {why}")
{
    public string Key { get; } = key;
}

/// <summary>The settings of the host itself, checked once at the start; channels check their own.</summary>
public sealed record Settings
{
    public required bool OnPostgres { get; init; }

    /// <summary>A connection string for PostgreSQL, a file path for SQLite.</summary>
    public required string Storage { get; init; }
    public required bool RunsChannels { get; init; }
    public required bool RunsTimetable { get; init; }
    public required bool RunsConsole { get; init; }
    public required Uri PublicListen { get; init; }
    public required Uri ConsoleListen { get; init; }
    public required Uri PublicUrl { get; init; }
    public required Uri ConsoleUrl { get; init; }
    public required string TimeZone { get; init; }
    public required string Language { get; init; }
    public required string BackupFolder { get; init; }
    public required int BackupKeep { get; init; }

    /// <summary>Where the data lies that is not in the database (setup token, photos).</summary>
    public string DataFolder => OnPostgres ? Path.GetFullPath("data") : Path.GetDirectoryName(Path.GetFullPath(Storage))!;

    /// <exception cref="SettingException">A value that cannot be used.</exception>
    public static Settings Read(IConfiguration from)
    {
        var provider = from["Storage:Provider"] ?? "Sqlite";
        var postgres = provider switch
        {
            "Sqlite" => false,
            "PostgreSql" => true,
            _ => throw new SettingException("Storage:Provider", $"\"{provider}\" is neither Sqlite nor PostgreSql"),
        };
        var connection = from["Storage:ConnectionString"];
        if (postgres && string.IsNullOrWhiteSpace(connection))
            throw new SettingException(
                "Storage:ConnectionString",
                "is missing; for example Host=127.0.0.1;Database=mutualaid;Username=bot;Password=…"
            );
        var listen = Address(from, "Public:Listen", "http://127.0.0.1:5080");
        var console = Address(from, "Console:Listen", "http://127.0.0.1:5081");
        if (listen.Port == console.Port)
            throw new SettingException("Console:Listen", $"has the port of Public:Listen ({listen.Port})");
        var consoleUrl = Address(from, "Console:Url", console.ToString());
        if (consoleUrl.Scheme == Uri.UriSchemeHttp && !consoleUrl.IsLoopback)
            throw new SettingException("Console:Url", $"\"{consoleUrl}\" is not on this machine, so it must begin with https://");
        return new Settings
        {
            OnPostgres = postgres,
            Storage = postgres ? connection! : SqliteFile(connection),
            RunsChannels = Flag(from, "Run:Channels"),
            RunsTimetable = Flag(from, "Run:Timetable"),
            RunsConsole = Flag(from, "Run:Console"),
            PublicListen = listen,
            ConsoleListen = console,
            PublicUrl = Address(from, "Public:Url", listen.ToString()),
            ConsoleUrl = consoleUrl,
            TimeZone = Zone(from["Locale:TimeZone"] ?? "Asia/Shanghai"),
            Language = Language_(from["Locale:Language"] ?? "zh-CN"),
            BackupFolder = from["Backup:Folder"] ?? "data/backups",
            BackupKeep = Number(from, "Backup:Keep", 14),
        };
    }

    private static string SqliteFile(string? connection)
    {
        if (string.IsNullOrWhiteSpace(connection))
            return Path.Combine("data", "mutualaid.db");
        const string prefix = "Data Source=";
        return connection.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? connection[prefix.Length..].TrimEnd(';') : connection;
    }

    private static bool Flag(IConfiguration from, string key) =>
        from[key] switch
        {
            null or "" => true,
            { } text when bool.TryParse(text, out var value) => value,
            { } text => throw new SettingException(key, $"\"{text}\" is neither true nor false"),
        };

    private static int Number(IConfiguration from, string key, int usual) =>
        from[key] is not { Length: > 0 } text ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 ? value
        : throw new SettingException(key, $"\"{text}\" is not a whole number above 0");

    private static Uri Address(IConfiguration from, string key, string usual)
    {
        var text = from[key] is { Length: > 0 } set ? set : usual;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new SettingException(key, $"\"{text}\" is not an address such as {usual}");
    }

    private static string Zone(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out _)
            ? id
            : throw new SettingException("Locale:TimeZone", $"\"{id}\" is not a zone such as Asia/Shanghai");

    private static string Language_(string id) =>
        id is "zh-CN" or "en" ? id : throw new SettingException("Locale:Language", $"\"{id}\" is neither zh-CN nor en");

    /// <summary>The address Kestrel binds: a name or an IP address with its port.</summary>
    public static IPEndPoint Bind(Uri listen) =>
        new(
            listen.Host is "localhost" ? IPAddress.Loopback
                : IPAddress.TryParse(listen.Host.Trim('[', ']'), out var ip) ? ip
                : IPAddress.Any,
            listen.Port
        );
}
