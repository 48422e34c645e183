using System.Security.Claims;
using MutualAid.Core.Data;
using MutualAid.Core.People;

namespace MutualAid.Admin;

/// <summary>Lets in who has a session; everybody else is sent to the page that says how to get one.</summary>
internal sealed class ConsoleDoor(RequestDelegate next, Store store, Writer writer, ConsoleSettings settings, TimeProvider clock)
{
    public const string SessionCookie = "console";

    public async Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint is null || Access.IsOpen(endpoint))
        {
            await next(context);
            return;
        }

        var secret = context.Request.Cookies[settings.CookieName(SessionCookie)];
        if (string.IsNullOrEmpty(secret) || await FindAsync(secret, context.RequestAborted) is not { } session)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = "/sign-in";
            return;
        }

        // The forms' tokens are bound to this name: those of another session are refused.
        var name = new Claim(ClaimTypes.NameIdentifier, "console-" + session.Id);
        context.User = new ClaimsPrincipal(new ClaimsIdentity([name], "console"));
        await next(context);
    }

    private async Task<ConsoleSession?> FindAsync(string secret, CancellationToken stop)
    {
        await using var db = store.Read();
        var desk = new ConsoleDesk(db, clock);
        var session = await desk.FindAsync(secret, stop);
        if (session is not null && desk.IsStale(session))
            await writer.DoAsync("console", write => new ConsoleDesk(write, clock).SeeAsync(secret), stop);
        return session;
    }
}
