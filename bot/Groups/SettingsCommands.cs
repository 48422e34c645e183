using System.Globalization;
using MutualAid.Bot.Engine;
using MutualAid.Core.Data;
using MutualAid.Core.Language;

namespace MutualAid.Bot.Groups;

/// <summary>设置: how the group is set, a line and a button for each thing; 设置 每日小贴士 8点 sets one. In private what is one's own.</summary>
[Command("settings", LooksUp = true)]
public sealed class SettingsCommand(IEnumerable<ISettingsPart> parts) : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (turn.Group is null)
        {
            await OwnAsync(turn);
            return;
        }

        if (turn.IsOrganiser && turn.Meaning.Rest.Length > 0)
        {
            foreach (var part in parts)
            {
                if (await part.TakeAsync(turn, turn.Meaning.Rest))
                    return;
            }
        }

        var lines = new List<string> { State(turn) };
        foreach (var part in parts)
            lines.Add(await part.LineAsync(turn));
        turn.ReplyWith(string.Join('\n', lines.Where(line => line.Length > 0)), turn.IsOrganiser ? await ButtonsAsync(turn) : []);
    }

    private async Task OwnAsync(Turn turn)
    {
        var language = turn.Speech.Language;
        var lines = new List<string> { turn.Speech.Say("groups.settings.own", turn.Speech.Plain("groups.language." + language)) };
        var other = language == "en" ? "zh-CN" : "en";
        var rows = new List<IReadOnlyList<Core.Messaging.Button>>
        {
            new[] { turn.Own(turn.Speech.Plain("groups.language." + other), $"/language {other}") },
        };
        foreach (var part in parts)
        {
            if (await part.OwnLineAsync(turn) is { } line)
                lines.Add(line);
            rows.Add(await part.OwnButtonsAsync(turn));
        }

        turn.ReplyWith(string.Join('\n', lines), rows.FindAll(row => row.Count > 0));
    }

    private static string State(Turn turn)
    {
        var (group, speech) = (turn.Group!, turn.Speech);
        var muted =
            group.MutedUntil > turn.Now
                ? speech.Plain(
                    "groups.settings.mutedUntil",
                    Zone.ToLocal(group.MutedUntil.Value, group.TimeZone).ToString("HH:mm", CultureInfo.InvariantCulture)
                )
                : speech.Plain("groups.settings.notMuted");
        return speech.Say(
            "groups.settings.state",
            speech.Plain("groups.language." + group.Language),
            group.TimeZone,
            $"{group.QuietFrom:HH\\:mm}–{group.QuietTo:HH\\:mm}",
            muted,
            speech.Plain(group.RemindersOffAt is null ? "groups.settings.on" : "groups.settings.off")
        );
    }

    private async Task<IReadOnlyList<IReadOnlyList<Core.Messaging.Button>>> ButtonsAsync(Turn turn)
    {
        var (group, speech) = (turn.Group!, turn.Speech);
        var other = group.Language == "en" ? "zh-CN" : "en";
        var rows = new List<IReadOnlyList<Core.Messaging.Button>>
        {
            new[]
            {
                turn.Own(speech.Plain("groups.button.mute"), group.MutedUntil > turn.Now ? "/mute off" : "/mute 2h"),
                turn.Own(speech.Plain("groups.language." + other), $"/language {other}"),
            },
            new[]
            {
                turn.Own(speech.Plain("groups.button.board"), "!confirm"),
                group.RemindersOffAt is null
                    ? turn.Own(speech.Plain("groups.button.remindersOff"), "!reminders off")
                    : turn.Own(speech.Plain("groups.button.remindersOn"), "!reminders on"),
            },
            new[]
            {
                group.MissedButtonAt is null
                    ? turn.Own(speech.Plain("groups.button.missedOn"), "!missedbutton on")
                    : turn.Own(speech.Plain("groups.button.missedOff"), "!missedbutton off"),
                group.PublicBoardAt is null
                    ? turn.Own(speech.Plain("groups.button.publicOn"), "!publicboard on")
                    : turn.Own(speech.Plain("groups.button.publicOff"), "!publicboard off"),
            },
        };
        foreach (var part in parts)
            rows.Add(await part.ButtonsAsync(turn));
        return rows.FindAll(row => row.Count > 0);
    }
}

