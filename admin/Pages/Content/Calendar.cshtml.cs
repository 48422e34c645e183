using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace MutualAid.Admin.Pages;

/// <summary>What comes out on which day of a month, and which policies end: a list by day, a month where there is room.</summary>
public sealed class PostCalendarModel(Office office) : ConsolePage(office)
{
    private const int MostShown = 400;

    /// <param name="Ends">A policy of which this is the last day.</param>
    /// <param name="MayMove">It is not out yet, and the caller decides about it.</param>
    public sealed record Entry(int Number, string Title, string Column, bool Ends, bool IsOut, bool MayMove, string Clock);

    /// <param name="IsFree">A text can still be set for its morning.</param>
    public sealed record DayOf(DateOnly Date, bool IsToday, bool IsFree, IReadOnlyList<Entry> Posts);

    /// <summary>Its first day.</summary>
    public DateOnly Month { get; private set; }

    public IReadOnlyList<DayOf> Days { get; private set; } = [];

    /// <summary>How many days of the week lie before the first; weeks begin on Monday.</summary>
    public int Lead => ((int)Month.DayOfWeek + 6) % 7;

    public Task OnGetAsync(string? month) =>
        LookAsync(async sight =>
        {
            var zone = Office.Settings.TimeZone;
            var today = Typed.Day(sight.Now, zone);
            var asked = Typed.Date(month + "-01") ?? today;
            Month = new DateOnly(asked.Year, asked.Month, 1);
            // A year at the edge of all years has no month beside it.
            if (Month.Year is < 2000 or > 2999)
                Month = new DateOnly(today.Year, today.Month, 1);
            var last = Month.AddMonths(1).AddDays(-1);
            var (from, to) = (Typed.Utc(Month, zone), Typed.Utc(last.AddDays(1), zone));
            var posts = await sight
                .Posts.Where(it => it.ApprovedAt != null && it.WithdrawnAt == null)
                .Where(it => (it.PublishAt >= from && it.PublishAt < to) || (it.ValidUntil >= Month && it.ValidUntil <= last))
                .OrderBy(it => it.PublishAt)
                .ThenBy(it => it.Number)
                .Select(it => new
                {
                    it.Number,
                    it.Title,
                    Column = it.Column.Name,
                    At = it.PublishAt!.Value,
                    it.ValidUntil,
                    it.GroupId,
                })
                .Take(MostShown)
                .ToListAsync(Stop);
            var entries = posts
                .Where(it => it.At >= from && it.At < to)
                .Select(it =>
                    (
                        Date: Typed.Day(it.At, zone),
                        Entry: new Entry(
                            it.Number,
                            it.Title,
                            it.Column,
                            false,
                            it.At <= sight.Now,
                            it.At > sight.Now && (Caller.Reach.All || (it.GroupId is { } group && Caller.Reach.Groups.Contains(group))),
                            Typed.Of(TimeOnly.FromDateTime(Typed.Wall(it.At, zone)))
                        )
                    )
                )
                .Concat(
                    posts
                        .Where(it => it.ValidUntil >= Month && it.ValidUntil <= last)
                        .Select(it => (Date: it.ValidUntil!.Value, Entry: new Entry(it.Number, it.Title, it.Column, true, true, false, "")))
                )
                .ToLookup(it => it.Date, it => it.Entry);
            Days =
            [
                .. Enumerable
                    .Range(0, last.Day)
                    .Select(Month.AddDays)
                    .Select(date => new DayOf(date, date == today, IsFree(date, sight.Now), [.. entries[date]])),
            ];
            return true;
        });

    private bool IsFree(DateOnly date, DateTime now) => Typed.Utc(date.ToDateTime(PostFormPage.Morning), Office.Settings.TimeZone) > now;

    public string Beside(int months) => "/posts/calendar?month=" + NameOf(Month.AddMonths(months));

    /// <summary>A month as addresses carry it.</summary>
    public static string NameOf(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The calendar where it speaks of this day.</summary>
    public static string At(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"/posts/calendar?month={NameOf(day)}#on-{day.Day}");
}
