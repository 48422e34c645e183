namespace MutualAid.Bot.Channels;

/// <summary>The body of a web hook, as long as it is not larger than anything the platform sends.</summary>
internal static class BoundedBody
{
    /// <summary>Null: it is too large.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int most)
    {
        if (request.ContentLength > most)
            return null;
        using var body = new MemoryStream();
        var piece = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(piece, request.HttpContext.RequestAborted)) > 0; )
        {
            body.Write(piece, 0, read);
            if (body.Length > most)
                return null;
        }
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
