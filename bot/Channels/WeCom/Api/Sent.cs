using System.Security.Cryptography;
using System.Text.Json;

namespace MutualAid.Bot.Channels.WeCom.Api;

internal sealed record SentFrame(string Cmd, FrameHeaders Headers, JsonElement? Body);

internal sealed record Subscribe(string BotId, string Secret);

/// <summary>A message in any of its forms; what is null is left out.</summary>
internal sealed record Body
{
    public string? Chatid { get; init; }

    /// <summary>1 single, 2 group.</summary>
    public int? ChatType { get; init; }
    public string? Msgtype { get; init; }
    public Words? Text { get; init; }
    public Words? Markdown { get; init; }
    public StreamText? Stream { get; init; }
    public SentImage? Image { get; init; }
    public string? ResponseType { get; init; }
    public TemplateCard? TemplateCard { get; init; }
}

/// <summary>By a number that an upload gave, or, from a group robot, whole.</summary>
internal sealed record SentImage
{
    public string? MediaId { get; init; }
    public string? Base64 { get; init; }
    public string? Md5 { get; init; }

    public static SentImage Whole(byte[] bytes) => new() { Base64 = Convert.ToBase64String(bytes), Md5 = Md5Of(bytes) };

    /// <summary>Of the bytes, before they are written as letters.</summary>
    public static string Md5Of(byte[] bytes) =>
#pragma warning disable CA5351 // The platform's own choice.
        Convert.ToHexStringLower(MD5.HashData(bytes));
#pragma warning restore CA5351
}

/// <summary>One step of an upload: its announcement, a piece, its end.</summary>
internal sealed record Upload
{
    public string? Type { get; init; }
    public string? Filename { get; init; }
    public int? TotalSize { get; init; }
    public int? TotalChunks { get; init; }
    public string? Md5 { get; init; }
    public string? UploadId { get; init; }
    public int? ChunkIndex { get; init; }
    public string? Base64Data { get; init; }
}

internal sealed record StreamText(string Id, bool Finish, string Content);

/// <summary>https://developer.work.weixin.qq.com/document/path/101032</summary>
internal sealed record TemplateCard(string CardType, CardTitle? MainTitle, string TaskId)
{
    public string? SubTitleText { get; init; }
    public IReadOnlyList<CardButton>? ButtonList { get; init; }
    public IReadOnlyList<CardJump>? JumpList { get; init; }
    public CardAction? CardAction { get; init; }
}

internal sealed record CardTitle(string Title);

internal sealed record CardButton(string Text, int Style, string Key);

internal sealed record CardJump(int Type, string Title, string Url);

internal sealed record CardAction(int Type, string Url);

/// <summary>The passive reply of the URL mode.</summary>
internal sealed record SealedReply(string Encrypt, string Msgsignature, long Timestamp, string Nonce);
