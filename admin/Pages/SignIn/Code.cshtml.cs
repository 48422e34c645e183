using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MutualAid.Core.Accounts;

namespace MutualAid.Admin.Pages;

/// <summary>The second step: a code of the app, or a recovery code.</summary>
public sealed class CodeModel(Doorman doorman) : PageModel
{
    public string? Back { get; private set; }

    public IReadOnlyList<Fault> Faults { get; private set; } = [];

    public void OnGet(string? back) => Back = back;

    public async Task<IActionResult> OnPostAsync(string? code, string? back)
    {
        var refusal = await doorman.CodeAsync(HttpContext, code);
        if (refusal == AccountRefusal.None)
            return LocalRedirect(Url.IsLocalUrl(back) ? back : "/");
        if (refusal == AccountRefusal.LinkGone)
            return LocalRedirect("/sign-in");
        Back = back;
        ViewData["Faults"] = Faults = [new Fault("code", "refusal." + refusal, [])];
        Response.StatusCode =
            refusal == AccountRefusal.TooManyTries ? StatusCodes.Status429TooManyRequests : StatusCodes.Status403Forbidden;
        return Page();
    }
}
