using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Content;

/// <summary>设置 早报 8点, 设置 每日小贴士 关. The digest is on by itself, as it replaces messages; a daily tip is one more, so it is asked for.</summary>
public sealed partial class ContentSettings : ISettingsPart
{
    public async Task<string> LineAsync(Turn turn)
    {
        var (digest, daily) = await TimesAsync(turn);
        return turn.Speech.Say("content.settings.state", Words(digest, turn.Speech), Words(daily, turn.Speech));
    }

    public async Task<IReadOnlyList<Button>> ButtonsAsync(Turn turn)
    {
        var (digest, daily) = await TimesAsync(turn);
        return
        [
            digest is null ? turn.Mine("content.button.digestOn", "!digest 8:00") : turn.Mine("content.button.digestOff", "!digest off"),
            daily is null ? turn.Mine("content.button.dailyOn", "!daily 8:00") : turn.Mine("content.button.dailyOff", "!daily off"),
        ];
    }

    public async Task<bool> TakeAsync(Turn turn, string words)
    {
        var said = Said().Match(Folding.Fold(words));
        if (!said.Success)
            return false;
        var name = said.Groups["column"].Value;
        if (said.Groups["digest"].Success)
            await SetAsync(turn, Mornings.Digest, Hour(said), null);
        else if (name is "小贴士" or "tip" or "tips" or "")
            await SetAsync(turn, Mornings.Daily, Hour(said), null);
        else if (await turn.Db.Columns.FirstOrDefaultAsync(column => column.NameKey == name) is { } column)
            await SetAsync(turn, Mornings.Daily, Hour(said), column);
        else
            turn.Refuse("content.settings.noColumn", name);
        return true;
    }

    /// <param name="hour">As said: 8, 8:30, 八, off; something else is refused with an example.</param>
    internal static async Task SetAsync(Turn turn, string kind, string hour, Core.Content.Column? column)
    {
        var isOff = hour is "off" or "关";
        var at = isOff ? null : Time(hour);
        var what = kind == Mornings.Digest ? turn.Speech.Plain("content.settings.digest") : Name(turn, column);
        if (!isOff && at is null)
        {
            turn.Refuse("content.settings.when");
            return;
        }

        if (at is { } time && IsQuiet(turn.Group!, time))
        {
            turn.Refuse("content.settings.quiet", $"{turn.Group!.QuietFrom:HH\\:mm}–{turn.Group.QuietTo:HH\\:mm}");
            return;
        }

        await Mornings.SetAsync(turn.Db, turn.Clock, turn.Group!, kind, at, column?.Id);
        var done = isOff
            ? turn.Speech.Say("content.settings.off", what)
            : turn.Speech.Say("content.settings.on", what, Words(at, turn.Speech));
        turn.Toast(Html.ToPlain(done));
        if (!turn.IsPress)
            turn.Vanish(turn.ReplyWith(done, []));
    }

    private static string Name(Turn turn, Core.Content.Column? column) =>
        column is null ? turn.Speech.Plain("content.settings.tip") : turn.Speech.Plain("content.settings.daily", column.Name);

    private static async Task<(TimeOnly? Digest, TimeOnly? Daily)> TimesAsync(Turn turn)
    {
        var group = turn.Group!;
        var digest = await Mornings.FindAsync(turn.Db, group, Mornings.Digest);
        var daily = await Mornings.FindAsync(turn.Db, group, Mornings.Daily);
        return (digest is null ? Mornings.Usual : Mornings.Time(digest), Mornings.Time(daily));
    }

    private static string Words(TimeOnly? at, Speech speech) =>
        at is { } time
            ? speech.Plain("content.settings.at", time.ToString(time.Minute == 0 ? "%H" : "H:mm", CultureInfo.InvariantCulture))
            : speech.Plain("content.settings.isOff");

    private static string Hour(Match said) => said.Groups["off"].Success ? "off" : said.Groups["hour"].Value;

    private static TimeOnly? Time(string hour)
    {
        if (TimeOnly.TryParseExact(hour, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact))
            return exact;
        var half = hour.EndsWith('半');
        var number = Quantities.Read(hour.TrimEnd('半').TrimEnd('点', '时') + "个").Value;
        return number is >= 0 and < 24 && number == Math.Floor(number.Value) ? new TimeOnly((int)number.Value, half ? 30 : 0) : null;
    }

    private static bool IsQuiet(Core.Groups.Group group, TimeOnly time)
    {
        var any = new DateOnly(2026, 1, 15);
        return group.IsQuiet(Zone.ToUtc(any.ToDateTime(time), group.TimeZone));
    }

    // Folded: no spaces, half width.
    [GeneratedRegex(
        "^(?:(?<digest>早报|digest)|每日(?<column>.*?)|daily(?<column>[a-z]*?))[:,]?(?:(?<off>关|关闭|关掉|off)|(?<hour>[0-9一二三四五六七八九十两]+(?::[0-9]{2})?(?:[点时]半?)?))$"
    )]
    private static partial Regex Said();
}

/// <summary>The buttons of the settings.</summary>
[Command("!digest", InGroup = true, ForOrganisers = true)]
[Command("!daily", InGroup = true, ForOrganisers = true)]
public sealed class ContentSettingsCommand : ICommand
{
    public Task RunAsync(Turn turn) =>
        ContentSettings.SetAsync(turn, turn.Meaning.Intent == "!digest" ? Mornings.Digest : Mornings.Daily, turn.Meaning.Rest, null);
}
