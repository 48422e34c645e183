using MutualAid.Core.Groups;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin.Pages;

/// <summary>What was typed of a team.</summary>
/// <param name="Lead">Null: nobody is chosen yet.</param>
/// <param name="People">Those who are ticked.</param>
public sealed record TeamForm(string? Name, long? Lead, long[]? People)
{
    public IReadOnlyList<long> Ticked => People ?? [];

    /// <summary>Makes the team so, with people of its group, or who are in it already.</summary>
    /// <param name="team">Null: a new one.</param>
    public async Task<(ShiftRefusal Refusal, Team? Team)> SetAsync(Sight sight, Group group, Team? team)
    {
        var known = (team?.Members.Select(it => it.Person) ?? []).Append(team?.Lead ?? await sight.PersonAsync());
        var people = (await sight.MembersAsync(group, [.. Ticked, Lead ?? 0]))
            .Concat(known)
            .DistinctBy(it => it.Id)
            .ToDictionary(it => it.Id);
        if (
            Ticked.Any(id => !people.ContainsKey(id))
            || (Lead ?? team?.LeadId) is not { } chosen
            || !people.TryGetValue(chosen, out var lead)
        )
            return (ShiftRefusal.NoSuchPerson, team);
        return await sight
            .Desk<VolunteerDesk>()
            .SetAsync(await sight.ActorAsync(group), team, Typed.Words(Name) ?? "", lead, [.. Ticked.Distinct().Select(it => people[it])]);
    }

    public static TeamForm Of(Team it) => new(it.Name, it.LeadId, [.. Now(it).Select(member => member.PersonId)]);

    /// <summary>Its name, how many they are, and who leads them.</summary>
    public static string Told(Team it, ConsoleWords words) =>
        words.Plain("shifts.teams.told", it.Name, Now(it).Select(member => member.Person).Append(it.Lead).Distinct().Count(), it.Lead.Name);

    /// <summary>The same team as it is now has the same.</summary>
    public static long StampOf(Team it) => Stamp.Of(it.Name, $"{it.LeadId}", string.Join(',', Now(it).Select(member => member.PersonId)));

    private static IEnumerable<TeamMember> Now(Team it) =>
        it.Members.Where(member => member.LeftAt is null).OrderBy(member => member.PersonId);

    public static string FieldOf(ShiftRefusal refusal) => refusal is ShiftRefusal.NoSuchPerson ? "lead" : "name";
}

/// <summary>People to be ticked: volunteers first, each by name.</summary>
/// <param name="Name">Of the field.</param>
public sealed record Ticks(string Name, string Legend, IReadOnlyList<Hand> People, IReadOnlyCollection<long> Ticked)
{
    /// <summary>The phrase below the legend; null: it says enough.</summary>
    public string? Why { get; init; }
}

/// <param name="Path">Where the same form is of the group that one chooses.</param>
public sealed record GroupFirst(string Path, IReadOnlyList<(long Id, string Title)> Groups, long? Chosen);

/// <param name="Self">Who makes it, and may lead it though the group does not have them; null: somebody leads it.</param>
public sealed record TeamFields(TeamForm Form, IReadOnlyList<Hand> People, Hand? Self)
{
    /// <summary>Who may be chosen besides.</summary>
    public IEnumerable<Hand> Others => People.Where(hand => hand.Id != Self?.Id);
}
