using System.Collections.Concurrent;
using MutualAid.Bot.Channels.WeCom.Api;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Channels.WeCom;

/// <summary>Carries what the house says as WeCom's group assistant (智能机器人). It does not pace: the courier does.</summary>
internal sealed class WeComChannel(
    IWeComLine line,
    WeComWays ways,
    WeComSettings settings,
    RobotClient robots,
    WeComPictures pictures,
    ILogger<WeComChannel> log
) : IChannel
{
    public const string ChannelName = "wecom";

    /// <summary>How many messages of a row went out before it had to wait, so that a later try does not say them again.</summary>
    private readonly ConcurrentDictionary<long, int> said = new();

    public string Name => ChannelName;

    /// <summary>No edits, no deletions, no pins, no reactions, no toasts: https://developer.work.weixin.qq.com/document/path/101463</summary>
    public Abilities Can => Abilities.Buttons | Abilities.Hear;

    public Pace Pace { get; } = new(PerChatPerMinute: 30, PerChatPerHour: 1000);

    public Abilities CanDoWith(string chatId, string messageId) =>
        ways.IsPressed(messageId) ? Can | Abilities.Edit | Abilities.Delete : Can;

    /// <summary>The assistant shows the name; a group robot that speaks for it calls the person.</summary>
    public string Mention(string externalId, string name) =>
        $"<a href=\"{WeComMarkdown.Person}{Html.Escape(externalId)}\">{Html.Escape(name)}</a>";

    public async Task<Delivery> CarryAsync(Outgoing message, CancellationToken stop) =>
        message.Kind switch
        {
            OutboxKind.Send when IsForRobot(message) => await robots.SayAsync(message, stop),
            OutboxKind.Send => await SendAsync(message, stop),
            OutboxKind.Edit or OutboxKind.Delete => await ChangeAsync(message, stop),
            OutboxKind.Answer => new(Outcome.Sent),
            _ => new(Outcome.Failed, Reason: $"{message.Kind} is unknown here"),
        };

    // Where a group robot stands beside the assistant, it says what nobody has to answer or press.
    private bool IsForRobot(Outgoing message) =>
        message is { Why: not Why.Reply, ReplyTo: null, Buttons.Count: 0 } && settings.Robots.ContainsKey(message.ChatId);

    private async Task<Delivery> SendAsync(Outgoing message, CancellationToken stop)
    {
        var id = WeComForms.NewId(message.RowId);
        var bodies = await BodiesAsync(message, id, stop);
        var delivery = new Delivery(Outcome.Failed, Reason: "the message is empty");
        for (var at = said.GetValueOrDefault(message.RowId); at < bodies.Count; at++)
        {
            var ack = await SayAsync(message, bodies[at], at == 0 ? ways.Take(message.ReplyTo) : null, stop);
            delivery = WeComVerdict.Of(ack);
            if (delivery.Outcome != Outcome.Sent)
                break;
            if (message.RowId != 0)
                said[message.RowId] = at + 1;
        }

        if (delivery.Outcome != Outcome.Retry)
            said.TryRemove(message.RowId, out _);
        if (delivery.Outcome == Outcome.Failed)
            log.LogError("Row {Row} was refused by WeCom: {Reason}", message.RowId, delivery.Reason);
        return delivery with { MessageId = id };
    }

    private async Task<IReadOnlyList<Body>> BodiesAsync(Outgoing message, string id, CancellationToken stop)
    {
        var (shown, linked) = (new List<Body>(), new List<WeComPicture>());
        foreach (var picture in await pictures.OfAsync(message, stop))
        {
            if (await line.UploadAsync(picture, stop) is { } media)
                shown.Add(
                    new Body
                    {
                        Msgtype = "image",
                        Image = new SentImage { MediaId = media },
                    }
                );
            else
                linked.Add(picture);
        }

        return [.. WeComForms.Of(WeComPictures.Linked(message, linked), id), .. shown];
    }

    private async Task<Ack> SayAsync(Outgoing message, Body body, Way? way, CancellationToken stop)
    {
        var ack = way is null ? null : await line.AnswerAsync(way, body, stop);
        return ack is null || WeComVerdict.IsTooLate(ack) ? await line.PushAsync(message.ChatId, body, stop) : ack;
    }

    private async Task<Delivery> ChangeAsync(Outgoing message, CancellationToken stop)
    {
        if (ways.TakePress(message.MessageId!) is not { } press)
            return message.Kind == OutboxKind.Delete ? new(Outcome.Sent) : new(Outcome.MessageGone, Reason: "pressed too long ago");
        var ack = await line.ChangeAsync(press, WeComForms.Changed(message, press.TaskId, settings.PublicUrl), stop);
        var delivery = WeComVerdict.IsTooLate(ack) ? new(Outcome.MessageGone, Reason: $"{ack}") : WeComVerdict.Of(ack);
        // The press is spent: what did not change is said anew.
        return delivery.Outcome is Outcome.Sent
            ? delivery
            : new(Outcome.MessageGone, Reason: delivery.Reason, InDoubt: delivery.Outcome == Outcome.Unknown);
    }
}
