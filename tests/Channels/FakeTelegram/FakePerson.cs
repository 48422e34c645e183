using System.Text.Json.Nodes;

namespace MutualAid.Tests.Channels.FakeTelegram;

/// <summary>A person with Telegram on the phone.</summary>
internal sealed class FakePerson(FakeTelegramServer telegram, FakeUser user)
{
    private static readonly FakeUser GroupAnonymousBot = new(1087968824, "Group", "GroupAnonymousBot", IsBot: true);

    public FakeUser User => user;

    public long Id => user.Id;

    /// <summary>The private chat with the bot; it has the person's id.</summary>
    public FakeChat Private => telegram.Chat(user.Id);

    public FakeMessage Says(FakeChat chat, string text, long? topic = null) => Post(chat, text, null, topic);

    /// <summary>In private to the bot; opens the chat.</summary>
    public FakeMessage Whispers(string text) => Post(Private, text, null, null);

    public FakeMessage Replies(FakeMessage to, string text) => Post(to.Chat, text, to, to.Topic);

    public FakeMessage SendsPhoto(FakeChat chat, string caption = "", FakeMessage? replyTo = null) =>
        Post(chat, caption, replyTo, replyTo?.Topic, photo: $"photo-{Guid.NewGuid():N}");

    public FakeMessage SendsVoice(FakeChat chat, FakeMessage? replyTo = null) =>
        Post(chat, "", replyTo, replyTo?.Topic, voice: $"voice-{Guid.NewGuid():N}");

    /// <summary>As an anonymous admin: Telegram hides who it is.</summary>
    public FakeMessage SaysAnonymously(FakeChat group, string text) => Post(group, text, null, null, GroupAnonymousBot);

    public void Edits(FakeMessage message, string text)
    {
        lock (telegram.Gate)
        {
            message.Text = text;
            message.Entities = FakeTalk.Entities(text);
            message.Edits++;
            message.EditedAt = telegram.Now;
            if (FakeTalk.BotHears(message))
                telegram.Updates.Add("edited_message", message.ToJson(), message.Chat.Id);
        }
    }

    /// <summary>Presses the button with this label as the message shows it now; the id of the press finds its toast.</summary>
    public string Presses(FakeMessage message, string label) =>
        PressesData(message, message.Button(label).Data ?? throw new InvalidOperationException($"{label} opens an address"));

    /// <summary>Presses with data of one's own making, as a hostile client can.</summary>
    public string PressesData(FakeMessage message, string data)
    {
        lock (telegram.Gate)
        {
            var press = telegram.NewPress();
            telegram.Updates.Add(
                "callback_query",
                new JsonObject
                {
                    ["id"] = press,
                    ["from"] = user.ToJson(),
                    ["chat_instance"] = $"{message.Chat.Id}",
                    ["data"] = data,
                    ["message"] = message.Deleted ? Inaccessible(message) : message.ToJson(),
                },
                message.Chat.Id
            );
            return press;
        }
    }

    public void Blocks() => Private.SetStanding(telegram.Bot, "kicked", user);

    public void Unblocks() => Private.SetStanding(telegram.Bot, "member", user);

    private static JsonObject Inaccessible(FakeMessage message) =>
        new()
        {
            ["chat"] = message.Chat.ToJson(),
            ["message_id"] = message.Id,
            ["date"] = 0,
        };

    private FakeMessage Post(
        FakeChat chat,
        string text,
        FakeMessage? replyTo,
        long? topic,
        FakeUser? shownAs = null,
        string? photo = null,
        string? voice = null
    )
    {
        lock (telegram.Gate)
        {
            if (chat.IsPrivate && !chat.Opened)
            {
                chat.Opened = true;
                chat.Members[telegram.Bot.Id] = "member";
            }
            var message = chat.Add(number => new FakeMessage
            {
                Chat = chat,
                Id = number,
                From = shownAs ?? user,
                At = telegram.Now,
                Text = text,
                Entities = FakeTalk.Entities(text),
                ReplyTo = replyTo,
                Topic = topic,
                Photo = photo,
                Voice = voice,
                InTheNameOf = shownAs is null ? null : chat,
            });
            if (FakeTalk.BotHears(message))
                telegram.Updates.Add("message", message.ToJson(), chat.Id);
            return message;
        }
    }
}
