using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Communities;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Pages;

/// <summary>One field for everything that the caller may see.</summary>
public sealed class SearchModel(Office office) : ConsolePage(office)
{
    private const int MostOfAKind = 8;

    /// <param name="Href">Null: it has no page of its own.</param>
    public sealed record Hit(string Text, string? More, string? Href);

    public string? Find { get; private set; }

    /// <summary>By kind, those with hits only.</summary>
    public IReadOnlyList<(string Kind, IReadOnlyList<Hit> Hits)> Found { get; private set; } = [];

    public Task OnGetAsync(string? q) =>
        LookAsync(async sight =>
        {
            Find = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
            if (Find is not { } words)
                return true;
            (string, IReadOnlyList<Hit>)[] all =
            [
                ("pages", PagesAbout(words)),
                ("needs", await NeedsAsync(sight, words)),
                ("people", await PeopleAsync(sight, words)),
                ("communities", await CommunitiesAsync(sight, words)),
                ("classes", await ClassesAsync(sight, words)),
                ("posts", await PostsAsync(sight, words)),
            ];
            Found = [.. all.Where(it => it.Item2.Count > 0)];
            return true;
        });

    // #31, 31 or ３１.
    private static int? Numbered(string words) => int.TryParse(words.Trim('#', '＃'), out var number) ? number : null;

    /// <summary>By name, by what is done there, and by the first letters of the name's syllables (<c>dr</c>: 导入).</summary>
    private List<Hit> PagesAbout(string words) =>
        [
            .. Menu.All(Caller)
                .Where(line => NamesOf(line).Any(name => name.Contains(words, StringComparison.OrdinalIgnoreCase)))
                .OrderByDescending(line => Words.Plain(line.Key).Contains(words, StringComparison.OrdinalIgnoreCase))
                .Take(MostOfAKind)
                .Select(line => new Hit(Words.Plain(line.Key), Words.Find(line.Key + ".why"), "/" + line.Route)),
        ];

    private IEnumerable<string> NamesOf(MenuLine line)
    {
        var name = Words.Plain(line.Key);
        return new[] { name, Initials.Of(name), Words.Find(line.Key + ".why"), Words.Find("search.also." + line.Route) }.OfType<string>();
    }

    private async Task<IReadOnlyList<Hit>> NeedsAsync(Sight sight, string words)
    {
        var needs = Numbered(words) is { } number ? sight.Needs.Where(it => it.Number == number) : sight.NeedsAbout(words);
        var found = await needs
            .OrderByDescending(it => it.Number)
            .Take(MostOfAKind)
            .Select(it => new
            {
                it.Number,
                Community = it.Community == null ? null : it.Community.Name,
                Items = it.Lines.Select(line => line.Item).ToList(),
            })
            .ToListAsync(Stop);
        return found.ConvertAll(it => new Hit(
            $"#{it.Number} {string.Join(Words.Plain("and"), it.Items)}",
            it.Community,
            $"/needs/{it.Number}"
        ));
    }

    private async Task<IReadOnlyList<Hit>> PeopleAsync(Sight sight, string words)
    {
        var found = await sight
            .People.Where(it => it.ErasedAt == null && it.Name.Contains(words))
            .OrderBy(it => it.Name)
            .Take(MostOfAKind)
            .Select(it => new
            {
                it.Id,
                it.Name,
                Community = it.Community == null ? null : it.Community.Name,
            })
            .ToListAsync(Stop);
        return found.ConvertAll(it => new Hit(it.Name, it.Community, $"/people/{it.Id}"));
    }

    private async Task<IReadOnlyList<Hit>> CommunitiesAsync(Sight sight, string words)
    {
        var found = await sight
            .Communities.About(words)
            .OrderBy(it => it.Name)
            .Take(MostOfAKind)
            .Select(it => new { it.Name, it.District })
            .ToListAsync(Stop);
        return found.ConvertAll(it => new Hit(it.Name, it.District, $"/needs?q={Uri.EscapeDataString(it.Name)}"));
    }

    private async Task<IReadOnlyList<Hit>> ClassesAsync(Sight sight, string words)
    {
        var found = await sight
            .Classes.Where(it => it.Title.Contains(words) || (it.Speaker != null && it.Speaker.Contains(words)))
            .OrderByDescending(it => it.Id)
            .Take(MostOfAKind)
            .Select(it => new
            {
                it.Number,
                it.Title,
                it.Speaker,
                it.StartsAt,
            })
            .ToListAsync(Stop);
        return found.ConvertAll(it => new Hit(it.Title, $"{it.Speaker} {Words.Time(it.StartsAt)}".Trim(), $"/classes/{it.Number}"));
    }

    private async Task<IReadOnlyList<Hit>> PostsAsync(Sight sight, string words)
    {
        var found = await sight
            .Posts.Where(it => it.Title.Contains(words))
            .OrderByDescending(it => it.Id)
            .Take(MostOfAKind)
            .Select(it => new
            {
                it.Number,
                it.Title,
                Column = it.Column.Name,
            })
            .ToListAsync(Stop);
        var mayOpen = !Caller.For([ConsoleRole.Organiser, ConsoleRole.Editor]).IsEmpty;
        return found.ConvertAll(it => new Hit(it.Title, it.Column, mayOpen ? $"/posts/{it.Number}" : null));
    }
}
