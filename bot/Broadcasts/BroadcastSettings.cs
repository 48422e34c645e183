using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Broadcasts;

/// <summary>设置 标签 东片、老人多; whether announcements come to this group, and in private whether they come to this person.</summary>
public sealed class BroadcastSettings : ISettingsPart
{
    private static readonly char[] Between = ['、', '，', ',', ' ', '　'];
    private static readonly string[] Words = ["标签", "tags", "tag"];

    public async Task<string> LineAsync(Turn turn)
    {
        var tags = await turn.Db.GroupTags.Where(tag => tag.GroupId == turn.Group!.Id).Select(tag => tag.Name).ToListAsync();
        return turn.Speech.Say(
            "broadcasts.settings.state",
            State(turn, turn.Group!.BroadcastsOffAt),
            tags.Count == 0 ? turn.Speech.Plain("broadcasts.settings.noTags") : string.Join('、', tags)
        );
    }

    public Task<IReadOnlyList<Button>> ButtonsAsync(Turn turn) =>
        Task.FromResult<IReadOnlyList<Button>>([Switch(turn, turn.Group!.BroadcastsOffAt, "!bcgroup")]);

    public Task<string?> OwnLineAsync(Turn turn) =>
        Task.FromResult<string?>(turn.Speech.Say("broadcasts.settings.own", State(turn, turn.From.BroadcastsOffAt)));

    public Task<IReadOnlyList<Button>> OwnButtonsAsync(Turn turn) =>
        Task.FromResult<IReadOnlyList<Button>>([Switch(turn, turn.From.BroadcastsOffAt, "!bcown")]);

    public async Task<bool> TakeAsync(Turn turn, string words)
    {
        if (Array.Find(Words, word => words.StartsWith(word, StringComparison.OrdinalIgnoreCase)) is not { } said)
            return false;
        var names = words[said.Length..].Split(Between, StringSplitOptions.RemoveEmptyEntries);
        if (!await new TagDesk(turn.Db).SetAsync(turn.Group!, names))
            turn.Refuse("broadcasts.settings.badTags");
        else
            turn.Vanish(
                turn.Reply(names.Length == 0 ? "broadcasts.settings.cleared" : "broadcasts.settings.tagged", string.Join('、', names))
            );
        return true;
    }

    private static string State(Turn turn, DateTime? off) =>
        turn.Speech.Plain(off is null ? "broadcasts.settings.on" : "broadcasts.settings.off");

    private static Button Switch(Turn turn, DateTime? off, string act) =>
        off is null
            ? turn.Own(turn.Speech.Plain("broadcasts.button.off"), $"{act} off")
            : turn.Own(turn.Speech.Plain("broadcasts.button.on"), $"{act} on");
}

/// <summary>Whether announcements from elsewhere come to this group.</summary>
[Command("!bcgroup", InGroup = true, ForOrganisers = true)]
public sealed class GroupSwitchCommand : ICommand
{
    public Task RunAsync(Turn turn)
    {
        turn.Group!.BroadcastsOffAt = turn.Switch(
            turn.Group.BroadcastsOffAt,
            "off",
            "broadcasts.settings.groupOn",
            "broadcasts.settings.groupOff"
        );
        return Task.CompletedTask;
    }
}

/// <summary>Whether announcements come to this person in private.</summary>
[Command("!bcown")]
public sealed class OwnSwitchCommand : ICommand
{
    public Task RunAsync(Turn turn)
    {
        turn.From.BroadcastsOffAt = turn.Switch(
            turn.From.BroadcastsOffAt,
            "off",
            "broadcasts.settings.ownOn",
            "broadcasts.settings.ownOff"
        );
        return Task.CompletedTask;
    }
}
