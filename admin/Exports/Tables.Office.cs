using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Content;
using MutualAid.Core.Messaging;

namespace MutualAid.Admin.Exports;

/// <summary>What editors and organisers take away.</summary>
public sealed partial class Tables
{
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
