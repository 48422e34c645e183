using System.Net;
using System.Text.Json;
using MutualAid.Bot.Channels.WebChat;

namespace MutualAid.Tests.Channels.Room;

/// <summary>A person who speaks the room's HTTP without a page.</summary>
internal sealed class RoomCaller : IDisposable
{
    private readonly HttpClient client;
    private int said;

    public RoomCaller(RoomHost host) => client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = host.Address };

    public string Token { get; private set; } = "";
    public string Id { get; private set; } = "";
    public string? ReturnCode { get; private set; }
    public string? Pin { get; private set; }
    public string Cursor { get; set; } = "";

    public static async Task<RoomCaller> EnterAsync(RoomHost host, string name)
    {
        var caller = new RoomCaller(host);
        Assert.Equal(HttpStatusCode.OK, await caller.KnockAsync(new { name }));
        return caller;
    }

    public async Task<HttpStatusCode> KnockAsync(object knock)
    {
        var (status, answer) = await PostAsync("/room/enter", knock);
        if (status != HttpStatusCode.OK)
            return status;
        Use(answer.GetProperty("token").GetString()!);
        ReturnCode = Text(answer, "returnCode");
        Pin = Text(answer, "pin");
        var (_, me) = await GetAsync("/room/me");
        Id = me.GetProperty("id").GetString()!;
        return status;
    }

    public void Use(string token)
    {
        Token = token;
        client.DefaultRequestHeaders.Remove(Door.TokenHeader);
        client.DefaultRequestHeaders.Add(Door.TokenHeader, token);
    }

    public void Header(string name, string value) => client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);

    public async Task<HttpStatusCode> SayAsync(
        string text,
        string chat = "g1",
        string? clientId = null,
        string? replyTo = null,
        string? editOf = null
    ) =>
        (
            await PostAsync(
                "/room/say",
                new
                {
                    chat,
                    text,
                    clientId = clientId ?? $"say-{said++:0000}",
                    replyTo,
                    editOf,
                }
            )
        ).Status;

    /// <summary>What is new since the last time, as <c>who: words</c>.</summary>
    public async Task<IReadOnlyList<string>> HearAsync(string chat = "g1")
    {
        var (_, batch) = await GetAsync($"/room/events?poll=0&after={Cursor}");
        Cursor = batch.GetProperty("cursor").GetString()!;
        return
        [
            .. batch
                .GetProperty("chats")
                .EnumerateArray()
                .Where(c => c.GetProperty("chat").GetString() == chat)
                .SelectMany(c => c.GetProperty("lines").EnumerateArray())
                .OrderBy(l => l.GetProperty("position").GetInt64())
                .Select(l => $"{Text(l, "name") ?? "bot"}: {Text(l, "text") ?? Text(l, "html")}"),
        ];
    }

    public async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(string path, object body) =>
        await ReadAsync(await client.PostAsJsonAsync(path, body));

    public async Task<(HttpStatusCode Status, JsonElement Answer)> UploadAsync(byte[] bytes) =>
        await ReadAsync(await client.PostAsync("/room/photos", new ByteArrayContent(bytes)));

    public async Task<(HttpStatusCode Status, JsonElement Answer)> GetAsync(string path) => await ReadAsync(await client.GetAsync(path));

    public Task<HttpResponseMessage> OpenAsync(string path) => client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);

    public static string? Text(JsonElement from, string name) => from.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static async Task<(HttpStatusCode, JsonElement)> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType == "application/json";
        return (response.StatusCode, isJson ? JsonDocument.Parse(text).RootElement : default);
    }

    public void Dispose() => client.Dispose();
}
