using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>The one post of a need, edited in place.</summary>
public sealed class NeedFace : IFace
{
    private static readonly Compiled<Func<Db, int, Task<Need?>>> Fresh = new(() =>
        EF.CompileAsyncQuery(
            (Db db, int number) =>
                db
                    .Needs.Include(it => it.Group)
                    .Include(it => it.AskedBy)
                    .Include(it => it.Community)
                    .Include(it => it.Lines)
                    .FirstOrDefault(it => it.Number == number)
        )
    );

    public static string Key(Need need) => $"need:{need.Number}";

    public string Prefix => "need";

    public Meaning Answered(CardReply reply)
    {
        var number = int.Parse(reply.Id, System.Globalization.CultureInfo.InvariantCulture);
        if (Acknowledgement.Is(reply.Text))
            return new Meaning("!acknowledged") { Number = number };
        // Under the card it can mean nothing else; in a list of orders it is an order.
        return reply.Meaning.IsNothing && Pledges.Read(reply.Text) is { } pledged
            ? new Meaning("claim") { Number = number, Quantity = pledged }
            : reply.Meaning with
            {
                Number = number,
            };
    }

    public async Task<Drawing?> DrawAsync(Canvas canvas)
    {
        var number = int.Parse(canvas.Id, System.Globalization.CultureInfo.InvariantCulture);
        var need = await FindAsync(canvas, number);
        if (need is null)
            return null;
        var lines = new List<string> { NeedText.Head(need, canvas.Speech) };
        lines.AddRange(need.Lines.InOrder().Select(line => NeedText.Progress(line, need, canvas.Speech)).OfType<string>());
        if (NeedText.Due(need, canvas.Speech) is { } due)
            lines.Add(due);
        lines.Add(canvas.Speech.Say("supplies.card.askedBy", need.AskedBy.Name));
        return new Drawing(string.Join('\n', lines), await ButtonsAsync(canvas, need), need.Urgent && need.Group.IsQuiet(need.AskedAt));
    }

    // Most cards are drawn right after the asking, when there is nothing behind the lines yet: one query instead of five.
    private static async Task<Need?> FindAsync(Canvas canvas, int number)
    {
        var need = await Fresh.For(canvas.Db)(canvas.Db, number);
        return need is { Version: > 0 } ? await canvas.Db.Needs.WithAll().FirstAsync(it => it.Id == need.Id) : need;
    }

    private static async Task<IReadOnlyList<IReadOnlyList<Button>>> ButtonsAsync(Canvas canvas, Need need)
    {
        var undo = await UndoAsync(canvas, need);
        if (need.IsClosed())
            return undo is null
                ? []
                :
                [
                    [undo],
                ];
        var rows = await NeedButtons.OfAsync(canvas, need, undo);
        return rows.Where(row => row.Count > 0).ToList();
    }

    /// <summary>The act that can be taken back now, as its author's button.</summary>
    public static async Task<Button?> UndoAsync(Canvas canvas, Need need, long? person = null)
    {
        if (need.Version == 0)
            return null;
        var key = Key(need);
        var since = canvas.Now - Undo.Window;
        var step = await canvas
            .Db.UndoSteps.Where(it => it.Card == key && it.At >= since)
            .OrderByDescending(it => it.Id)
            .FirstOrDefaultAsync();
        // Asking is taken back with 取消; its post keeps the two buttons that matter. What the console did is taken back there.
        if (step is null || step.UndoneAt is not null || step.At == need.AskedAt || step.Channel != canvas.Card.Channel)
            return null;
        if (person is not null && step.PersonId != person)
            return null;
        var act = new UndoneAct(Undo.Read(step), need);
        var undo = canvas.ButtonOf(step.PersonId, act.Button(canvas.HasReaders, step.PersonId), $"!undo {step.Id}", step.At + Undo.Window);
        var accounts = await canvas.AccountsAsync([step.PersonId]);
        if (!accounts.TryGetValue(step.PersonId, out var owner))
            return undo;
        var release = canvas.Button("supplies.button.release", $"/release {need.Number}") with { For = [owner] };
        return undo with { For = [owner], Instead = canvas.HasReaders && act.IsAllTheyHold(step.PersonId) ? [release] : null };
    }
}
