using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin.Pages;

/// <summary>What the roster is looked through by, on its page and in its sheet.</summary>
/// <param name="Words">A part of a name, a skill, an area or a time.</param>
public sealed record RosterFilter(string? Words, long? Group)
{
    public IQueryable<Volunteer> Of(Sight sight) =>
        Found(sight).Include(it => it.Person.Community).Include(it => it.Skills).OrderBy(it => it.Person.Name).ThenBy(it => it.Id);

    public IQueryable<Volunteer> Found(Sight sight)
    {
        var volunteers = sight.Volunteers.Where(it => it.LeftAt == null);
        if (Group is { } group)
            volunteers = volunteers.Where(it =>
                sight.Members.Any(member => member.GroupId == group && member.PersonId == it.PersonId && member.LeftAt == null)
            );
        if (Words is { } words)
            volunteers = volunteers.About(words);
        return volunteers;
    }
}
