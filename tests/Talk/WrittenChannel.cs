using System.Collections.Concurrent;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;

namespace MutualAid.Tests.Talk;

/// <summary>A platform with every ability and no limit that keeps what the bot said and every call.</summary>
internal sealed class WrittenChannel : IChannel
{
    public const string ChannelName = "written";

    private readonly Lock gate = new();
    private readonly Dictionary<string, Shown> posts = [];
    private readonly List<Outgoing> calls = [];
    private int last;

    public string Name => ChannelName;

    public Abilities Can { get; set; } = Abilities.All;

    public Pace Pace => Pace.Free;

    public ConcurrentDictionary<string, string> Toasts { get; } = new();

    /// <summary>What the platform says instead of taking the call; null: it takes it.</summary>
    public Func<Outgoing, Bot.Engine.Delivery?> Refusal { get; set; } = _ => null;

    public IReadOnlyList<Outgoing> Calls
    {
        get
        {
            lock (gate)
                return [.. calls];
        }
    }

    public IReadOnlyList<Shown> Look()
    {
        lock (gate)
            return [.. posts.Values];
    }

    /// <summary>Somebody deletes a message of the bot.</summary>
    public void Delete(string id)
    {
        lock (gate)
            posts.Remove(id);
    }

    public Task<Bot.Engine.Delivery> CarryAsync(Outgoing message, CancellationToken stop)
    {
        lock (gate)
        {
            calls.Add(message);
            return Task.FromResult(Refusal(message) ?? Take(message));
        }
    }

    private Bot.Engine.Delivery Take(Outgoing message)
    {
        var chat = message.ChatId.StartsWith('@') ? message.ChatId[1..] : Stage.Group;
        switch (message.Kind)
        {
            case OutboxKind.Answer:
                Toasts[message.CallbackId!] = message.Text;
                return new(Outcome.Sent);
            case OutboxKind.React:
                return new(Outcome.Sent);
            case OutboxKind.Send:
                var id = $"b{++last}";
                posts[id] = Draw(message, new Shown(chat, id, ""));
                return new(Outcome.Sent, id);
        }

        if (!posts.TryGetValue(message.MessageId!, out var post))
            return new(Outcome.MessageGone);
        if (message.Kind == OutboxKind.Delete)
            posts.Remove(post.Id);
        else
            posts[post.Id] = message.Kind == OutboxKind.Pin ? post with { Pinned = true } : Draw(message, post);
        return new(Outcome.Sent, post.Id);
    }

    private static Shown Draw(Outgoing message, Shown post) =>
        post with
        {
            Text = Html.ToPlain(message.Text),
            Buttons = [.. message.Buttons.SelectMany(row => row)],
            ReplyTo = message.ReplyTo ?? post.ReplyTo,
            Silent = message.Silent,
        };
}
