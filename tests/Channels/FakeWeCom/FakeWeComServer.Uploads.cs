using System.Security.Cryptography;
using System.Text.Json;

namespace MutualAid.Tests.Channels.FakeWeCom;

/// <summary>A picture on its way up.</summary>
internal sealed record FakeUpload(int Size, int Pieces, string Md5)
{
    public SortedDictionary<int, byte[]> Taken { get; } = [];
}

/// <summary>Pictures come in pieces over the line and are sent by number.</summary>
internal sealed partial class FakeWeComServer
{
    private const int LongestPiece = 512 * 1024;
    private const int MostPieces = 100;
    private const int MostUploadsAMinute = 30;

    private readonly Dictionary<string, FakeUpload> uploads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> media = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object> given = new(StringComparer.Ordinal);
    private readonly List<DateTimeOffset> uploaded = [];

    public int Uploads => uploaded.Count;

    private (int, string) Announce(string request, JsonElement body)
    {
        var upload = new FakeUpload(Number(body, "total_size"), Number(body, "total_chunks"), FakeRules.Text(body, "md5") ?? "");
        if (FakeRules.Text(body, "type") != "image" || FakeRules.Text(body, "filename") is not { Length: > 0 })
            return Broken("aibot_upload_media_init", "type or filename");
        if (upload is not { Size: > 0, Pieces: > 0 and <= MostPieces, Md5.Length: 32 })
            return Broken("aibot_upload_media_init", "total_size, total_chunks or md5");
        if (uploaded.Count(time => time > clock.GetUtcNow().AddMinutes(-1)) >= MostUploadsAMinute)
            return (45009, "api freq out of limit");
        uploaded.Add(clock.GetUtcNow());
        var id = NewId("upload");
        uploads[id] = upload;
        given[request] = new { upload_id = id };
        return (0, "ok");
    }

    private (int, string) TakePiece(JsonElement body)
    {
        if (!uploads.TryGetValue(FakeRules.Text(body, "upload_id") ?? "", out var upload))
            return Broken("aibot_upload_media_chunk", "unknown upload_id");
        var at = Number(body, "chunk_index");
        if (at < 0 || at >= upload.Pieces || !body.GetProperty("base64_data").TryGetBytesFromBase64(out var piece))
            return Broken("aibot_upload_media_chunk", "chunk_index or base64_data");
        if (piece.Length is 0 or > LongestPiece)
            return Broken("aibot_upload_media_chunk", "too long a piece");
        upload.Taken[at] = piece;
        return (0, "ok");
    }

    private (int, string) Finish(string request, JsonElement body)
    {
        if (!uploads.Remove(FakeRules.Text(body, "upload_id") ?? "", out var upload))
            return Broken("aibot_upload_media_finish", "unknown upload_id");
        byte[] whole = [.. upload.Taken.Values.SelectMany(piece => piece)];
#pragma warning disable CA5351 // As the platform has it.
        var md5 = Convert.ToHexStringLower(MD5.HashData(whole));
#pragma warning restore CA5351
        if (upload.Taken.Count != upload.Pieces || whole.Length != upload.Size || md5 != upload.Md5)
            return Broken("aibot_upload_media_finish", "not what was announced");
        var id = NewId("media");
        media[id] = whole;
        given[request] = new { type = "image", media_id = id };
        return (0, "ok");
    }

    private (int, string) ShowPicture(string chat, JsonElement body, string? answers)
    {
        var id = FakeRules.Text(body.GetProperty("image"), "media_id") ?? "";
        if (!media.TryGetValue(id, out var picture))
            return Broken("image", "unknown media_id");
        posts.Add(
            new FakePost
            {
                Chat = chat,
                Id = $"post{posts.Count}",
                Text = $"[图片 {id}]",
                Picture = picture,
                Answers = answers,
            }
        );
        return (0, "ok");
    }

    private static int Number(JsonElement body, string name) => body.TryGetProperty(name, out var it) ? it.GetInt32() : -1;
}
