using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MutualAid.Admin;

/// <summary>A page of somebody who is signed in. It reads and acts in the caller's sight only.</summary>
public abstract partial class ConsolePage(Office office) : PageModel
{
    private const string Said = "said";

    private readonly List<Fault> faults = [];

    public Caller Caller => Caller.Of(HttpContext)!;

    /// <summary>What was just done, shown once on the page that follows.</summary>
    public Notice? Notice { get; private set; }

    /// <summary>What is wrong in the form that was sent; shown on top and beside its fields.</summary>
    public IReadOnlyList<Fault> Faults => faults;

    protected Office Office { get; } = office;

    protected CancellationToken Stop => HttpContext.RequestAborted;

    protected ConsoleWords Words => ConsoleWords.Of(HttpContext);

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (HttpMethods.IsGet(Request.Method) && TempData[Said] is string[] { Length: 8 } parts)
            Notice = new Notice(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7].Length > 0);
        // The layout shows them, whatever the page.
        (ViewData["Notice"], ViewData["Faults"]) = (Notice, faults);
    }

    protected Task<T> LookAsync<T>(Func<Sight, Task<T>> look) => Office.LookAsync(Caller, look);

    protected Task<T> ActAsync<T>(Func<Sight, Task<T>> act) => Office.ActAsync(Caller, Deed.Of(HttpContext), act, Stop);

    /// <summary>Writes down that something was taken away, which changes no row.</summary>
    /// <param name="subject">Which one, where the address does not say it.</param>
    protected Task NoteAsync(long? group, string? subject = null) =>
        ActAsync(sight =>
        {
            sight.Note(group, subject);
            return Task.FromResult(true);
        });

    /// <summary>Goes on to a page that says what was done.</summary>
    /// <param name="phrase">The key of the sentence, with <paramref name="about"/> as its value.</param>
    /// <param name="link">A link to hand on; with it the page says that it is shown only now.</param>
    protected IActionResult Tell(string to, string phrase, string? about = "", string link = "", string pin = "") =>
        Say(to, phrase, about ?? "", link, pin, "", "", "", "");

    /// <summary>Goes on to a page that says what was not done.</summary>
    protected IActionResult Warn(string to, string phrase, string about = "") => Say(to, phrase, about, "", "", "", "", "", nameof(Warn));

    /// <summary>The same, with a button that takes the act back.</summary>
    /// <param name="undo">Where the button's form goes, with <paramref name="step"/>.</param>
    /// <param name="mend">Where what was written is corrected; empty: not here.</param>
    protected IActionResult TellUndoable(string to, string phrase, string about, string undo, long step, string mend = "") =>
        Say(to, phrase, about, "", "", undo, step.ToString(System.Globalization.CultureInfo.InvariantCulture), mend, "");

    private LocalRedirectResult Say(string to, params string[] said)
    {
        TempData[Said] = said;
        return LocalRedirect(to);
    }

    /// <param name="field">The id of the field.</param>
    protected void Wrong(string field, string phrase, params object?[] values) => faults.Add(new Fault(field, phrase, values));

    /// <summary>The same page again with its faults; call after reading what it shows.</summary>
    protected PageResult Again()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}

/// <param name="Phrase">The key of the sentence, with <paramref name="About"/> as its value.</param>
/// <param name="Undo">Where the form goes that takes the act back; empty: there is no way back.</param>
/// <param name="Mend">Where what was written is corrected; empty: not here.</param>
/// <param name="IsWarning">It was not done.</param>
public sealed record Notice(string Phrase, string About, string Link, string Pin, string Undo, string Step, string Mend, bool IsWarning)
{
    /// <summary>It is done, and somebody still has to tell or to call people: the phrase says whom.</summary>
    public bool AsksMore => Phrase.EndsWith(".silent", StringComparison.Ordinal) || Phrase.EndsWith(".call", StringComparison.Ordinal);
}

/// <param name="Field">The id of the field that is wrong.</param>
public sealed record Fault(string Field, string Phrase, IReadOnlyList<object?> Values);
