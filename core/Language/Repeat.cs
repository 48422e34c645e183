namespace MutualAid.Core.Language;

public enum RepeatEvery
{
    Day,

    /// <summary>Monday to Friday.</summary>
    WorkDay,
    Week,
    Month,
}

/// <summary>On which days something repeats: 每天, 工作日, 每周二、四, 每月最后一天.</summary>
public sealed record Repeat(RepeatEvery Every)
{
    /// <summary>For weeks: bit 0 is Sunday.</summary>
    public int WeekDays { get; init; }

    /// <summary>For months: 1–31, in a shorter month its last day.</summary>
    public int MonthDay { get; init; }
}
