using System.Globalization;
using MutualAid.Core.Classes;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Classes;

/// <summary>A class in words: the lines of its card, of lists and of what is told in private.</summary>
internal static class ClassText
{
    private const int ShownRecap = 300;

    /// <summary><c>#9 《睡个好觉》｜主讲 沈安澜｜限2人</c></summary>
    public static string Head(Class it, Speech speech) => $"#{it.Number} {Parts(it, speech)}";

    private static string Parts(Class it, Speech speech)
    {
        var parts = new List<string> { Title(it, speech) };
        if (it.Speaker is { } speaker)
            parts.Add(speech.Say(it.Organisation is null ? "classes.card.speaker" : "classes.card.speakerOf", speaker, it.Organisation));
        if (it.Places is { } places)
            parts.Add(speech.Say("classes.card.places", places));
        if (it.CancelledAt is not null)
            parts.Add(speech.Say("classes.card.cancelled"));
        return string.Join(speech.Say("classes.card.bar"), parts);
    }

    public static string Title(Class it, Speech speech) => speech.Say("classes.card.title", it.Title);

    /// <summary><c>11月23日 周一 20:00（还有1天）</c></summary>
    public static string When(Class it, Speech speech, DateTime now) =>
        speech.Day(it.Group.Local(it.StartsAt), year: it.Group.Local(now).Year) + Relative(it, speech, now);

    /// <summary>When and where, for those who come.</summary>
    public static string Invitation(Class it, Speech speech, DateTime now) =>
        $"#{it.Number} {Title(it, speech)}\n{When(it, speech, now)}\n{Venue(it, speech)}";

    /// <summary>The head of the card of a class that has no number yet.</summary>
    public static string Glimpse(Class it, Speech speech, DateTime now) => $"{Parts(it, speech)}\n{When(it, speech, now)}";

    public static string Venue(Class it, Speech speech) => it.Venue is { } venue ? Html.Escape(venue) : speech.Say("classes.card.inGroup");

    /// <summary><c>2 王阿姨（段丽华代）</c></summary>
    public static string Place(SignUp signUp, Speech speech) =>
        signUp.Guest is { } guest ? speech.Say("classes.card.guest", guest, signUp.Person.Name) : Html.Escape(signUp.Person.Name);

    /// <summary>What came of it: who was there, what was asked, where to see it again, how it was found.</summary>
    public static IReadOnlyList<string> After(Class it, int questions, RatingFigure? rating, Speech speech)
    {
        var lines = new List<string>();
        if (it.SignUps.Count(signUp => signUp.HasAttended()) is var there and > 0)
            lines.Add(speech.Say("classes.card.attended", there));
        if (questions > 0)
            lines.Add(speech.Say("classes.card.questions", questions));
        if (rating is { Count: > 0 })
            lines.Add(speech.Say("classes.card.rating", rating.Average.ToString("0.0", CultureInfo.InvariantCulture), rating.Count));
        if (it.Replay is { } replay)
            lines.Add(speech.Say("classes.card.replay", replay));
        if (it.Recap is { } recap)
            lines.Add(speech.Say("classes.card.recap", recap.Length > ShownRecap ? recap[..(ShownRecap - 1)] + "…" : recap));
        return lines;
    }

    /// <summary>One line of a timetable.</summary>
    public static string Row(Class it, Speech speech, DateTime now)
    {
        var going = it.Going().Count;
        var count = it.Places is { } places ? speech.Say("classes.list.countOf", going, places) : speech.Say("classes.list.count", going);
        var speaker = it.Speaker is { } name ? Html.Escape(name) + speech.Say("classes.card.bar") : "";
        return $"#{it.Number} {Title(it, speech)} {When(it, speech, now)}{speech.Say("classes.card.bar")}{speaker}{count}";
    }

    private static string Relative(Class it, Speech speech, DateTime now)
    {
        if (it.EndsAt <= now)
            return speech.Say("classes.when.over");
        if (it.StartsAt <= now)
            return speech.Say("classes.when.running");
        var days = it.Group.LocalDate(it.StartsAt).DayNumber - it.Group.LocalDate(now).DayNumber;
        return days switch
        {
            0 => speech.Say("classes.when.today"),
            1 => speech.Say("classes.when.tomorrow"),
            _ => speech.Say("classes.when.days", days),
        };
    }
}
