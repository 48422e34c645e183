using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Broadcasts;

namespace MutualAid.Admin.Pages;

/// <summary>One broadcast from its words to its report: what it shows. What is done with it stands beside.</summary>
public sealed partial class BroadcastModel(Office office) : ConsolePage(office)
{
    private const int PerPage = 50;
    private const int MostNames = 200;
    private const int Minute = 60;

    public Broadcast Broadcast { get; private set; } = null!;

    public BroadcastStage Stage { get; private set; }

    public Tally Tally { get; private set; } = null!;

    public AudienceSize? Size { get; private set; }

    /// <summary>The name of its tag, community or group.</summary>
    public string? AimName { get; private set; }

    /// <summary>The message as its first recipient gets it.</summary>
    public string Message { get; private set; } = "";

    public string Zone { get; private set; } = "";

    public IReadOnlyList<string> Names { get; private set; } = [];

    public IReadOnlyList<(long Id, string Title)> Groups { get; private set; } = [];

    public IReadOnlyList<RecipientLine> Lines { get; private set; } = [];

    public Pager Pager { get; private set; } = new(1, 0, PerPage);

    /// <summary>Of which state recipients are listed; null: all.</summary>
    public string? State { get; private set; }

    public string? Ask { get; private set; }

    public string? Body { get; private set; }

    public IReadOnlyList<string> Preview { get; private set; } = [];

    /// <summary>How often it was chosen to be sent; null: as it stands.</summary>
    public RepeatForm? Repeat { get; private set; }

    public string? When { get; private set; }

    /// <summary>Its author, and those who are trusted with all.</summary>
    public bool MayAct => Caller.Reach.All || Broadcast.MadeById == Caller.Person;

    /// <summary>What is confirmed is what stood on the page.</summary>
    public long Seen => StampOf(Broadcast);

    /// <summary>When the first of them hears it, where all of them sleep: nothing leaves before; null: it goes as its time says.</summary>
    public DateTime? Waking =>
        Size is { Asleep: > 0, LastAwakeAt: { } awake } size && size.Asleep == size.Chats && Broadcast.UrgentAt is null ? awake : null;

    /// <summary>It is on its way to chats that all sleep: it can still become a draft again.</summary>
    public bool IsAsleep { get; private set; }

    /// <summary>How long it can still be taken back unseen; null: not counted in seconds.</summary>
    public int? SecondsLeft =>
        Waking is null && Broadcast.SendAt is { } at && (at - Office.Clock.GetUtcNow().UtcDateTime).TotalSeconds is > 0 and <= Minute
            ? (int)Math.Ceiling((at - Office.Clock.GetUtcNow().UtcDateTime).TotalSeconds)
            : null;

    /// <summary>Something has gone out, or may have.</summary>
    public bool IsOut =>
        !IsAsleep && Stage is not (BroadcastStage.Draft or BroadcastStage.Waiting or BroadcastStage.Discarded or BroadcastStage.Repeating);

    public async Task<IActionResult> OnGetAsync(int number, string? ask, string? state, int? page)
    {
        (State, Ask) = (state is not null && BroadcastLook.States.ContainsKey(state) ? state : null, ask);
        if (!await ReadAsync(number, page))
            return NotFound();
        (Ask, Body) = (MayAct ? ask : null, Broadcast.Body);
        return Page();
    }

    /// <summary>The message that these words would be, as HTML of the small set; none where they cannot be sent.</summary>
    internal static IReadOnlyList<string> Shown(string? body, string name) =>
        string.IsNullOrWhiteSpace(body) ? [] : [new Broadcast { Body = body.ReplaceLineEndings("\n").Trim() }.For(name)];

    private static long StampOf(Broadcast it) => Stamp.Of(it.Body, it.Photo, it.Audience, it.Aim, it.PlannedFor, it.RuleId, it.UrgentAt);

    private Task<bool> ReadAsync(int number, int? page = null) =>
        LookAsync(async sight =>
        {
            var found = await sight
                .Broadcasts.Include(it => it.Rule)
                .Include(it => it.MadeBy)
                .FirstOrDefaultAsync(it => it.Number == number && it.DiscardedAt == null, Stop);
            if (found is null)
                return false;
            (Broadcast, Tally) = (found, await sight.TallyAsync(found));
            Stage = found.Stage(Tally);
            IsAsleep = Stage is BroadcastStage.Sending or BroadcastStage.Paused && await sight.IsAsleepAsync(found);
            if (IsOut)
                await ReadReportAsync(sight, page);
            else if (MayAct)
                await ReadPlanAsync(sight);
            if (Message.Length == 0)
                Message = found.For(Words.Plain("broadcast.sample"));
            return true;
        });

    private async Task ReadReportAsync(Sight sight, int? page)
    {
        if (!MayAct)
            return;
        Pager = new Pager(1, State is null ? Tally.All : BroadcastLook.Count(Tally, State), PerPage);
        Pager = Pager with { Page = Math.Clamp(page ?? 1, 1, Pager.Pages) };
        Lines = await sight.LinesAsync(Broadcast, (Pager.Page - 1) * PerPage, PerPage, State is null ? [] : BroadcastLook.States[State]);
    }

    // A page asks few questions: of what stands folded, only what is unfolded is read.
    private async Task ReadPlanAsync(Sight sight)
    {
        Size = await sight.SizeAsync(Broadcast);
        AimName = await sight.AimNameAsync(Broadcast);
        Names = await sight.NamesAsync(Broadcast, MostNames);
        Message = Broadcast.For(Names is [var first, ..] ? first : Words.Plain("broadcast.sample"));
        if (Broadcast.PlannedFor is not null || Ask == "when")
            Zone = await sight.ZoneAsync(Broadcast);
        if (Ask != "aim")
            return;
        var groups = await sight
            .Within(Broadcast)
            .OrderBy(it => it.Id)
            .Take(MostNames)
            .Select(it => new { it.Id, it.Title })
            .ToListAsync(Stop);
        Groups = groups.ConvertAll(it => (it.Id, it.Title));
    }

    /// <summary>Whether the group is among the chosen.</summary>
    public bool IsChosen(long group) =>
        Broadcast.Audience == AudienceKind.Groups
        && Broadcast.Aim.Split(',').Contains(group.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