/// <summary>催办: whether claimers, askers and organisers are reminded of needs of this group.</summary>
[Command("!reminders", InGroup = true, ForOrganisers = true)]
public sealed class RemindersCommand : ICommand
{
    public Task RunAsync(Turn turn)
    {
        turn.Group!.RemindersOffAt = turn.Switch(turn.Group.RemindersOffAt, "off", "groups.reminders.on", "groups.reminders.off");
        return Task.CompletedTask;
    }
}

/// <summary>Whether a line that looks like a request gets a quiet button under it.</summary>
[Command("!missedbutton", InGroup = true, ForOrganisers = true)]
public sealed class MissedButtonCommand : ICommand
{
    public Task RunAsync(Turn turn)
    {
        turn.Group!.MissedButtonAt = turn.Switch(turn.Group.MissedButtonAt, "on", "groups.missed.on", "groups.missed.off");
        return Task.CompletedTask;
    }
}

/// <summary>Whether anybody may read this group's verified needs, offers and classes on the public board.</summary>
[Command("!publicboard", InGroup = true, ForOrganisers = true)]
public sealed class PublicBoardCommand : ICommand
{
    public Task RunAsync(Turn turn)
    {
        turn.Group!.PublicBoardAt = turn.Switch(turn.Group.PublicBoardAt, "on", "groups.public.on", "groups.public.off");
        return Task.CompletedTask;
    }
}

/// <summary>免打扰 2小时: nothing unasked until then; it ends by itself.</summary>
[Command("mute", InGroup = true, ForOrganisers = true)]
public sealed class MuteCommand : ICommand
{
    private const decimal MostHours = 72;

    public Task RunAsync(Turn turn)
    {
        var rest = Folding.Fold(turn.Meaning.Rest);
        if (rest is "off" or "关" or "取消" or "解除")
        {
            turn.Group!.MutedUntil = null;
            turn.Vanish(turn.Reply("groups.mute.off"));
            return Task.CompletedTask;
        }

        var hours =
            rest.Length == 0
                ? 2
                : Quantities.Read(rest.TrimEnd('h')).Value ?? Quantities.Read(rest.Replace("小时", "个", StringComparison.Ordinal)).Value;
        if (hours is null or <= 0 or > MostHours)
        {
            turn.Refuse("groups.mute.howLong");
            return Task.CompletedTask;
        }

        turn.Group!.MutedUntil = turn.Now.AddHours((double)hours);
        turn.Vanish(
            turn.Reply(
                "groups.mute.on",
                Zone.ToLocal(turn.Group.MutedUntil.Value, turn.Group.TimeZone).ToString("HH:mm", CultureInfo.InvariantCulture)
            )
        );
        return Task.CompletedTask;
    }
}

/// <summary>换语言: an organiser's word is for the group, anybody else's for themselves.</summary>
[Command("language")]
public sealed class LanguageCommand : ICommand
{
    public Task RunAsync(Turn turn)
    {
        var language = Folding.Fold(turn.Meaning.Rest) switch
        {
            "en" or "english" or "英文" or "英语" => "en",
            "zh" or "zh-cn" or "中文" or "汉语" => "zh-CN",
            _ => turn.Speech.IsChinese ? "en" : "zh-CN",
        };
        if (turn is { Group: { } group, IsOrganiser: true })
            group.Language = language;
        else
            turn.From.Language = language;
        turn.Vanish(turn.ReplyWith(new Core.Messaging.Speech(turn.Phrases, language).Say("groups.language.changed"), []));
        return Task.CompletedTask;
    }
}
