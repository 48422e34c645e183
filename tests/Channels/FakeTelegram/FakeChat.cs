using System.Text.Json.Nodes;

namespace MutualAid.Tests.Channels.FakeTelegram;

/// <summary>A private chat or a group, with everything in it.</summary>
internal sealed class FakeChat(FakeTelegramServer telegram, long id, string type, string title)
{
    private readonly List<FakeMessage> messages = [];
    private long nextMessage = 1;

    public FakeTelegramServer Telegram => telegram;
    public long Id => id;
    public string Type => type;
    public string Title => title;
    public bool IsPrivate => type == "private";
    public bool IsForum { get; init; }
    public HashSet<long> Topics { get; } = [];

    /// <summary>Standing by user id: creator, administrator, member, left, kicked.</summary>
    public Dictionary<long, string> Members { get; } = [];
    public Dictionary<long, FakeUser> Users { get; } = [];

    /// <summary>For a private chat: the person wrote first.</summary>
    public bool Opened { get; set; }
    public FakeChat? MigratedTo { get; set; }

    public string BotIs => Members.GetValueOrDefault(telegram.Bot.Id, "left");
    public bool BotIsAdmin => BotIs == "administrator";

    public IReadOnlyList<FakeMessage> Messages
    {
        get
        {
            lock (telegram.Gate)
                return [.. messages];
        }
    }

    /// <summary>What the bot said and did not take back.</summary>
    public IReadOnlyList<FakeMessage> BotMessages =>
        [.. Messages.Where(message => message.IsBots && !message.Deleted && message.Service is null)];

    public FakeMessage? Find(long message) => messages.Find(one => one.Id == message && !one.Deleted);

    public FakeMessage Add(Func<long, FakeMessage> make)
    {
        var message = make(nextMessage++);
        messages.Add(message);
        return message;
    }

    /// <summary>A person is in the group from now on.</summary>
    public FakeChat With(FakePerson person, bool admin = false)
    {
        SetStanding(person.User, admin ? "administrator" : "member", person.User);
        return this;
    }

    public void Promote(FakePerson person) => SetStanding(person.User, "administrator", person.User);

    public void Demote(FakePerson person) => SetStanding(person.User, "member", person.User);

    public void Leaves(FakePerson person) => SetStanding(person.User, "left", person.User);

    public void AddBot(FakePerson by, bool admin = false) => SetStanding(telegram.Bot, admin ? "administrator" : "member", by.User);

    public void RemoveBot(FakePerson by) => SetStanding(telegram.Bot, "kicked", by.User);

    public long AddTopic(string name)
    {
        lock (telegram.Gate)
        {
            var value = new JsonObject { ["name"] = name, ["icon_color"] = 7322096 };
            var message = Add(number => new FakeMessage
            {
                Chat = this,
                Id = number,
                From = telegram.Bot,
                At = telegram.Now,
                Service = ("forum_topic_created", value),
            });
            Topics.Add(message.Id);
            return message.Id;
        }
    }

    /// <summary>The group becomes a supergroup: a new id, new message ids, and a service message in both.</summary>
    public FakeChat Migrate()
    {
        lock (telegram.Gate)
        {
            var successor = telegram.AddGroup(Title, supergroup: true, withBot: false);
            foreach (var (user, standing) in Members)
                successor.Members[user] = standing;
            foreach (var (user, known) in Users)
                successor.Users[user] = known;
            MigratedTo = successor;
            telegram.Announce(this, "migrate_to_chat_id", successor.Id);
            telegram.Announce(successor, "migrate_from_chat_id", Id);
            return successor;
        }
    }

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = id, ["type"] = type };
        json[IsPrivate ? "first_name" : "title"] = title;
        if (IsForum)
            json["is_forum"] = true;
        return json;
    }

    public JsonObject TopicStub(long topic, DateTimeOffset at) =>
        new()
        {
            ["message_id"] = topic,
            ["chat"] = ToJson(),
            ["date"] = at.ToUnixTimeSeconds(),
            ["message_thread_id"] = topic,
            ["is_topic_message"] = true,
            ["forum_topic_created"] = new JsonObject { ["name"] = "话题", ["icon_color"] = 7322096 },
            ["from"] = telegram.Bot.ToJson(),
        };

    internal void SetStanding(FakeUser user, string standing, FakeUser by)
    {
        lock (telegram.Gate)
        {
            var before = Members.GetValueOrDefault(user.Id, "left");
            Users[user.Id] = user;
            Members[user.Id] = standing;
            if (before != standing)
                telegram.AnnounceStanding(this, user, before, standing, by);
        }
    }

    internal static JsonObject Standing(FakeUser user, string standing)
    {
        var member = new JsonObject { ["status"] = standing, ["user"] = user.ToJson() };
        if (standing == "administrator")
            (member["can_delete_messages"], member["can_pin_messages"]) = (true, true);
        return member;
    }
}
