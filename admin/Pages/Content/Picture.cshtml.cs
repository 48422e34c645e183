using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MutualAid.Admin.Pages;

/// <summary>The cover itself, also of a post that nobody else sees yet.</summary>
public sealed class PictureModel(Office office) : ConsolePage(office)
{
    public async Task<IActionResult> OnGetAsync(int number) =>
        await LookAsync(sight =>
            sight.Covers.FirstOrDefaultAsync(it => sight.Posts.Any(post => post.Number == number && post.Cover == it.Name), Stop)
        )
            is { } picture
            ? File(picture.Bytes, picture.ContentType)
            : NotFound();
}
