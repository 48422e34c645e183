using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MutualAid.Core.Accounts;

namespace MutualAid.Admin.Pages;

/// <summary>Name and password; and the three switches that everybody may turn.</summary>
public sealed class SignInModel(Doorman doorman, ConsoleSettings settings) : PageModel
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    public bool HasOwner { get; private set; }

    public string? Name { get; private set; }

    public string? Back { get; private set; }

    public IReadOnlyList<Fault> Faults { get; private set; } = [];

    public async Task OnGetAsync(string? back) => (HasOwner, Back) = (await doorman.HasOwnerAsync(), back);

    public async Task<IActionResult> OnPostAsync(string? name, string? password, string? back)
    {
        var (refusal, asksCode) = await doorman.SignInAsync(HttpContext, name, password);
        if (refusal == AccountRefusal.None)
            return LocalRedirect(asksCode ? "/sign-in/code?back=" + Uri.EscapeDataString(Own(back)) : Own(back));
        (HasOwner, Name, Back) = (true, name, back);
        ViewData["Faults"] = Faults = [new Fault("name", "refusal." + refusal, [])];
        Response.StatusCode =
            refusal == AccountRefusal.TooManyTries ? StatusCodes.Status429TooManyRequests : StatusCodes.Status403Forbidden;
        return Page();
    }

    public IActionResult OnPostLook(string? language, string? look, string? size, string? back)
    {
        Keep(ConsoleWords.LanguageCookie, ConsoleWords.LanguageOf(language));
        Keep(ConsoleWords.LookCookie, ConsoleWords.LookOf(look));
        Keep(ConsoleWords.SizeCookie, ConsoleWords.SizeOf(size));
        return LocalRedirect(Own(back));
    }

    private void Keep(string cookie, string? value)
    {
        if (value is not null)
            Response.Cookies.Append(settings.CookieName(cookie), value, settings.Cookie(Remembered));
    }

    private string Own(string? back) => Url.IsLocalUrl(back) ? back : "/";
}
