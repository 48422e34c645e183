using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MutualAid.Admin.Imports;
using MutualAid.Core.Imports;

namespace MutualAid.Admin.Pages;

/// <summary>What a sheet would do, before it does it; then what it did, and the way back.</summary>
public sealed partial class ImportModel(Office office) : ImportPage(office)
{
    private const int FirstRows = 10;
    private const int FirstTroubles = 30;

    /// <summary>The import and what stands in its sheet.</summary>
    public Import It { get; private set; } = null!;

    public Preview? Preview { get; private set; }

    public bool MayUndo { get; private set; }

    /// <summary>撤销 was asked for.</summary>
    public bool Asks { get; private set; }

    public IReadOnlyList<Field> AllFields => Fields.Of(It.Kind);

    public IEnumerable<PlanLine> First => Preview!.Plan.Lines.Take(FirstRows);

    /// <summary>Rows with faults, to be mended on the spot.</summary>
    public IReadOnlyList<Trouble> Troubles { get; private set; } = [];

    public int TroubleCount { get; private set; }

    /// <summary>Rows that would be written now; after 确认 those that were mended since.</summary>
    public int ToTake => Preview is null ? 0 : Preview.Plan.Count(PlanState.New) + Preview.Plan.Count(PlanState.Changed);

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
        Asks = ask == "undo";
        return await ReadAsync(id) ? Page() : NotFound();
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
                Preview = it.Content is null
                    ? null
                    : await Preview.MakeAsync(it, Intake.Of(kind, sight, it.Group, Words.Language, Stop), Today(it.Group));
                var troubles = Preview is null ? [] : Trouble.Of(Preview, onlyBad: it.ConfirmedAt is not null);
                (Troubles, TroubleCount) = ([.. troubles.Take(FirstTroubles)], troubles.Count);
                return true;
            }
        );
    }
}
