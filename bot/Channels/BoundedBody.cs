namespace MutualAid.Bot.Channels;

/// <summary>A body from outside, as long as it is not larger than anything a platform sends.</summary>
internal static class BoundedBody
{
    /// <summary>Null: it is too large.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int most) =>
        request.ContentLength > most ? null : await ReadAsync(request.Body, most, request.HttpContext.RequestAborted);

    /// <summary>Null: it is too large.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpResponseMessage response, int most, CancellationToken stop) =>
        response.Content.Headers.ContentLength > most ? null : await ReadAsync(await response.Content.ReadAsStreamAsync(stop), most, stop);

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream from, int most, CancellationToken stop)
    {
        using var body = new MemoryStream();
        var piece = new byte[16 * 1024];
        for (int read; (read = await from.ReadAsync(piece, stop)) > 0; )
        {
            body.Write(piece, 0, read);
            if (body.Length > most)
                return null;
        }
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
