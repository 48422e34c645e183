using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MutualAid.Core.Accounts;

namespace MutualAid.Admin.Pages;

/// <summary>The setup link makes the first owner: a look shows the form, only the finished form spends the link.</summary>
public sealed class SetupModel(SetupLink link, Doorman doorman) : PageModel
{
    public SetupAnswer Answer { get; private set; }

    public string? Token { get; private set; }

    public string? Name { get; private set; }

    public IReadOnlyList<Fault> Faults { get; private set; } = [];

    private string Address => HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";

    public IActionResult OnGet(string? token) => Show(link.Look(token, Address), token);

    public async Task<IActionResult> OnPostAsync(string? token, string? name, string? password)
    {
        if (link.Look(token, Address) is var look and not SetupAnswer.Right)
            return Show(look, token);
        Name = name;
        Check("name", AccountDesk.Check(name));
        Check("password", Passwords.Check(password, name ?? ""));
        if (Faults.Count > 0)
        {
            ViewData["Faults"] = Faults;
            var page = Show(SetupAnswer.Right, token);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return page;
        }

        var hash = await doorman.HashAsync(password!);
        if (link.Spend(token, Address) is var answer and not SetupAnswer.Right)
            return Show(answer, token);
        return await doorman.FoundAsync(HttpContext, name!, hash) == AccountRefusal.None
            ? Redirect("/first/telegram")
            : Show(SetupAnswer.Wrong, token);
    }

    private void Check(string field, AccountRefusal refusal)
    {
        if (refusal != AccountRefusal.None)
            Faults = [.. Faults, new Fault(field, "refusal." + refusal, [Passwords.Shortest])];
    }

    private PageResult Show(SetupAnswer answer, string? token)
    {
        (Answer, Token) = (answer, token);
        Response.StatusCode = answer switch
        {
            SetupAnswer.Right => StatusCodes.Status200OK,
            SetupAnswer.TooMany => StatusCodes.Status429TooManyRequests,
            _ => StatusCodes.Status403Forbidden,
        };
        return Page();
    }
}
