using MutualAid.Core.Broadcasts;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;

namespace MutualAid.Admin;

/// <summary>What the queries of broadcasts say of one that was found in this sight.</summary>
public sealed partial class Sight
{
    public Task<IReadOnlyDictionary<long, Tally>> TalliesAsync(IReadOnlyCollection<long> broadcasts) => db.TalliesAsync(broadcasts);

    public Task<Tally> TallyAsync(Broadcast it) => db.TallyAsync(it);

    public Task<bool> IsAsleepAsync(Broadcast it) => db.IsAsleepAsync(it, Now);

    public Task<AudienceSize> SizeAsync(Broadcast it) => db.SizeAsync(it, it.PlannedFor ?? Now);

    public Task<string?> AimNameAsync(Broadcast it) => db.AimNameAsync(it);

    public Task<IReadOnlyList<string>> NamesAsync(Broadcast it, int most) => db.NamesAsync(it, most);

    public Task<string> ZoneAsync(Broadcast it) => db.ZoneOfAsync(it);

    public Task<List<RecipientLine>> LinesAsync(Broadcast it, int skip, int most, OutboxState[] states) =>
        db.LinesAsync(it, skip, most, states);

    /// <summary>The groups that its author may write to.</summary>
    public IQueryable<Group> Within(Broadcast it) => db.Within(it);
}
