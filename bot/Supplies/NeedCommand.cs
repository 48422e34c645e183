using MutualAid.Bot.Engine;
using MutualAid.Core.Communities;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>需求: one sentence becomes a need with its card.</summary>
[Command("need")]
public sealed class NeedCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var items = ItemsOf(turn);
        if (items is null || await Items.CompleteAsync(turn, items) is not { } lines)
            return;
        var meaning = turn.Meaning;
        if (meaning.Doubts.FirstOrDefault(doubt => doubt.Kind == DoubtKind.ImpossibleTime) is { } impossible)
        {
            turn.Refuse(
                "supplies.need.impossibleTime",
                impossible.Part,
                $"{turn.Speech.Plain("supplies.word.need")} {Html.ToPlain(Items.Words(lines))}"
            );
            return;
        }

        if (await turn.HomeAsync() is not { } home)
            return;
        if (await Restated.IsMeantAsync(turn, home, lines))
            return;
        var asker = new Actor(turn.From, home, turn.IsOrganiser);
        var asked = await AskAsync(turn, asker, lines, turn.Group is null ? null : turn.Message.MessageId);
        if (asked.Need is not { } need)
        {
            turn.Refuse($"supplies.refusal.{asked.Refusal}", 0);
            return;
        }

        if (await new MissedDesk(turn.Db, turn.Clock).SettleSaidAsync(home, turn.Message.MessageId, turn.From, need.Number))
            await Missed.ShowAsync(turn, home);
        turn.CanBeUndone(NeedFace.Key(need));
        turn.ShowIn(home, NeedFace.Key(need), silent: home.IsQuiet(turn.Now));
        turn.Redraw(BoardFace.Key(home));
        if (turn.Group is null)
            turn.Reply("supplies.need.sent", home.Title, need.Number, new Markup(NeedText.Goods(need, turn.Speech)));
        NeedTime.Clear(turn, need);
        await WhichCommunity.AskAsync(turn, need, home);
        if (asked.Repeat is { } repeat)
            OfferToMerge(turn, need, repeat);
    }

    internal static async Task<AskResult> AskAsync(Turn turn, Actor asker, IReadOnlyList<Item> items, string? source)
    {
        var meaning = turn.Meaning;
        var community = meaning.Community is { } name
            ? await new CommunityDesk(turn.Db, turn.Clock).NamedAsync(name)
            : await WhichCommunity.RememberedAsync(turn, asker);
        var by = NeedTime.Sure(meaning, turn.LocalNow);
        return await new SupplyDesk(turn.Db, turn.Clock).AskAsync(asker, items, community, meaning.Urgent, by, source);
    }

    private static IReadOnlyList<Item>? ItemsOf(Turn turn)
    {
        if (turn.Meaning.Items.Count > 0)
            return turn.Meaning.Items;
        if (turn.NextAnswer() is { } answer)
        {
            var read = Reader.Read($"/need {answer}", new ReadingContext(turn.LocalNow, Addressed: true)).Items;
            if (read.Count > 0)
                return read;
        }

        turn.Ask(AnswerKind.Items, turn.Speech.Say("supplies.need.what"));
        return null;
    }

    private static void OfferToMerge(Turn turn, Need need, Need repeat) =>
        turn.Vanish(
            turn.ReplyWith(
                turn.Speech.Say("supplies.need.repeat", repeat.Number, need.Number),
                [
                    [
                        turn.Answering(turn.Speech.Plain("supplies.button.merge", repeat.Number), $"!merge {need.Number} {repeat.Number}"),
                        turn.Answering(turn.Speech.Plain("supplies.button.keepBoth"), "!dismiss"),
                    ],
                ]
            )
        );
}
