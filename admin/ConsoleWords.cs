using System.Globalization;
using Microsoft.AspNetCore.Html;
using MutualAid.Core.Messaging;

namespace MutualAid.Admin;

/// <summary>The words of one answer, in the language of the browser or of its switch.</summary>
public sealed class ConsoleWords
{
    public const string LanguageCookie = "console-language";
    public const string LookCookie = "console-look";

    /// <summary>The days of the week, Sunday first.</summary>
    private const string ChineseDays = "日一二三四五六";

    private readonly Speech speech;
    private readonly TimeZoneInfo zone;

    private ConsoleWords(Speech speech, TimeZoneInfo zone, string look) => (this.speech, this.zone, Look) = (speech, zone, look);

    public string Language => speech.Language;

    /// <summary><c>light</c>, <c>dark</c> or <c>auto</c>.</summary>
    public string Look { get; }

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
            LookOf(cookies[settings.CookieName(LookCookie)]) ?? "auto"
        );
        context.Items[typeof(ConsoleWords)] = words;
        return words;
    }

    public static string? LanguageOf(string? word) => word is "zh-CN" or "en" ? word : null;

    public static string? LookOf(string? word) => word is "light" or "dark" or "auto" ? word : null;

    /// <summary>A phrase as markup; the values in it are escaped.</summary>
    public IHtmlContent this[string key, params object?[] values] => new HtmlString(speech.Say("admin." + key, values));

    /// <summary>A phrase as plain text; the page escapes it.</summary>
    public string Plain(string key, params object?[] values) => speech.Plain("admin." + key, values);

    /// <summary>11月25日 周三 14:30, on the wall clock of the installation.</summary>
    public string Time(DateTime utc)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);
        return speech.IsChinese
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{local.Month}月{local.Day}日 周{ChineseDays[(int)local.DayOfWeek]} {local:HH:mm}"
            )
            : local.ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>The same for machines: <c>datetime</c> of a time element.</summary>
    public static string Machine(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

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
