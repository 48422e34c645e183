namespace MutualAid.Admin.Pages;

/// <param name="Days">To choose from beside the calendar: today and tomorrow.</param>
public sealed record ShiftFields(ShiftForm Form, IReadOnlyList<DateOnly> Days);
