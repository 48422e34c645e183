using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Content;

namespace MutualAid.Admin.Pages;

/// <summary>The words of a post put right; what stood there is kept, and what others changed meanwhile is shown first.</summary>
public sealed class EditPostModel(Office office) : PostFormPage(office)
{
    public bool IsPublished { get; private set; }

    public async Task<IActionResult> OnGetAsync(int number, string? draft)
    {
        if (await LookAsync(sight => FindAsync(sight, number)) is not { } post)
            return NotFound();
        Decided(post);
        await ReadAsync();
        await RecallAsync(PostForm.Of(post), draft);
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync(int number, PostForm form) =>
        await LookAsync(sight => FindAsync(sight, number)) is null ? NotFound() : await LookAgainAsync(form);

    public async Task<IActionResult> OnPostAsync(int number, PostForm form)
    {
        Form = form;
        var (isClash, wasShown) = (false, false);
        if (await LookAsync(sight => FindAsync(sight, number)) is not { } stored)
            return NotFound();
        Decided(stored);
        var canRead = await CanReadAsync(form);
        var (post, refusal) = await ActAsync(async sight =>
        {
            isClash = false;
            if (await FindAsync(sight, number) is not { } it)
                return ((Post?)null, ContentRefusal.NoSuchPost);
            Decided(it);
            isClash = IsChanged(form.Seen, it.Version, form.Beside(PostForm.Of(it)));
            wasShown = await sight.Posts.AnyAsync(one => one.Id == it.Id && one.Showings.Any(), Stop);
            return (it, canRead && !isClash ? await CorrectAsync(sight, it, form) : ContentRefusal.None);
        });
        if (post is null)
            return NotFound();
        if (canRead && !isClash && refusal == ContentRefusal.None)
        {
            await DropAsync();
            return TellOf(
                post,
                form,
                !IsPublished ? "posts.made.saved"
                    : wasShown ? "posts.made.corrected"
                    : "posts.made.correctedUnseen"
            );
        }

        // Saved once more, with both versions seen, it stands.
        if (isClash)
            Form = form with { Seen = post.Version };
        if (refusal != ContentRefusal.None)
            Wrong(refusal);
        await ReadAsync();
        return isClash ? Clashed() : Again();
    }

    private void Decided(Post post) =>
        (IsPublished, IsUndecided) = (
            post.ApprovedAt is not null && post.PublishAt <= Office.Clock.GetUtcNow().UtcDateTime,
            post.ApprovedAt is null
        );

    private Task<Post?> FindAsync(Sight sight, int number) =>
        sight
            .OwnPosts.WithAll()
            .Include(it => it.Supersedes)
            .FirstOrDefaultAsync(it => it.Number == number && it.WithdrawnAt == null, Stop);

    private async Task<ContentRefusal> CorrectAsync(Sight sight, Post post, PostForm form)
    {
        if (form.IsAs(PostForm.Of(post)))
        {
            await ReleaseAsync(sight, post, form);
            return ContentRefusal.None;
        }

        if (await PlaceAsync(sight, form) is not { } place)
            return ContentRefusal.NoGroup;
        var desk = sight.Desk<ContentDesk>();
        var refusal = await LimitAsync(sight, post, form);
        if (refusal == ContentRefusal.None)
        {
            desk.Place(post, place);
            refusal = (await desk.CorrectAsync(post.Number, await sight.StaffAsync(), form.Words())).Refusal;
        }

        if (refusal != ContentRefusal.None)
            sight.Forget();
        else
            await ReleaseAsync(sight, post, form);
        return refusal;
    }
}
