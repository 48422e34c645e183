using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Broadcasts;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Broadcasts;

/// <summary>The author's card of a broadcast, edited in place: draft, the half minute to withdraw, progress, report.</summary>
public sealed class BroadcastFace : IFace
{
    /// <summary>A new one each time it is shown below what was said last.</summary>
    public static string Key(Broadcast it) => string.Create(CultureInfo.InvariantCulture, $"broadcast:{it.Number}-{it.Showing}");

    public string Prefix => "broadcast";

    /// <summary>The six states that people read.</summary>
    internal static string Shown(OutboxState state) =>
        state switch
        {
            OutboxState.Queued or OutboxState.Retry => "Waiting",
            OutboxState.Attempting => "Sending",
            _ => state.ToString(),
        };

    public async Task<Drawing?> DrawAsync(Canvas canvas)
    {
        var ids = canvas.Id.Split('-');
        var number = int.Parse(ids[0], CultureInfo.InvariantCulture);
        if (await canvas.Db.Broadcasts.Include(it => it.Rule).FirstOrDefaultAsync(it => it.Number == number) is not { } it)
            return null;
        if (it.Showing.ToString(CultureInfo.InvariantCulture) != ids[1])
            return new Drawing(canvas.Speech.Say("broadcasts.card.below", number), []);
        var tally = await canvas.Db.TallyAsync(it);
        var stage = it.Stage(tally);
        var lines = new List<string> { canvas.Speech.Say($"broadcasts.stage.{stage}", number) };
        lines.AddRange(
            stage switch
            {
                BroadcastStage.Draft or BroadcastStage.Waiting or BroadcastStage.Repeating => await PlanAsync(canvas, it, stage),
                BroadcastStage.Discarded => [],
                _ => Progress(canvas.Speech, it, tally),
            }
        );
        return new Drawing(string.Join('\n', lines), BroadcastButtons.Of(canvas, it, stage, tally));
    }

    /// <summary>将发送到 12 个群，约 3,480 人.</summary>
    internal static string Consequence(Speech speech, Broadcast it, AudienceSize size) =>
        speech.Plain(
            it.Audience.IsPrivate() ? "broadcasts.card.privates" : "broadcasts.card.groups",
            size.Chats.ToString("N0", CultureInfo.InvariantCulture),
            size.People.ToString("N0", CultureInfo.InvariantCulture)
        );

    private static async Task<List<string>> PlanAsync(Canvas canvas, Broadcast it, BroadcastStage stage)
    {
        var (speech, size) = (canvas.Speech, await canvas.Db.SizeAsync(it, it.PlannedFor ?? canvas.Now));
        var aim = await canvas.Db.AimNameAsync(it);
        var lines = new List<string>
        {
            speech.Say("broadcasts.card.to", speech.Plain($"broadcasts.aim.{it.Audience}", aim)),
            speech.Say("broadcasts.card.line", Consequence(speech, it, size)),
        };
        if (size.Asleep > 0)
            lines.Add(speech.Say("broadcasts.card.asleep", size.Asleep));
        if (size.Off > 0)
            lines.Add(speech.Say("broadcasts.card.off", size.Off));
        if (it.UrgentAt is not null)
            lines.Add(speech.Say("broadcasts.card.urgent"));
        if (await WhenAsync(canvas, it, stage) is { } when)
            lines.Add(when);
        if (stage == BroadcastStage.Draft)
            lines.Add(speech.Say("broadcasts.card.above"));
        return lines;
    }

    private static async Task<string?> WhenAsync(Canvas canvas, Broadcast it, BroadcastStage stage)
    {
        var zone = await canvas.Db.ZoneOfAsync(it);
        if (it.Rule is { } rule)
        {
            var next = await canvas
                .Db.Due.Where(row => row.RuleId == rule.Id && row.State == Core.Schedule.DueState.Waiting)
                .MinAsync(row => (DateTime?)row.At);
            return canvas.Speech.Say(
                "broadcasts.card.rule",
                RuleWords.Of(rule, canvas.Speech),
                Day(canvas, next ?? rule.Instant(rule.FirstAfter(canvas.Now)), rule.TimeZone)
            );
        }

        if (stage == BroadcastStage.Draft && it.PlannedFor is null)
            return null;
        var at = it.SendAt ?? it.PlannedFor!.Value;
        return at - canvas.Now <= BroadcastDesk.Hold
            ? canvas.Speech.Say("broadcasts.card.held", Zone.ToLocal(at, zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture))
            : canvas.Speech.Say("broadcasts.card.planned", Day(canvas, at, zone));
    }

    // 11月24日 周二 09:00（还有2天）Asia/Shanghai
    private static string Day(Canvas canvas, DateTime at, string zone)
    {
        var (local, now) = (Zone.ToLocal(at, zone), Zone.ToLocal(canvas.Now, zone));
        var days = (local.Date - now.Date).Days;
        var left = canvas.Speech.Plain(days == 0 ? "broadcasts.card.today" : "broadcasts.card.days", days);
        return $"{canvas.Speech.Day(local, year: now.Year)}{left} {zone}";
    }

    private static List<string> Progress(Speech speech, Broadcast it, Tally tally)
    {
        var lines = new List<string>
        {
            speech.Say(
                "broadcasts.card.sent",
                tally.Sent.ToString("N0", CultureInfo.InvariantCulture),
                tally.All.ToString("N0", CultureInfo.InvariantCulture)
            ),
            speech.Say("broadcasts.card.states", tally.Waiting, tally.Sending, tally.Sent, tally.Failed, tally.Unknown, tally.Cancelled),
        };
        if (it.EditedAt is not null && it.TakenBackAt is null)
            lines.Add(speech.Say(tally.Mending > 0 ? "broadcasts.card.editing" : "broadcasts.card.edited", tally.Mending));
        if (it.TakenBackAt is not null)
            lines.Add(speech.Say("broadcasts.card.takenBack", tally.TakenBack, tally.Sent));
        return lines;
    }
}
