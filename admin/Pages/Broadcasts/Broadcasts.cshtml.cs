using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Broadcasts;
using MutualAid.Core.Messaging;

namespace MutualAid.Admin.Pages;

/// <summary>The broadcasts and how far each of them is.</summary>
public sealed class BroadcastsModel(Office office) : ConsolePage(office)
{
    private const int Glimpse = 60;

    public static readonly IReadOnlyList<string> States = ["all", "draft", "sent"];

    public sealed record BroadcastRow(Broadcast Broadcast, string By, BroadcastStage Stage, Tally Tally, string Words);

    public string State { get; private set; } = States[0];

    public Listed<BroadcastRow> Rows { get; private set; } = null!;

    public Task OnGetAsync(string? state, int? page) =>
        LookAsync(async sight =>
        {
            State = state is not null && States.Contains(state) ? state : States[0];
            var found = await Chosen(sight.Broadcasts.Where(it => it.DiscardedAt == null))
                .NewestFirst()
                .Select(it => new { Broadcast = it, By = it.MadeBy.Name })
                .PageAsync(page, Stop);
            var tallies = await sight.TalliesAsync([.. found.Rows.Select(it => it.Broadcast.Id)]);
            Rows = new Listed<BroadcastRow>(
                [.. found.Rows.Select(it => RowOf(it.Broadcast, it.By, tallies[it.Broadcast.Id]))],
                found.Pager
            );
            return true;
        });

    private IQueryable<Broadcast> Chosen(IQueryable<Broadcast> broadcasts) =>
        State switch
        {
            "draft" => broadcasts.Drafts(),
            "sent" => broadcasts.Where(it => it.ConfirmedAt != null),
            _ => broadcasts,
        };

    private BroadcastRow RowOf(Broadcast it, string by, Tally tally)
    {
        var words = Html.ToPlain(it.For(Words.Plain("broadcast.groupName"))).ReplaceLineEndings(" ");
        return new(it, by, it.Stage(tally), tally, words.Length > Glimpse ? Html.Storable(words[..Glimpse]) + "…" : words);
    }
}
