using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using MutualAid.Tests.Channels.FakeTelegram;

namespace MutualAid.Tests.Faults.Storage;

public class DiskFullTests
{
    private const int Megabytes = 240;

    [SkippableFact]
    public async Task With_a_full_disk_nothing_is_confirmed_people_are_told_once_and_all_comes_right_with_space()
    {
        var folder = Directory.CreateTempSubdirectory("mutual-aid-disk-").FullName;
        Skip.IfNot(Mount(folder), "skipped: a small disk cannot be mounted here (it needs root)");
        try
        {
            await RunAsync(folder);
        }
        finally
        {
            Run("umount", "-l", folder);
            Directory.Delete(folder);
        }
    }

    private static async Task RunAsync(string folder)
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        telegram.PrivacyMode = false;
        var group = telegram.AddGroup("一群");
        var ana = telegram.AddPerson("李姐");
        group.With(ana);
        using var home = new Home(telegram, byHook: false, folder: folder);
        await using var copy = home.Start();
        await copy.ReadyAsync();
        ana.Says(group, "需求 口罩 100个");
        await telegram.WhenAsync(() => group.BotMessages.Count == 1);
        using var client = new HttpClient(new SocketsHttpHandler());
        var ready = new Uri($"http://127.0.0.1:{home.Port}/health/ready");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(ready)).StatusCode);

        var ballast = Path.Combine(folder, "ballast");
        Fill(ballast);
        foreach (var quantity in new[] { 200, 300, 400 })
            ana.Says(group, $"需求 口罩 {quantity}个");
        await telegram.WhenAsync(() => group.BotMessages.Any(IsApology));
        Assert.Equal(3, telegram.Updates.Pending);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync(ready)).StatusCode);
        Assert.True(copy.IsAlive);

        File.Delete(ballast);
        var freed = Stopwatch.GetTimestamp();
        await telegram.WhenAsync(() => telegram.Updates.Pending == 0 && group.BotMessages.Count == 5);
        Assert.True(Stopwatch.GetElapsedTime(freed) < TimeSpan.FromSeconds(15));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(ready)).StatusCode);
        Assert.Single(group.BotMessages, IsApology);
        await copy.KillAsync();
        await using var db = home.Read();
        Assert.Equal([100, 200, 300, 400], await db.NeedLines.Select(line => line.Quantity).Order().ToListAsync());
    }

    private static bool IsApology(FakeMessage message) => message.Text.StartsWith("暂时无法保存", StringComparison.Ordinal);

    /// <summary>To the last byte, whatever the database keeps for itself meanwhile.</summary>
    private static void Fill(string file)
    {
        using var ballast = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[1 << 20];
        for (var size = block.Length; size > 0; )
        {
            try
            {
                ballast.Write(block, 0, size);
            }
            catch (IOException)
            {
                size /= 2;
            }
        }
    }

    private static bool Mount(string folder) =>
        OperatingSystem.IsLinux()
        && Environment.UserName == "root"
        && Run("mount", "-t", "tmpfs", "-o", $"size={Megabytes}m", "tmpfs", folder);

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true }
        )!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
