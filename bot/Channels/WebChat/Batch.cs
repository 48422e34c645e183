namespace MutualAid.Bot.Channels.WebChat;

/// <summary>What a page has not seen yet. Lines are states, not deltas: showing one twice changes nothing.</summary>
/// <param name="Cursor">What the page asks with next.</param>
/// <param name="Reset">The page's cursor is of another run: it forgets what it shows and starts from these lines.</param>
/// <param name="Refresh">Groups, people or roles changed: ask <c>/room/me</c> again.</param>
/// <param name="Gaps">Chats in which older lines were dropped before the page saw them.</param>
public sealed record Batch(
    string Cursor,
    bool Reset,
    bool Refresh,
    IReadOnlyList<ChatLines> Chats,
    IReadOnlyList<Toast> Toasts,
    IReadOnlyList<string> Gaps
)
{
    public bool IsEmpty => !Reset && !Refresh && Chats.Count == 0 && Toasts.Count == 0 && Gaps.Count == 0;
}

public sealed record ChatLines(string Chat, IReadOnlyList<Line> Lines, string? Pinned);

/// <summary>The answer to a press, for one person.</summary>
public sealed record Toast(string ClientId, string Text, bool Alert = false);
