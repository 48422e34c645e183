using System.Globalization;
using Microsoft.AspNetCore.Html;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;

namespace MutualAid.Admin;

/// <summary>The words of one answer, in the language of the browser or of its switch.</summary>
public sealed class ConsoleWords
{
    public const string LanguageCookie = "console-language";
    public const string LookCookie = "console-look";
    public const string SizeCookie = "console-size";

    private readonly Speech speech;
    private readonly TimeZoneInfo zone;
    private readonly DateTime now;

    private ConsoleWords(Speech speech, TimeZoneInfo zone, DateTime now) => (this.speech, this.zone, this.now) = (speech, zone, now);

    public string Language => speech.Language;

    /// <summary><c>light</c>, <c>dark</c> or <c>auto</c>.</summary>
    public required string Look { get; init; }

    /// <summary><c>normal</c>, or <c>large</c> for 大字版.</summary>
    public required string Size { get; init; }

    public Speech Speech => speech;

    public static ConsoleWords Of(HttpContext context)
    {
        if (context.Items[typeof(ConsoleWords)] is ConsoleWords known)
            return known;
        var settings = context.RequestServices.GetRequiredService<ConsoleSettings>();
        var phrases = context.RequestServices.GetRequiredService<Phrases>();
        var cookies = context.Request.Cookies;
        var chosen = LanguageOf(cookies[settings.CookieName(LanguageCookie)]);
        var words = new ConsoleWords(
            new Speech(phrases, chosen ?? Preferred(context) ?? settings.Language),
            TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone),
            context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime
        )
        {
            Look = LookOf(cookies[settings.CookieName(LookCookie)]) ?? "auto",
            Size = SizeOf(cookies[settings.CookieName(SizeCookie)]) ?? "normal",
        };
        context.Items[typeof(ConsoleWords)] = words;
        return words;
    }

    public static string? LanguageOf(string? word) => word is "zh-CN" or "en" ? word : null;

    public static string? LookOf(string? word) => word is "light" or "dark" or "auto" ? word : null;

    public static string? SizeOf(string? word) => word is "normal" or "large" ? word : null;

    /// <summary>A phrase as markup; the values in it are escaped.</summary>
    public IHtmlContent this[string key, params object?[] values] => new HtmlString(speech.Say("admin." + key, values));

    /// <summary>What people call a platform; one that this program no longer serves goes by its short name.</summary>
    public string Channel(string name) => speech.Has("admin.channel." + name) ? Plain("channel." + name) : name;

    /// <summary>A phrase as plain text; the page escapes it.</summary>
    public string Plain(string key, params object?[] values) => speech.Plain("admin." + key, values);

    /// <summary>A phrase that need not be there; null: it is not.</summary>
    public string? Find(string key) => speech.Has("admin." + key) ? Plain(key) : null;

    /// <summary>What was done, in words; an act that has none yet shows its route.</summary>
    public string ActOf(string act) => speech.Has("admin.audit.did." + act) ? Plain("audit.did." + act) : act;

    /// <summary>What a due row is for, in words; a kind that has none yet shows its name.</summary>
    public string KindOf(string kind) => speech.Has("admin.schedule.kind." + kind) ? Plain("schedule.kind." + kind) : kind;

    /// <summary>What people call a time zone; one without a name of its own goes by its id.</summary>
    public string ZoneOf(string id) => Find("zone." + id) ?? id;

    /// <summary>11月25日 周三 14:30, on the wall clock of the installation; the year stands where it is another than now's.</summary>
    public string Time(DateTime utc) => speech.Day(Wall(utc), year: ThisYear);

    /// <summary>The same on the wall clock of a group.</summary>
    public string Time(DateTime utc, string zone) => Day(Zone.ToLocal(utc, zone));

    /// <summary>11月25日 周三</summary>
    public string Date(DateOnly date) => Day(date.ToDateTime(default), clock: false);

    /// <summary>A time that is on some wall clock already.</summary>
    public string Day(DateTime local, bool clock = true) => speech.Day(local, clock, ThisYear);

    /// <summary>A local date, or date and time, as rows keep it: <c>2020-02-07</c>, <c>2020-02-07T15:00</c>.</summary>
    public string Day(string local) =>
        Day(DateTime.Parse(local, CultureInfo.InvariantCulture), clock: local.Contains('T', StringComparison.Ordinal));

    /// <summary>What people call the zone of the installation: 北京时间.</summary>
    public string ZoneName => ZoneOf(zone.Id);

    /// <summary>The day on the wall clock of the installation.</summary>
    public DateOnly Today(DateTime utc) => DateOnly.FromDateTime(Wall(utc));

    /// <summary>The start of a day there (UTC).</summary>
    public DateTime StartOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), zone);

    /// <summary>For a table to be sorted: <c>2020-02-05 12:30</c>.</summary>
    public string Sortable(DateTime utc) => Wall(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The same for machines: <c>datetime</c> of a time element.</summary>
    public static string Machine(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private int ThisYear => Wall(now).Year;

    private DateTime Wall(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);

    private static string? Preferred(HttpContext context) =>
        context
            .Request.GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(it => it.Quality ?? 1)
            .Select(it => it.Value.ToString())
            .Select(it =>
                it.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh-CN"
                : it.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en"
                : null
            )
            .FirstOrDefault(it => it is not null);
}
