using System.Globalization;
using MutualAid.Core.Data;

namespace MutualAid.Admin;

/// <summary>Dates and times as browsers send and fill them, whatever the language of the page.</summary>
public static class Typed
{
    private const string Clock = "yyyy-MM-ddTHH:mm";

    /// <summary>Null: nothing, or no date.</summary>
    public static DateOnly? Date(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>A local date and time; browsers without the picker send a space between them.</summary>
    public static DateTime? Local(string? typed) =>
        DateTime.TryParseExact(
            typed?.Trim().Replace(' ', 'T'),
            [Clock, "yyyy-MM-ddTHH:mm:ss", "yyyy-M-dTH:mm"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? time
            : null;

    /// <summary>A time of day: 07:00, and 7:00, 0700 or 7 where the browser has no picker.</summary>
    public static TimeOnly? Time(string? typed) =>
        TimeOnly.TryParseExact(
            typed?.Trim().Replace('：', ':'),
            ["HH:mm", "H:mm", "HH:mm:ss", "HHmm", "%H"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? time
            : null;

    /// <summary>The instant of a local time.</summary>
    public static DateTime Utc(DateTime local, string zone) => Zone.ToUtc(local, zone);

    /// <summary>The instant at which a local day begins.</summary>
    public static DateTime Utc(DateOnly day, string zone) => Zone.ToUtc(day.ToDateTime(default), zone);

    /// <summary>The local day of an instant.</summary>
    public static DateOnly Day(DateTime utc, string zone) => DateOnly.FromDateTime(Zone.ToLocal(utc, zone));

    /// <summary>The wall clock of an instant.</summary>
    public static DateTime Wall(DateTime utc, string zone) => Zone.ToLocal(utc, zone);

    public static string Of(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static string Of(DateTime? local) => local?.ToString(Clock, CultureInfo.InvariantCulture) ?? "";

    public static string Of(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";

    public static int? Number(string? typed) =>
        int.TryParse(typed?.Trim().TrimStart('#'), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Null for what is blank.</summary>
    public static string? Words(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
