using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Classes;

/// <summary>Classes by adjectives: <c>db.Classes.Coming(now).OfGroup(3).SoonestFirst()</c>.</summary>
public static class ClassQueries
{
    /// <summary>Neither cancelled nor over.</summary>
    public static IQueryable<Class> Coming(this IQueryable<Class> classes, DateTime now) =>
        classes.Where(each => each.CancelledAt == null && each.EndsAt > now);

    /// <summary>Going on at this moment.</summary>
    public static IQueryable<Class> Running(this IQueryable<Class> classes, DateTime now) =>
        classes.Coming(now).Where(each => each.StartsAt <= now);

    /// <summary>签到 may mean these: the window is a little wider than the class.</summary>
    public static IQueryable<Class> OpenToAttend(this IQueryable<Class> classes, DateTime now)
    {
        var (from, to) = (now.AddMinutes(15), now.AddMinutes(-45));
        return classes.Where(each => each.CancelledAt == null && each.StartsAt <= from && (each.EndsAt > now || each.StartsAt >= to));
    }

    /// <summary>Not cancelled, and beginning in this span (UTC, the end excluded): a day of a group's timetable.</summary>
    public static IQueryable<Class> Beginning(this IQueryable<Class> classes, DateTime from, DateTime to) =>
        classes.Where(each => each.CancelledAt == null && each.StartsAt >= from && each.StartsAt < to);

    public static IQueryable<Class> OfGroup(this IQueryable<Class> classes, long groupId) => classes.Where(each => each.GroupId == groupId);

    /// <summary>How these classes were rated; those that nobody rated are not in it.</summary>
    public static async Task<Dictionary<long, RatingFigure>> FiguresAsync(
        this IQueryable<Rating> ratings,
        IReadOnlyCollection<long> classes
    )
    {
        var stars = await ratings
            .Where(rating => classes.Contains(rating.ClassId))
            .Select(rating => new { rating.ClassId, rating.Stars })
            .ToListAsync();
        return stars
            .GroupBy(each => each.ClassId, each => (decimal)each.Stars)
            .ToDictionary(of => of.Key, of => new RatingFigure(Math.Round(of.Average(), 1, MidpointRounding.AwayFromZero), of.Count()));
    }

    public static IQueryable<Class> SoonestFirst(this IQueryable<Class> classes) =>
        classes.OrderBy(each => each.StartsAt).ThenBy(each => each.Number);

    /// <summary>Those a person or a guest of theirs is signed up to, or waits for.</summary>
    public static IQueryable<Class> JoinedBy(this IQueryable<Class> classes, long personId) =>
        classes.Where(each => each.SignUps.Any(signUp => signUp.PersonId == personId && signUp.LeftAt == null));

    /// <summary>With group, organiser, sign-ups and who made them.</summary>
    public static IQueryable<Class> WithAll(this IQueryable<Class> classes) =>
        classes.Include(each => each.Group).Include(each => each.MadeBy).Include(each => each.SignUps).ThenInclude(signUp => signUp.Person);

    /// <summary>课堂静音: the class that runs in the group now; while one does, only urgent needs speak unasked.</summary>
    public static Task<Class?> RunningAsync(this IQueryable<Class> classes, Group group, DateTime now) =>
        classes.Running(now).OfGroup(group.Id).OrderByDescending(each => each.EndsAt).FirstOrDefaultAsync();
}

/// <summary>What is true of one class whose sign-ups are loaded.</summary>
public static class ClassFacts
{
    private static readonly TimeSpan OpensBefore = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan OpenAtLeast = TimeSpan.FromMinutes(45);

    /// <summary>Those who have a place, in the order in which they got it.</summary>
    public static IReadOnlyList<SignUp> Going(this Class it) =>
        [
            .. it
                .SignUps.Where(signUp => signUp is { LeftAt: null, PlacedAt: not null })
                .OrderBy(signUp => signUp.PlacedAt)
                .ThenBy(signUp => signUp.Position),
        ];

    public static IReadOnlyList<SignUp> Waiting(this Class it) =>
        [.. it.SignUps.Where(signUp => signUp is { LeftAt: null, PlacedAt: null }).OrderBy(signUp => signUp.Position)];

    /// <summary>Places that are neither taken nor kept for somebody to whom they were offered; null: any number.</summary>
    public static int? FreePlaces(this Class it, DateTime now) =>
        it.Places is { } places ? Math.Max(0, places - it.Going().Count - it.Waiting().Count(signUp => signUp.OfferedUntil > now)) : null;

    public static bool IsFull(this Class it) => it.Going().Count >= it.Places;

    public static bool HasAttended(this SignUp signUp) => signUp is { LeftAt: null, AttendedAt: not null };

    /// <summary>签到 counts from 15 minutes before the start until 45 after it, or to the end of a longer class.</summary>
    public static DateTime AttendFrom(this Class it) => it.StartsAt - OpensBefore;

    public static DateTime AttendUntil(this Class it) => it.EndsAt > it.StartsAt + OpenAtLeast ? it.EndsAt : it.StartsAt + OpenAtLeast;

    public static bool IsOf(this SignUp signUp, Person person) =>
        signUp.Person == person || (person.Id != 0 && signUp.PersonId == person.Id);

    /// <summary>王阿姨, or the person's own name.</summary>
    public static string Name(this SignUp signUp) => signUp.Guest ?? signUp.Person.Name;

    internal static bool IsNamed(this SignUp signUp, string key) => Folded.Key(signUp.Name()) == key;
}
