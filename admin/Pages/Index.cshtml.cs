using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MutualAid.Core.Communities;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;

namespace MutualAid.Admin.Pages;

/// <summary>How things stand, and what only a person can decide.</summary>
public sealed class IndexModel(Store store, Writer writer, IConsoleHost host, ConsoleSettings settings, TimeProvider clock) : PageModel
{
    private const string Lane = "console";

    /// <summary>Shown once, on the page that follows the act: title, text, link, PIN.</summary>
    private const string Said = "said";

    public Running Running { get; } = host.Running();

    public Overview Now { get; private set; } = null!;

    public Notice? Notice { get; private set; }

    /// <summary>What was typed for a community that was refused.</summary>
    public CommunityForm? Refused { get; private set; }

    private CancellationToken Stop => HttpContext.RequestAborted;

    public async Task OnGetAsync()
    {
        if (TempData[Said] is string[] { Length: 4 } parts)
            Notice = new Notice(parts[0], parts[1], parts[2], parts[3]);
        await ReadAsync();
    }

    public async Task<IActionResult> OnPostOrganiserAsync(string? chat, string? title)
    {
        var link = await host.OrganiserLinkAsync(chat, Stop);
        return Tell(chat is null ? "made.newGroup" : "made.organiser", title ?? "", link);
    }

    public async Task<IActionResult> OnPostInviteAsync(string chat, string? title) =>
        Tell("made.invite", title ?? "", await host.InvitationLinkAsync(chat, Stop));

    public async Task<IActionResult> OnPostReattachAsync(string chat, string seat)
    {
        var way = await host.ReattachAsync(chat, seat, ConsoleWords.Of(HttpContext).Plain("title"), Stop);
        return way is null ? Tell("made.nobody", "") : Tell("made.wayBack", way.Name, way.Link, way.Pin);
    }

    public async Task<IActionResult> OnPostAgainAsync(long id) =>
        TellOf(await writer.DoAsync(Lane, db => new OutboxDesk(db, clock).SayAgainAsync(id), Stop), "made.again");

    public async Task<IActionResult> OnPostArrivedAsync(long id) =>
        TellOf(await writer.DoAsync(Lane, db => new OutboxDesk(db, clock).TakeAsSentAsync(id), Stop), "made.arrived");

    public async Task<IActionResult> OnPostHeardAsync(long id)
    {
        await writer.DoAsync(Lane, db => new VoiceDesk(db, clock).HandleAsync(id), Stop);
        return Tell("made.heard", "");
    }

    public async Task<IActionResult> OnPostCommunityAsync(CommunityForm form)
    {
        var refusal = await writer.DoAsync(Lane, db => CorrectAsync(db, form), Stop);
        if (refusal == CommunityRefusal.None)
            return Tell("made.community", form.Name ?? "");
        Refused = form with { Refusal = refusal };
        await ReadAsync();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    public async Task<IActionResult> OnPostLeaveAsync()
    {
        var cookie = settings.CookieName(ConsoleDoor.SessionCookie);
        if (Request.Cookies[cookie] is { } secret)
            await writer.DoAsync(Lane, db => new ConsoleDesk(db, clock).EndAsync(secret), Stop);
        Response.Cookies.Delete(cookie, settings.Cookie());
        return Redirect("/sign-in");
    }

    private async Task<CommunityRefusal> CorrectAsync(Db db, CommunityForm form) =>
        await db.Communities.FindAsync([form.Id], Stop) is { } community
            ? await new CommunityDesk(db, clock).CorrectAsync(community, form.Name, form.Contact, form.DropOff)
            : CommunityRefusal.NoName;

    private async Task ReadAsync()
    {
        await using var db = store.Read();
        Now = await Overview.ReadAsync(db, Stop);
    }

    private RedirectResult TellOf(OutboxRefusal refusal, string done) => Tell(refusal == OutboxRefusal.None ? done : "made.tooLate", "");

    private RedirectResult Tell(string phrase, string about, string link = "", string pin = "")
    {
        TempData[Said] = new[] { phrase, about, link, pin };
        return Redirect("/");
    }
}

/// <param name="Phrase">The key of the sentence, with <paramref name="About"/> as its value.</param>
public sealed record Notice(string Phrase, string About, string Link, string Pin);

public sealed record CommunityForm(long Id, string? Name, string? Contact, string? DropOff)
{
    public CommunityRefusal Refusal { get; init; }
}
