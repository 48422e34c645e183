using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Communities;
using MutualAid.Core.Content;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Supplies;
using MutualAid.Core.Volunteers;

namespace MutualAid.Core.Imports;

/// <summary>How each noun goes back.</summary>
public sealed partial class TakingBack
{
    private Dictionary<long, Volunteer> volunteers = [];
    private ILookup<long, Member> members = Array.Empty<Member>().ToLookup(it => it.PersonId);
    private ILookup<long, TeamMember> teams = Array.Empty<TeamMember>().ToLookup(it => it.PersonId);
    private Dictionary<long, Community> communities = [];
    private Dictionary<long, Donation> donations = [];
    private Dictionary<long, Offer> offers = [];
    private Dictionary<long, Post> posts = [];

    // Thousands of rows at once, not one by one.
    private async Task LoadAsync(Import import, List<long> ids)
    {
        switch (import.Kind)
        {
            case ImportKind.Volunteers:
                await LoadRosterAsync(import, ids);
                break;
            case ImportKind.Communities:
                communities = await db
                    .Communities.Where(it => EF.Parameter(ids).Contains(it.Id))
                    .Include(it => it.Aliases)
                    .AsSplitQuery()
                    .ToDictionaryAsync(it => it.Id);
                break;
            case ImportKind.Donations:
                donations = await db
                    .Donations.Where(it => EF.Parameter(ids).Contains(it.Id))
                    .Include(it => it.Lines)
                    .Include(it => it.Donors)
                    .AsSplitQuery()
                    .ToDictionaryAsync(it => it.Id);
                break;
            case ImportKind.Resources:
                offers = await db
                    .Offers.Where(it => EF.Parameter(ids).Contains(it.Id))
                    .Include(it => it.Lines)
                    .AsSplitQuery()
                    .ToDictionaryAsync(it => it.Id);
                break;
            default:
                posts = await db.Posts.Where(it => EF.Parameter(ids).Contains(it.Id)).ToDictionaryAsync(it => it.Id);
                break;
        }
    }

    private async Task LoadRosterAsync(Import import, List<long> ids)
    {
        volunteers = await db
            .Volunteers.Where(it => EF.Parameter(ids).Contains(it.PersonId))
            .Include(it => it.Skills)
            .Include(it => it.Person)
            .AsSplitQuery()
            .ToDictionaryAsync(it => it.PersonId);
        members = (
            await db.Members.Where(it => it.GroupId == import.GroupId && EF.Parameter(ids).Contains(it.PersonId)).ToListAsync()
        ).ToLookup(it => it.PersonId);
        var places = await db.TeamMembers.Where(it => EF.Parameter(ids).Contains(it.PersonId)).Include(it => it.Team).ToListAsync();
        teams = places.Where(it => it.Team.GroupId == import.GroupId).ToLookup(it => it.PersonId);
        // Who was put into a team of another group since is theirs too.
        used.UnionWith(places.Where(it => it.Team.GroupId != import.GroupId).Select(it => it.PersonId));
    }

    private void TakeBackVolunteer(ImportStep step)
    {
        var it = volunteers[step.Id];
        TakeOutOfTeams(step);
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
    }

    private void TakeOutOfTeams(ImportStep step)
    {
        var were = step.Before?.GetValueOrDefault("team")?.Split('\n') ?? [];
        db.RemoveRange(
            teams[step.Id].Where(it => step.Before is null || (it.LeftAt is null && !were.Contains(it.Team.Name, StringComparer.Ordinal)))
        );
    }

    private void Strike(Volunteer it)
    {
        db.RemoveRange(it.Skills);
        db.Remove(it);
    }

    private void Put(Volunteer it, IReadOnlyDictionary<string, string> facts)
    {
        (it.Area, it.Contact, it.FreeText, it.Note) = (
            facts.GetValueOrDefault("area"),
            facts.GetValueOrDefault("phone"),
            facts.GetValueOrDefault("free"),
            facts.GetValueOrDefault("note")
        );
        it.FreeSlots = (int)Number(facts.GetValueOrDefault("slots", "0"));
        var skills = Values.List(facts.GetValueOrDefault("skills", "")).Select(Folded.Key).ToHashSet(StringComparer.Ordinal);
        db.RemoveRange(it.Skills.Where(skill => !skills.Contains(skill.Key)));
    }

    private void TakeBackCommunity(ImportStep step)
    {
        var it = communities[step.Id];
        if (step.Before is not { } before)
        {
            db.RemoveRange(it.Aliases);
            db.Remove(it);
            return;
        }

        (it.District, it.Contact, it.DropOff) = (
            before.GetValueOrDefault("district"),
            before.GetValueOrDefault("contact"),
            before.GetValueOrDefault("dropOff")
        );
        var names = Values.List(before.GetValueOrDefault("aliases", "")).Select(Folded.Key).ToHashSet(StringComparer.Ordinal);
        db.RemoveRange(it.Aliases.Where(alias => !names.Contains(alias.NameKey)));
    }

    private void TakeBackDonation(ImportStep step)
    {
        var it = donations[step.Id];
        if (step.Before is { } before)
        {
            it.ValueCents = before.TryGetValue("value", out var value)
                ? (long)(decimal.Parse(value, CultureInfo.InvariantCulture) * 100)
                : null;
            it.ValuedById = before.TryGetValue("valuedBy", out var by) ? Number(by) : null;
            it.Version++;
            return;
        }

        db.RemoveRange(it.Lines);
        db.RemoveRange(it.Donors);
        db.Remove(it);
    }

    private void TakeBackOffer(ImportStep step)
    {
        var it = offers[step.Id];
        if (step.Before is { } before)
        {
            it.Provider = before.GetValueOrDefault("provider");
            it.Kind = Enum.Parse<ResourceKind>(before["kind"]);
            it.GivenBy = before.TryGetValue("givenBy", out var giver) ? Enum.Parse<GiverKind>(giver) : null;
            (it.Place, it.Contact) = (before.GetValueOrDefault("place"), before.GetValueOrDefault("phone"));
            if (!IsSameGoods(before, step.After))
            {
                db.RemoveRange(it.Lines);
                it.Lines.Clear();
                OfferDesk.Fill(it, Goodslines.Of(before));
            }

            it.Version++;
            return;
        }

        db.RemoveRange(it.Lines);
        db.Remove(it);
    }

    private static bool IsSameGoods(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        Array.TrueForAll(["item", "quantity", "unit"], (string key) => one.GetValueOrDefault(key) == other.GetValueOrDefault(key));

    private void TakeBackPost(ImportStep step)
    {
        var it = posts[step.Id];
        if (step.Before is { } before)
        {
            (it.Body, it.Summary, it.Tags) = (before["body"], before.GetValueOrDefault("summary"), before.GetValueOrDefault("tags"));
            (it.Source, it.SourceLink) = (before.GetValueOrDefault("source"), before.GetValueOrDefault("link"));
            it.SearchKey = before["searchKey"];
            it.Version++;
            return;
        }

        columns.Add(it.ColumnId);
        db.Remove(it);
    }
}
