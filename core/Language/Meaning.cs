namespace MutualAid.Core.Language;

/// <summary>Which of the three doors a message came through.</summary>
public enum Door
{
    /// <summary>The message is not for the bot.</summary>
    None,

    /// <summary>A Latin or Chinese slash command: <c>/need 口罩 200个</c>.</summary>
    Slash,

    /// <summary>A phrase with its keyword first: <c>需求 口罩 200个</c>.</summary>
    Phrase,

    /// <summary>A free sentence, read only when it is addressed to the bot.</summary>
    Sentence,
}

/// <summary>How exact a said quantity was.</summary>
public enum Hedge
{
    Exact,
    About,
    AtLeast,
}

/// <summary>One thing with its amount as the person said it; nothing is converted.</summary>
/// <param name="Name">The goods, service or people, as typed (an exact substring of the message).</param>
/// <param name="Quantity">Null when none was said or what was said is vague: the bot then asks.</param>
/// <param name="Unit">The unit as typed; null when none was said or there is no quantity.</param>
public sealed record Item(string Name, decimal? Quantity = null, string? Unit = null)
{
    public Hedge Hedge { get; init; }

    /// <summary>A pack said in brackets (<c>3箱(每箱48个)</c>): 48 and 个, else null.</summary>
    public decimal? PackSize { get; init; }

    public string? PackUnit { get; init; }
}

/// <summary>A local date, with a clock time when one was said.</summary>
/// <param name="Date">In the sender's zone.</param>
/// <param name="Time">Null when only a day was said.</param>
public sealed record When(DateOnly Date, TimeOnly? Time = null)
{
    /// <summary>ISO form of data/SCHEMA.md: <c>2020-02-07</c> or <c>2020-02-07T15:00</c>.</summary>
    public override string ToString() => Time is { } time ? $"{Date:yyyy-MM-dd}T{time:HH\\:mm}" : $"{Date:yyyy-MM-dd}";
}

/// <summary>Why a part of a message could not be taken as it stands.</summary>
public enum DoubtKind
{
    /// <summary>几个, 若干, 十几个, two readings: the bot asks, with <see cref="Doubt.Choices"/> as buttons.</summary>
    VagueQuantity,

    /// <summary>Above 10⁹.</summary>
    QuantityTooLarge,

    /// <summary>Zero, negative or in a notation that nobody uses for goods (1e9).</summary>
    QuantityInvalid,

    /// <summary>Two readings of a time, or a past weekday: the bot asks.</summary>
    AmbiguousTime,

    /// <summary>2月30日, 25:00, 昨天 as a due time: refused with the nearest valid example.</summary>
    ImpossibleTime,
}

/// <param name="Part">The words that caused the doubt, as typed.</param>
/// <param name="Choices">What the person may have meant, as text that itself parses; empty when there is none.</param>
public sealed record Doubt(DoubtKind Kind, string Part, IReadOnlyList<string> Choices);

/// <summary>What a message means: an intent of data/SCHEMA.md (or the slash name of another act of the contract) with its slots.</summary>
public sealed record Meaning(string Intent, Door Door = Door.None)
{
    public static readonly Meaning Nothing = new("none");

    public bool IsNothing => Intent == "none";

    /// <summary>For slash and phrase doors the text behind the command word, trimmed; else the whole text without the mention.</summary>
    public string Rest { get; init; } = "";

    public IReadOnlyList<Item> Items { get; init; } = [];
    public string? Community { get; init; }
    public bool Urgent { get; init; }
    public When? By { get; init; }

    /// <summary>The organisation or person that offers.</summary>
    public string? Provider { get; init; }

    /// <summary>From the first to the last donor named, as typed; see <see cref="Donors"/>.</summary>
    public string? Donor { get; init; }

    /// <summary>Each donor by itself (split at 、 and ，); empty for 匿名.</summary>
    public IReadOnlyList<string> Donors { get; init; } = [];

    /// <summary>The request, class or shift that is meant: #12, 12号, 第十二条, 需求12, 课6.</summary>
    public int? Number { get; init; }

    /// <summary>The amount this message claims, delivers or confirms.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>The item named in a claim, delivery or receipt (never in <c>parse</c> output).</summary>
    public string? Named { get; init; }

    /// <summary>How far a request has come is asked, not what is wanted.</summary>
    public bool Progress { get; init; }

    /// <summary>The acts of one sentence on two requests, in the order said; else empty.</summary>
    public IReadOnlyList<Meaning> Acts { get; init; } = [];

    public string? Title { get; init; }
    public When? Start { get; init; }
    public string? Speaker { get; init; }
    public string? Filter { get; init; }
    public IReadOnlyList<string> Skills { get; init; } = [];
    public string? Text { get; init; }
    public IReadOnlyList<Doubt> Doubts { get; init; } = [];
}

/// <summary>What is known beside the words.</summary>
/// <param name="Now">The sender's local wall-clock time.</param>
/// <param name="Addressed">A private chat, a mention or a reply to the bot: free sentences are read. Otherwise only slash commands and
/// phrases as contract.md bounds them.</param>
public sealed record ReadingContext(DateTime Now, bool Addressed)
{
    /// <summary>Item names people used in this group: they sharpen the reading, they never change what was typed.</summary>
    public IReadOnlySet<string>? KnownItems { get; init; }

    /// <summary>Names of communities known in this installation.</summary>
    public IReadOnlySet<string>? KnownCommunities { get; init; }
}
