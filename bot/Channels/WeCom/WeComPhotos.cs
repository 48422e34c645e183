using System.Text.RegularExpressions;
using MutualAid.Bot.Channels.Photos;
using MutualAid.Bot.Channels.WeCom.Api;
using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Channels.WeCom;

/// <summary>
/// Photos that people send: their address is dead after five minutes and what lies there is encrypted, so a copy is kept at once.
/// https://developer.work.weixin.qq.com/document/path/100719
/// </summary>
internal sealed partial class WeComPhotos(
    IHttpClientFactory clients,
    WeComSettings settings,
    KeptPhotos kept,
    TimeProvider time,
    ILogger<WeComPhotos> log
)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>A photo that cannot be fetched came all the same.</summary>
    public async Task<Incoming> KeepAsync(Callback said, Incoming incoming, CancellationToken stop)
    {
        if (incoming.File is null || said.Picture is not { Url: { Length: > 0 } url } picture)
            return incoming;
        if (!IsOurs(url, out var address))
        {
            log.LogWarning("A photo lies at {Host}, which WeCom:MediaUrls does not name: it is not kept", address?.Host);
            return incoming;
        }

        var key = picture.Aeskey is { Length: > 0 } own ? own : settings.EncodingAesKey;
        var bytes = await FetchAsync(address, stop) is { } cipher ? CallbackCrypto.OpenFile(key, cipher.Span) : null;
        var name = bytes is null ? null : await kept.KeepAsync(bytes, stop);
        return name is null ? incoming : incoming with { File = name };
    }

    /// <summary>Compared letter by letter, as with answer addresses.</summary>
    internal bool IsOurs(string text, out Uri address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address!)
        && settings.MediaUrls.FirstOrDefault(own => text.StartsWith(own.AbsoluteUri, StringComparison.Ordinal)) is { } own
        && BehindHost().IsMatch(text[own.AbsoluteUri.Length..]);

    private async Task<ReadOnlyMemory<byte>?> FetchAsync(Uri address, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var client = clients.CreateClient(WeComCall.ClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return response.IsSuccessStatusCode ? await BoundedBody.ReadAsync(response, KeptPhotos.Largest, either.Token) : null;
        }
        catch (Exception fault)
            when (fault is HttpRequestException or OperationCanceledException or IOException && !stop.IsCancellationRequested)
        {
            log.LogWarning("A photo could not be fetched: {Fault}", fault.GetType().Name);
            return null;
        }
    }

    [GeneratedRegex(
        @"^[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*(\?[A-Za-z0-9_.~%=&;:,/+-]*)?\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex BehindHost();
}
