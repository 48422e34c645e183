using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Messaging;

namespace MutualAid.Admin.Pages;

/// <summary>What leaves the bot and how it fared; a person decides where the outcome is not known.</summary>
public sealed class MessagesModel(Office office) : ConsolePage(office)
{
    private const int LongestWords = 120;

    private static readonly Dictionary<string, OutboxState[]> Shown = new(StringComparer.Ordinal)
    {
        ["queued"] = [OutboxState.Queued, OutboxState.Retry],
        ["attempting"] = [OutboxState.Attempting],
        ["sent"] = [OutboxState.Sent],
        ["failed"] = [OutboxState.Failed],
        ["unknown"] = [OutboxState.Unknown],
        ["cancelled"] = [OutboxState.Cancelled],
    };

    /// <param name="Words">What was to be said, in short; null in private, where it may be personal.</param>
    public sealed record MessageRow(long Id, DateTime At, string? Group, string? Words, string State, string? Reason)
    {
        public string Colour =>
            State switch
            {
                "failed" => "bad",
                "unknown" => "warn",
                "sent" => "on",
                _ => "",
            };
    }

    /// <summary>Of which state; null: what needs a person.</summary>
    public string? State { get; private set; }

    public IReadOnlyList<(string Key, int Count)> States { get; private set; } = [];

    public Listed<MessageRow> Rows { get; private set; } = null!;

    public Task OnGetAsync(string? state, int? page) =>
        LookAsync(async sight =>
        {
            State = state is not null && Shown.ContainsKey(state) ? state : null;
            var counts = await sight
                .Outbox.GroupBy(it => it.State)
                .Select(it => new { it.Key, Count = it.Count() })
                .ToDictionaryAsync(it => it.Key, it => it.Count, Stop);
            States = [.. Shown.Select(it => (it.Key, it.Value.Sum(each => counts.GetValueOrDefault(each))))];
            var wanted = State is null ? [OutboxState.Failed, OutboxState.Unknown] : Shown[State];
            var rows = await sight
                .Outbox.Where(it => wanted.Contains(it.State))
                .OrderByDescending(it => it.Id)
                .Select(it => new
                {
                    Row = it,
                    Group = sight.Groups.FirstOrDefault(group => group.Channel == it.Channel && group.ExternalId == it.ChatId),
                })
                .PageAsync(page, Stop);
            Rows = new Listed<MessageRow>([.. rows.Rows.Select(it => RowOf(it.Row, it.Group?.Title))], rows.Pager);
            return true;
        });

    public Task<IActionResult> OnPostAgainAsync(long id) => DecideAsync(id, desk => desk.SayAgainAsync(id), "made.again");

    public Task<IActionResult> OnPostArrivedAsync(long id) => DecideAsync(id, desk => desk.TakeAsSentAsync(id), "made.arrived");

    private async Task<IActionResult> DecideAsync(long id, Func<OutboxDesk, Task<OutboxRefusal>> decide, string done)
    {
        var refusal = await ActAsync(async sight =>
            await sight.Outbox.AnyAsync(it => it.Id == id, Stop) ? await decide(sight.Desk<OutboxDesk>()) : (OutboxRefusal?)null
        );
        return refusal is null ? NotFound()
            : refusal == OutboxRefusal.None ? Tell("/messages", done)
            : Warn("/messages", "made.tooLate");
    }

    private static MessageRow RowOf(OutboxRow row, string? group) =>
        new(
            row.Id,
            row.SentAt ?? row.StartedAt ?? row.DueAt,
            group,
            group is null ? null : Short(Html.ToPlain(row.Text)),
            Shown.First(it => it.Value.Contains(row.State)).Key,
            row.State is OutboxState.Queued or OutboxState.Attempting ? null : row.Reason
        );

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= LongestWords ? line : line[..LongestWords] + "…";
    }
}
