using MutualAid.Core.Groups;

namespace MutualAid.Core.Content;

/// <summary>The morning message of a group and local date: one row, also for a day on which there was nothing to say.</summary>
public sealed class Digest
{
    /// <summary>The kind of due row at which it is made.</summary>
    public const string Due = "content.digest";

    public long Id { get; set; }
    public long GroupId { get; set; }
    public Group Group { get; set; } = null!;
    public DateOnly Date { get; set; }
    public DateTime MadeAt { get; set; }

    /// <summary>What was open that morning, as HTML lines; empty: there was nothing to say. The posts below it are drawn as they read now.</summary>
    public string Lines { get; set; } = "";
    public long? TipId { get; set; }
    public Post? Tip { get; set; }
    public long? PolicyId { get; set; }
    public Post? Policy { get; set; }
}
