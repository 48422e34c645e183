using System.Text.Json;
using System.Text.Json.Serialization;

namespace MutualAid.Bot.Channels.WeCom.Api;

/// <summary>A frame of the long connection: https://developer.work.weixin.qq.com/document/path/101463</summary>
internal sealed record Frame
{
    public string? Cmd { get; init; }
    public FrameHeaders? Headers { get; init; }
    public JsonElement? Body { get; init; }
    public int? Errcode { get; init; }
    public string? Errmsg { get; init; }
}

internal sealed record FrameHeaders(string? ReqId);

/// <summary>What somebody said or did: https://developer.work.weixin.qq.com/document/path/100719</summary>
internal sealed record Callback
{
    public string? Msgid { get; init; }
    public long? CreateTime { get; init; }
    public string? Aibotid { get; init; }
    public string? Chatid { get; init; }
    public string? Chattype { get; init; }
    public CallbackSender? From { get; init; }
    public string? ResponseUrl { get; init; }
    public string? Msgtype { get; init; }
    public Words? Text { get; init; }
    public Words? Voice { get; init; }
    public Media? Image { get; init; }
    public Mixed? Mixed { get; init; }
    public Quote? Quote { get; init; }
    public CallbackEvent? Event { get; init; }

    [JsonIgnore]
    public Media? Picture => Image ?? Mixed?.MsgItem?.Select(item => item.Image).FirstOrDefault(it => it is not null);
}

internal sealed record CallbackSender(string? Userid);

internal sealed record Words(string? Content);

/// <param name="Aeskey">Over the long connection; else the key of the callbacks opens it.</param>
internal sealed record Media(string? Url, string? Aeskey);

internal sealed record Mixed(IReadOnlyList<MixedItem>? MsgItem);

internal sealed record MixedItem(string? Msgtype, Words? Text, Media? Image);

internal sealed record Quote(string? Msgtype, Words? Text, Words? Voice, Mixed? Mixed);

/// <summary>The documents nest the press under its type, the official client reads it directly: both are taken.</summary>
internal sealed record CallbackEvent
{
    public string? Eventtype { get; init; }
    public string? EventKey { get; init; }
    public string? TaskId { get; init; }
    public CardPress? TemplateCardEvent { get; init; }
}

internal sealed record CardPress(string? EventKey, string? TaskId);

/// <summary>The body of a POST in URL mode.</summary>
internal sealed record Sealed(string? Encrypt);

/// <summary>What an HTTP call came to.</summary>
internal sealed record Verdict([property: JsonRequired] int Errcode, string? Errmsg);
