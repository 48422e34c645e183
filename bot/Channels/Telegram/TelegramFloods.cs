namespace MutualAid.Bot.Channels.Telegram;

/// <summary>Telegram does not say whether a 429 is meant for one chat or for all: three chats refused within a second are taken for all.</summary>
internal sealed class TelegramFloods(TimeProvider time)
{
    private const int Many = 3;
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, DateTimeOffset> refused = [];
    private readonly Lock gate = new();

    public bool IsOverall(string chat)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            refused[chat] = now;
            foreach (var old in refused.Where(one => one.Value < now - Together).Select(one => one.Key).ToList())
                refused.Remove(old);
            return refused.Count >= Many;
        }
    }
}
