using System.Globalization;
using MutualAid.Core.Classes;

namespace MutualAid.Admin.Pages;

/// <summary>What was typed of a class.</summary>
public sealed record ClassForm
{
    private const int LongestTitle = 60;

    public long Seen { get; init; }
    public long? Group { get; init; }
    public ClassKind Kind { get; init; }
    public string? Title { get; init; }
    public string? Starts { get; init; }
    public string? Minutes { get; init; }
    public string? Speaker { get; init; }
    public string? Organisation { get; init; }
    public string? Venue { get; init; }
    public string? Places { get; init; }

    /// <summary>Of a new one that is online: the number of the meeting, and its password.</summary>
    public string? Meeting { get; init; }
    public string? Password { get; init; }

    public string? Code { get; init; }

    public static ClassForm Of(Class it) =>
        new()
        {
            Seen = it.Sequence,
            Group = it.GroupId,
            Kind = it.Kind,
            Title = it.Title,
            Speaker = it.Speaker,
            Organisation = it.Organisation,
            Venue = it.Venue,
            Places = it.Places?.ToString(CultureInfo.InvariantCulture),
            Code = it.Code,
        };

    public ClassDraft Draft(DateTime startsAt, ConsoleWords t) =>
        new(Typed.Words(Title) is { Length: <= LongestTitle } title ? title : "", startsAt)
        {
            Kind = Enum.IsDefined(Kind) ? Kind : ClassKind.Talk,
            Speaker = Typed.Words(Speaker),
            Organisation = Typed.Words(Organisation),
            Venue = Where(t),
            Minutes = Typed.Number(Minutes),
            // What is no number is no limit to anybody but the reader: the desk refuses it.
            Places = string.IsNullOrWhiteSpace(Places) ? null : Typed.Number(Places) ?? 0,
            Code = Typed.Words(Code),
        };

    // As people write it into a card: 腾讯会议 123 456 789，密码 0412.
    private string? Where(ConsoleWords t)
    {
        var online =
            Typed.Words(Meeting) is not { } meeting ? null
            : Typed.Words(Password) is { } password ? t.Plain("class.meetingSecret", meeting, password)
            : t.Plain("class.meetingAt", meeting);
        return Typed.Words(Venue) is not { } venue ? online
            : online is null ? venue
            : t.Plain("class.meetingAlso", online, venue);
    }

    /// <summary>Beside what somebody else stored meanwhile.</summary>
    public TwoVersions[] Beside(ClassForm theirs) =>
        [
            new("classes.title", theirs.Title, Title),
            new("classes.speaker", theirs.Speaker, Speaker),
            new("classes.organisation", theirs.Organisation, Organisation),
            new("classes.venue", theirs.Venue, Venue),
            new("classes.places", theirs.Places, Places),
            new("classes.code", theirs.Code, Code),
        ];

    /// <summary>Which one and when: 《睡个好觉》2月7日 周五 20:00</summary>
    public static string Called(Class it, ConsoleWords t) => t.Plain("class.called", it.Title, t.Time(it.StartsAt, it.Group.TimeZone));

    /// <summary>The field that a refusal is about.</summary>
    public static string FieldOf(ClassRefusal refusal) =>
        refusal switch
        {
            ClassRefusal.BadStart => "starts",
            ClassRefusal.BadPlaces => "places",
            ClassRefusal.WhichGroup => "group",
            _ => "title",
        };
}
