namespace MutualAid.Bot.Channels.WebChat;

/// <summary>The last lines of one chat, in order. Guarded by the hall's gate.</summary>
internal sealed class Chat
{
    private readonly List<Line> lines = [];

    public string? Pinned { get; private set; }
    public long PinnedChanged { get; private set; }

    /// <summary>Lines up to this change were dropped: a page that saw less has a gap.</summary>
    public long DroppedUpTo { get; private set; }

    public IEnumerable<Line> Since(long after) => lines.Where(l => !l.Waiting && l.Changed > after && (after > 0 || !l.Gone));

    public Line? Find(string id) => lines.FirstOrDefault(l => l.Id == id);

    public void Add(Line line) => lines.Add(line);

    public void Replace(Line line)
    {
        var index = lines.FindIndex(l => l.Id == line.Id);
        if (index >= 0)
            lines[index] = line;
    }

    public void Remove(string id) => lines.RemoveAll(l => l.Id == id);

    public void Pin(string id, long change) => (Pinned, PinnedChanged) = (id, change);

    /// <summary>Forgets what is too old or too much; the pinned post stays.</summary>
    public IReadOnlyList<Line> Drop(int keep, DateTime olderThan)
    {
        var tooMany = lines.Count - keep;
        var dropped = lines
            .Where((line, index) => line.Id != Pinned && !line.Waiting && (index < tooMany || (!line.IsBot && line.At < olderThan)))
            .ToList();
        foreach (var line in dropped)
        {
            lines.Remove(line);
            DroppedUpTo = Math.Max(DroppedUpTo, line.Changed);
        }
        return dropped;
    }
}
