using System.Buffers;
using System.Text;
using MutualAid.Bot.Channels.WeCom.Api;

namespace MutualAid.Bot.Channels.WeCom;

/// <summary>URL mode: one word to each address that a callback brought, and the changed card inside the request of its press. What is more
/// waits until somebody speaks: https://developer.work.weixin.qq.com/document/path/101138</summary>
internal sealed class WeComAddresses(WeComCall call, WeComWays ways, WeComSettings settings) : IWeComLine
{
    public Task<Ack> AnswerAsync(Way way, Body body, CancellationToken stop) =>
        Task.FromResult(new Ack(Fate.Answered, WeComVerdict.InvalidRequest));

    public Task<Ack> PushAsync(string chatId, Body body, CancellationToken stop) =>
        ways.TakeAddress(chatId) is { } text && IsOurs(text, out var address)
            ? call.PostAsync(address, body, stop)
            : Task.FromResult(new Ack(Fate.NotSent, Words: "in URL mode the assistant speaks only when spoken to"));

    public Task<Ack> ChangeAsync(Way press, TemplateCard card, CancellationToken stop)
    {
        var body = new Body { ResponseType = "update_template_card", TemplateCard = card };
        var json = Encoding.UTF8.GetString(WeComJson.Write(body, WeComJson.Wire.Body));
        return Task.FromResult(
            press.Open?.TrySetResult(json) == true ? new Ack(Fate.Answered) : new Ack(Fate.Answered, WeComVerdict.InvalidRequest)
        );
    }

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
