using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MutualAid.Admin.Imports;
using MutualAid.Core.Imports;

namespace MutualAid.Admin.Pages;

/// <summary>What a sheet would do, before it does it; then what it did, and the way back.</summary>
public sealed partial class ImportModel(Office office) : ImportPage(office)
{
    private const int FirstRows = 3;
    private const int MoreRows = 10;
    private const int FirstTroubles = 30;

    private bool asksGroup;

    /// <summary>The import and what stands in its sheet.</summary>
    public Import It { get; private set; } = null!;

    public Preview? Preview { get; private set; }

    public bool MayUndo { get; private set; }

    /// <summary>撤销 was asked for.</summary>
    public bool Asks { get; private set; }

    public IReadOnlyList<Field> AllFields => Fields.Of(It.Kind);

    /// <summary>A few rows show whether the columns are right; more only for who asks.</summary>
    public IReadOnlyList<PlanLine> First => [.. Preview!.Plan.Lines.Take(FirstRows)];

    public IReadOnlyList<PlanLine> More => [.. Preview!.Plan.Lines.Skip(FirstRows).Take(MoreRows)];

    public int Beyond => Preview!.Plan.Lines.Count - First.Count - More.Count;

    /// <summary>Into which group it may go; while it is not confirmed.</summary>
    public IReadOnlyList<(long Id, string Title)> Groups { get; private set; } = [];

    /// <summary>Nobody said into which group yet, or another one was asked for.</summary>
    public bool IsAstray { get; private set; }

    public bool MayMove { get; private set; }

    public bool MayAll => It.Kind == ImportKind.Posts && ReachOf(ImportKind.Posts).All;

    /// <summary>Rows with faults, to be mended on the spot.</summary>
    public IReadOnlyList<Trouble> Troubles { get; private set; } = [];

    public int TroubleCount { get; private set; }

    /// <summary>Rows that would be written now; after 确认 those that were mended since.</summary>
    public int ToTake => Preview is null ? 0 : Preview.Plan.Count(PlanState.New) + Preview.Plan.Count(PlanState.Changed);

    /// <summary>Something can be typed anew on the spot: that is the first thing to do.</summary>
    public bool MayMend => Troubles.Any(row => row.IsBad && row.Cells.Any(each => each.Cell is not null));

    /// <summary>Those whom it put onto the roster and whom the bot cannot write to.</summary>
    public int Unreached { get; private set; }

    /// <summary>新增 9 行，1 行有问题没有导入: what is none is not told.</summary>
    public string Result
    {
        get
        {
            (string Part, int Rows)[] all = [("added", It.Added), ("changed", It.Changed), ("same", It.Same), ("bad", It.Bad)];
            var told = all.Where(each => each.Rows > 0).Select(each => Words.Plain("imports.result." + each.Part, each.Rows));
            return string.Join(Words.Plain("imports.result.and"), told.DefaultIfEmpty(Words.Plain("imports.nothing")));
        }
    }

    /// <summary>The list that it filled.</summary>
    public string List =>
        (
            It.Kind switch
            {
                ImportKind.Volunteers => "/volunteers",
                ImportKind.Communities => "/communities",
                ImportKind.Donations => "/donations",
                ImportKind.Resources => "/offers",
                _ => "/posts",
            }
        ) + (It.GroupId is { } group && It.Kind != ImportKind.Posts ? string.Create(CultureInfo.InvariantCulture, $"?group={group}") : "");

    /// <summary>A fact in words.</summary>
    public string Shown(Field field, string said) =>
        field.Shape is FieldShape.Resource or FieldShape.Giver && said != "–" ? Words.Plain($"offers.{field.Key}.{said}")
        : field.Shape == FieldShape.OneOf ? string.Join(Words.Plain("and"), said.Split('\n'))
        : said;

    public async Task<IActionResult> OnGetAsync(long id, string? ask)
    {
        (Asks, asksGroup) = (ask == "undo", ask == "group");
        return await ReadAsync(id) ? Page() : NotFound();
    }

    private async Task<int> UnreachedAsync(Sight sight, Import it, Core.Groups.Group home)
    {
        var taken = it.Done().Select(step => step.Id).ToHashSet();
        return taken.Count == 0 ? 0 : (await sight.HandsAsync(home, Stop)).Count(hand => taken.Contains(hand.Id) && !hand.IsReached);
    }

    private async Task<bool> ReadAsync(long id)
    {
        if (await KindAsync(id) is not { } kind)
            return false;
        return await LookAsync(
            kind,
            async sight =>
            {
                if (await FindAsync(sight, id) is not { } it)
                    return false;
                (It, MayUndo) = (it, sight.Desk<ImportDesk>().MayUndo(it));
                if (it is { Kind: ImportKind.Volunteers, ConfirmedAt: not null, UndoneAt: null, Group: { } home })
                    Unreached = await UnreachedAsync(sight, it, home);
                MayMove = it.ConfirmedAt is null && it.Kind != ImportKind.Communities;
                IsAstray = AsksGroup(it) || (asksGroup && MayMove);
                if (IsAstray)
                    Groups = await sight.OpenChoicesAsync(Stop);
                Preview =
                    it.Content is null || IsAstray
                        ? null
                        : await Preview.MakeAsync(it, Intake.Of(kind, sight, it.Group, Words.Language, Stop), Today(it.Group));
                var troubles = Preview is null ? [] : Trouble.Of(Preview, onlyBad: it.ConfirmedAt is not null);
                (Troubles, TroubleCount) = ([.. troubles.Take(FirstTroubles)], troubles.Count);
                return true;
            }
        );
    }
}
