using System.Net;

namespace MutualAid.Admin;

/// <summary>Around every answer of the console, refusals and faults included: headers, one host name, no foreign forms.</summary>
internal sealed class ConsoleShell(RequestDelegate next, ConsoleSettings settings, ILogger<ConsoleShell> log)
{
    // The QR code of the second step is the one picture that stands in a page.
    private const string Policy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public async Task InvokeAsync(HttpContext context)
    {
        Protect(context.Response.Headers);
        // A proxy in front speaks http to us; the console has exactly one address.
        context.Request.Scheme = settings.Url.Scheme;
        if (!IsOurHost(context.Request.Host.Host))
        {
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return;
        }

        if (IsForeignForm(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        try
        {
            await next(context);
        }
        catch (BadHttpRequestException error) when (!context.Response.HasStarted)
        {
            Refuse(context, error.StatusCode);
        }
        catch (Exception error) when (error is not OperationCanceledException && !context.Response.HasStarted)
        {
            // Messages of exceptions may quote what people wrote.
            log.LogError("The console failed at {Path}: {Error}", context.GetEndpoint()?.DisplayName, error.GetType().Name);
            Refuse(context, StatusCodes.Status500InternalServerError);
            await Slip.WriteAsync(context, StatusCodes.Status500InternalServerError, "fault");
        }
    }

    private void Refuse(HttpContext context, int status)
    {
        context.Response.Clear();
        Protect(context.Response.Headers);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
    }

    private void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // What antiforgery sets on a page with a form; anything else it overrides with a warning a page.
        headers.CacheControl = "no-cache, no-store";
        // The setup secret stands in the address.
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        if (settings.IsSecure)
            headers.StrictTransportSecurity = "max-age=31536000";
    }

    /// <summary>A foreign name that leads to this machine (DNS rebinding) is no way in.</summary>
    private bool IsOurHost(string host) =>
        host.Equals(settings.Url.Host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase)
        || host.Equals(settings.Url.Host, StringComparison.OrdinalIgnoreCase)
        || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    /// <summary>Beside the forms' own tokens: what the browser says about where a form came from.</summary>
    private static bool IsForeignForm(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return false;
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site))
            return site != "same-origin" && site != "none";
        // With no-referrer browsers send the word null.
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            && origin != "null"
            && !origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
