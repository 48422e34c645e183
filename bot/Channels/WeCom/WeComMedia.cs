using System.Collections.Concurrent;
using MutualAid.Bot.Channels.WeCom.Api;

namespace MutualAid.Bot.Channels.WeCom;

/// <summary>Pictures go up in pieces over the long connection and are then sent by number: https://developer.work.weixin.qq.com/document/path/101463</summary>
internal sealed class WeComMedia(Func<string, Upload, CancellationToken, Task<Ack>> ask, TimeProvider time)
{
    private const int LongestPiece = 512 * 1024;
    private const int MostKept = 1000;

    /// <summary>The platform keeps it for three days, and takes thirty uploads a minute: to many groups it goes up once.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    private readonly ConcurrentDictionary<string, (string Number, DateTimeOffset Until)> known = new(StringComparer.Ordinal);

    /// <summary>Null: the platform did not take it. Nobody has seen anything of it then.</summary>
    public async Task<string?> NumberOfAsync(WeComPicture picture, CancellationToken stop)
    {
        if (known.TryGetValue(picture.Name, out var kept) && kept.Until > time.GetUtcNow())
            return kept.Number;
        if (await UploadAsync(picture, stop) is not { } number)
            return null;
        if (known.Count >= MostKept)
            known.Clear();
        known[picture.Name] = (number, time.GetUtcNow() + Kept);
        return number;
    }

    private async Task<string?> UploadAsync(WeComPicture picture, CancellationToken stop)
    {
        var pieces = picture.Bytes.Chunk(LongestPiece).ToList();
        var begun = await ask("aibot_upload_media_init", Announce(picture, pieces.Count), stop);
        if (begun.Text("upload_id") is not { } id)
            return null;
        // The example in the documents counts from 1, the official client from 0.
        for (var at = 0; at < pieces.Count; at++)
        {
            var piece = new Upload
            {
                UploadId = id,
                ChunkIndex = at,
                Base64Data = Convert.ToBase64String(pieces[at]),
            };
            if (!(await ask("aibot_upload_media_chunk", piece, stop)).IsYes)
                return null;
        }

        return (await ask("aibot_upload_media_finish", new Upload { UploadId = id }, stop)).Text("media_id");
    }

    private static Upload Announce(WeComPicture picture, int pieces) =>
        new()
        {
            Type = "image",
            Filename = picture.Name,
            TotalSize = picture.Bytes.Length,
            TotalChunks = pieces,
            Md5 = SentImage.Md5Of(picture.Bytes),
        };
}
