using Microsoft.AspNetCore.Mvc;

namespace MutualAid.Admin.Pages;

/// <summary>The checked copies of the database: what there is, one more now, and how one is put back.</summary>
public sealed class BackupsModel(Office office) : ConsolePage(office)
{
    public Backups Backups { get; private set; } = null!;

    public void OnGet() => Backups = Office.Host.Backups();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Office.Host.BackUpAsync(Stop) is not { } made)
            return Warn("/backups", "backups.notHere");
        await ActAsync(sight =>
        {
            sight.Note(null);
            return Task.FromResult(true);
        });
        return Tell("/backups", "backups.made", made);
    }
}
