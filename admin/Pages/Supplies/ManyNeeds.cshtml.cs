using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Pages;

/// <summary>One change to many needs: looked at first, then made; what somebody changed meanwhile is left and named.</summary>
public sealed class ManyNeedsModel(Office office) : ConsolePage(office)
{
    public const int MostAtOnce = 5000;
    public const int MostShown = 10;
    private const int MostNamed = 30;

    /// <param name="Pick">Those that were ticked.</param>
    /// <param name="All">Everything that the filter lists, on whatever page.</param>
    public sealed record Chosen(int[]? Pick, bool All, ManyAct? Act, long? Community);

    public NeedFilter Filter { get; private set; } = new(null, null, null);

    public Chosen Choice { get; private set; } = new(null, false, null, null);

    public IReadOnlyList<(long Id, string Name)> Communities { get; private set; } = [];

    /// <summary>All that were chosen.</summary>
    public int Count { get; private set; }

    /// <summary>Those of them that the act changes, the first ones whole.</summary>
    public IReadOnlyList<Need> First { get; private set; } = [];

    /// <summary>Number and version of each that it changes: what is another version when it is made is left.</summary>
    public string Numbers { get; private set; } = "";

    public int Changing { get; private set; }

    /// <summary>Two of one group that ask for the same: one may be put into the other.</summary>
    public (int From, int Into)? Pair { get; private set; }

    protected override int Longest(string field) => field == "numbers" ? MostAtOnce * 24 : base.Longest(field);

    public Task OnGetAsync(NeedFilter filter, Chosen choice) =>
        LookAsync(async sight =>
        {
            (Filter, Choice) = (filter, choice);
            var picked = choice.Pick ?? [];
            var chosen = choice.All ? filter.Of(sight).Open() : sight.Needs.Open().Where(it => picked.Contains(it.Number));
            Count = await chosen.CountAsync(Stop);
            Communities = await CommunitiesAsync(sight);
            await PreviewAsync(sight, chosen);
            return true;
        });

    public async Task<IActionResult> OnPostAsync(NeedFilter filter, ManyAct? act, long? community, string? numbers)
    {
        if (act is not { } what)
            return LocalRedirect(filter.To("/needs"));
        var wanted = Wanted(numbers);
        IReadOnlyList<int> left = [];
        var (done, step) = await ActAsync(async sight =>
        {
            var place = community is { } id ? await sight.Communities.FirstOrDefaultAsync(it => it.Id == id, Stop) : null;
            var who = await sight.PersonAsync();
            var found = await LoadAsync(sight, [.. wanted.Keys]);
            var changed = found
                .Where(it => it.Version == wanted[it.Number] && sight.Desk<SupplyDesk>().ChangeOneOfMany(it, what, who, place))
                .ToList();
            left = [.. wanted.Keys.Except(changed.Select(it => it.Number)).Order()];
            sight.Note(null, Listed(changed.Select(it => it.Number)));
            return (changed.Count, changed.Count == 0 ? 0 : await Office.Host.ShowManyAsync(sight.Rows, changed, Caller.Person));
        });
        var told = left.Count == 0 ? done.ToString(CultureInfo.InvariantCulture) : $"{done}{Words.Plain("needs.many.left", Named(left))}";
        return done == 0
            ? Warn(filter.To("/needs"), "needs.many.none")
            : TellUndoable(filter.To("/needs"), "needs.many.made." + what, told, "/needs/many?handler=undo", step);
    }

    public async Task<IActionResult> OnPostUndoAsync(long step)
    {
        var (back, left) = await ActAsync(async sight =>
        {
            var (undone, kept) = await Office.Host.UndoManyAsync(sight.Rows, step, Caller.Person);
            sight.Note(null, Listed(undone));
            return (undone, kept);
        });
        return back.Count == 0 ? Warn("/needs", "made.notUndone")
            : left.Count == 0 ? Tell("/needs", "needs.many.undone", back.Count.ToString(CultureInfo.InvariantCulture))
            : Warn(
                "/needs",
                "needs.many.undone",
                back.Count.ToString(CultureInfo.InvariantCulture) + Words.Plain("needs.many.left", Named(left))
            );
    }

    private async Task PreviewAsync(Sight sight, IQueryable<Need> chosen)
    {
        var able = chosen.Changed(Choice.Act, Choice.Community);
        var rows = await able.OrderBy(it => it.Number).Take(MostAtOnce).Select(it => new { it.Number, it.Version }).ToListAsync(Stop);
        Changing = rows.Count;
        Numbers = string.Join(',', rows.Select(it => string.Create(CultureInfo.InvariantCulture, $"{it.Number}:{it.Version}")));
        var first = rows.Take(MostShown).Select(it => it.Number).ToList();
        First = await sight
            .Needs.Where(it => first.Contains(it.Number))
            .Include(it => it.Lines)
            .Include(it => it.Community)
            .OrderBy(it => it.Number)
            .ToListAsync(Stop);
        if (Choice.Act is null && First is [var one, var other] && one.GroupId == other.GroupId && Goods(one).SetEquals(Goods(other)))
            Pair = (other.Number, one.Number);
    }

    private static HashSet<string> Goods(Need need) => need.Lines.Select(line => line.ItemKey).ToHashSet(StringComparer.Ordinal);

    private async Task<IReadOnlyList<(long Id, string Name)>> CommunitiesAsync(Sight sight)
    {
        var all = await sight.Communities.OrderBy(it => it.Name).Take(500).Select(it => new { it.Id, it.Name }).ToListAsync(Stop);
        return all.ConvertAll(it => (it.Id, it.Name));
    }

    // In portions: a list of thousands is longer than a question may be.
    private async Task<List<Need>> LoadAsync(Sight sight, IReadOnlyList<int> numbers)
    {
        var found = new List<Need>();
        foreach (var some in numbers.Chunk(500))
            found.AddRange(
                await sight
                    .Needs.Open()
                    .Where(it => some.Contains(it.Number))
                    .Include(it => it.Group)
                    .Include(it => it.Lines)
                        .ThenInclude(line => line.Deliveries)
                    .AsSplitQuery()
                    .ToListAsync(Stop)
            );
        return found;
    }

    private static Dictionary<int, long> Wanted(string? numbers)
    {
        var wanted = new Dictionary<int, long>();
        foreach (var one in (numbers ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Take(MostAtOnce))
        {
            if (
                one.Split(':') is [var number, var version]
                && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var key)
                && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            )
                wanted[key] = seen;
        }

        return wanted;
    }

    private string Named(IReadOnlyList<int> numbers) =>
        string.Join(Words.Plain("and"), numbers.Take(MostNamed).Select(it => $"#{it}")) + (numbers.Count > MostNamed ? "……" : "");

    /// <summary>#1–#4、#9</summary>
    private static string Listed(IEnumerable<int> numbers)
    {
        var spans = new List<(int From, int To)>();
        foreach (var number in numbers.Order())
        {
            if (spans.Count > 0 && spans[^1].To == number - 1)
                spans[^1] = (spans[^1].From, number);
            else
                spans.Add((number, number));
        }

        return string.Join('、', spans.Select(it => it.From == it.To ? $"#{it.From}" : $"#{it.From}–#{it.To}"));
    }
}
