namespace MutualAid.Tests.Channels.Telegram;

/// <summary>Waits for a state that tells nobody when it changes.</summary>
internal static class Until
{
    public static async Task TrueAsync(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!holds())
            await tick.WaitForNextTickAsync(limit.Token);
    }

    /// <summary>The same of a state that lies in a database.</summary>
    public static async Task TrueAsync(Func<Task<bool>> holds, TimeSpan most)
    {
        using var limit = new CancellationTokenSource(most);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await holds())
            await tick.WaitForNextTickAsync(limit.Token);
    }
}
