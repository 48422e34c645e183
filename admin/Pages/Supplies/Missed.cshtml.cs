using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Communities;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Pages;

/// <summary>可能漏登: what people said that may be a request, to be registered for them or put aside.</summary>
public sealed class MissedModel(Office office) : ConsolePage(office)
{
    public static readonly IReadOnlyList<string> States = ["open", "registered", "ignored"];

    /// <param name="HoursLeft">Until the words are forgotten, as people were told.</param>
    public sealed record MissedRow(long Id, string Text, string Who, string Group, DateTime SaidAt, int HoursLeft, string? By, int? Number)
    {
        /// <summary>What the reader makes of it; the organiser corrects it before it counts.</summary>
        public Form Read { get; init; } = new();
    }

    public sealed record Form(long Id = 0, string? What = null, string? Community = null, bool Urgent = false);

    public string State { get; private set; } = States[0];

    public Listed<MissedRow> Rows { get; private set; } = null!;

    public Task OnGetAsync(string? state, int? page) => ReadAsync(state, page, null);

    public async Task<IActionResult> OnPostRegisterAsync(Form form)
    {
        var (line, refusal, number) = await ActAsync(async sight =>
        {
            if (await FindAsync(sight, form.Id) is not { } found)
                return (null, SupplyRefusal.None, 0);
            var asked = await AskAsync(sight, found, form);
            if (asked.Need is not { } need)
            {
                // The community may have been new.
                sight.Forget();
                return (found, asked.Refusal, 0);
            }

            sight.Desk<MissedDesk>().Settle(found, await sight.PersonAsync(), need.Number);
            await Office.Host.PostAsync(sight.Rows, need, found.MessageId);
            await Office.Host.ShowMissedAsync(sight.Rows, found.Group);
            return ((MissedLine?)found, SupplyRefusal.None, need.Number);
        });
        if (line is null)
            return Warn("/missed", "missed.gone");
        if (refusal == SupplyRefusal.None)
            return Tell($"/needs/{number}", "missed.made", line.SaidBy.Name);
        Wrong($"what-{form.Id}", "missed.refused." + refusal);
        await ReadAsync(null, null, form);
        return Again();
    }

    public async Task<IActionResult> OnPostIgnoreAsync(long id)
    {
        var isDone = await ActAsync(async sight =>
        {
            if (await FindAsync(sight, id) is not { } found)
                return false;
            sight.Desk<MissedDesk>().Settle(found, await sight.PersonAsync());
            await Office.Host.ShowMissedAsync(sight.Rows, found.Group);
            return true;
        });
        return isDone ? Tell("/missed", "missed.aside") : Warn("/missed", "missed.gone");
    }

    private Task<MissedLine?> FindAsync(Sight sight, long id) =>
        sight.Missed.Include(it => it.Group).Include(it => it.SaidBy).FirstOrDefaultAsync(it => it.Id == id && it.SettledAt == null, Stop);

    // The same desks as behind the button in the private chat.
    private static async Task<AskResult> AskAsync(Sight sight, MissedLine line, Form form)
    {
        var said = ReadingOf(line.Text, line.SaidAt, line.Group);
        var items = GoodsField.Read(form.What, "need");
        if (items.Any(item => item.Quantity is null))
            return new(SupplyRefusal.BadQuantity);
        var community = string.IsNullOrWhiteSpace(form.Community)
            ? null
            : await sight.Desk<CommunityDesk>().NamedAsync(GoodsField.Short(form.Community));
        return await sight
            .Desk<SupplyDesk>()
            .AskAsync(new Actor(line.SaidBy, line.Group), items, community, form.Urgent, said.By, line.MessageId);
    }

    private static Meaning ReadingOf(string text, DateTime saidAt, Group group) =>
        Reader.Read(text, new ReadingContext(group.Local(saidAt), Addressed: true));

    private Task<bool> ReadAsync(string? state, int? page, Form? typed) =>
        LookAsync(async sight =>
        {
            State = state is not null && States.Contains(state) ? state : States[0];
            var lines = State switch
            {
                "registered" => sight.Missed.Where(it => it.SettledAt != null && it.Number != null).OrderByDescending(it => it.SettledAt),
                "ignored" => sight.Missed.Where(it => it.SettledAt != null && it.Number == null).OrderByDescending(it => it.SettledAt),
                _ => sight.Missed.Where(it => it.SettledAt == null).OrderBy(it => it.Id),
            };
            var rows = await lines.Include(it => it.Group).Include(it => it.SaidBy).Include(it => it.SettledBy).PageAsync(page, Stop);
            Rows = new Listed<MissedRow>([.. rows.Rows.Select(it => RowOf(it, sight.Now, typed))], rows.Pager);
            return true;
        });

    private static MissedRow RowOf(MissedLine line, DateTime now, Form? typed)
    {
        var read = ReadingOf(line.Text, line.SaidAt, line.Group);
        var left = line.SaidAt + MissedLine.KeptFor - now;
        return new MissedRow(
            line.Id,
            line.Text,
            line.SaidBy.Name,
            line.Group.Title,
            line.SaidAt,
            Math.Max(0, (int)Math.Ceiling(left.TotalHours)),
            line.SettledBy?.Name,
            line.Number
        )
        {
            Read = typed?.Id == line.Id ? typed : new Form(line.Id, GoodsField.Write(read.Items), read.Community, read.Urgent),
        };
    }
}
