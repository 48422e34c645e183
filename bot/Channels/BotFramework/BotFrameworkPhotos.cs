using System.Text.Json;
using System.Text.Json.Nodes;
using MutualAid.Bot.Channels.BotFramework.Api;
using MutualAid.Bot.Channels.Photos;
using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Channels.BotFramework;

/// <summary>
/// Photos, which the platform gives only to whoever shows the bot's token: a copy is kept, and others see it at an address of our own.
/// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
/// </summary>
internal sealed class BotFrameworkPhotos(ConnectorCall call, KeptPhotos kept)
{
    /// <summary>The platform waits for its 200 meanwhile.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>A photo without a word, among others, is fetched by nobody; one that cannot be fetched came all the same.</summary>
    public async Task<Incoming> KeepAsync(Incoming said, CancellationToken stop)
    {
        var isMeant = said.ToBot || said.Text.Length > 0 || said.ReplyTo is not null;
        if (!isMeant || said is not { File: { } file, Kind: IncomingKind.Text or IncomingKind.Edited })
            return said;
        var reply = await call.FetchAsync(file, Patience, stop);
        // Nobody gives it a second time, and a platform often stumbles only once.
        if (reply.Error is { Trouble: not Trouble.Refused } or { Status: 429 or >= 500 })
            reply = await call.FetchAsync(file, Patience, stop);
        var name = reply.Error is null ? await kept.KeepAsync(reply.Body.ToArray(), stop) : null;
        return name is null ? said : said with { File = name };
    }

    /// <summary>Null: there is none, or the platform could not fetch it.</summary>
    public JsonElement? Attachment(string platform, string? photo) =>
        !ChatIds.IsText(platform)
        && kept.AddressOf(photo) is { } address
        && (platform != ChatIds.Teams || address.Scheme == Uri.UriSchemeHttps)
            ? JsonSerializer.SerializeToElement(
                new JsonObject { ["contentType"] = KeptPhotos.ContentType(photo!), ["contentUrl"] = address.AbsoluteUri }
            )
            : null;
}
