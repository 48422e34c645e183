using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace MutualAid.Admin;

/// <summary>One form makes one thing, however often it comes.</summary>
public abstract partial class ConsolePage
{
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        OnPageHandlerExecuting(context);
        if (IsTooLong())
        {
            await Slip.WriteAsync(HttpContext, StatusCodes.Status422UnprocessableEntity, "tooLong");
            context.Result = new EmptyResult();
            return;
        }

        if (OnceKey() is not { } key)
        {
            await next();
            return;
        }

        var posts = HttpContext.RequestServices.GetRequiredService<OncePosts>();
        if (await posts.DoAsync(key, async () => OutcomeOf(await next())) is not { } before)
            return;
        if (before.Said is not null)
            TempData[Said] = before.Said;
        context.Result = LocalRedirect(before.To);
    }

    /// <summary>So many characters a field takes; browsers keep to less, whoever sends more is no browser of ours.</summary>
    protected virtual int Longest(string field) => field is "body" or "numbers" ? 20_000 : 2_000;

    private bool IsTooLong() =>
        HttpMethods.IsPost(Request.Method)
        && Request.HasFormContentType
        && Request.Form.Any(it => it.Value.Any(value => value?.Length > Longest(it.Key)));

    // The address too: one form may have buttons that lead to several acts.
    private string? OnceKey() =>
        HttpMethods.IsPost(Request.Method)
        && Request.HasFormContentType
        // Looked at again and again while one writes.
        && Request.Query["handler"] != "preview"
        && Request.Form[OnceForms.Field].ToString() is { Length: > 0 and <= 64 } number
            ? $"{Caller.Session} {Request.Path} {Request.Query["handler"]} {number}"
            : null;

    // An act that was done leads on; a fault, or the same page again, did nothing.
    private Outcome? OutcomeOf(PageHandlerExecutedContext done) =>
        done is { Exception: null, Result: LocalRedirectResult on } ? new(on.Url, TempData.Peek(Said) as string[]) : null;
}
