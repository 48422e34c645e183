using System.Diagnostics;

namespace MutualAid.Tests.Faults;

/// <summary>The real program as a process of its own, to be killed, paused and started again.</summary>
internal sealed class Copy : IAsyncDisposable
{
    private const string Terminate = "TERM";
    private const string Stop = "STOP";
    private const string Continue = "CONT";

    private readonly Process process;
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> lines = [];

    private Copy(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, said) => Note(said.Data);
        process.ErrorDataReceived += (_, said) => Note(said.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The program ended: {string.Join('\n', Lines)}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (lines)
                return [.. lines];
        }
    }

    public bool IsAlive => !process.HasExited;

    public int ExitCode => process.ExitCode;

    /// <param name="folder">Its data and working folder.</param>
    public static Copy Start(string folder, IEnumerable<string> settings, FastClock? clock = null)
    {
        var here = AppContext.BaseDirectory;
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "exec",
            "--runtimeconfig",
            Path.Combine(here, "MutualAid.Tests.runtimeconfig.json"),
            "--depsfile",
            Path.Combine(here, "MutualAid.Tests.deps.json"),
            Path.Combine(here, "MutualAid.Bot.dll"),
            .. settings,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["DOTNET_TieredPGO"] = "0";
        if (clock is not null)
        {
            start.Environment[FastClock.Variable] = clock.ForChild;
            start.Environment["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = "MutualAid.Tests";
        }

        return new Copy(new Process { StartInfo = start });
    }

    /// <summary>It listens and takes in updates.</summary>
    public Task ReadyAsync() => ready.Task.WaitAsync(TimeSpan.FromMinutes(2));

    public async Task KillAsync()
    {
        process.Kill();
        await EndAsync();
    }

    /// <summary>As systemd stops it.</summary>
    public async Task StopAsync()
    {
        Send(Terminate);
        await EndAsync();
    }

    public Task EndAsync() => process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token);

    public void Pause() => Send(Stop);

    public void Resume() => Send(Continue);

    public async ValueTask DisposeAsync()
    {
        if (IsAlive)
            await KillAsync();
        process.Dispose();
    }

    private void Send(string signal)
    {
        if (!IsAlive)
            return;
        using var kill = Process.Start("kill", ["-s", signal, $"{process.Id}"]);
        kill.WaitForExit();
    }

    private void Note(string? line)
    {
        if (line is null)
            return;
        lock (lines)
            lines.Add(line);
        if (line.StartsWith("聊天室", StringComparison.Ordinal))
            ready.TrySetResult();
    }
}
