using MutualAid.Core.Groups;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin.Pages;

/// <summary>What was typed of a shift.</summary>
public sealed record ShiftForm
{
    public long? Group { get; init; }
    public string? Place { get; init; }

    /// <summary>One of the days that are offered; <see cref="Date"/> goes before it.</summary>
    public string? Day { get; init; }
    public string? Date { get; init; }
    public string? From { get; init; }

    /// <summary>At or before the beginning: the day after.</summary>
    public string? To { get; init; }
    public string? People { get; init; }
    public string? Skill { get; init; }
    public long? Team { get; init; }

    /// <summary>There is one like it already, and another one is meant.</summary>
    public bool Again { get; init; }

    public static ShiftForm Of(Shift it) =>
        new()
        {
            Group = it.GroupId,
            Place = it.Place,
            Date = Typed.Of(it.Group.LocalDate(it.StartsAt)),
            From = Typed.Of(TimeOnly.FromDateTime(it.Group.Local(it.StartsAt))),
            To = Typed.Of(TimeOnly.FromDateTime(it.Group.Local(it.EndsAt))),
            People = it.People.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Skill = it.Skill,
        };

    /// <summary>Null: the field that cannot be read is told.</summary>
    public (ShiftDraft? Draft, ShiftRefusal Refusal) Read(Group group)
    {
        if ((Typed.Date(Date) ?? Typed.Date(Day)) is not { } day || Typed.Time(From) is not { } from)
            return (null, ShiftRefusal.BadStart);
        if (Typed.Time(To) is not { } to)
            return (null, ShiftRefusal.BadEnd);
        var end = (to > from ? day : day.AddDays(1)).ToDateTime(to);
        return (
            new ShiftDraft(Typed.Words(Place) ?? "", group.ToUtc(day.ToDateTime(from)), group.ToUtc(end), Typed.Number(People) ?? 0)
            {
                Skill = Typed.Words(Skill),
            },
            ShiftRefusal.None
        );
    }

    public static string FieldOf(ShiftRefusal refusal) =>
        refusal switch
        {
            ShiftRefusal.OtherGroup => "group",
            ShiftRefusal.BadStart => "from",
            ShiftRefusal.BadEnd => "to",
            ShiftRefusal.BadPeople => "needed",
            ShiftRefusal.NoSuchTeam => "team",
            _ => "place",
        };
}
