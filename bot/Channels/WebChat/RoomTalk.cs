using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Channels.WebChat;

/// <summary>What a page sends when somebody says something. <c>ClientId</c> is the page's own number for it: a retry repeats it.</summary>
internal sealed record Said(string Chat, string ClientId, string? Text, string? ReplyTo, string? EditOf, string? Photo, string? Language);

internal sealed record Pressed(string Chat, string MessageId, string Data, string ClientId, string? Language);

/// <summary>Hands in what people do and shows it to the others once it is committed.</summary>
internal sealed class RoomTalk(IIntake intake, Hall hall, RoomHistory history)
{
    public static string IdOf(Seat seat, string clientId) => $"{seat.Id}.{clientId}";

    /// <summary>Ends after the commit. The place in the chat is taken before, so that the bot's answer stands below.</summary>
    public async Task<string> SayAsync(Seat seat, Said said, CancellationToken stop)
    {
        await history.EnsureAsync(said.Chat, stop);
        var id = IdOf(seat, said.ClientId);
        var line = new Line(id, history.Now)
        {
            SeatId = seat.Id,
            Name = seat.Name,
            Text = said.Text ?? "",
            ReplyTo = said.ReplyTo,
            Photo = said.Photo,
        };
        var isNew = hall.Add(said.Chat, line with { Waiting = true });
        if (!isNew && hall.Find(said.Chat, id) is { Waiting: false })
            return id;
        try
        {
            await intake.ReceiveAsync(Read(seat, said, IncomingKind.Text, id), stop);
        }
        catch
        {
            if (isNew)
                hall.Withdraw(said.Chat, id);
            throw;
        }
        if (!hall.Change(said.Chat, id, l => l with { Waiting = false }))
            hall.Add(said.Chat, line);
        return id;
    }

    public async Task EditAsync(Seat seat, Said said, CancellationToken stop)
    {
        await history.EnsureAsync(said.Chat, stop);
        var replyTo = hall.Find(said.Chat, said.EditOf!)?.ReplyTo;
        // What was refused was not changed: others must not read it as if it were.
        if (await intake.ReceiveAsync(Read(seat, said with { ReplyTo = replyTo }, IncomingKind.Edited, said.EditOf!), stop))
            hall.Change(
                said.Chat,
                said.EditOf!,
                l => l with { Text = said.Text ?? "", Edited = l.Edited || !IsOnlyAddressed(l, said), Refused = false }
            );
    }

    // Who has it registered by a tap has changed nothing of what they said.
    private static bool IsOnlyAddressed(Line line, Said said) =>
        Mention.Cut(said.Text ?? "") is { } cut && cut.Trim() == (line.Text ?? "").Trim();

    /// <summary>Said to the group, it reads like a request: the writer alone is shown how to register it.</summary>
    public bool MayBeMeant(Seat seat, Said said) =>
        said.Chat != seat.PrivateChat
        && said.ReplyTo?.StartsWith('b') != true
        && Mention.Cut(said.Text ?? "") is null
        && Overheard.MayBeMeant(said.Text ?? "", history.Now);

    public Task PressAsync(Seat seat, Pressed pressed, CancellationToken stop) =>
        intake.ReceiveAsync(
            Happened(seat, pressed.Chat, Press.Id(seat, pressed.ClientId), IncomingKind.Press, pressed.Language) with
            {
                MessageId = pressed.MessageId,
                Button = pressed.Data,
                CallbackId = Press.Id(seat, pressed.ClientId),
                ToBot = true,
            },
            stop
        );

    /// <summary>The bot comes into a new group with the person who made it.</summary>
    public Task AddedAsync(Seat seat, RoomGroup group, string? language, CancellationToken stop)
    {
        var added = Happened(seat, group.ChatId, "added:" + group.ChatId, IncomingKind.Added, language);
        return intake.ReceiveAsync(added with { Place = added.Place with { Title = group.Title, Language = Known(language) } }, stop);
    }

    private static string? Known(string? language) =>
        language?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? "en"
        : language?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? "zh-CN"
        : null;

    public Task JoinedAsync(Seat seat, string chatId, string? language, CancellationToken stop) =>
        intake.ReceiveAsync(Happened(seat, chatId, $"joined:{Guid.NewGuid():N}", IncomingKind.Membership, language), stop);

    /// <summary>What a person says to the bot by filling in a form.</summary>
    public async Task PrivatelyAsync(Seat seat, string text, string? language, CancellationToken stop)
    {
        await history.EnsureAsync(seat.PrivateChat, stop);
        await intake.ReceiveAsync(
            Happened(seat, seat.PrivateChat, $"form:{Guid.NewGuid():N}", IncomingKind.Text, language) with
            {
                Text = text,
                ToBot = true,
            },
            stop
        );
    }

    private Incoming Read(Seat seat, Said said, IncomingKind kind, string id)
    {
        var isPrivate = said.Chat == seat.PrivateChat;
        var cut = Mention.Cut(said.Text ?? "");
        var editMark = kind == IncomingKind.Edited ? ":edit" : "";
        return Happened(seat, said.Chat, Press.Id(seat, said.ClientId) + editMark, kind, said.Language) with
        {
            Text = cut ?? said.Text ?? "",
            MessageId = id,
            ReplyTo = said.ReplyTo,
            ToBot = isPrivate || cut is not null || said.ReplyTo?.StartsWith('b') == true,
            File = said.Photo,
        };
    }

    private Incoming Happened(Seat seat, string chatId, string updateId, IncomingKind kind, string? language) =>
        new()
        {
            Place = new Place(RoomChannel.ChannelName, chatId, chatId.StartsWith('@')),
            From = new Sender(seat.Id, seat.Name, seat.In(chatId)?.Organiser, language),
            UpdateId = updateId,
            Kind = kind,
            At = history.Now,
        };
}
