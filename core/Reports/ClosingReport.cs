using System.Text.Json.Serialization;
using MutualAid.Core.Classes;

namespace MutualAid.Core.Reports;

/// <summary>The closing report of a period, in the shape of its JSON. Money in yuan with two decimals as text, quantities in the unit they were said in.</summary>
public sealed record ClosingReport
{
    public required ReportPeriod Period { get; init; }
    public required RequestCounts Requests { get; init; }
    public required IReadOnlyList<DonationRow> Donations { get; init; }
    public required IReadOnlyList<HandoverRow> Handovers { get; init; }
    public required CommunityReach Communities { get; init; }
    public IReadOnlyList<ClassRow> Classes { get; init; } = [];
    public ContentFigures Content { get; init; } = new([], 0, 0, 0, 0);
    public VolunteerFigures Volunteers { get; init; } = new(0, 0, 0, 0);
    public BudgetFigures Budget { get; init; } = new([], "0.00", "0.00", "0.00");
    public IReadOnlyList<object> Questions { get; init; } = [];
}

/// <param name="From">First local day.</param>
/// <param name="To">Last local day, included.</param>
public sealed record ReportPeriod(DateOnly From, DateOnly To);

/// <summary>Needs asked in the period by their state at its end.</summary>
public sealed record RequestCounts(int Total, int Open, int Claimed, int Delivered, int Received, int Cancelled, int Expired);

/// <param name="Donors">None: anonymous.</param>
/// <param name="Value">Of the whole donation, on its first line; null: not estimated.</param>
public sealed record DonationRow(DateOnly Date, string Item, decimal? Quantity, string? Unit, IReadOnlyList<string> Donors, string? Value);

public sealed record HandoverRow(DateOnly Date, string Item, decimal Quantity, string? Unit, string? Community);

/// <param name="Total">Communities that a member stands for, that asked, or that were reached.</param>
/// <param name="Reached">Those with at least one handover in the period.</param>
public sealed record CommunityReach(int Total, int Reached, IReadOnlyList<string> List);

/// <param name="SignedUp">People who had a place when it began.</param>
/// <param name="Attended">Those of them who were there.</param>
/// <param name="Fee">What the speaker was paid; null: not settled yet.</param>
/// <param name="Waived">The speaker took none.</param>
public sealed record ClassRow(
    DateOnly Date,
    string Title,
    string? Speaker,
    string? Organisation,
    int SignedUp,
    int Attended,
    string? Fee,
    bool Waived
)
{
    /// <summary>How those who were there rated it; left out where nobody did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RatingFigure? Rating { get; init; }
}

/// <param name="Communities">From how many the posts of the period come.</param>
public sealed record ContentFigures(IReadOnlyList<ColumnFigures> Columns, int Posts, int Reads, int Shares, int Communities);

/// <param name="Posts">Published in the period and not withdrawn by its end.</param>
/// <param name="Reads">In the period, of whichever post of the column: here and in the places whose figures were noted.</param>
public sealed record ColumnFigures(string Name, int Posts, int Reads, int Shares);

/// <param name="People">On the roster at the end, or on duty in the period.</param>
/// <param name="Teams">Those there were at the end.</param>
/// <param name="Shifts">Begun in the period and not called off.</param>
/// <param name="Hours">Served on them and said or confirmed by somebody.</param>
public sealed record VolunteerFigures(int People, int Teams, int Shifts, decimal Hours);

public sealed record BudgetFigures(IReadOnlyList<object> Lines, string Budget, string Actual, string Remaining);
