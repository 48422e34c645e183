using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using MutualAid.Core.Communities;
using MutualAid.Core.Data;
using MutualAid.Core.People;
using MutualAid.Core.Supplies;
using MutualAid.Core.Volunteers;

namespace MutualAid.Core.Imports;

/// <summary>撤销 of an import: each row as it was before; rows that somebody has gone on from stay, and are counted.</summary>
public sealed class TakingBack(Db db)
{
    private static readonly MethodInfo Ask = typeof(TakingBack).GetMethod(
        nameof(NamedAsync),
        BindingFlags.NonPublic | BindingFlags.Instance
    )!;

    private readonly HashSet<long> places = [];
    private readonly HashSet<long> columns = [];
    private HashSet<long> used = [];
    private Dictionary<long, Donation> donations = [];
    private Dictionary<long, Volunteer> volunteers = [];
    private ILookup<long, Groups.Member> members = Array.Empty<Groups.Member>().ToLookup(it => it.PersonId);

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
            ImportKind.Volunteers => await UsedAsync(typeof(Person), added, typeof(Groups.Member), typeof(Volunteer)),
            ImportKind.Communities => await UsedAsync(typeof(Community), added, typeof(CommunityAlias)),
            ImportKind.Donations => await UsedAsync(typeof(Donation), added, typeof(DonationLine), typeof(DonationDonor)),
            _ => await UsedAsync(typeof(Content.Post), added, typeof(Content.PostRevision)),
        };
        await LoadAsync(import, untouched.ConvertAll(it => it.Id));
        var back = 0;
        foreach (var step in untouched)
            back += await BackAsync(import, step) ? 1 : 0;
        await ForgetPlacesAsync(import);
        await ForgetColumnsAsync(import);
        return steps.Count - back;
    }

    // Thousands of rows at once, not one by one.
    private async Task LoadAsync(Import import, List<long> ids)
    {
        if (import.Kind == ImportKind.Donations)
            donations = await db
                .Donations.Where(it => ids.Contains(it.Id))
                .Include(it => it.Lines)
                .Include(it => it.Donors)
                .AsSplitQuery()
                .ToDictionaryAsync(it => it.Id);
        if (import.Kind != ImportKind.Volunteers)
            return;
        volunteers = await db
            .Volunteers.Where(it => ids.Contains(it.PersonId))
            .Include(it => it.Skills)
            .Include(it => it.Person)
            .AsSplitQuery()
            .ToDictionaryAsync(it => it.PersonId);
        var here = await db.Members.Where(it => it.GroupId == import.GroupId && ids.Contains(it.PersonId)).ToListAsync();
        members = here.ToLookup(it => it.PersonId);
    }

    // Communities that this import named first, and that nobody names any more.
    private async Task ForgetPlacesAsync(Import import)
    {
        await db.SaveChangesAsync();
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
        var named = await UsedAsync(typeof(Content.Column), made.ConvertAll(it => it.Id));
        db.RemoveRange(made.Where(it => !named.Contains(it.Id)));
    }

    private Task<bool> BackAsync(Import import, ImportStep step) =>
        import.Kind switch
        {
            ImportKind.Volunteers => Task.FromResult(TakeBackVolunteer(step)),
            ImportKind.Communities => CommunityAsync(step),
            ImportKind.Donations => Task.FromResult(TakeBackDonation(step)),
            _ => PostAsync(step),
        };

    private static bool IsSame(IReadOnlyDictionary<string, string> now, IReadOnlyDictionary<string, string> then) =>
        now.Count == then.Count && now.All(it => then.TryGetValue(it.Key, out var value) && value == it.Value);

    private bool TakeBackVolunteer(ImportStep step)
    {
        if (step.Before is null && used.Contains(step.Id))
            return false;
        var it = volunteers[step.Id];
        if (step.Before?.ContainsKey("listed") == true)
            Put(it, step.Before);
        else
            Strike(it);
        if (step.Before?.ContainsKey("member") != true)
            db.RemoveRange(members[step.Id]);
        if (it.Person.CommunityId is { } place)
            places.Add(place);
        if (step.Before is { } before)
            it.Person.CommunityId = before.TryGetValue("communityId", out var id) ? Number(id) : null;
        else
            db.Remove(it.Person);
        return true;
    }

    private void Strike(Volunteer it)
    {
        db.RemoveRange(it.Skills);
        db.Remove(it);
    }

    private void Put(Volunteer it, IReadOnlyDictionary<string, string> facts)
    {
        (it.Area, it.Contact, it.FreeText) = (
            facts.GetValueOrDefault("area"),
            facts.GetValueOrDefault("phone"),
            facts.GetValueOrDefault("free")
        );
        it.FreeSlots = (int)Number(facts.GetValueOrDefault("slots", "0"));
        var skills = Values.List(facts.GetValueOrDefault("skills", "")).Select(Folded.Key).ToHashSet(StringComparer.Ordinal);
        db.RemoveRange(it.Skills.Where(skill => !skills.Contains(skill.Key)));
    }

    private async Task<bool> CommunityAsync(ImportStep step)
    {
        var it = await db.Communities.Include(each => each.Aliases).FirstAsync(each => each.Id == step.Id);
        if (step.Before is not { } before)
        {
            if (used.Contains(step.Id))
                return false;
            db.RemoveRange(it.Aliases);
            db.Remove(it);
            return true;
        }

        (it.District, it.Contact, it.DropOff) = (
            before.GetValueOrDefault("district"),
            before.GetValueOrDefault("contact"),
            before.GetValueOrDefault("dropOff")
        );
        var names = Values.List(before.GetValueOrDefault("aliases", "")).Select(Folded.Key).ToHashSet(StringComparer.Ordinal);
        db.RemoveRange(it.Aliases.Where(alias => !names.Contains(alias.NameKey)));
        return true;
    }

    private bool TakeBackDonation(ImportStep step)
    {
        var it = donations[step.Id];
        if (step.Before is { } before)
        {
            it.ValueCents = before.TryGetValue("value", out var value)
                ? (long)(decimal.Parse(value, CultureInfo.InvariantCulture) * 100)
                : null;
            it.ValuedById = before.TryGetValue("valuedBy", out var by) ? Number(by) : null;
            it.Version++;
            return true;
        }

        if (used.Contains(step.Id))
            return false;
        db.RemoveRange(it.Lines);
        db.RemoveRange(it.Donors);
        db.Remove(it);
        return true;
    }

    private async Task<bool> PostAsync(ImportStep step)
    {
        var it = await db.Posts.FirstAsync(each => each.Id == step.Id);
        if (step.Before is { } before)
        {
            (it.Body, it.Summary, it.Tags) = (before["body"], before.GetValueOrDefault("summary"), before.GetValueOrDefault("tags"));
            (it.Source, it.SourceLink) = (before.GetValueOrDefault("source"), before.GetValueOrDefault("link"));
            it.SearchKey = before["searchKey"];
            it.Version++;
            return true;
        }

        if (used.Contains(step.Id))
            return false;
        columns.Add(it.ColumnId);
        db.Remove(it);
        return true;
    }

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
        return named.Where(id => id != null && ids.Contains(id.Value)).Select(id => id!.Value).Distinct().ToListAsync();
    }
}
