using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Content;

namespace MutualAid.Admin.Pages;

/// <summary>What was typed of a post.</summary>
public sealed record PostForm
{
    public long Seen { get; init; }
    public string? Title { get; init; }
    public string? Body { get; init; }
    public string? Summary { get; init; }
    public string? Tags { get; init; }
    public long? Column { get; init; }
    public string? Language { get; init; }
    public long? Group { get; init; }
    public string? Community { get; init; }
    public string? Source { get; init; }
    public string? SourceLink { get; init; }
    public string? CheckedOn { get; init; }
    public string? ExternalLink { get; init; }
    public string? ValidFrom { get; init; }
    public string? ValidUntil { get; init; }
    public string? Supersedes { get; init; }

    public PostWords Words() =>
        new(Typed.Words(Title) ?? "", Typed.Words(Body)?.ReplaceLineEndings("\n") ?? "")
        {
            Summary = Typed.Words(Summary),
            Tags = Typed.Words(Tags),
            Source = Typed.Words(Source),
            SourceLink = Typed.Words(SourceLink),
            CheckedOn = Typed.Date(CheckedOn),
            ExternalLink = Typed.Words(ExternalLink),
        };

    public static PostForm Of(Post post) =>
        new()
        {
            Seen = post.Version,
            Title = post.Title,
            Body = post.Body,
            Summary = post.Summary,
            Tags = post.Tags,
            Column = post.ColumnId,
            Language = post.Language,
            Group = post.GroupId,
            Community = post.Community?.Name,
            Source = post.Source,
            SourceLink = post.SourceLink,
            CheckedOn = Typed.Of(post.CheckedOn),
            ExternalLink = post.ExternalLink,
            ValidFrom = Typed.Of(post.ValidFrom),
            ValidUntil = Typed.Of(post.ValidUntil),
            Supersedes = post.Supersedes is { } old ? $"#{old.Number}" : null,
        };

    public bool IsAs(PostForm other) =>
        (Column, Language, Group) == (other.Column, other.Language, other.Group) && !Beside(other).Any(it => it.IsDifferent);

    /// <summary>Beside what somebody else stored meanwhile.</summary>
    public TwoVersions[] Beside(PostForm theirs) =>
        [
            new("posts.title", theirs.Title, Title),
            new("posts.body", theirs.Body, Body),
            new("posts.summary", theirs.Summary, Summary),
            new("posts.tags", theirs.Tags, Tags),
            new("posts.community", theirs.Community, Community),
            new("posts.source", theirs.Source, Source),
            new("posts.sourceLink", theirs.SourceLink, SourceLink),
            new("posts.checked", theirs.CheckedOn, CheckedOn),
            new("posts.external", theirs.ExternalLink, ExternalLink),
            new("posts.validFrom", theirs.ValidFrom, ValidFrom),
            new("posts.validUntil", theirs.ValidUntil, ValidUntil),
            new("posts.supersedes", theirs.Supersedes, Supersedes),
        ];
}

/// <summary>What the form of a post shares on both pages: its choices, its faults, its preview.</summary>
public abstract class PostFormPage(Office office) : ConsolePage(office)
{
    public PostForm Form { get; protected set; } = new();

    /// <summary>Null: a new one.</summary>
    public int? Number { get; protected set; }

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
            Kept = new KeptDraft(kept.At, Request.Path.Value!, [.. kept.Typed.Beside(stored).Where(it => it.IsDifferent)]);
        if (draft == "look")
            await ShowAsync();
    }

    /// <summary>Keeps it, and leads to a page that one can go back to.</summary>
    protected async Task<IActionResult> LookAgainAsync(PostForm form)
    {
        await KeepAsync(form);
        return LocalRedirect(Request.Path + "?draft=look");
    }

    public async Task<IActionResult> OnPostDropAsync()
    {
        await DropAsync();
        return LocalRedirect(Request.Path);
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
        return Faults.Count == 0;
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
