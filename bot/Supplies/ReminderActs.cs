using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>Nobody claimed it: its organisers hear of it in private, once.</summary>
public sealed class UnclaimedAct : IDueAct
{
    public string Kind => SupplyReminders.Unclaimed;

    public TimeSpan UsefulFor => TimeSpan.FromHours(24);

    public async Task ActAsync(DueTurn turn)
    {
        if (await Reminding.NeedAsync(turn) is not { } need || need.Lines.All(line => line.LeftToClaim() == 0))
            return;
        var organisers = await turn.Db.Members.Organising(need.GroupId).Select(it => it.Person).ToListAsync();
        foreach (var person in organisers)
            await turn.Notices.TellAsync(
                person,
                need.Group,
                speech => Reminding.Mark(turn, speech.Say("supplies.remind.unclaimed", new Markup(NeedText.Row(need, speech)))),
                Why.Reminder,
                speech => Reminding.Choices(turn, speech, new Choice(speech.Plain("supplies.button.claim"), $"/claim {need.Number}"))
            );
    }
}

/// <summary>Claimed a day ago and not brought: the claimer hears of it.</summary>
public sealed class UndeliveredAct : IDueAct
{
    public string Kind => SupplyReminders.Undelivered;

    public TimeSpan UsefulFor => TimeSpan.FromHours(24);

    public async Task ActAsync(DueTurn turn)
    {
        if (await Reminding.NeedAsync(turn) is not { } need || await Reminding.PersonAsync(turn) is not { } claimer)
            return;
        if (NeedText.OwedBy(need, claimer.Id, turn.Notices.SpeechOf(need.Group)) is null)
            return;
        await turn.Notices.TellOrMentionAsync(
            claimer,
            need.Group,
            speech =>
                Reminding.Mark(
                    turn,
                    speech.Say("supplies.remind.undelivered", need.Number, new Markup(NeedText.OwedBy(need, claimer.Id, speech)!))
                ),
            Why.Reminder,
            need.SourceMessage,
            speech =>
                Reminding.Choices(
                    turn,
                    speech,
                    new Choice(speech.Plain("supplies.button.delivered"), $"/delivered {need.Number}"),
                    new Choice(speech.Plain("supplies.button.release"), $"/release {need.Number}")
                )
        );
    }
}

/// <summary>Brought and not signed for: the asker hears of it.</summary>
public sealed class UnsignedAct : IDueAct
{
    public string Kind => SupplyReminders.Unsigned;

    public TimeSpan UsefulFor => TimeSpan.FromHours(24);

    public async Task ActAsync(DueTurn turn)
    {
        if (await Reminding.NeedAsync(turn) is not { } need || need.Lines.All(line => line.Unconfirmed() == 0))
            return;
        var goods = NeedText.Goods(NeedText.Unsigned(need));
        await turn.Notices.TellOrMentionAsync(
            need.AskedBy,
            need.Group,
            speech => Reminding.Mark(turn, speech.Say("supplies.remind.unsigned", need.Number, goods)),
            Why.Reminder,
            need.SourceMessage,
            speech => Reminding.Choices(turn, speech, new Choice(speech.Plain("supplies.button.confirmFor"), $"/received {need.Number}"))
        );
    }
}

/// <summary>What the three share.</summary>
internal static class Reminding
{
    /// <summary>Null: it is closed, or nobody wants to be reminded here.</summary>
    public static async Task<Need?> NeedAsync(DueTurn turn) => await OpenAsync(turn) is { Group.RemindersOffAt: null } need ? need : null;

    /// <summary>Null: it is closed, or the bot is no longer in its group.</summary>
    public static async Task<Need?> OpenAsync(DueTurn turn)
    {
        var number = (int)turn.Row.SubjectId!.Value;
        var need = await turn.Db.Needs.WithAll().FirstOrDefaultAsync(it => it.Number == number);
        return need is null || need.IsClosed() || need.Group.InactiveAt is not null ? null : need;
    }

    public static async Task<Person?> PersonAsync(DueTurn turn) =>
        await turn.Db.People.FindAsync(long.Parse(turn.Row.Detail!, CultureInfo.InvariantCulture));

    public static string Mark(DueTurn turn, string html) => turn.IsLate ? "（补发）" + html : html;

    public static IReadOnlyList<IReadOnlyList<Choice>> Choices(DueTurn turn, Speech speech, params IReadOnlyList<Choice> acts) =>
        [
            acts,
            [
                .. SnoozeCommand.Waits.Select(wait => new Choice(
                    speech.Plain("supplies.button.snooze." + wait),
                    $"!snooze {turn.Row.Id} {wait}"
                )),
            ],
        ];
}
