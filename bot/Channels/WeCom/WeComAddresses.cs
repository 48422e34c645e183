using System.Buffers;
using System.Text;
using MutualAid.Bot.Channels.WeCom.Api;
using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Channels.WeCom;

/// <summary>URL mode: one word to each address that a callback brought, and the changed card inside the request of its press. What is more
/// waits until somebody speaks: https://developer.work.weixin.qq.com/document/path/101138</summary>
internal sealed class WeComAddresses(WeComCall call, WeComWays ways, WeComSettings settings) : IWeComLine
{
    public Task<Ack> AnswerAsync(Way way, Body body, CancellationToken stop) =>
        Task.FromResult(new Ack(Fate.Answered, WeComVerdict.InvalidRequest));

    /// <summary>One source gives an address five minutes, another an hour: what refuses when it is older may be over.</summary>
    private static readonly TimeSpan Sure = TimeSpan.FromMinutes(4.5);

    public async Task<Ack> PushAsync(string chatId, Body body, CancellationToken stop)
    {
        while (ways.TakeAddress(chatId) is { } kept)
        {
            if (!IsOurs(kept.Text, out var address))
                continue;
            var ack = await call.PostAsync(address, body, stop);
            if (ack is not { Fate: Fate.Answered, IsYes: false } || kept.Age < Sure || WeComVerdict.Of(ack).Outcome != Outcome.Failed)
                return ack;
        }

        return new(Fate.NotSent, Words: "in URL mode the assistant speaks only when spoken to");
    }

    public Task<Ack> ChangeAsync(Way press, TemplateCard card, CancellationToken stop)
    {
        var body = new Body { ResponseType = "update_template_card", TemplateCard = card };
        var json = Encoding.UTF8.GetString(WeComJson.Write(body, WeComJson.Wire.Body));
        return Task.FromResult(
            press.Open?.TrySetResult(json) == true ? new Ack(Fate.Answered) : new Ack(Fate.Answered, WeComVerdict.InvalidRequest)
        );
    }

    /// <summary>An address takes words and cards alone.</summary>
    public Task<string?> UploadAsync(WeComPicture picture, CancellationToken stop) => Task.FromResult<string?>(null);

    // Compared letter by letter: what is written otherwise may lead elsewhere.
    private static readonly SearchValues<char> InCode = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~%+/=&"
    );
    private readonly string own = new Uri(settings.ApiBase, "/cgi-bin/aibot/response?response_code=").AbsoluteUri;

    /// <summary>Whoever could forge a callback must not choose where we call: the platform's own host and nothing else.</summary>
    internal bool IsOurs(string text, out Uri address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address!)
        && text.StartsWith(own, StringComparison.Ordinal)
        && text.AsSpan(own.Length).IndexOfAnyExcept(InCode) < 0;
}
