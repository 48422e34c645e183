using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MutualAid.Core.Content;

namespace MutualAid.Admin.Pages;

/// <summary>The columns, what each holds, and a new one.</summary>
public sealed class ColumnsModel(Office office) : ConsolePage(office)
{
    private const int LongestName = 20;

    public sealed record ColumnRow(long Id, string Name, ColumnKind Kind, int Published, int Waiting, int All);

    public Listed<ColumnRow> Rows { get; private set; } = null!;

    public string? Name { get; private set; }

    public ColumnKind Kind { get; private set; }

    /// <summary>Shared by all groups: made by those who are trusted with all.</summary>
    public bool MayMake => Caller.Reach.All;

    /// <summary>The form for a new one is open.</summary>
    public bool IsMaking { get; private set; }

    /// <param name="made">The one that was just made stands first.</param>
    public Task OnGetAsync(int? page, long? made, string? ask)
    {
        IsMaking = MayMake && ask == "new";
        return ReadAsync(page, made);
    }

    public async Task<IActionResult> OnPostAsync(string? name, ColumnKind kind)
    {
        (Name, Kind, IsMaking) = (name, kind, true);
        if (!MayMake)
            return NotFound();
        if (Typed.Words(name) is not { Length: <= LongestName } words)
        {
            Wrong("name", "posts.columns.wrong", LongestName);
            await ReadAsync(null, null);
            return Again();
        }

        var made = await ActAsync(async sight =>
            await sight.Desk<ContentDesk>().ColumnAsync(words, Enum.IsDefined(kind) ? kind : ColumnKind.Other)
        );
        return Tell(string.Create(CultureInfo.InvariantCulture, $"/posts/columns?made={made.Id}"), "posts.made.column", words);
    }

    private Task<bool> ReadAsync(int? page, long? made) =>
        LookAsync(async sight =>
        {
            var (posts, published, waiting) = (sight.Posts, sight.Posts.Published(sight.Now), sight.Posts.InReview());
            Rows = await sight
                .Columns.OrderByDescending(it => it.Id == made)
                .ThenBy(it => it.Id)
                .Select(it => new ColumnRow(
                    it.Id,
                    it.Name,
                    it.Kind,
                    published.Count(post => post.ColumnId == it.Id),
                    waiting.Count(post => post.ColumnId == it.Id),
                    posts.Count(post => post.ColumnId == it.Id)
                ))
                .PageAsync(page, Stop);
            return true;
        });
}
