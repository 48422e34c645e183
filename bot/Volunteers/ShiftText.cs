using System.Globalization;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.Volunteers;

namespace MutualAid.Bot.Volunteers;

/// <summary>A shift in words: the lines of its card, of lists and of what is told in private.</summary>
internal static class ShiftText
{
    /// <summary><c>明早7–9点 南门岗</c></summary>
    public static string Brief(Shift it, Speech speech, DateTime now) =>
        speech.Say("volunteers.brief", new Markup(Hours(it, speech, now)), it.Place);

    /// <summary><c>#8 南门岗｜会测温｜缺2人</c></summary>
    public static string Head(Shift it, Speech speech)
    {
        var parts = new List<string> { $"#{it.Number} {Html.Escape(it.Place)}" };
        if (it.Skill is { } skill)
            parts.Add(speech.Say("volunteers.card.skill", skill));
        if (it.Team is { } team)
            parts.Add(Html.Escape(team.Name));
        parts.Add(it.CancelledAt is null ? Gap(it, speech) : speech.Say("volunteers.card.cancelled"));
        return string.Join(speech.Say("volunteers.card.bar"), parts);
    }

    public static string Gap(Shift it, Speech speech) =>
        it.Gap() is var gap and > 0 ? speech.Say("volunteers.card.gap", gap) : speech.Say("volunteers.card.full");

    /// <summary><c>11月23日 周一 07:00–09:00（还有1天）</c></summary>
    public static string When(Shift it, Speech speech, DateTime now) =>
        speech.Day(it.Group.Local(it.StartsAt), year: it.Group.Local(now).Year)
        + Clock(it.Group.Local(it.EndsAt), "–")
        + Relative(it, speech, now);

    /// <summary>One line of a list.</summary>
    public static string Row(Shift it, Speech speech, DateTime now)
    {
        var bar = speech.Say("volunteers.card.bar");
        var skill = it.Skill is { } wanted ? bar + speech.Say("volunteers.card.skill", wanted) : "";
        return $"#{it.Number} {Html.Escape(it.Place)} {When(it, speech, now)}{skill}{bar}{Gap(it, speech)}";
    }

    /// <summary><c>南门缺1人；有空且会测温：段、巩</c></summary>
    public static string Missing(Shift it, IReadOnlyCollection<Volunteer> reserve, Speech speech)
    {
        var names = string.Join(
            speech.Say("volunteers.card.and"),
            NameMatch.Short([.. reserve.Select(volunteer => volunteer.Person.Name)]).Select(Html.Escape)
        );
        return reserve.Count == 0 ? speech.Say("volunteers.gap.nobody", Post(it), it.Gap())
            : it.Skill is { } skill ? speech.Say("volunteers.gap.skilled", Post(it), it.Gap(), skill, new Markup(names))
            : speech.Say("volunteers.gap.free", Post(it), it.Gap(), new Markup(names));
    }

    /// <summary>南门, for 南门岗.</summary>
    public static string Post(Shift it) => it.Place.Length > 2 && it.Place.EndsWith('岗') ? it.Place[..^1] : it.Place;

    /// <summary><c>1小时58分</c></summary>
    public static string Length(int minutes, Speech speech) =>
        minutes % 60 == 0 ? speech.Say("volunteers.hours.hours", minutes / 60)
        : minutes < 60 ? speech.Say("volunteers.hours.minutes", minutes)
        : speech.Say("volunteers.hours.both", minutes / 60, minutes % 60);

    public static string Clock(DateTime local, string before = "") => before + local.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Hours(Shift it, Speech speech, DateTime now)
    {
        var (from, to) = (it.Group.Local(it.StartsAt), it.Group.Local(it.EndsAt));
        var days = DateOnly.FromDateTime(from).DayNumber - it.Group.LocalDate(now).DayNumber;
        var part = Part(from, to);
        if (days is not (0 or 1) || part is null)
            return $"{Day(from, days, speech, it.Group.Local(now).Year)} {Clock(from)}{Clock(to, "–")}";
        var whole = from.Minute == 0 && to.Minute == 0;
        var hours = whole
            ? speech.Say("volunteers.when.hours", Dial(from), Dial(to))
            : string.Create(CultureInfo.InvariantCulture, $"{Dial(from)}:{from:mm}–{Dial(to)}:{to:mm}");
        return speech.Say(PartKey(days, part), new Markup(hours));
    }

    private static string Day(DateTime local, int days, Speech speech, int year) =>
        days switch
        {
            0 => speech.Say("volunteers.when.today"),
            1 => speech.Say("volunteers.when.tomorrow"),
            _ => speech.Day(local, clock: false, year),
        };

    // Hours within one part of the day are said on its dial: 明早7–9点, 今晚7–9点.
    private static string? Part(DateTime from, DateTime to) =>
        to.Date != from.Date ? null
        : from.Hour >= 4 && to.TimeOfDay <= TimeSpan.FromHours(12) ? "morning"
        : from.Hour >= 13 && to.TimeOfDay <= TimeSpan.FromHours(18) ? "afternoon"
        : from.Hour >= 18 ? "evening"
        : null;

    private static string PartKey(int days, string part) =>
        (days, part) switch
        {
            (0, "morning") => "volunteers.when.thisMorning",
            (0, "afternoon") => "volunteers.when.thisAfternoon",
            (0, _) => "volunteers.when.thisEvening",
            (_, "morning") => "volunteers.when.tomorrowMorning",
            (_, "afternoon") => "volunteers.when.tomorrowAfternoon",
            _ => "volunteers.when.tomorrowEvening",
        };

    private static int Dial(DateTime local) => local.Hour > 12 ? local.Hour - 12 : local.Hour;

    private static string Relative(Shift it, Speech speech, DateTime now)
    {
        if (it.EndsAt <= now)
            return speech.Say("volunteers.when.over");
        if (it.StartsAt <= now)
            return speech.Say("volunteers.when.running");
        var days = it.Group.LocalDate(it.StartsAt).DayNumber - it.Group.LocalDate(now).DayNumber;
        return days switch
        {
            0 => speech.Say("volunteers.when.isToday"),
            1 => speech.Say("volunteers.when.isTomorrow"),
            _ => speech.Say("volunteers.when.days", days),
        };
    }
}
