using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using MutualAid.Core.Content;
using MutualAid.Core.Messaging;

namespace MutualAid.Admin.Pages;

/// <summary>The filters of the list of posts, as its links, its forms and the page of a post carry them on.</summary>
public sealed record PostFilter
{
    private const int Before = 10;
    private const int Behind = 24;

    public static readonly IReadOnlyList<string> States = ["review", "draft", "scheduled", "published", "withdrawn", "all"];

    public string State { get; init; } = States[0];

    public long? Column { get; private init; }

    public string? Language { get; private init; }

    public string? Find { get; private init; }

    public int? Page { get; private init; }

    /// <param name="state">Null: everything with these words, or what waits for review.</param>
    public static PostFilter Of(string? state, long? column, string? language, string? words, int? page) =>
        new()
        {
            State =
                state is not null && States.Contains(state) ? state
                : Typed.Words(words) is null ? States[0]
                : States[^1],
            Column = column,
            Language = ConsoleWords.LanguageOf(language),
            Find = Typed.Words(words),
            Page = page is > 1 ? page : null,
        };

    /// <summary>As an address carries it.</summary>
    public static PostFilter Of(IQueryCollection query) =>
        Of(query["state"], Typed.Number(query["column"]), query["language"], query["q"], Typed.Number(query["page"]));

    /// <summary>The list in which this one stands.</summary>
    public static PostFilter Of(PostState state) => Of(state.ToString().ToLowerInvariant(), null, null, null, null);

    /// <summary>Where a post was opened from, in its address: the month of the calendar, or the list.</summary>
    public static string Carried(IQueryCollection query) =>
        Typed.Date(query["month"] + "-01") is { } month ? "?month=" + PostCalendarModel.NameOf(month) : Of(query).Query;

    public bool IsFiltered => Column is not null || Language is not null || Find is not null;

    /// <summary>What differs from the list as it opens.</summary>
    public Dictionary<string, string?> Fields =>
        new (string Name, string? Value)[]
        {
            ("state", State == Of(null, null, null, Find, null).State ? null : State),
            ("column", Column?.ToString(CultureInfo.InvariantCulture)),
            ("language", Language),
            ("q", Find),
            ("page", Page?.ToString(CultureInfo.InvariantCulture)),
        }
            .Where(it => it.Value is not null)
            .ToDictionary(it => it.Name, it => it.Value, StringComparer.Ordinal);

    /// <summary>The same in an address; empty: the list as it opens.</summary>
    public string Query => QueryHelpers.AddQueryString("", Fields);

    /// <summary>The same of another column; null: of all.</summary>
    public PostFilter In(long? column) => this with { Column = column, Page = null };

    /// <summary>The list with the same filters in another state.</summary>
    /// <param name="ask">What it asks first.</param>
    public string With(string state, string? ask = null)
    {
        var there = "/posts" + (this with { State = state, Page = null }).Query;
        return ask is null ? there : QueryHelpers.AddQueryString(there, "ask", ask);
    }

    /// <summary>The words that were looked for, with what stands around them in the text; null: they stand elsewhere.</summary>
    public string? Hit(Post post)
    {
        if (Find is not { } words || Typed.Number(words) is not null)
            return null;
        var word = words.Split([' ', '　', '，', ',', '、'], StringSplitOptions.RemoveEmptyEntries)[0];
        var text = post.Body.Replace("**", "", StringComparison.Ordinal).ReplaceLineEndings(" ");
        var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var from = Math.Max(0, at - Before);
        var to = Math.Min(text.Length, at + word.Length + Behind);
        return (from > 0 ? "…" : "") + Html.Storable(text[from..to]) + (to < text.Length ? "…" : "");
    }

    public IQueryable<Post> Chosen(IQueryable<Post> posts, DateTime now)
    {
        if (Column is { } column)
            posts = posts.Where(it => it.ColumnId == column);
        if (Language is { } language)
            posts = posts.Speaking(language);
        if (Find is { } words)
            posts = Typed.Number(words) is { } number ? posts.Where(it => it.Number == number) : posts.About(words);
        return State switch
        {
            "review" => posts.InReview().OldestFirst(),
            "draft" => posts
                .Where(it => it.SubmittedAt == null && it.ApprovedAt == null && it.WithdrawnAt == null)
                .OrderByDescending(it => it.Number),
            "scheduled" => posts
                .Where(it => it.ApprovedAt != null && it.PublishAt > now && it.WithdrawnAt == null)
                .OrderBy(it => it.PublishAt)
                .ThenBy(it => it.Number),
            "published" => posts.Published(now).NewestFirst(),
            "withdrawn" => posts.Where(it => it.WithdrawnAt != null).OrderByDescending(it => it.WithdrawnAt).ThenBy(it => it.Number),
            _ => posts.OrderByDescending(it => it.Number),
        };
    }
}
