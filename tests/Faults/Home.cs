using MutualAid.Core.Data;
using MutualAid.Tests.Channels.FakeTelegram;
using MutualAid.Tests.Channels.Telegram;

namespace MutualAid.Tests.Faults;

/// <summary>A data folder of its own with the settings that point the real program at a fake Telegram.</summary>
internal sealed class Home : IDisposable
{
    private readonly bool isOwn;

    public Home(FakeTelegramServer telegram, bool byHook, string? postgres = null, string? folder = null)
    {
        isOwn = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("mutual-aid-copy-").FullName;
        Port = FreePort.Take();
        Settings =
        [
            $"--Public:Listen=http://127.0.0.1:{Port}",
            $"--Console:Listen=http://127.0.0.1:{FreePort.Take()}",
            "--Run:Console=false",
            $"--Telegram:Token={telegram.Token}",
            $"--Telegram:ApiBaseUrl={telegram.Address}",
            $"--Telegram:Mode={(byHook ? "WebHook" : "Polling")}",
            $"--Telegram:WebhookSecret={TelegramBot.Secret}",
            $"--Backup:Folder={Path.Combine(Folder, "backups")}",
            .. postgres is null
                ? new[] { $"--Storage:ConnectionString={File}" }
                : ["--Storage:Provider=PostgreSql", $"--Storage:ConnectionString={postgres}"],
        ];
    }

    public string Folder { get; }

    public string File => Path.Combine(Folder, "mutualaid.db");

    public int Port { get; }

    public Uri Hook => new($"http://127.0.0.1:{Port}/telegram");

    public IReadOnlyList<string> Settings { get; }

    public Copy Start(FastClock? clock = null) => Copy.Start(Folder, Settings, clock);

    public Db Read() => new SqliteStore(File).Read();

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (isOwn)
            Directory.Delete(Folder, recursive: true);
    }
}
