using System.Collections.Concurrent;

namespace MutualAid.Bot.Channels.WebChat;

/// <summary>Which groups have 微信样式 on; read once, since the engine asks while it decides.</summary>
public sealed class RoomStyles
{
    private readonly ConcurrentDictionary<string, bool> plain = [];

    public bool IsPlain(string chatId) => plain.GetValueOrDefault(chatId);

    public void Set(string chatId, bool isPlain) => plain[chatId] = isPlain;

    public async Task ReadAsync(IRoomPeople people, CancellationToken stop = default)
    {
        foreach (var group in await people.GroupsAsync(stop))
            Set(group.ChatId, group.Plain);
    }
}
