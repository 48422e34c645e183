namespace MutualAid.Core.Content;

/// <summary>What a column holds, and so which command shows it.</summary>
public enum ColumnKind
{
    Tip,
    Story,
    Policy,
    Guide,
    Other,
}

/// <summary>A series of posts under one name: 小贴士, 逆行经验, 政策法规.</summary>
public sealed class Column
{
    public long Id { get; set; }
    public string Name { get; set; } = "";

    /// <summary>The name folded for comparison; unique.</summary>
    public string NameKey { get; set; } = "";
    public ColumnKind Kind { get; set; }
    public DateTime AddedAt { get; set; }
}
