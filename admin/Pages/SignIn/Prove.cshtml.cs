using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MutualAid.Core.Accounts;

namespace MutualAid.Admin.Pages;

/// <summary>Asks once more who sits there, then goes on with what was asked for: the page, or the form as it was filled in.</summary>
public sealed class ProveModel(Doorman doorman) : PageModel
{
    public const string Proof = "proof";

    /// <summary>There: a page was asked for. Not there: a form.</summary>
    public const string ForPage = "proof-for-page";

    private static readonly string[] OfThisForm = [Proof, ForPage, OnceForms.Field, "__RequestVerificationToken"];

    public Caller Caller => Caller.Of(HttpContext)!;

    public string Back { get; private set; } = "/";

    public bool IsForPage { get; private set; } = true;

    /// <summary>What was filled in before.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; private set; } = [];

    public IReadOnlyList<Fault> Faults { get; private set; } = [];

    public void OnGet(string? back) => Back = Own(back);

    public async Task<IActionResult> OnPostAsync([FromQuery] string? back)
    {
        Back = Own(back);
        IsForPage = Request.Form.ContainsKey(ForPage);
        Fields =
        [
            .. Request
                .Form.Where(it => !OfThisForm.Contains(it.Key, StringComparer.Ordinal))
                .SelectMany(it => it.Value.Select(value => KeyValuePair.Create(it.Key, value ?? ""))),
        ];
        // The form that was stopped comes here first as it is.
        if (!Request.Form.TryGetValue(Proof, out var proof))
            return Page();
        if (proof.ToString().Length > Passwords.Longest)
        {
            await Slip.WriteAsync(HttpContext, StatusCodes.Status422UnprocessableEntity, "tooLong");
            return new EmptyResult();
        }

        var refusal = await doorman.ProveAsync(HttpContext, proof);
        if (refusal == AccountRefusal.None)
            return IsForPage ? LocalRedirect(Back) : LocalRedirectPreserveMethod(Back);
        ViewData["Faults"] = Faults = [new Fault(Proof, "prove.wrong." + refusal, [])];
        Response.StatusCode =
            refusal == AccountRefusal.TooManyTries ? StatusCodes.Status429TooManyRequests : StatusCodes.Status403Forbidden;
        return Page();
    }

    private string Own(string? back) => Url.IsLocalUrl(back) ? back : "/";
}
