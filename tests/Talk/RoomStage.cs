using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Channels.WebChat;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;
using MutualAid.Tests.Channels;

namespace MutualAid.Tests.Talk;

/// <summary>The program with its own chat room, spoken to as the room's page does.</summary>
internal sealed class RoomStage : HostStage
{
    private readonly Dictionary<string, (HttpClient Client, string Id)> people = [];
    private int last;

    private RoomStage(MovedClock clock, string folder)
        : base(clock, folder) { }

    public override (string Channel, string ChatId) Place => ("room", "g1");

    protected override bool IsTakenIn => true;

    public static async Task<RoomStage> StartAsync()
    {
        var stage = new RoomStage(NewClock(), Directory.CreateTempSubdirectory("talk-").FullName);
        await stage.StartHostAsync();
        var link = await stage.Writer.DoAsync("setup", db => Task.FromResult(new RoomDesk(db, stage.Clock).OrganiserLink(null)));
        await stage.EnterAsync(Cast.Wen, new { name = Cast.Wen, organiser = link });
        foreach (var who in Cast.All.Where(name => name != Cast.Wen))
            await stage.EnterAsync(who, new { name = who });
        await stage.SettleAsync();
        return stage;
    }

    /// <summary>The group is switched to 微信样式.</summary>
    public async Task SetPlainAsync()
    {
        var answer = await people[Cast.Wen].Client.PostAsJsonAsync("/room/groups/style", new { chat = "g1", plain = true });
        answer.EnsureSuccessStatusCode();
    }

    public override async Task<IReadOnlyList<Shown>> LookAsync()
    {
        var posts = new List<Shown>();
        var group = new SortedList<long, Shown>();
        foreach (var (who, person) in people)
        {
            var batch = await person.Client.GetFromJsonAsync<JsonElement>("/room/events?poll=0&after=");
            foreach (var chat in batch.GetProperty("chats").EnumerateArray())
            {
                var id = chat.GetProperty("chat").GetString()!;
                foreach (var line in Lines(chat))
                {
                    if (Read(line, id.StartsWith('@') ? who : Group) is not { } post)
                        continue;
                    if (id.StartsWith('@'))
                        posts.Add(post);
                    else
                        // What one alone was asked only they read.
                        group[line.GetProperty("position").GetInt64()] = post;
                }
            }
        }

        return [.. posts, .. group.Values];
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var (client, _) in people.Values)
            client.Dispose();
        await base.DisposeAsync();
    }

    protected override Task<string> SayAsync(string who, string text, string? replyTo, string? photo) =>
        PostAsync(who, "g1", text, replyTo, null, photo);

    protected override Task<string> WhisperAsync(string who, string text) => PostAsync(who, "@" + people[who].Id, text, null, null, null);

    protected override Task EditAsync(string who, string said, string text) => PostAsync(who, "g1", text, null, said, null);

    protected override async Task<string> PressAsync(string who, Shown on, string data)
    {
        var clientId = $"press-{last++:0000}";
        var chat = on.Chat == Group ? "g1" : "@" + people[on.Chat].Id;
        var answer = await people[who]
            .Client.PostAsJsonAsync(
                "/room/press",
                new
                {
                    chat,
                    messageId = on.Id,
                    data,
                    clientId,
                }
            );
        answer.EnsureSuccessStatusCode();
        return clientId;
    }

    protected override Task<string?> ToastAsync(string who, string press) =>
        Look(db =>
            db.Outbox.Where(row => row.CallbackId == $"{people[who].Id}:{press}").Select(row => (string?)row.Text).FirstOrDefaultAsync()
        );

    private static JsonElement.ArrayEnumerator Lines(JsonElement chat) => chat.GetProperty("lines").EnumerateArray();

    private static Shown? Read(JsonElement line, string chat)
    {
        var id = line.GetProperty("id").GetString()!;
        if (!id.StartsWith('b') || line.TryGetProperty("gone", out _))
            return null;
        var buttons = line.TryGetProperty("buttons", out var rows)
            ? rows.EnumerateArray().SelectMany(row => row.EnumerateArray()).Select(each => each.Deserialize<Button>(RoomSetup.Json)!)
            : [];
        return new Shown(chat, id, Html.ToPlain(Text(line, "html") ?? "")) { Buttons = [.. buttons], ReplyTo = Text(line, "replyTo") };
    }

    private static string? Text(JsonElement from, string name) => from.TryGetProperty(name, out var value) ? value.GetString() : null;

    private async Task EnterAsync(string who, object knock)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Address };
        var answer = await client.PostAsJsonAsync("/room/enter", knock);
        answer.EnsureSuccessStatusCode();
        var passage = await answer.Content.ReadFromJsonAsync<JsonElement>();
        client.DefaultRequestHeaders.Add(Door.TokenHeader, passage.GetProperty("token").GetString());
        var me = await client.GetFromJsonAsync<JsonElement>("/room/me");
        people[who] = (client, me.GetProperty("id").GetString()!);
    }

    private async Task<string> PostAsync(string who, string chat, string text, string? replyTo, string? editOf, string? photo)
    {
        var clientId = string.Create(CultureInfo.InvariantCulture, $"say-{last++:0000}");
        var file = photo is null ? null : await UploadAsync(who);
        var answer = await people[who]
            .Client.PostAsJsonAsync(
                "/room/say",
                new
                {
                    chat,
                    text,
                    clientId,
                    replyTo,
                    editOf,
                    photo = file,
                }
            );
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    // The smallest JPEG that begins and ends as one.
    private async Task<string> UploadAsync(string who)
    {
        using var photo = new ByteArrayContent(Content.Pictures.Jpeg(12, 8));
        var answer = await people[who].Client.PostAsync("/room/photos", photo);
        answer.EnsureSuccessStatusCode();
        var stored = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return stored.EnumerateObject().First().Value.GetString()!;
    }
}
