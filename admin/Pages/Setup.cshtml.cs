using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MutualAid.Core.Data;
using MutualAid.Core.People;

namespace MutualAid.Admin.Pages;

/// <summary>The setup link: a look shows a button, only the button spends it.</summary>
public sealed class SetupModel(SetupLink link, Writer writer, ConsoleSettings settings, TimeProvider clock) : PageModel
{
    public SetupAnswer Answer { get; private set; }

    public string? Token { get; private set; }

    private string Address => HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";

    public IActionResult OnGet(string? token)
    {
        Token = token;
        return Show(link.Look(token, Address));
    }

    public async Task<IActionResult> OnPostAsync(string? token)
    {
        if (link.Spend(token, Address) is var answer and not SetupAnswer.Right)
            return Show(answer);
        var secret = await writer.DoAsync("console", db => Task.FromResult(new ConsoleDesk(db, clock).Open()));
        Response.Cookies.Append(settings.CookieName(ConsoleDoor.SessionCookie), secret, settings.Cookie());
        return Redirect("/");
    }

    private PageResult Show(SetupAnswer answer)
    {
        Answer = answer;
        Response.StatusCode = answer switch
        {
            SetupAnswer.Right => StatusCodes.Status200OK,
            SetupAnswer.TooMany => StatusCodes.Status429TooManyRequests,
            _ => StatusCodes.Status403Forbidden,
        };
        return Page();
    }
}
