using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Content;

namespace MutualAid.Admin.Pages;

/// <summary>The picture above a post: a form of its own, so that a file that is refused takes no words with it.</summary>
[RequestSizeLimit(Most)]
[RequestFormLimits(MultipartBodyLengthLimit = Most)]
public sealed class CoverModel(Office office) : ConsolePage(office)
{
    /// <summary>Larger than what is kept, so that a picture straight from a camera is refused in words.</summary>
    private const int Most = 64 * 1024 * 1024;

    public Post Post { get; private set; } = null!;

    /// <summary>The post, with the list from which it was opened.</summary>
    public string Back => $"/posts/{Post.Number}{PostFilter.Carried(Request.Query)}";

    public string Removing =>
        QueryHelpers.AddQueryString($"/posts/{Post.Number}/cover{PostFilter.Carried(Request.Query)}", "handler", "remove");

    public async Task<IActionResult> OnGetAsync(int number) => await ReadAsync(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int number, IFormFile? picture)
    {
        if (!await ReadAsync(number))
            return NotFound();
        var refusal =
            picture is null ? ContentRefusal.NotAPicture
            : picture.Length > PictureFile.Largest ? ContentRefusal.PictureTooLarge
            : await PutAsync(number, await BytesAsync(picture));
        return Answer(refusal, "posts.cover.made");
    }

    public async Task<IActionResult> OnPostRemoveAsync(int number) =>
        await ReadAsync(number) ? Answer(await PutAsync(number, null), "posts.cover.removed") : NotFound();

    private IActionResult Answer(ContentRefusal refusal, string done)
    {
        if (refusal == ContentRefusal.None)
            return Tell(Back, done, Post.Title);
        Wrong("picture", "posts.refused." + refusal);
        return Again();
    }

    private Task<ContentRefusal> PutAsync(int number, byte[]? bytes) =>
        ActAsync(async sight => (await sight.Desk<ContentDesk>().CoverAsync(number, await sight.StaffAsync(), bytes)).Refusal);

    private async Task<byte[]> BytesAsync(IFormFile picture)
    {
        using var all = new MemoryStream((int)picture.Length);
        await picture.CopyToAsync(all, Stop);
        return all.ToArray();
    }

    private Task<bool> ReadAsync(int number) =>
        LookAsync(async sight =>
        {
            if (await sight.OwnPosts.FirstOrDefaultAsync(it => it.Number == number && it.WithdrawnAt == null, Stop) is not { } post)
                return false;
            Post = post;
            return true;
        });
}
