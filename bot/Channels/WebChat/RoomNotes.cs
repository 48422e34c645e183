namespace MutualAid.Bot.Channels.WebChat;

/// <summary>Lines of the room itself, seen by everyone in a group.</summary>
public sealed class RoomNotes(Hall hall, RoomHistory history)
{
    public async Task AddAsync(string chatId, string phrase, string by, string about, CancellationToken stop = default)
    {
        await history.EnsureAsync(chatId, stop);
        hall.Add(
            chatId,
            new Line($"n.{Guid.NewGuid():N}", history.Now)
            {
                Note = phrase,
                Name = by,
                Text = about,
            }
        );
    }
}
