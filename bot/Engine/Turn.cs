using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;

namespace MutualAid.Bot.Engine;

/// <summary>One message and what comes of it. A command touches only its <see cref="Db"/> and its turn, so a turn can be replayed.</summary>
public sealed partial class Turn(Db db, Incoming message, Person from, Group? group, Speech speech, ButtonSeal seal, TimeProvider clock)
{
    public Db Db { get; } = db;
    public Incoming Message { get; } = message;
    public Person From { get; } = from;

    /// <summary>The group it was said in; null in a private chat.</summary>
    public Group? Group { get; } = group;
    public Speech Speech { get; } = speech;
    public TimeProvider Clock { get; } = clock;
    public ButtonSeal Seal { get; } = seal;
    public bool IsOrganiser { get; init; }

    /// <summary>What can be shown in this chat.</summary>
    public Abilities Can { get; init; } = Abilities.All;
    public required Phrases Phrases { get; init; }

    /// <summary>What the first piece of the command line means.</summary>
    public required Meaning Meaning { get; set; }

    /// <summary>The answers to what was asked since, in order.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>The command line as it was pressed, not typed.</summary>
    public bool IsPress => Message.Kind == IncomingKind.Press;

    public Actor Actor() => new(From, Group, IsOrganiser);

    /// <summary>Said to the bot in so many words: in private, by mention, reply or slash command.</summary>
    public bool IsAddressed => Message.Place.IsPrivate || Message.ToBot || Meaning.Door == Door.Slash;

    public bool IsEdit => Message.Kind == IncomingKind.Edited;

    public string ZoneId => Group?.TimeZone ?? From.TimeZone ?? "Asia/Shanghai";

    /// <summary>The sender's wall clock.</summary>
    public DateTime LocalNow => TimeZoneInfo.ConvertTimeFromUtc(Now, Zone.Find(ZoneId));

    /// <summary>What the person has to be asked before the command can finish; ends this run of it.</summary>
    internal Question? Asked { get; private set; }

    /// <summary>Cards to draw again, in the order they were named.</summary>
    internal List<CardWish> Shown { get; } = [];

    /// <summary>The act can be taken back: the key of its card.</summary>
    internal string? UndoCard { get; private set; }

    private int taken;

    /// <summary>The next answer, or null when it was not given yet.</summary>
    public string? NextAnswer() => taken < Answers.Count ? Answers[taken++] : null;

    /// <summary>Asks and stops: the same command runs again from its top with one answer more.</summary>
    public void Ask(AnswerKind kind, string html, params IReadOnlyList<IReadOnlyList<Choice>> choices)
    {
        Asked = new Question(kind);
        var buttons = choices
            .Select(row => row.Select(choice => Answering(choice.Label, choice.Text) with { Typed = choice.Typed }).ToList())
            .ToList();
        Asked.Row = Say(html, buttons, forceReply: choices.Count == 0);
    }

    /// <summary>This act can be undone for ten minutes.</summary>
    /// <param name="card">The card that shows it.</param>
    public void CanBeUndone(string card) => UndoCard = card;

    /// <summary>Posts the card here, answering the message, or redraws it where it stands.</summary>
    public void Show(string card, bool silent = false) => Shown.Add(new CardWish(card, Message.Place, Message.MessageId, silent));

    /// <summary>The same command line, said of this number.</summary>
    public Turn About(int number)
    {
        Meaning = Meaning with { Number = number };
        return this;
    }

    /// <summary>These words are another command's: it runs next.</summary>
    public void PassTo(string intent) => (Meaning, IsPassedOn) = (Meaning with { Intent = intent }, true);

    internal bool IsPassedOn { get; set; }

    /// <summary>A question that the person left open here is answered by this, if one of these asked it.</summary>
    public void Settle(params string[] intents) => Settled = intents;

    internal IReadOnlyList<string> Settled { get; private set; } = [];

    /// <summary>Redraws a card that may stand in another place; nothing happens where it was never posted.</summary>
    public void Redraw(string card) => Shown.Add(new CardWish(card, null, null, false));
}

/// <summary>What kind of message counts as the answer.</summary>
public enum AnswerKind
{
    /// <summary>Wholly a quantity: 二百个.</summary>
    Quantity,

    /// <summary>Any text, but only as a reply to the question or in private.</summary>
    Text,

    /// <summary>One of the buttons, or its words.</summary>
    Choice,

    /// <summary>Wholly a list of goods: 口罩 200个.</summary>
    Items,

    /// <summary>Wholly a day or clock time: 明晚8点.</summary>
    Time,

    /// <summary>A quantity, or amounts of the things asked about: 一袋米、一桶油; 各一份.</summary>
    Amounts,

    /// <summary>Asked by the way, in private: any sentence there that is nothing else.</summary>
    Aside,

    /// <summary>Said by the way, in private, that an amount may be typed.</summary>
    AsideQuantity,
}

/// <param name="Text">What pressing it says.</param>
/// <param name="Typed">The answer is to be typed: pressing it only says so.</param>
public sealed record Choice(string Label, string Text, bool Typed = false);

internal sealed record Question(AnswerKind Kind)
{
    public OutboxRow? Row { get; set; }
}

/// <param name="Place">Where to post it when it is not posted yet.</param>
/// <param name="Anew">Posted already, it is posted again at the end and its old post goes.</param>
internal sealed record CardWish(string Key, Place? Place, string? ReplyTo, bool Silent, bool Anew = false);
