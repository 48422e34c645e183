using System.Text.Json;
using MutualAid.Bot.Channels.WeCom.Api;

namespace MutualAid.Bot.Channels.WeCom;

/// <summary>Speaks over the long connection while there is one.</summary>
/// <param name="isOnDuty">Whether this copy of the program carries now; another one must neither speak nor have a connection.</param>
internal sealed class WeComWire(Func<bool> isOnDuty) : IWeComLine
{
    private Connection? live;

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

    /// <summary>A plain text as answer is a stream of one frame, which is also its last.</summary>
    private static Body AsStream(Body body) =>
        body.Markdown is { Content: { } text }
            ? new() { Msgtype = "stream", Stream = new StreamText(Connection.NewId(), Finish: true, text) }
            : body;

    private static Body AsWelcome(Body body) => body.Markdown is { } words ? new() { Msgtype = "text", Text = words } : body;

    private async Task<Ack> AskAsync(string command, string id, Body body, CancellationToken stop) =>
        Live is { } connection && IsOnDuty
            ? await connection.AskAsync(command, id, JsonSerializer.SerializeToElement(body, WeComJson.Wire.Body), stop)
            : new(Fate.NotSent, Words: "no connection");
}
