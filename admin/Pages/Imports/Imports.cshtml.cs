using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Imports;

namespace MutualAid.Admin.Pages;

/// <summary>Brings a sheet: a file, or what was copied out of one.</summary>
[RequestFormLimits(MultipartBodyLengthLimit = 10 << 20, MemoryBufferThreshold = 10 << 20, ValueLengthLimit = 8 << 20)]
public sealed class ImportsModel(Office office) : ImportPage(office)
{
    /// <summary>In the place of a group.</summary>
    public const long ForAll = 0;

    private const int Newest = 20;

    public sealed record Form(ImportKind? Kind, long? Group, IFormFile? File, string? Text);

    public sealed record Row(
        long Id,
        ImportKind Kind,
        string? Group,
        string By,
        DateTime At,
        string FileName,
        bool IsOpen,
        bool IsUndone,
        int Added,
        int Changed
    );

    public Form Typed { get; private set; } = new(null, null, null, null);

    public IReadOnlyList<(long Id, string Title)> Groups { get; private set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Posts may be for all groups where everything is seen.</summary>
    public bool MayAll => Kinds.Contains(ImportKind.Posts) && ReachOf(ImportKind.Posts).All;

    public Task OnGetAsync(ImportKind? kind)
    {
        Typed = Typed with { Kind = kind };
        return ReadAsync();
    }

    public async Task<IActionResult> OnPostAsync(Form form)
    {
        Typed = form;
        var read = Read(form);
        if (form.Kind is not { } kind || !Kinds.Contains(kind))
            Wrong("kind", "imports.refused.kind");
        if (read.Refusal != SheetRefusal.None)
            Wrong("file", "imports.refused." + read.Refusal);
        if (Faults.Count > 0)
            return await AgainAsync();
        if (await BringAsync(form.Kind!.Value, form, read) is not { } made)
        {
            Wrong("group", "imports.refused.group");
            return await AgainAsync();
        }

        // What was brought is kept: a group that was forgotten is asked on the next page, for a browser does not choose the file again.
        return form.Kind == ImportKind.Posts && form.Group is null && MayAll
            ? Tell($"/imports/{made}", "imports.group.none")
            : LocalRedirect($"/imports/{made}");
    }

    private async Task<IActionResult> AgainAsync()
    {
        await ReadAsync();
        return Again();
    }

    private static SheetReading Read(Form form)
    {
        if (form.File is not { Length: > 0 } file)
            return SheetFile.Paste(form.Text ?? "");
        if (file.Length > Ceilings.FileBytes)
            return SheetFile.TooLarge;
        var bytes = new byte[file.Length];
        using var stream = file.OpenReadStream();
        stream.ReadExactly(bytes);
        return SheetFile.Read(bytes);
    }

    // Null: another's group.
    private Task<long?> BringAsync(ImportKind kind, Form form, SheetReading read) =>
        ActAsync(
            kind,
            async sight =>
            {
                var group = kind == ImportKind.Communities ? null : await sight.Groups.FirstOrDefaultAsync(it => it.Id == form.Group, Stop);
                if (group is null && kind != ImportKind.Communities && form.Group is not null && !(MayAll && form.Group == ForAll))
                    return (long?)null;
                var name = Path.GetFileName(form.File?.FileName ?? "");
                return (await sight.Desk<ImportDesk>().BringAsync(await sight.PersonAsync(), kind, group, name, read.Grids)).Id;
            }
        );

    private Task<bool> ReadAsync() =>
        LookAsync(async sight =>
        {
            Groups = await sight.OpenChoicesAsync(Stop);
            var rows = await sight
                .Imports.AsNoTracking()
                .Include(it => it.Group)
                .Include(it => it.MadeBy)
                .OrderByDescending(it => it.Id)
                .Take(Newest)
                .Select(it => new
                {
                    Import = new Import
                    {
                        Id = it.Id,
                        Kind = it.Kind,
                        GroupId = it.GroupId,
                        MadeById = it.MadeById,
                        ConfirmedAt = it.ConfirmedAt,
                    },
                    Row = new Row(
                        it.Id,
                        it.Kind,
                        it.Group!.Title,
                        it.MadeBy.Name,
                        it.ConfirmedAt ?? it.MadeAt,
                        it.FileName,
                        it.ConfirmedAt == null,
                        it.UndoneAt != null,
                        it.Added,
                        it.Changed
                    ),
                })
                .ToListAsync(Stop);
            Rows = [.. rows.Where(it => IsMine(it.Import)).Select(it => it.Row)];
            return true;
        });
}
