using System.Globalization;

namespace MutualAid.Bot.Channels.Telegram;

/// <summary>The engine carries ids as text, Telegram wants numbers.</summary>
internal static class Ids
{
    public static long Of(string id) => long.Parse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>Null also for an id that is not Telegram's (a row made in another channel).</summary>
    public static long? OrNull(string? id) =>
        long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
