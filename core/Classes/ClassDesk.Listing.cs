using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Classes;

public sealed partial class ClassDesk
{
    /// <summary>How many one pasted list may sign up.</summary>
    public const int MostListed = 500;

    /// <summary>Of a pasted list those who are not signed up yet, each name once, in its order.</summary>
    public static IReadOnlyList<Listed> Newcomers(Class it, IEnumerable<Listed> listed)
    {
        var known = it.SignUps.Where(signUp => signUp.LeftAt is null).Select(signUp => Folded.Key(signUp.Name())).ToHashSet();
        return [.. listed.Where(each => known.Add(Folded.Key(Short(each.Name))))];
    }

    /// <summary>A pasted 接龙: who is not signed up yet is, as after 帮人报名; the same list again adds nobody.</summary>
    public async Task<ClassResult> SignUpAllAsync(int number, Actor who, IReadOnlyList<Listed> listed, string? sourceMessage = null)
    {
        var found = await OpenAsync(number, who);
        if (found is not { Done: true, Class: { } it })
            return found;
        var coming = Newcomers(it, listed);
        if (coming.Count == 0)
            return new(ClassRefusal.AlreadyListed, it);
        var organises = await db.OrganisesAsync(who, it.Group);
        var mine = it.SignUps.Count(signUp => signUp.LeftAt is null && signUp.IsOf(who.Person));
        if (mine + coming.Count > (organises ? MostListed : MostGuests + 1))
            return new(ClassRefusal.TooManyGuests, it);
        var members = organises ? await MembersAsync(it.Group) : [];
        List<SignUp> added = [.. coming.Select(each => Add(it, each, who.Person, members, sourceMessage))];
        it.Version++;
        return found with { SignUps = added };
    }

    // An organiser's list gives members their own places; anybody else brings guests.
    private SignUp Add(Class it, Listed listed, Person by, List<Person> members, string? sourceMessage)
    {
        var name = Short(listed.Name);
        var own = Named(by.Name, name) ? by : Only(members, name);
        if (own is not null && !it.SignUps.Exists(signUp => signUp is { LeftAt: null, Guest: null } && signUp.IsOf(own)))
            return Add(it, own, null, sourceMessage);
        return Add(it, (listed.Proxy is null ? null : Only(members, listed.Proxy)) ?? by, name, sourceMessage);
    }

    private static Person? Only(List<Person> members, string name) =>
        members.FindAll(member => Named(member.Name, name)) is [var only] ? only : null;

    private static bool Named(string left, string right) => Folded.Key(left) == Folded.Key(right);

    private Task<List<Person>> MembersAsync(Group group) =>
        db.Members.Where(member => member.GroupId == group.Id && member.LeftAt == null).Select(member => member.Person).ToListAsync();
}
