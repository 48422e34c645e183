using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Content;
using MutualAid.Core.Messaging;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin.Exports;

/// <summary>What editors, organisers and those who lead shifts take away.</summary>
public sealed partial class Tables
{
    private async Task<Sheet> VolunteersAsync()
    {
        var chosen = In(sight.Volunteers.Where(it => it.LeftAt == null), it => it.JoinedAt, null);
        if (span.Group is { } group)
            chosen = chosen.Where(it =>
                sight.Members.Any(member => member.GroupId == group && member.PersonId == it.PersonId && member.LeftAt == null)
            );
        var rows = await chosen
            .OrderBy(it => it.Person.Name)
            .ThenBy(it => it.Id)
            .Take(MostRows)
            .Include(it => it.Person.Community)
            .Include(it => it.Skills)
            .AsSplitQuery()
            .ToListAsync(stop);
        var teams = (
            await sight
                .Teams.SelectMany(it => it.Members)
                .Where(it => it.LeftAt == null)
                .Select(it => new { it.PersonId, it.Team.Name })
                .ToListAsync(stop)
        ).ToLookup(it => it.PersonId, it => it.Name);
        return Make(
            "volunteers",
            rows.ConvertAll<IReadOnlyList<object?>>(it =>
                [
                    it.Person.Name,
                    it.Person.Community?.Name,
                    Joined(it.Skills.OrderBy(skill => skill.Id).Select(skill => skill.Name)),
                    it.Area,
                    it.FreeText,
                    Joined(teams[it.PersonId].Distinct(StringComparer.Ordinal)),
                    it.Note,
                    t.Sortable(it.JoinedAt),
                ]
            ),
            "person",
            "community.of",
            "skills",
            "area",
            "free",
            "teams",
            "note",
            "joined"
        );
    }

    private async Task<Sheet> ShiftsAsync()
    {
        var rows = await In(sight.Shifts, it => it.StartsAt, it => it.GroupId)
            .OrderBy(it => it.StartsAt)
            .ThenBy(it => it.Id)
            .Take(MostRows)
            .Include(it => it.Group)
            .Include(it => it.Team)
            .Include(it => it.Lead)
            .Include(it => it.Assignments)
                .ThenInclude(it => it.Person)
            .AsSplitQuery()
            .ToListAsync(stop);
        return Make(
            "shifts",
            rows.ConvertAll<IReadOnlyList<object?>>(it =>
                [
                    it.Number,
                    it.Place,
                    it.Skill,
                    t.Sortable(it.StartsAt),
                    t.Sortable(it.EndsAt),
                    it.Group.Title,
                    it.Team?.Name,
                    it.Lead.Name,
                    it.People,
                    Joined(
                        it.Assignments.Where(each => each.LeftAt is null).OrderBy(each => each.Position).Select(each => each.Person.Name)
                    ),
                    it.CancelledAt is { } at ? t.Sortable(at) : null,
                ]
            ),
            "number",
            "post",
            "skills",
            "starts",
            "ends",
            "group",
            "teams",
            "lead",
            "wanted",
            "going",
            "cancelled"
        );
    }

    private async Task<Sheet> HoursAsync()
    {
        var rows = await In(sight.Hours.Current(), it => it.From, it => it.Assignment.Shift.GroupId)
            .OrderBy(it => it.From)
            .ThenBy(it => it.Id)
            .Take(MostRows)
            .Select(it => new
            {
                Person = it.Assignment.Person.Name,
                it.Assignment.Shift.Number,
                it.Assignment.Shift.Place,
                Group = it.Assignment.Shift.Group.Title,
                it.From,
                it.To,
                it.NotedById,
            })
            .ToListAsync(stop);
        return Make(
            "hours",
            rows.ConvertAll<IReadOnlyList<object?>>(it =>
                [
                    it.Person,
                    it.Number,
                    it.Place,
                    it.Group,
                    t.Sortable(it.From),
                    t.Sortable(it.To),
                    decimal.Round((decimal)(it.To - it.From).TotalMinutes / 60, 2),
                    t.Plain(it.NotedById is null ? "exports.hours.waiting" : "exports.hours.confirmed"),
                ]
            ),
            "person",
            "number",
            "post",
            "group",
            "starts",
            "ends",
            "hours",
            "state"
        );
    }

