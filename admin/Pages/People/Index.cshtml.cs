using MutualAid.Core.Groups;

namespace MutualAid.Admin.Pages;

/// <summary>Who is in the caller's groups.</summary>
public sealed class PeopleModel(Office office) : ConsolePage(office)
{
    public sealed record PersonRow(long Id, string Name, string? Community, bool Organiser, bool Reachable, DateTime Since);

    public string? Find { get; private set; }

    public long? Group { get; private set; }

    public IReadOnlyList<(long Id, string Title)> Groups { get; private set; } = [];

    public Listed<PersonRow> Rows { get; private set; } = null!;

    public Task OnGetAsync(string? q, long? group, int? page) =>
        LookAsync(async sight =>
        {
            Find = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
            Group = group;
            Groups = await sight.ChoicesAsync(Stop);
            var people = sight.People.Where(it => it.ErasedAt == null);
            if (Find is { } words)
                people = people.Where(it => it.Name.Contains(words) || (it.Community != null && it.Community.Name.Contains(words)));
            if (group is { } wanted)
                people = people.Where(it => sight.Members.Any(member => member.PersonId == it.Id && member.GroupId == wanted));
            Rows = await people
                .OrderBy(it => it.Id)
                .Select(it => new PersonRow(
                    it.Id,
                    it.Name,
                    it.Community == null ? null : it.Community.Name,
                    sight.Members.Any(member => member.PersonId == it.Id && member.Role == Role.Organiser && member.LeftAt == null),
                    it.Accounts.Any(account => account.ReachableSince != null),
                    it.FirstSeenAt
                ))
                .PageAsync(page, Stop);
            return true;
        });
}
