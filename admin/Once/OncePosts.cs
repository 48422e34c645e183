using System.Collections.Concurrent;

namespace MutualAid.Admin;

/// <summary>A form that comes twice, by a double tap or from behind the back button, acts once; the second time it leads to what the first made.</summary>
/// <remarks>Only what was done is kept: a form that was refused is filled in again and comes with the same number.</remarks>
internal sealed class OncePosts(TimeProvider clock)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(12);
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<string, Post> posts = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Key, Post Post)> inOrder = new();

    public int Count => posts.Count;

    /// <summary>Acts, and returns null; or what became of the same form before, having waited for it.</summary>
    /// <param name="act">Null: nothing was done.</param>
    public async Task<Outcome?> DoAsync(string key, Func<Task<Outcome?>> act)
    {
        while (true)
        {
            var mine = new Post(clock.GetUtcNow());
            var first = posts.GetOrAdd(key, mine);
            if (ReferenceEquals(first, mine))
            {
                await ActAsync(key, mine, act);
                return null;
            }

            if (await first.Done.Task is { } outcome)
                return outcome;
        }
    }

    private async Task ActAsync(string key, Post post, Func<Task<Outcome?>> act)
    {
        Outcome? outcome = null;
        try
        {
            outcome = await act();
        }
        finally
        {
            if (outcome is null)
                posts.TryRemove(KeyValuePair.Create(key, post));
            else
                inOrder.Enqueue((key, post));
            post.Done.SetResult(outcome);
            Forget();
        }
    }

    private void Forget()
    {
        var since = clock.GetUtcNow() - KeptFor;
        while (inOrder.TryPeek(out var oldest) && (oldest.Post.At < since || inOrder.Count > Most) && inOrder.TryDequeue(out oldest))
            posts.TryRemove(KeyValuePair.Create(oldest.Key, oldest.Post));
    }

    private sealed class Post(DateTimeOffset at)
    {
        public DateTimeOffset At { get; } = at;

        public TaskCompletionSource<Outcome?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <param name="To">Where the act led.</param>
/// <param name="Said">What was told there; null: nothing.</param>
internal sealed record Outcome(string To, string[]? Said);
