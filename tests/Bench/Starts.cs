using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace MutualAid.Bench;

/// <summary>The program as it is started by people: from the command to the first answer, and what it keeps when nobody speaks.</summary>
internal static class Starts
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(6);

    public static async Task RunAsync()
    {
        using var client = new HttpClient(new SocketsHttpHandler());
        var folder = Directory.CreateTempSubdirectory("mutual-aid-start-");
        for (var round = 1; round <= 3; round++)
        {
            var port = FreePort();
            var start = Stopwatch.GetTimestamp();
            using var program = Start(folder.FullName, port);
            await FirstAnswerAsync(client, new Uri($"http://127.0.0.1:{port}/health/ready"));
            var answered = Stopwatch.GetElapsedTime(start);
            await Task.Delay(Idle);
            program.Refresh();
            Console.WriteLine(
                $"start {round} ({(round == 1 ? "empty folder" : "known folder")}): first answer {answered.TotalMilliseconds:0} ms, "
                    + $"idle {program.WorkingSet64 / 1048576} MB, CPU {program.TotalProcessorTime.TotalSeconds:0.0} s"
            );
            program.Kill();
            await program.WaitForExitAsync();
        }

        folder.Delete(recursive: true);
    }

    private static Process Start(string folder, int port)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "MutualAid.Bot.dll"));
        start.ArgumentList.Add($"--Public:Listen=http://127.0.0.1:{port}");
        start.ArgumentList.Add("--Run:Console=false");
        return Process.Start(start)!;
    }

    private static async Task FirstAnswerAsync(HttpClient client, Uri address)
    {
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(address);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(10);
            }
        }
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
