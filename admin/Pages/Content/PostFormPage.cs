using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Content;

namespace MutualAid.Admin.Pages;

/// <summary>What the form of a post shares on both pages: its choices, its faults, its preview.</summary>
public abstract class PostFormPage(Office office) : ConsolePage(office)
{
    /// <summary>When a day begins for readers.</summary>
    public static readonly TimeOnly Morning = new(8, 0);

    public PostForm Form { get; protected set; } = new();

    /// <summary>Nobody decided yet when it comes out: the form asks.</summary>
    public bool IsUndecided { get; protected set; } = true;

    /// <summary>The time that the form offers.</summary>
    public string At => Form.At ?? Typed.Of(Typed.Day(Now, Office.Settings.TimeZone).AddDays(1).ToDateTime(Morning));

    public string Tomorrow => Typed.Of(Typed.Day(Now, Office.Settings.TimeZone).AddDays(1));

    /// <summary>Null: a new one.</summary>
    public int? Number => Typed.Number(RouteData.Values["number"]?.ToString());

    /// <summary>Where a post was opened from; empty: a new one, or the list as it opens.</summary>
    public string Carried => Number is null ? "" : PostFilter.Carried(Request.Query);

    /// <summary>Where its form goes.</summary>
    public string Action => (Number is { } number ? $"/posts/{number}/edit" : "/posts/new") + Carried;

    /// <summary>Where a press leads that saves nothing.</summary>
    public string Back => Number is { } number ? $"/posts/{number}{Carried}" : "/posts";

    public IReadOnlyList<(long Id, string Name)> Columns { get; private set; } = [];

    public IReadOnlyList<(long Id, string Title)> Groups { get; private set; } = [];

    /// <summary>What is for all groups is written by those who are trusted with all.</summary>
    public bool MayAddressAll => Caller.Reach.All;

    public IReadOnlyList<string> Preview { get; private set; } = [];

    /// <summary>Typed before, and never saved.</summary>
    public KeptDraft? Kept { get; private set; }

    /// <summary>What the form shows: what is stored, or what was kept of it.</summary>
    /// <param name="draft">use: goes on with it; look: the same, with its preview.</param>
    protected async Task RecallAsync(PostForm stored, string? draft)
    {
        Form = stored;
        if (await KeptAsync<PostForm>() is not { } kept)
            return;
        if (draft is "use" or "look")
            Form = kept.Typed;
        else if (!kept.Typed.IsAs(stored))
            Kept = new KeptDraft(kept.At, Action, [.. kept.Typed.Beside(stored).Where(it => it.IsDifferent)]);
        if (draft == "look")
            await ShowAsync();
    }

    /// <summary>Keeps it, and leads to a page that one can go back to.</summary>
    protected async Task<IActionResult> LookAgainAsync(PostForm form)
    {
        await KeepAsync(form);
        return LocalRedirect(QueryHelpers.AddQueryString(Action, "draft", "look"));
    }

    public async Task<IActionResult> OnPostDropAsync()
    {
        await DropAsync();
        return LocalRedirect(Action);
    }

    protected Task ReadAsync() =>
        LookAsync(async sight =>
        {
            var columns = await sight.Columns.OrderBy(it => it.Id).Select(it => new { it.Id, it.Name }).ToListAsync(Stop);
            Columns = columns.ConvertAll(it => (it.Id, it.Name));
            Groups = await sight.ChoicesAsync(Stop);
            return true;
        });

    /// <summary>The message that these words would be; nothing is stored.</summary>
    protected async Task ShowAsync()
    {
        var words = Form.Words();
        var place = await LookAsync(sight => PlaceAsync(sight, Form));
        if (place is null || words.Title.Length == 0 || words.Body.Length == 0)
            return;
        Preview = Office.Host.Preview(
            new Post
            {
                Column = place.Column,
                Language = place.Language,
                Group = place.Group,
                Community = place.Community,
                Title = words.Title,
                Body = words.Body,
                Summary = words.Summary,
                Source = words.Source,
                SourceLink = words.SourceLink,
                CheckedOn = words.CheckedOn,
                ValidFrom = Typed.Date(Form.ValidFrom),
                ValidUntil = Typed.Date(Form.ValidUntil),
            }
        );
    }

