using System.Collections.Concurrent;
using System.Globalization;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;

namespace MutualAid.Tests.Channels.Room;

/// <summary>Answers 需求 with a card, claims by button, and remembers what it said: what the room needs of an engine.</summary>
internal sealed class SmallVoice : IIntake, IPostHistory, IShares, IPhotoUse
{
    private readonly ConcurrentDictionary<string, bool> seen = [];
    private readonly ConcurrentDictionary<long, (string ChatId, Post Post)> posts = [];
    private long rows;

    public Func<Outgoing, Task<Delivery>> Speak { get; set; } = _ => Task.FromResult(new Delivery(Outcome.Failed));
    public ConcurrentQueue<Incoming> Heard { get; } = [];

    /// <summary>The database is down: nothing is stored.</summary>
    public bool Fails { get; set; }

    public async Task<bool> ReceiveAsync(Incoming incoming, CancellationToken stop = default)
    {
        if (Fails)
            throw new IOException("The disk is full: " + incoming.Text);
        if (!seen.TryAdd(incoming.UpdateId, true))
            return true;
        Heard.Enqueue(incoming);
        await (
            incoming.Kind switch
            {
                IncomingKind.Text when incoming.Text.StartsWith("需求 ", StringComparison.Ordinal) => NeedAsync(incoming),
                IncomingKind.Text when incoming.Text is "/start" => PostAsync(
                    incoming,
                    "您好，我是<b>小助手</b>。缺什么、有什么，都可以对我说。\n例：<code>需求 口罩 200个</code>"
                ),
                IncomingKind.Text when incoming.ToBot => PostAsync(
                    incoming,
                    "可以这样发：\n<code>需求 口罩 200个</code>\n<code>需求列表</code>"
                ),
                IncomingKind.Press => ClaimAsync(incoming),
                _ => Task.CompletedTask,
            }
        );
        return true;
    }

    public Task NeedAsync(Incoming from)
    {
        var what = Html.Escape(from.Text["需求 ".Length..]);
        return PostAsync(
            from,
            $"<b>#{rows + 1} {what}</b>\n待核实 · {Html.Escape(from.From.Name)} 提出",
            [
                [new Button("核实", "v"), new Button("认领", "c")],
            ]
        );
    }

    public async Task PostAsync(Incoming from, string html, IReadOnlyList<IReadOnlyList<Button>>? buttons = null)
    {
        var row = Interlocked.Increment(ref rows);
        var post = new Post("b" + row, html, buttons ?? [], from.MessageId, from.At, Edited: false);
        posts[row] = (from.Place.ChatId, post);
        await Speak(Message(OutboxKind.Send, from.Place.ChatId, post, row) with { ReplyTo = from.MessageId });
    }

    /// <summary>What it said last reads otherwise.</summary>
    public Task EditAsync(string html, IReadOnlyList<IReadOnlyList<Button>>? buttons = null)
    {
        var (chatId, post) = posts[rows];
        var now = post with { Html = html, Buttons = buttons ?? [], Edited = true };
        posts[rows] = (chatId, now);
        return Speak(Message(OutboxKind.Edit, chatId, now, rows) with { MessageId = post.MessageId });
    }

    public async Task RefuseAsync(Incoming from, string html, IReadOnlyList<IReadOnlyList<Button>> buttons)
    {
        var row = Interlocked.Increment(ref rows);
        var post = new Post("b" + row, html, buttons, from.MessageId, from.At, Edited: false);
        posts[row] = (from.Place.ChatId, post);
        await Speak(Message(OutboxKind.Send, from.Place.ChatId, post, row) with { ReplyTo = from.MessageId, Refuses = true });
    }

    /// <summary>What it said last goes.</summary>
    public Task TakeBackAsync()
    {
        var (chatId, post) = posts[rows];
        posts.TryRemove(rows, out _);
        return Speak(Message(OutboxKind.Delete, chatId, post, rows) with { MessageId = post.MessageId });
    }

    public async Task PinAsync(string chatId, string html)
    {
        var row = Interlocked.Increment(ref rows);
        var post = new Post("b" + row, html, [], null, DateTime.UnixEpoch, Edited: false, Pinned: true);
        posts[row] = (chatId, post);
        await Speak(Message(OutboxKind.Send, chatId, post, row));
        await Speak(Message(OutboxKind.Pin, chatId, post, row) with { MessageId = post.MessageId });
    }

    private async Task ClaimAsync(Incoming press)
    {
        var row = long.Parse(press.MessageId![1..], CultureInfo.InvariantCulture);
        var (chatId, post) = posts[row];
        var now = post with
        {
            Html = post.Html.Split('\n')[0] + $"\n{Html.Escape(press.From.Name)} 认领",
            Buttons =
            [
                [new Button("改数量", "n"), new Button("撤销", "u")],
            ],
            Edited = true,
        };
        posts[row] = (chatId, now);
        await Speak(Message(OutboxKind.Edit, chatId, now, row) with { MessageId = post.MessageId });
        await Speak(
            new Outgoing
            {
                Kind = OutboxKind.Answer,
                ChatId = chatId,
                CallbackId = press.CallbackId,
                Text = "认领好了",
            }
        );
    }

    public Task<IReadOnlyList<Post>> LatestAsync(string channel, string chatId, int count, CancellationToken stop = default) =>
        Task.FromResult<IReadOnlyList<Post>>([
            .. posts.OrderBy(p => p.Key).Where(p => p.Value.ChatId == chatId).TakeLast(count).Select(p => p.Value.Post),
        ]);

    public ValueTask<string> KeyAsync(long rowId, CancellationToken stop = default) => ValueTask.FromResult($"k{rowId}");

    public Task<Share?> OpenAsync(string key, CancellationToken stop = default) =>
        Task.FromResult(
            long.TryParse(key.AsSpan(1), CultureInfo.InvariantCulture, out var row) && posts.TryGetValue(row, out var found)
                ? new Share(found.Post.Html, found.Post.At)
                : null
        );

    public Task<bool> IsUsedAsync(string file, CancellationToken stop = default) => Task.FromResult(false);

    private static Outgoing Message(OutboxKind kind, string chatId, Post post, long row) =>
        new()
        {
            Kind = kind,
            ChatId = chatId,
            Text = post.Html,
            Buttons = post.Buttons,
            IsCard = post.Html.StartsWith("<b>#", StringComparison.Ordinal),
            RowId = row,
        };
}
