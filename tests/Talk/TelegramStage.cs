using MutualAid.Core.Messaging;
using MutualAid.Tests.Channels;
using MutualAid.Tests.Channels.FakeTelegram;
using MutualAid.Tests.Channels.Telegram;

namespace MutualAid.Tests.Talk;

/// <summary>The program before a Telegram that keeps its laws.</summary>
internal sealed class TelegramStage : HostStage
{
    private readonly FakeTelegramServer telegram;
    private readonly Dictionary<string, FakePerson> people;
    private readonly FakeChat group;

    private TelegramStage(MovedClock clock, string folder, FakeTelegramServer telegram)
        : base(clock, folder)
    {
        this.telegram = telegram;
        people = Cast.All.ToDictionary(name => name, name => telegram.AddPerson(name));
        group = telegram.AddGroup("杏花台互助群");
        foreach (var (name, person) in people)
        {
            group.With(person, admin: name == Cast.Wen);
            person.Private.Opened = true;
            person.Private.Members[telegram.Bot.Id] = "member";
        }
    }

    public FakeTelegramServer Telegram => telegram;

    public FakeChat Chat => group;

    public override (string Channel, string ChatId) Place => ("telegram", $"{group.Id}");

    protected override bool IsTakenIn
    {
        get
        {
            lock (telegram.Gate)
                return telegram.Updates.Pending == 0;
        }
    }

    public static async Task<TelegramStage> StartAsync(bool hook, bool privacy = false)
    {
        var clock = NewClock();
        var telegram = await FakeTelegramServer.StartAsync(clock);
        telegram.PrivacyMode = privacy;
        var stage = new TelegramStage(clock, Directory.CreateTempSubdirectory("talk-").FullName, telegram);
        await stage.StartHostAsync(
            $"--Telegram:Token={telegram.Token}",
            $"--Telegram:ApiBaseUrl={telegram.Address}",
            $"--Telegram:Mode={(hook ? "WebHook" : "Polling")}",
            $"--Telegram:WebhookSecret={TelegramBot.Secret}"
        );
        await telegram.WhenAsync(() => hook ? telegram.Hook.Address is not null : telegram.Updates.IsPolled);
        await Setup.OpenAsync(stage, who => $"{stage.people[who].Id}", who => $"{stage.people[who].Id}");
        return stage;
    }

    public FakePerson Person(string who) => people[who];

    public override Task<IReadOnlyList<Shown>> LookAsync()
    {
        lock (telegram.Gate)
        {
            List<Shown> posts = [.. Posts(group, Group), .. people.SelectMany(pair => Posts(pair.Value.Private, pair.Key))];
            return Task.FromResult<IReadOnlyList<Shown>>(posts);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await telegram.DisposeAsync();
    }

    protected override Task<string> SayAsync(string who, string text, string? replyTo, string? photo)
    {
        var answered = replyTo is null ? null : Find(replyTo);
        var said =
            photo is not null ? people[who].SendsPhoto(group, text, answered)
            : answered is not null ? people[who].Replies(answered, text)
            : people[who].Says(group, text);
        return Task.FromResult($"{said.Id}");
    }

    protected override Task<string> WhisperAsync(string who, string text) => Task.FromResult($"{people[who].Whispers(text).Id}");

    protected override Task EditAsync(string who, string said, string text)
    {
        people[who].Edits(Find(said), text);
        return Task.CompletedTask;
    }

    protected override Task<string> PressAsync(string who, Shown on, string data)
    {
        var chat = on.Chat == Group ? group : people[on.Chat].Private;
        return Task.FromResult(people[who].PressesData(chat.Messages.Single(message => $"{message.Id}" == on.Id), data));
    }

    protected override Task<string?> ToastAsync(string who, string press) => Task.FromResult(telegram.Toasts.GetValueOrDefault(press));

    private FakeMessage Find(string id) => group.Messages.Single(message => $"{message.Id}" == id);

    private static IEnumerable<Shown> Posts(FakeChat chat, string name) =>
        chat.BotMessages.Select(message => new Shown(name, $"{message.Id}", message.Text)
        {
            Buttons = [.. message.Buttons.SelectMany(row => row).Select(button => new Button(button.Label, button.Data, button.Url))],
            ReplyTo = message.ReplyTo is { } answered ? $"{answered.Id}" : null,
            Silent = message.Silent,
            Pinned = message.Pinned,
        });
}
