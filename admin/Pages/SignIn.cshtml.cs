using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MutualAid.Admin.Pages;

/// <summary>Tells how to get in, and keeps the two switches that everybody may turn.</summary>
public sealed class SignInModel(ConsoleSettings settings) : PageModel
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    public IActionResult OnPostLook(string? language, string? look, string? back)
    {
        if (ConsoleWords.LanguageOf(language) is { } words)
            Response.Cookies.Append(settings.CookieName(ConsoleWords.LanguageCookie), words, settings.Cookie(Remembered));
        if (ConsoleWords.LookOf(look) is { } colours)
            Response.Cookies.Append(settings.CookieName(ConsoleWords.LookCookie), colours, settings.Cookie(Remembered));
        return LocalRedirect(Url.IsLocalUrl(back) ? back : "/");
    }
}