    /// <summary>False: a date or a name cannot be read, and which one stands in the faults.</summary>
    protected async Task<bool> CanReadAsync(PostForm form)
    {
        (string Field, string? Typed)[] dates =
        [
            ("checkedOn", form.CheckedOn),
            ("validFrom", form.ValidFrom),
            ("validUntil", form.ValidUntil),
        ];
        foreach (var (field, typed) in dates.Where(it => !string.IsNullOrWhiteSpace(it.Typed) && Typed.Date(it.Typed) is null))
            Wrong(field, "form.badDate");
        if (Typed.Date(form.ValidUntil) < Typed.Date(form.ValidFrom))
            Wrong("validUntil", "posts.refused.BadValidity");
        if (Typed.Words(form.Community) is { } name && await LookAsync(sight => sight.CalledAsync(name)) is null)
            Wrong("community", "posts.refused.community", name);
        if (IsUndecided && form.Go == "later" && !(LaterOf(form) > Now))
            Wrong("at", "posts.refused.when");
        if (form.Column is null)
            Wrong("column", "posts.refused.NoColumn");
        return Faults.Count == 0;
    }

    private DateTime Now => Office.Clock.GetUtcNow().UtcDateTime;

    private DateTime? LaterOf(PostForm form) => Typed.Local(form.At) is { } local ? Typed.Utc(local, Office.Settings.TimeZone) : null;

    /// <summary>Lets it out, where the form says so.</summary>
    protected async Task ReleaseAsync(Sight sight, Post post, PostForm form)
    {
        if (form.Go is not ("now" or "later") || !IsUndecided)
            return;
        sight.Desk<ContentDesk>().Release(post, await sight.StaffAsync(), form.Go == "later" ? LaterOf(form) : null);
        await Office.Host.TellAuthorAsync(sight.Rows, post, isApproved: true);
    }

    /// <summary>What became of it, in one sentence.</summary>
    protected IActionResult TellOf(Post post, PostForm form, string saved)
    {
        // A new one leads to the list in which it stands.
        var list = PostFilter.Of(post.State(Now)).Query;
        var to = $"/posts/{post.Number}{(Number is null ? QueryHelpers.AddQueryString(list, "after", "new") : Carried)}";
        return (IsUndecided ? form.Go : null) switch
        {
            "now" => Tell(to, PostLook.Published(post), post.Title),
            "later" => Tell(to, "posts.made.scheduled", PostLook.At(Words, post.Title, post.PublishAt!.Value)),
            _ => Tell(to, saved, post.Title),
        };
    }

    /// <summary>Where it is to stand; null: no such column, or a group that is not the caller's.</summary>
    protected async Task<PostPlace?> PlaceAsync(Sight sight, PostForm form)
    {
        var column = await sight.Columns.FirstOrDefaultAsync(it => it.Id == form.Column, Stop);
        var group = form.Group is { } id ? await sight.Groups.FirstOrDefaultAsync(it => it.Id == id, Stop) : null;
        if (column is null || (group is null && (form.Group is not null || !sight.IsAll)))
            return null;
        return new PostPlace(
            column,
            ConsoleWords.LanguageOf(form.Language) ?? group?.Language ?? Words.Language,
            group,
            Typed.Words(form.Community) is { } name ? await sight.CalledAsync(name) : null
        );
    }

    /// <summary>The validity and what it takes the place of.</summary>
    protected async Task<ContentRefusal> LimitAsync(Sight sight, Post post, PostForm form)
    {
        var number = Typed.Number(form.Supersedes);
        var old = number is null ? null : await sight.Posts.FirstOrDefaultAsync(it => it.Number == number, Stop);
        return old is null && !string.IsNullOrWhiteSpace(form.Supersedes)
            ? ContentRefusal.NoSuchPost
            : sight.Desk<ContentDesk>().Limit(post, Typed.Date(form.ValidFrom), Typed.Date(form.ValidUntil), old);
    }

    protected void Wrong(ContentRefusal refusal) =>
        Wrong(
            refusal switch
            {
                ContentRefusal.NoTitle or ContentRefusal.TitleTooLong => "title",
                ContentRefusal.BadLink => "sourceLink",
                ContentRefusal.BadValidity => "validUntil",
                ContentRefusal.NoSuchPost => "supersedes",
                ContentRefusal.NoGroup => "column",
                _ => "body",
            },
            "posts.refused." + refusal
        );
}
