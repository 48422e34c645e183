using System.Collections.Concurrent;

namespace MutualAid.Bot.Channels.BotFramework;

/// <summary>Presses whose request is still open, so that the answer can go back in it.</summary>
internal sealed class Toasts(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> waiting = new(StringComparer.Ordinal);

    public void Expect(string press) => waiting[press] = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>False: nobody waits for it any more.</summary>
    public bool Tell(string press, string text) => waiting.TryGetValue(press, out var answer) && answer.TrySetResult(text);

    /// <summary>Null: it was not said in time, or another copy of the program says it.</summary>
    public async Task<string?> WaitAsync(string press, TimeSpan patience)
    {
        try
        {
            return waiting.TryGetValue(press, out var answer) ? await answer.Task.WaitAsync(patience, time) : null;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    public void Forget(string press) => waiting.TryRemove(press, out _);
}
