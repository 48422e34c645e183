using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Content;

namespace MutualAid.Admin.Pages;

/// <summary>A new post: a draft that nobody sees yet.</summary>
public sealed class NewPostModel(Office office) : PostFormPage(office)
{
    // The column that this editor wrote for last.
    private const string LastColumn = "column";

    /// <param name="day">For which it is written: it comes out that morning.</param>
    /// <param name="copy">The number of a text that it begins as.</param>
    public async Task OnGetAsync(long? column, string? day, int? copy, string? draft)
    {
        await ReadAsync();
        var stored =
            copy is { } number && await CopyAsync(number) is { } copied
                ? copied
                : new PostForm
                {
                    Column = column ?? Typed.Number(await RememberedAsync(LastColumn)) ?? (Columns is [var only] ? only.Id : (long?)null),
                    Language = Words.Language,
                };
        if (Typed.Date(day) is { } date)
            stored = stored with { Go = "later", At = Typed.Of(date.ToDateTime(Morning)) };
        await RecallAsync(stored, draft);
    }

    public Task<IActionResult> OnPostPreviewAsync(PostForm form) => LookAgainAsync(form);

    public async Task<IActionResult> OnPostAsync(PostForm form)
    {
        Form = form;
        var (post, refusal) = await CanReadAsync(form) ? await ActAsync(sight => MakeAsync(sight, form)) : (null, ContentRefusal.None);
        if (post is not null && refusal == ContentRefusal.None)
        {
            await DropAsync();
            await RememberAsync(LastColumn, post.ColumnId.ToString(CultureInfo.InvariantCulture));
            return TellOf(post, form, "posts.made.draft");
        }

        if (refusal != ContentRefusal.None)
            Wrong(refusal);
        await ReadAsync();
        return Again();
    }

    private Task<PostForm?> CopyAsync(int number) =>
        LookAsync(async sight =>
            await sight.Posts.WithAll().FirstOrDefaultAsync(it => it.Number == number, Stop) is { } post
                ? PostForm.Of(post) with
                {
                    Seen = 0,
                }
                : null
        );

    private async Task<(Post? Post, ContentRefusal Refusal)> MakeAsync(Sight sight, PostForm form)
    {
        if (await PlaceAsync(sight, form) is not { } place)
            return (null, ContentRefusal.NoGroup);
        var desk = sight.Desk<ContentDesk>();
        var drafted = await desk.DraftAsync(place.Column, place.Language, form.Words(), place.Group);
        if (drafted.Post is not { } post)
            return (null, drafted.Refusal);
        desk.Place(post, place);
        var refusal = await LimitAsync(sight, post, form);
        if (refusal != ContentRefusal.None)
            sight.Forget();
        else
            await ReleaseAsync(sight, post, form);
        return (post, refusal);
    }
}
