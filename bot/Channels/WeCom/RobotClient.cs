using System.Collections.Concurrent;
using System.Text;
using MutualAid.Bot.Channels.WeCom.Api;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Channels.WeCom;

/// <summary>Speaks as a group robot (群机器人), which only talks: https://developer.work.weixin.qq.com/document/path/91770</summary>
internal sealed class RobotClient(WeComCall call, WeComPictures pictures, WeComSettings settings)
{
    private const int MostBytes = 4096;
    private const int LargestPhoto = 2 << 20;

    // Three bytes a character, and room for marks.
    private const int LongestPart = 1200;

    private readonly ConcurrentDictionary<long, int> said = new();

    public async Task<Delivery> SayAsync(Outgoing message, CancellationToken stop)
    {
        if (!settings.Robots.TryGetValue(message.ChatId, out var key))
            return new(Outcome.ChatGone, Reason: "its key is no longer in the settings");
        var address = new Uri(settings.ApiBase, $"/cgi-bin/webhook/send?key={Uri.EscapeDataString(key)}");
        var delivery = new Delivery(Outcome.Failed, Reason: "the message is empty");
        var bodies = await BodiesAsync(message, stop);
        for (var at = said.GetValueOrDefault(message.RowId); at < bodies.Count; at++)
        {
            delivery = Judge(await call.PostAsync(address, bodies[at], stop));
            if (delivery.Outcome != Outcome.Sent)
                break;
            if (message.RowId != 0)
                said[message.RowId] = at + 1;
        }

        if (delivery.Outcome != Outcome.Retry)
            said.TryRemove(message.RowId, out _);
        return delivery with { MessageId = WeComForms.NewId(message.RowId) };
    }

    private async Task<List<Body>> BodiesAsync(Outgoing message, CancellationToken stop)
    {
        var seen = await pictures.OfAsync(message, stop);
        var small = seen.FindAll(it => it.Bytes.Length <= LargestPhoto);
        var words = Parts(WeComPictures.Linked(message, seen.Except(small)));
        return
        [
            .. words.Select(part => new Body { Msgtype = "markdown", Markdown = new Words(part) }),
            .. small.Select(it => new Body { Msgtype = "image", Image = SentImage.Whole(it.Bytes) }),
        ];
    }

    // 93000: the robot was taken out of its group, or its key is another one now.
    private static Delivery Judge(Ack ack) =>
        ack is { Fate: Fate.Answered, Code: 93000 } ? new(Outcome.ChatGone, Reason: $"{ack}") : WeComVerdict.Of(ack);

    private static List<string> Parts(Outgoing message)
    {
        var links = message.Buttons.SelectMany(row => row).Where(button => button.Url is { } url && url != Turn.OpenPrivate);
        var html = message.Text + string.Concat(links.Select(WeComForms.Link));
        for (var longest = LongestPart; ; longest /= 2)
        {
            var parts = Html.Split(html, longest)
                .Select(part => WeComMarkdown.Of(part, calls: true))
                .Where(part => !string.IsNullOrWhiteSpace(part))
                .ToList();
            if (longest < 4 || parts.TrueForAll(part => Encoding.UTF8.GetByteCount(part) <= MostBytes))
                return parts;
        }
    }
}
