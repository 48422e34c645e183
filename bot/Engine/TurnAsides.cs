using MutualAid.Core.Messaging;
using MutualAid.Core.People;

namespace MutualAid.Bot.Engine;

/// <summary>What may be answered in a private chat without a button: the bot asked by the way, while somebody else spoke.</summary>
public sealed partial class Turn
{
    internal List<Aside> Asides { get; } = [];

    /// <summary>Asks a person in private; their next sentence there that is nothing else completes <paramref name="line"/>.</summary>
    public async Task AskAsideAsync(Person person, string line, Func<Speech, string> html, Func<Speech, IReadOnlyList<Choice>> choices)
    {
        if (await TellRowAsync(person, html, choices) is { } row)
            Asides.Add(new Aside(person, row.ChatId, AnswerKind.Aside, line) { Row = row });
    }

    /// <summary>An amount typed in the person's private chat completes <paramref name="line"/>.</summary>
    public async Task TakeAmountAsync(Person person, string line)
    {
        if (await PrivateChatAsync(person) is { } chat)
            Asides.Add(new Aside(person, chat, AnswerKind.AsideQuantity, line));
    }
}

/// <param name="Line">The command line that the answer completes.</param>
internal sealed record Aside(Person Person, string ChatId, AnswerKind Kind, string Line)
{
    /// <summary>The message that asked.</summary>
    public OutboxRow? Row { get; init; }
}
