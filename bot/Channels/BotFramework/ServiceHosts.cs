using System.Text.RegularExpressions;

namespace MutualAid.Bot.Channels.BotFramework;

/// <summary>
/// Where answers, and the token with them, may go. An address is compared as it is written, before anything parses it: whatever two
/// parsers could read differently (user names, ports, other dots and digits, back-steps) is none of ours.
/// </summary>
internal sealed partial class ServiceHosts(BotFrameworkSettings settings)
{
    /// <summary>The address with one slash at its end; null: nothing is ever sent there.</summary>
    public Uri? Read(string? serviceUrl)
    {
        if (serviceUrl is null || Form().Match(serviceUrl) is not { Success: true } form)
            return null;
        var (host, isSecure) = (form.Groups["host"].Value, form.Groups["scheme"].Value == "https");
        if (!IsListed(host, isSecure) && !IsEmulator(form))
            return null;
        var address = new Uri(serviceUrl.TrimEnd('/') + "/");
        return address.IdnHost == form.Groups["name"].Value && address.UserInfo.Length == 0 ? address : null;
    }

    /// <summary>The address of a file, as the platform gave it; null: nothing is ever fetched there.</summary>
    public Uri? ReadFile(string? address)
    {
        var (path, query) = address?.Split('?', 2) switch
        {
            [var only] => (only, ""),
            [var first, var rest] => (first, rest),
            _ => ("/", ""),
        };
        return !path.EndsWith('/') && Read(path) is not null && Query().IsMatch(query) ? new Uri(address!) : null;
    }

    // Without encryption only to this machine.
    private bool IsListed(string host, bool isSecure) =>
        settings.AllowedServiceHosts.Contains(host, StringComparer.Ordinal) && (isSecure || IsHere(host.Split(':')[0]));

    // The Emulator listens on another port at each start.
    private bool IsEmulator(Match form) => settings.IsDevelopment && IsHere(form.Groups["name"].Value);

    private static bool IsHere(string name) => name is "localhost" or "127.0.0.1";

    [GeneratedRegex(
        @"^(?<scheme>https?)://(?<host>(?<name>[a-z0-9.-]+)(:[1-9][0-9]{0,4})?)(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*/?\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Form();

    [GeneratedRegex(@"^[A-Za-z0-9_.~%=&-]*\z")]
    private static partial Regex Query();
}
