using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MutualAid.Core.Accounts;

namespace MutualAid.Admin.Pages;

/// <summary>A link from the private chat, or an invitation: a look shows a button, only the button spends it.</summary>
public sealed class EnterModel(Doorman doorman) : PageModel
{
    public string? Name { get; private set; }

    public string? Key { get; private set; }

    public async Task OnGetAsync(string? key)
    {
        (Key, Name) = (key, await doorman.LookAsync(key));
        if (Name is null)
            Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    public async Task<IActionResult> OnPostAsync(string? key)
    {
        var (refusal, asksCode) = await doorman.EnterAsync(HttpContext, key);
        if (refusal == AccountRefusal.None)
            return LocalRedirect(asksCode ? "/sign-in/code" : "/");
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }
}
