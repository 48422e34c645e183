using System.Globalization;
using System.Text;

namespace MutualAid.Core.Classes;

/// <summary>Classes as an iCalendar feed (RFC 5545).</summary>
public static class CalendarText
{
    /// <summary>Lines are folded at 75 octets, and no letter is torn (RFC 5545, 3.1).</summary>
    private const int MostOctets = 75;

    /// <param name="withVenue">Only those who come are told where.</param>
    public static string Write(string name, IEnumerable<Class> classes, DateTime now, bool withVenue)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//MutualAidBot//Classes//ZH");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        Line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT30M");
        Line(text, "X-PUBLISHED-TTL:PT30M");
        Line(text, "X-WR-CALNAME:" + Escaped(name));
        foreach (var it in classes)
            Event(text, it, now, withVenue);
        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Event(StringBuilder text, Class it, DateTime now, bool withVenue)
    {
        Line(text, "BEGIN:VEVENT");
        // Made once, never changed: numbers alone would be the same in every installation.
        Line(text, $"UID:class-{it.Number}-{it.MadeAt:yyyyMMdd'T'HHmmssffffff}@mutualaidbot");
        Line(text, "DTSTAMP:" + Utc(now));
        Line(text, "DTSTART:" + Utc(it.StartsAt));
        Line(text, "DTEND:" + Utc(it.EndsAt));
        Line(text, "SEQUENCE:" + it.Sequence.ToString(CultureInfo.InvariantCulture));
        Line(text, "STATUS:" + (it.CancelledAt is null ? "CONFIRMED" : "CANCELLED"));
        Line(text, "SUMMARY:" + Escaped(it.Title));
        if (Description(it) is { Length: > 0 } description)
            Line(text, "DESCRIPTION:" + Escaped(description));
        if (it.Replay is { } replay)
            Line(text, "URL:" + new Uri(replay).AbsoluteUri);
        if (withVenue && it.Venue is { } venue)
            Line(text, "LOCATION:" + Escaped(venue));
        Line(text, "END:VEVENT");
    }

    private static string Description(Class it)
    {
        var speaker = it.Speaker is not null && it.Organisation is { } from ? $"{it.Speaker}（{from}）" : it.Speaker;
        string?[] parts = [speaker, it.Bio, it.Recap];
        return string.Join('\n', parts.OfType<string>());
    }

    private static string Utc(DateTime at) => at.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    // TEXT of RFC 5545, 3.3.11; other control characters have no form in it.
    private static string Escaped(string value)
    {
        var text = new StringBuilder(value.Length + 8);
        foreach (var letter in value.ReplaceLineEndings("\n"))
        {
            if (letter is '\\' or ';' or ',')
                text.Append('\\').Append(letter);
            else if (letter == '\n')
                text.Append("\\n");
            else if (!char.IsControl(letter))
                text.Append(letter);
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
