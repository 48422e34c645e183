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
}
