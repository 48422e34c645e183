using System.Text;
using System.Text.Json;

namespace MutualAid.Tests.Channels.FakeTelegram;

/// <summary>Reads what stands below a message, with Telegram's limits.</summary>
internal static class FakeMarkup
{
    private const int LongestData = 64;
    private const int MostButtons = 100;

    public static (IReadOnlyList<IReadOnlyList<FakeButton>> Buttons, bool ForcesReply) Read(JsonElement? markup)
    {
        if (markup is not { } given)
            return ([], false);
        if (!given.TryGetProperty("inline_keyboard", out var keyboard))
        {
            return given.TryGetProperty("force_reply", out var force) && force.ValueKind == JsonValueKind.True
                ? ([], true)
                : throw FakeRefusal.Bad("object expected as reply markup");
        }
        var rows = keyboard.EnumerateArray().Select(row => (IReadOnlyList<FakeButton>)[.. row.EnumerateArray().Select(Button)]).ToList();
        if (rows.Sum(row => row.Count) > MostButtons)
            throw FakeRefusal.Bad("reply markup is too long");
        return ([.. rows.Where(row => row.Count > 0)], false);
    }

    private static FakeButton Button(JsonElement button)
    {
        var known = button.EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetString() ?? "", StringComparer.Ordinal);
        var (text, data, url) = (known.GetValueOrDefault("text"), known.GetValueOrDefault("callback_data"), known.GetValueOrDefault("url"));
        if (string.IsNullOrWhiteSpace(text))
            throw FakeRefusal.Bad("text buttons are unallowed in the inline keyboard");
        if ((data is null) == (url is null) || known.Count > 2)
            throw FakeRefusal.Bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        if (data is not null && Encoding.UTF8.GetByteCount(data) is < 1 or > LongestData)
            throw FakeRefusal.Bad("BUTTON_DATA_INVALID");
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "tg"))
            throw FakeRefusal.Bad("BUTTON_URL_INVALID");
        return new(text, data, url);
    }
}
