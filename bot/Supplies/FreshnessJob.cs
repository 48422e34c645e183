using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Classes;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>Asks after unclaimed needs at 60 hours and puts them away at 72.</summary>
public sealed class FreshnessJob(Writer writer, Courier courier, EngineParts parts) : IDueJob
{
    public async Task RunAsync(CancellationToken stop) => courier.Carry(await writer.DoAsync("freshness", AskAndExpireAsync, stop));

    public async Task<DateTime?> NextAsync(Db db)
    {
        var open = await db.Needs.Open().Untouched().Include(need => need.Group).AsNoTracking().ToListAsync();
        return open.Count == 0 ? null : open.Min(need => need.StillNeededAskedAt is null ? need.QuestionDue() : need.ExpiryDue()!.Value);
    }

    private async Task<IReadOnlyList<OutboxRow>> AskAndExpireAsync(Db db)
    {
        var desk = new SupplyDesk(db, parts.Clock);
        var notices = new Notices(db, parts);
        foreach (var need in await desk.StillNeededDueAsync())
        {
            var question = Ask(notices, need);
            // 课堂静音: what is not urgent waits until the class is over.
            if (question is not null && await db.Classes.RunningAsync(need.Group, question.DueAt) is { } running)
                question.DueAt = running.EndsAt;
        }

        foreach (var need in await desk.ExpireDueAsync())
        {
            var items = string.Join('、', need.Lines.InOrder().Select(line => line.Item));
            await notices.TellAsync(
                need.AskedBy,
                need.Group,
                speech => speech.Say("supplies.expired.note", need.Number, items),
                Why.Expiry
            );
            await notices.RedrawAsync(NeedFace.Key(need), Why.Expiry);
            await notices.RedrawAsync(BoardFace.Key(need.Group), Why.Expiry);
        }

        return await notices.SaveAsync();
    }

    private static OutboxRow? Ask(Notices notices, Need need)
    {
        var speech = notices.SpeechOf(need.Group);
        var items = string.Join('、', need.Lines.InOrder().Select(line => line.Item));
        return notices.Post(
            need.Group,
            speech.Say("supplies.stillNeeded.ask", need.Number, items),
            Why.Expiry,
            need.SourceMessage,
            new Choice(speech.Plain("supplies.button.stillNeeded"), $"/renew {need.Number}"),
            new Choice(speech.Plain("supplies.button.notNeeded"), $"/cancel {need.Number}")
        );
    }
}
