using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MutualAid.Bot.Channels.WeCom.Api;

namespace MutualAid.Bot.Channels.WeCom;

/// <summary>Speaks over the long connection while there is one.</summary>
internal sealed class WeComWire : IWeComLine
{
    private readonly Func<bool> isOnDuty;
    private readonly WeComMedia media;
    private Connection? live;

    /// <param name="isOnDuty">Whether this copy of the program carries now; another one must neither speak nor have a connection.</param>
    public WeComWire(Func<bool> isOnDuty, TimeProvider time)
    {
        this.isOnDuty = isOnDuty;
        media = new WeComMedia((command, step, stop) => AskAsync(command, Connection.NewId(), step, WeComJson.Wire.Upload, stop), time);
    }

    public bool IsOnDuty => isOnDuty();

    public Connection? Live
    {
        get => Volatile.Read(ref live);
        set => Volatile.Write(ref live, value);
    }

    public Task<Ack> AnswerAsync(Way way, Body body, CancellationToken stop) =>
        way.Kind == WayKind.Welcome
            ? AskAsync("aibot_respond_welcome_msg", way.Id, AsWelcome(body), stop)
            : AskAsync("aibot_respond_msg", way.Id, AsStream(body), stop);

    public Task<Ack> PushAsync(string chatId, Body body, CancellationToken stop)
    {
        var isPrivate = chatId.StartsWith(WeComReading.Private);
        var push = body with { Chatid = isPrivate ? chatId[1..] : chatId, ChatType = isPrivate ? 1 : 2 };
        return AskAsync("aibot_send_msg", Connection.NewId(), push, stop);
    }

    public Task<Ack> ChangeAsync(Way press, TemplateCard card, CancellationToken stop) =>
        AskAsync("aibot_respond_update_msg", press.Id, new() { ResponseType = "update_template_card", TemplateCard = card }, stop);

    public Task<string?> UploadAsync(WeComPicture picture, CancellationToken stop) => media.NumberOfAsync(picture, stop);

    /// <summary>A plain text as answer is a stream of one frame, which is also its last.</summary>
    private static Body AsStream(Body body) =>
        body.Markdown is { Content: { } text }
            ? new() { Msgtype = "stream", Stream = new StreamText(Connection.NewId(), Finish: true, text) }
            : body;

    private static Body AsWelcome(Body body) => body.Markdown is { } words ? new() { Msgtype = "text", Text = words } : body;

    private Task<Ack> AskAsync(string command, string id, Body body, CancellationToken stop) =>
        AskAsync(command, id, body, WeComJson.Wire.Body, stop);

    private async Task<Ack> AskAsync<T>(string command, string id, T body, JsonTypeInfo<T> shape, CancellationToken stop) =>
        Live is { } connection && IsOnDuty
            ? await connection.AskAsync(command, id, JsonSerializer.SerializeToElement(body, shape), stop)
            : new(Fate.NotSent, Words: "no connection");
}