    private async Task<Sheet> ClassesAsync()
    {
        var rows = await In(sight.Classes, it => it.StartsAt, it => it.GroupId)
            .OrderBy(it => it.StartsAt)
            .ThenBy(it => it.Id)
            .Take(MostRows)
            .Select(it => new
            {
                it.Number,
                it.Title,
                it.Speaker,
                it.Organisation,
                it.StartsAt,
                it.EndsAt,
                Group = it.Group.Title,
                it.Places,
                Going = it.SignUps.Count(each => each.LeftAt == null && each.PlacedAt != null),
                Came = it.SignUps.Count(each => each.AttendedAt != null),
                it.CancelledAt,
            })
            .ToListAsync(stop);
        return Make(
            "classes",
            rows.ConvertAll<IReadOnlyList<object?>>(it =>
                [
                    it.Number,
                    it.Title,
                    it.Speaker,
                    it.Organisation,
                    t.Sortable(it.StartsAt),
                    t.Sortable(it.EndsAt),
                    it.Group,
                    it.Places,
                    it.Going,
                    it.Came,
                    it.CancelledAt is { } at ? t.Sortable(at) : null,
                ]
            ),
            "number",
            "title",
            "speaker",
            "organisation",
            "starts",
            "ends",
            "group",
            "places",
            "signed",
            "came",
            "cancelled"
        );
    }

    private async Task<Sheet> PostsAsync()
    {
        var rows = await In(sight.OwnPosts, it => it.WrittenAt, it => it.GroupId ?? 0)
            .OrderBy(it => it.Number)
            .Take(MostRows)
            .Include(it => it.Column)
            .Include(it => it.Group)
            .ToListAsync(stop);
        return Make(
            "posts",
            rows.ConvertAll<IReadOnlyList<object?>>(it =>
                [
                    it.Number,
                    it.Column.Name,
                    it.Title,
                    it.Tags,
                    it.Source,
                    it.Group?.Title,
                    t.Sortable(it.WrittenAt),
                    t.Plain("posts.state." + it.State(sight.Now).ToString().ToLowerInvariant()),
                    it.PublishAt is { } at ? t.Sortable(at) : null,
                ]
            ),
            "number",
            "column",
            "title",
            "tags",
            "source",
            "group",
            "written",
            "state",
            "published"
        );
    }

    // What was said in private stays there: only that it was said, and how it fared.
    private async Task<Sheet> MessagesAsync()
    {
        var groups = (
            await sight
                .Groups.Select(it => new
                {
                    it.Id,
                    it.Title,
                    it.Channel,
                    it.ExternalId,
                })
                .ToListAsync(stop)
        ).ToDictionary(it => (it.Channel, it.ExternalId));
        var rows = await In(sight.Outbox, it => it.DueAt, null)
            .OrderBy(it => it.Id)
            .Select(it => new
            {
                it.Channel,
                it.ChatId,
                it.DueAt,
                it.SentAt,
                it.State,
                it.Reason,
                it.Text,
            })
            .Take(MostRows)
            .ToListAsync(stop);
        return Make(
            "messages",
            [
                .. rows.Select(it => (Row: it, Group: groups.GetValueOrDefault((it.Channel, it.ChatId))))
                    .Where(it => span.Group is null || it.Group?.Id == span.Group)
                    .Select(it =>
                        (IReadOnlyList<object?>)
                            [
                                t.Sortable(it.Row.SentAt ?? it.Row.DueAt),
                                t.Channel(it.Row.Channel),
                                it.Group?.Title,
                                t.Plain("exports.message." + it.Row.State),
                                it.Row.Reason,
                                it.Group is null ? null : Html.ToPlain(it.Row.Text),
                            ]
                    ),
            ],
            "at",
            "channel",
            "group",
            "state",
            "reason",
            "text"
        );
    }

    private static string Joined(IEnumerable<string> words) => string.Join('、', words);
}
