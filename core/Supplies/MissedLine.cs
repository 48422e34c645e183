using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Supplies;

/// <summary>
/// A line of people's talk that looks like a request. It is not answered; the organisers of the group may register it on the speaker's
/// behalf. It is kept for <see cref="KeptFor"/>, as the group was told, and then forgotten.
/// </summary>
public sealed class MissedLine
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(72);

    public long Id { get; set; }
    public long GroupId { get; set; }
    public Group Group { get; set; } = null!;
    public long SaidById { get; set; }
    public Person SaidBy { get; set; } = null!;
    public DateTime SaidAt { get; set; }

    /// <summary>The platform's id of the message, so that the card answers it.</summary>
    public string? MessageId { get; set; }
    public string Text { get; set; } = "";

    /// <summary>When an organiser registered or dismissed it, or the speaker did.</summary>
    public DateTime? SettledAt { get; set; }
    public long? SettledById { get; set; }
    public Person? SettledBy { get; set; }

    /// <summary>The need it became; null: it was dismissed.</summary>
    public int? Number { get; set; }
}
