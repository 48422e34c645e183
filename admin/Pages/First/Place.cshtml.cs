using Microsoft.AspNetCore.Mvc;

namespace MutualAid.Admin.Pages.First;

/// <summary>Zone and language of groups to come.</summary>
public sealed class PlaceModel(Office office) : FirstPage(office)
{
    public const string ZoneKey = "Locale:TimeZone";
    public const string LanguageKey = "Locale:Language";

    // Where most of them are.
    private static readonly string[] First =
    [
        "Asia/Shanghai",
        "Asia/Urumqi",
        "Asia/Hong_Kong",
        "Asia/Taipei",
        "Asia/Singapore",
        "Asia/Tokyo",
    ];

    public static IReadOnlyList<string> Zones { get; } =
    [
        .. First,
        .. TimeZoneInfo
            .GetSystemTimeZones()
            .Select(it => it.Id)
            .Where(it => it.Contains('/', StringComparison.Ordinal) && !First.Contains(it))
            .Order(StringComparer.Ordinal),
    ];

    public string Zone { get; private set; } = "";

    public string Language { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime Now => Office.Clock.GetUtcNow().UtcDateTime;

    public bool IsGiven(string key) => Installation.Given.Contains(key);

    public void OnGet() => (Zone, Language) = (Installation.TimeZone, Installation.Language);

    public IActionResult OnPostLater() => GoOn(FirstStep.Done);

    public async Task<IActionResult> OnPostAsync(string? zone, string? language)
    {
        Zone = IsGiven(ZoneKey) ? Installation.TimeZone : zone?.Trim() ?? "";
        Language = IsGiven(LanguageKey) ? Installation.Language : language ?? "";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out _))
            Wrong("zone", "first.zone.unknown");
        if (Language is not ("zh-CN" or "en"))
            Wrong("language", "first.language.unknown");
        if (Faults.Count > 0)
            return Again();
        Office.Host.KeepPlace(Zone, Language);
        await NoteAsync();
        return StartAnew();
    }
}
