using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Groups;

/// <summary>The bot came into a group: one message with zone and language filled in, one button.</summary>
[Command("!added", InGroup = true)]
public sealed class AddedCommand : ICommand
{
    public Task RunAsync(Turn turn)
    {
        var group = turn.Group!;
        if (group.ConfirmedAt is not null)
            return Task.CompletedTask;
        // Where nobody can answer there is nobody to ask.
        if (!turn.Can.HasFlag(Abilities.Hear))
        {
            group.ConfirmedAt = turn.Now;
            return Task.CompletedTask;
        }

        turn.ReplyWith(
            Hello(turn, group),
            [
                [turn.Open(turn.Speech.Plain("groups.button.confirm"), "!confirm hello") with { ForOrganisers = true }],
            ]
        );
        return Task.CompletedTask;
    }

    // Where only organisers see the button nobody else is told to press it.
    private static string Hello(Turn turn, Group group)
    {
        var hello = turn.Speech.Say("groups.added.hello");
        if (turn.Can.HasFlag(Abilities.OwnButtons))
            return hello;
        var zone = group.TimeZone == Beijing ? turn.Speech.Plain("groups.zone.beijing") : group.TimeZone;
        return $"{hello}\n{turn.Speech.Say("groups.added.set", zone, turn.Speech.Plain("groups.language." + group.Language))}";
    }

    private const string Beijing = "Asia/Shanghai";
}

/// <summary>[确认]: an organiser takes the group into service; the board is posted and pinned.</summary>
[Command("!confirm", InGroup = true, ForOrganisers = true)]
public sealed class ConfirmCommand : ICommand
{
    private const int MostAsked = 500;

    public async Task RunAsync(Turn turn)
    {
        var group = turn.Group!;
        if (group.ConfirmedAt is null)
            await SettleAsync(turn);
        group.ConfirmedAt ??= turn.Now;
        group.ConfirmedById ??= turn.From.Id == 0 ? null : turn.From.Id;
        turn.Toast(turn.Speech.Plain("groups.confirmed.toast"));
        if (turn.Meaning.Rest == "hello")
            turn.EditPressed(turn.Speech.Say("groups.confirmed.hello"));
        else if (turn.Meaning.Rest == "again")
            turn.RemovePressed();
        turn.Show($"board:{group.Id}", silent: true);
    }

    // Greeted and reminded, whichever of them was pressed: no other asks for it any more.
    private static async Task SettleAsync(Turn turn)
    {
        var (place, pressed) = (turn.Message.Place, turn.Message.MessageId);
        var posts = await turn
            .Db.Outbox.Where(row => row.Channel == place.Channel && row.ChatId == place.ChatId && row.Kind == OutboxKind.Send)
            .Where(row => row.CardId == null && row.Buttons != null && row.MessageId != null && row.MessageId != pressed)
            .OrderByDescending(row => row.Id)
            .Take(MostAsked)
            .ToListAsync();
        foreach (var post in posts)
        {
            var asks = turn.ActsOf(post).FirstOrDefault(act => act.StartsWith("!confirm ", StringComparison.Ordinal));
            if (asks == "!confirm hello")
                turn.EditPost(post, turn.Speech.Say("groups.confirmed.hello"));
            else if (asks is not null)
                turn.TakeBack(post.Id);
        }
    }
}

/// <summary>The bot was removed or blocked: nothing more is sent there; the data stays and a return restores it.</summary>
[Command("!removed")]
public sealed class RemovedCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var place = turn.Message.Place;
        if (turn.Group is { } group)
            group.InactiveAt = turn.Now;
        else if (turn.From.Accounts.Find(account => account.Channel == place.Channel) is { } account)
            account.ReachableSince = null;
        var waiting = await turn
            .Db.Outbox.Where(row => row.Channel == place.Channel && row.ChatId == place.ChatId)
            .Where(row => row.State == OutboxState.Queued || row.State == OutboxState.Retry)
            .ToListAsync();
        foreach (var row in waiting)
        {
            row.State = OutboxState.Cancelled;
            row.Reason = "chat closed";
        }
    }
}

/// <summary>Somebody's standing changed; the role itself was taken over on arrival.</summary>
[Command("!membership")]
public sealed class MembershipCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (turn.Group is not { Id: > 0 } group || turn.From.Id == 0)
            return;
        var member = await turn.Db.Members.FirstOrDefaultAsync(it => it.GroupId == group.Id && it.PersonId == turn.From.Id);
        if (member is not null)
            member.LeftAt = turn.Message.Left ? turn.Now : null;
        // The greeting with its button may stand screens above by now.
        if (turn is { IsOrganiser: true, Message.Left: false, Group.ConfirmedAt: null } && turn.Can.HasFlag(Abilities.OwnButtons))
            turn.ReplyWith(
                turn.Speech.Say("groups.added.confirm", turn.From.Name),
                [
                    [turn.Open(turn.Speech.Plain("groups.button.confirm"), "!confirm again") with { ForOrganisers = true }],
                ]
            );
    }
}
