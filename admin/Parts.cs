using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace MutualAid.Admin;

/// <summary>An empty list teaches: one sentence, an example, one way on.</summary>
public sealed record Empty(string Phrase, string? Example = null, string? Href = null, string? Button = null);

/// <summary>Asked before an act that is wide or cannot be taken back.</summary>
/// <param name="About">The value in each of its sentences.</param>
public sealed record Confirm(string Title, string Consequence, string Button, string About, string Action, string Back)
{
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What it is about, one by one, where that can be looked at.</summary>
    public IReadOnlyList<(string Text, string Href)> Lines { get; init; } = [];

    /// <summary>The word of the way back.</summary>
    public string No { get; init; } = "back";
}

/// <summary>Which page of a list is shown.</summary>
public sealed record Pager(int Page, int Total, int Size)
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    /// <summary>The same list and filters, another page of it.</summary>
    public static string To(HttpContext context, int page)
    {
        var query = context.Request.Query.ToDictionary(it => it.Key, it => (string?)it.Value.ToString(), StringComparer.Ordinal);
        query["page"] = page.ToString(CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString(context.Request.Path, query);
    }
}

/// <summary>One page of a list.</summary>
public sealed record Listed<T>(IReadOnlyList<T> Rows, Pager Pager);

public static class Paging
{
    private const int Size = 20;

    /// <summary>The same for rows that come with much else: the filter is asked once, then the rows of this page by their ids.</summary>
    /// <param name="ids">In order.</param>
    /// <param name="load">The rows with these ids, in any order.</param>
    public static async Task<Listed<T>> PageAsync<T>(
        this IQueryable<long> ids,
        int? page,
        Func<IReadOnlyList<long>, IQueryable<T>> load,
        Func<T, long> id,
        CancellationToken stop
    )
    {
        var wanted = Math.Clamp(page ?? 1, 1, int.MaxValue / Size);
        var found = await ids.Select(it => new { Id = it, Total = ids.Count() }).Skip((wanted - 1) * Size).Take(Size).ToListAsync(stop);
        if (found.Count == 0 && wanted > 1)
            return await PageAsync(ids, new Pager(1, await ids.CountAsync(stop), Size).Pages, load, id, stop);
        var rows = found.Count == 0 ? [] : (await load(found.ConvertAll(it => it.Id)).ToListAsync(stop)).ToDictionary(id);
        return new Listed<T>([.. found.Select(it => rows[it.Id])], new Pager(wanted, found.Count == 0 ? 0 : found[0].Total, Size));
    }

    /// <summary>In two queries: how many, and the rows of this page.</summary>
    public static async Task<Listed<T>> PageAsync<T>(this IQueryable<T> rows, int? page, CancellationToken stop)
    {
        var pager = new Pager(1, await rows.CountAsync(stop), Size);
        pager = pager with { Page = Math.Clamp(page ?? 1, 1, pager.Pages) };
        return new Listed<T>(await rows.Skip((pager.Page - 1) * Size).Take(Size).ToListAsync(stop), pager);
    }
}
