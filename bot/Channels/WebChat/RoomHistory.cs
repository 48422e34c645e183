using System.Collections.Concurrent;
using System.Globalization;
using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Channels.WebChat;

/// <summary>Brings the bot's posts of earlier runs into the hall when a chat is first touched.</summary>
public sealed class RoomHistory(Hall hall, IPostHistory posts, IShares shares, TimeProvider clock)
{
    private const int Read = 100;
    private readonly ConcurrentDictionary<string, Lazy<Task>> loads = [];

    internal DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task EnsureAsync(string chatId, CancellationToken stop = default)
    {
        var load = loads.GetOrAdd(chatId, id => new Lazy<Task>(() => LoadAsync(id)));
        try
        {
            await load.Value.WaitAsync(stop);
        }
        catch when (load.Value.IsFaulted)
        {
            loads.TryRemove(new(chatId, load));
            throw;
        }
    }

    private async Task LoadAsync(string chatId)
    {
        foreach (var post in await posts.LatestAsync(RoomChannel.ChannelName, chatId, Read))
        {
            hall.Add(chatId, await LineAsync(post, chatId));
            if (post.Pinned)
                hall.Pin(chatId, post.MessageId);
        }
    }

    private async Task<Line> LineAsync(Post post, string chatId) =>
        new(post.MessageId, post.At)
        {
            Html = post.Html,
            Buttons = post.Buttons,
            ReplyTo = post.ReplyTo,
            Edited = post.Edited,
            Picture = post.Picture,
            Card = post.IsCard,
            Share =
                !chatId.StartsWith('@') && long.TryParse(post.MessageId.AsSpan(1), CultureInfo.InvariantCulture, out var row)
                    ? await shares.KeyAsync(row)
                    : null,
        };
}
