using System.Net;

namespace MutualAid.Bot.Channels;

/// <summary>A body that knows whether it began to leave: it is asked for only once a connection stands, so before that nothing can have arrived.</summary>
internal sealed class DepartingContent : HttpContent
{
    private readonly HttpContent body;

    public DepartingContent(HttpContent body)
    {
        this.body = body;
        foreach (var (name, values) in body.Headers)
            Headers.TryAddWithoutValidation(name, values);
    }

    public bool Departed { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        Departed = true;
        return body.CopyToAsync(stream, context);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Departed = true;
        return body.CopyToAsync(stream, context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Headers.ContentLength ?? 0;
        return body.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            body.Dispose();
        base.Dispose(disposing);
    }
}
