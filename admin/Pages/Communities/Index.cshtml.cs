using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Communities;

namespace MutualAid.Admin.Pages;

/// <summary>The communities: whom to call, and where goods are brought.</summary>
public sealed class CommunitiesModel(Office office) : ConsolePage(office)
{
    public sealed record CommunityRow(long Id, string? Name, string? Contact, string? DropOff);

    public Listed<CommunityRow> Rows { get; private set; } = null!;

    /// <summary>What was typed and refused.</summary>
    public CommunityRow? Typed { get; private set; }

    public Task OnGetAsync(int? page) => ReadAsync(page);

    public async Task<IActionResult> OnPostAsync(CommunityRow form)
    {
        var refusal = await ActAsync(async sight =>
            await sight.Communities.FirstOrDefaultAsync(it => it.Id == form.Id, Stop) is { } community
                ? await sight.Desk<CommunityDesk>().CorrectAsync(community, form.Name, form.Contact, form.DropOff)
                : CommunityRefusal.NoName
        );
        if (refusal == CommunityRefusal.None)
            return Tell("/communities", "made.community", form.Name);
        Typed = form;
        Wrong($"name-{form.Id}", "refused." + refusal);
        await ReadAsync(null);
        return Again();
    }

    private Task<bool> ReadAsync(int? page) =>
        LookAsync(async sight =>
        {
            Rows = await sight
                .Communities.OrderBy(it => it.Id)
                .Select(it => new CommunityRow(it.Id, it.Name, it.Contact, it.DropOff))
                .PageAsync(page, Stop);
            return true;
        });
}
