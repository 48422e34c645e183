using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using MutualAid.Core.Communities;
using MutualAid.Core.Content;
using MutualAid.Core.Data;
using MutualAid.Core.People;
using MutualAid.Core.Supplies;
using MutualAid.Core.Volunteers;

namespace MutualAid.Core.Imports;

/// <summary>撤销 of an import: each row as it was before; rows that somebody has gone on from stay, and are counted.</summary>
public sealed partial class TakingBack(Db db)
{
    private static readonly MethodInfo Ask = typeof(TakingBack).GetMethod(
        nameof(NamedAsync),
        BindingFlags.NonPublic | BindingFlags.Instance
    )!;

    private readonly HashSet<long> places = [];
    private readonly HashSet<long> columns = [];
    private HashSet<long> used = [];

    /// <param name="now">What is known of each row now, as in the steps.</param>
    /// <returns>How many rows stay.</returns>
    public async Task<int> RunAsync(Import import, IReadOnlyDictionary<long, IReadOnlyDictionary<string, string>> now)
    {
        ArgumentNullException.ThrowIfNull(import);
        ArgumentNullException.ThrowIfNull(now);
        var steps = import.Done();
        var untouched = steps.Where(it => now.TryGetValue(it.Id, out var facts) && IsSame(facts, it.After)).ToList();
        var added = untouched.Where(it => it.Before is null).Select(it => it.Id).ToList();
        used = import.Kind switch
        {
            ImportKind.Volunteers => await UsedAsync(typeof(Person), added, typeof(Groups.Member), typeof(Volunteer), typeof(TeamMember)),
            ImportKind.Communities => await UsedAsync(typeof(Community), added, typeof(CommunityAlias)),
            ImportKind.Donations => await UsedAsync(typeof(Donation), added, typeof(DonationLine), typeof(DonationDonor)),
            ImportKind.Resources => await UsedAsync(typeof(Offer), added, typeof(OfferLine)),
            _ => await UsedAsync(typeof(Post), added, typeof(PostRevision)),
        };
        await LoadAsync(import, untouched.ConvertAll(it => it.Id));
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var back = untouched.Count(step => TakeBack(import.Kind, step));
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        await db.SaveChangesAsync();
        await ForgetPlacesAsync(import);
        await ForgetColumnsAsync(import);
        await ForgetTeamsAsync(import);
        return steps.Count - back;
    }

    private bool TakeBack(ImportKind kind, ImportStep step)
    {
        if (step.Before is null && used.Contains(step.Id))
            return false;
        switch (kind)
        {
            case ImportKind.Volunteers:
                TakeBackVolunteer(step);
                break;
            case ImportKind.Communities:
                TakeBackCommunity(step);
                break;
            case ImportKind.Donations:
                TakeBackDonation(step);
                break;
            case ImportKind.Resources:
                TakeBackOffer(step);
                break;
            default:
                TakeBackPost(step);
                break;
        }

        return true;
    }

    // Communities that this import named first, and that nobody names any more.
    private async Task ForgetPlacesAsync(Import import)
    {
        var made = await db
            .Communities.Include(it => it.Aliases)
            .Where(it => places.Contains(it.Id) && it.AddedAt >= import.MadeAt && it.AddedAt <= import.ConfirmedAt)
            .ToListAsync();
        var named = await UsedAsync(typeof(Community), made.ConvertAll(it => it.Id), typeof(CommunityAlias));
        foreach (var it in made.Where(it => !named.Contains(it.Id) && it.Aliases.Count == 0))
            db.Remove(it);
    }

    private async Task ForgetColumnsAsync(Import import)
    {
        var made = await db
            .Columns.Where(it => columns.Contains(it.Id) && it.AddedAt >= import.MadeAt && it.AddedAt <= import.ConfirmedAt)
            .ToListAsync();
        var named = await UsedAsync(typeof(Column), made.ConvertAll(it => it.Id));
        db.RemoveRange(made.Where(it => !named.Contains(it.Id)));
    }

    private async Task ForgetTeamsAsync(Import import)
    {
        if (import.Kind != ImportKind.Volunteers)
            return;
        var made = await db
            .Teams.Where(it => it.GroupId == import.GroupId && it.MadeAt >= import.MadeAt && it.MadeAt <= import.ConfirmedAt)
            .ToListAsync();
        var named = await UsedAsync(typeof(Team), made.ConvertAll(it => it.Id));
        db.RemoveRange(made.Where(it => !named.Contains(it.Id)));
    }

    private static bool IsSame(IReadOnlyDictionary<string, string> now, IReadOnlyDictionary<string, string> then) =>
        now.Count == then.Count && now.All(it => then.TryGetValue(it.Key, out var value) && value == it.Value);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Those of the rows that others came to name since, in any table.</summary>
    private async Task<HashSet<long>> UsedAsync(Type type, List<long> ids, params Type[] own)
    {
        var named = new HashSet<long>();
        var keys = db
            .Model.FindEntityType(type)!
            .GetReferencingForeignKeys()
            .Where(it => !own.Contains(it.DeclaringEntityType.ClrType) && it.DeclaringEntityType.ClrType != typeof(Import));
        foreach (var key in ids.Count == 0 ? [] : keys)
            named.UnionWith(await (Task<List<long>>)Ask.MakeGenericMethod(key.DeclaringEntityType.ClrType).Invoke(this, [key, ids])!);
        return named;
    }

    private Task<List<long>> NamedAsync<T>(IForeignKey key, List<long> ids)
        where T : class
    {
        var row = Expression.Parameter(typeof(T));
        var column = Expression.Call(typeof(EF), nameof(EF.Property), [typeof(long?)], row, Expression.Constant(key.Properties[0].Name));
        var named = db.Set<T>().Select(Expression.Lambda<Func<T, long?>>(column, row));
        return named.Where(id => id != null && EF.Parameter(ids).Contains(id.Value)).Select(id => id!.Value).Distinct().ToListAsync();
    }
}
