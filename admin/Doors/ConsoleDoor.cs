using Microsoft.AspNetCore.Http.Features;
using MutualAid.Core.Accounts;
using MutualAid.Core.Data;

namespace MutualAid.Admin;

/// <summary>Lets in who is signed in and may do what was asked for; tells the others why not.</summary>
internal sealed class ConsoleDoor(
    RequestDelegate next,
    Store store,
    Writer writer,
    ConsoleSettings settings,
    Doorman doorman,
    TimeProvider clock
)
{
    public const string SessionCookie = "console";

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is null)
        {
            await Slip.WriteAsync(context, StatusCodes.Status404NotFound, "nowhere");
            return;
        }

        // The forms' token check would call it a bad form.
        if (context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            await Slip.WriteAsync(context, StatusCodes.Status413PayloadTooLarge, "tooLarge");
            return;
        }

        var caller = await FindAsync(context);
        var roles = Access.RolesFor(context);
        if (roles is { Count: 0 })
            await LetInAsync(context, caller, Reach.Nothing);
        else if (caller is null)
            SendToDoor(context);
        else if (roles is null || caller.For(roles) is not { IsEmpty: false } reach)
            await Slip.WriteAsync(context, StatusCodes.Status403Forbidden, "notYours");
        else if (Access.IsGrave(context) && !doorman.IsProven(context))
            AskAgain(context);
        else
            await LetInAsync(context, caller, reach);
    }

    private async Task LetInAsync(HttpContext context, Caller? caller, Reach reach)
    {
        if (caller is not null)
        {
            context.Items[typeof(Caller)] = caller with { Reach = reach };
            context.User = Person(caller);
        }

        await next(context);
        if (context.Response.HasStarted || context.Response.ContentLength > 0)
            return;
        // What is not in the caller's sight is not there; a form whose token is not right was left open too long.
        if (context.Response.StatusCode == StatusCodes.Status404NotFound)
            await Slip.WriteAsync(context, StatusCodes.Status404NotFound, "nowhere");
        else if (context.Response.StatusCode == StatusCodes.Status400BadRequest)
            await Slip.WriteAsync(context, StatusCodes.Status400BadRequest, "badForm");
    }

    // The forms' tokens are bound to this name: those of another session are refused.
    private static System.Security.Claims.ClaimsPrincipal Person(Caller caller) =>
        new(
            new System.Security.Claims.ClaimsIdentity(
                [new(System.Security.Claims.ClaimTypes.NameIdentifier, "console-" + caller.Session)],
                "console"
            )
        );

    private static void SendToDoor(HttpContext context)
    {
        var asked = context.Request.Path + context.Request.QueryString;
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location =
            HttpMethods.IsGet(context.Request.Method) && asked != "/" ? "/sign-in?back=" + Uri.EscapeDataString(asked) : "/sign-in";
    }

    // The browser brings what was filled in along, so that nothing is typed twice.
    private static void AskAgain(HttpContext context)
    {
        context.Response.StatusCode = HttpMethods.IsPost(context.Request.Method)
            ? StatusCodes.Status307TemporaryRedirect
            : StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = "/prove?back=" + Uri.EscapeDataString(context.Request.Path + context.Request.QueryString);
    }

    private async Task<Caller?> FindAsync(HttpContext context)
    {
        var secret = context.Request.Cookies[settings.CookieName(SessionCookie)];
        if (string.IsNullOrEmpty(secret))
            return null;
        var stop = context.RequestAborted;
        await using var db = store.Read();
        var caller = await Caller.FindAsync(db, secret, clock, stop);
        if (caller is not null && new SessionDesk(db, clock).IsStale(caller.LastSeenAt))
            await writer.DoAsync("console", write => new SessionDesk(write, clock).SeeAsync(caller.Session), stop);
        return caller;
    }
}
