namespace MutualAid.Admin;

/// <summary>What the host tells the console.</summary>
/// <param name="Url">Its one address, as people open it.</param>
/// <param name="DataFolder">Where the setup link and the keys of forms lie.</param>
/// <param name="Language">For browsers that ask for neither Chinese nor English.</param>
/// <param name="TimeZone">The zone of the times that are shown.</param>
public sealed record ConsoleSettings(Uri Url, string DataFolder, string Language, string TimeZone)
{
    public bool IsSecure => Url.Scheme == Uri.UriSchemeHttps;

    /// <summary>On https the browser holds the cookie to this host and to https.</summary>
    public string CookieName(string name) => IsSecure ? "__Host-" + name : name;

    public CookieOptions Cookie(TimeSpan? lasts = null) =>
        new()
        {
            HttpOnly = true,
            Secure = IsSecure,
            SameSite = SameSiteMode.Strict,
            Path = "/",
            IsEssential = true,
            MaxAge = lasts,
        };
}
