using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Groups;
using MutualAid.Core.Imports;

namespace MutualAid.Admin.Pages;

/// <summary>A page about sheets that were brought. Who may write one row by hand may bring many.</summary>
public abstract class ImportPage(Office office) : ConsolePage(office)
{
    /// <summary>What this caller may bring.</summary>
    public IReadOnlyList<ImportKind> Kinds => [.. Enum.GetValues<ImportKind>().Where(kind => !ReachOf(kind).IsEmpty)];

    protected Reach ReachOf(ImportKind kind) => Caller.For(Access.RolesFor(Form(kind), HttpMethods.Post, "")!);

    /// <summary>Acts with the reach that the kind asks for, which may be less than the page's.</summary>
    protected Task<T> ActAsync<T>(ImportKind kind, Func<Sight, Task<T>> act) =>
        Office.ActAsync(Caller with { Reach = ReachOf(kind) }, Deed.Of(HttpContext), act, Stop);

    protected Task<T> LookAsync<T>(ImportKind kind, Func<Sight, Task<T>> look) =>
        Office.LookAsync(Caller with { Reach = ReachOf(kind) }, look);

    protected bool IsMine(Import it)
    {
        var reach = ReachOf(it.Kind);
        return reach.All
            || (
                it.GroupId is { } group
                    ? reach.Groups.Contains(group)
                    : (it.Kind == ImportKind.Communities || it.ConfirmedAt is null) && !reach.IsEmpty && it.MadeById == Caller.Person
            );
    }

    /// <summary>It was brought without saying into which group: that is asked before anything else.</summary>
    protected bool AsksGroup(Import it) =>
        it is { GroupId: null, ConfirmedAt: null }
        && it.Kind != ImportKind.Communities
        && (it.Kind != ImportKind.Posts || !ReachOf(ImportKind.Posts).All);

    /// <summary>The kind of an import that this caller may see; null: there is none.</summary>
    protected Task<ImportKind?> KindAsync(long id) =>
        LookAsync(async sight =>
            await sight.Imports.AsNoTracking().FirstOrDefaultAsync(it => it.Id == id, Stop) is { } it && IsMine(it)
                ? it.Kind
                : (ImportKind?)null
        );

    protected Task<Import?> FindAsync(Sight sight, long id) =>
        sight
            .Imports.Include(it => it.Group)
            .Include(it => it.MadeBy)
            .Include(it => it.ConfirmedBy)
            .FirstOrDefaultAsync(it => it.Id == id, Stop);

    protected DateOnly Today(Group? group) =>
        group?.LocalDate(Office.Clock.GetUtcNow().UtcDateTime) ?? Words.Today(Office.Clock.GetUtcNow().UtcDateTime);

    private static string Form(ImportKind kind) =>
        kind switch
        {
            ImportKind.Volunteers => "shifts/new",
            ImportKind.Communities => "communities",
            ImportKind.Donations or ImportKind.Resources => "donations/new",
            _ => "posts/new",
        };
}
