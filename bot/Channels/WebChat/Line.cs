using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Channels.WebChat;

/// <summary>One thing in a chat as it reads now. People's words live here and nowhere else.</summary>
/// <param name="Id"><c>b12</c> for the bot's outbox row 12, <c>p7.x</c> for a person's.</param>
public sealed record Line(string Id, DateTime At)
{
    /// <summary>The place in the chat; never changes.</summary>
    public long Position { get; init; }

    /// <summary>When it last changed, in the hall's count.</summary>
    public long Changed { get; init; }

    /// <summary>Null: the bot, or the room itself when <see cref="Note"/>.</summary>
    public string? SeatId { get; init; }
    public string? Name { get; init; }

    /// <summary>A person's words, plain.</summary>
    public string? Text { get; init; }

    /// <summary>The bot's words, in the small HTML set.</summary>
    public string? Html { get; init; }

    /// <summary>A line of the room itself: the key of its phrase, filled with <see cref="Name"/> and <see cref="Text"/>.</summary>
    public string? Note { get; init; }
    public IReadOnlyList<IReadOnlyList<Button>> Buttons { get; init; } = [];
    public string? ReplyTo { get; init; }
    public string? Photo { get; init; }

    /// <summary>The name of a picture of the house.</summary>
    public string? Picture { get; init; }
    public bool Edited { get; init; }
    public string? Reaction { get; init; }

    /// <summary>The bot waits for an answer from the person it replies to.</summary>
    public bool Asks { get; init; }

    /// <summary>It shows what stands in the records and follows it.</summary>
    public bool Card { get; init; }

    /// <summary>The key of its short link.</summary>
    public string? Share { get; init; }

    /// <summary>The words it refused, of a refusal that goes again.</summary>
    public string? Refuses { get; init; }

    /// <summary>A person's words that were not taken in, once the refusal below them has gone.</summary>
    public bool Refused { get; init; }

    /// <summary>Taken back: only the id is left, so that pages remove it.</summary>
    public bool Gone { get; init; }

    /// <summary>Its place is taken but the turn is not committed yet: nobody sees it.</summary>
    public bool Waiting { get; init; }

    public bool IsBot => Id.StartsWith('b');

    /// <summary>What one person alone was asked is read by that person alone.</summary>
    public bool IsFor(string seatId)
    {
        var answers = Buttons.SelectMany(row => row).Where(button => button.IsAnswer).ToList();
        return answers.Count == 0 || answers.Exists(answer => answer.For?.Contains(seatId) != false);
    }

    public Line Emptied() => new(Id, At) { Position = Position, Gone = true };
}
