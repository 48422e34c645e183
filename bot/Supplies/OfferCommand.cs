using MutualAid.Bot.Engine;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

internal static class OfferText
{
    /// <summary><c>提供 #2 布口罩 80个｜段丽华</c></summary>
    public static string Row(Offer offer, Speech speech) =>
        speech.Say("supplies.offer.row", offer.Number, Goods(offer))
        + speech.Say("supplies.card.bar")
        + Html.Escape(offer.Provider ?? offer.OfferedBy.Name);

    public static string Goods(Offer offer) =>
        string.Join(
            '、',
            offer
                .Lines.OrderBy(line => line.Position)
                .Select(line => $"{line.Item} {(line.Quantity is { } value ? NeedText.Number(value) + line.Unit : "若干")}")
        );
}

/// <summary>提供: somebody can give or lend something, asked for or not.</summary>
[Command("offer", InGroup = true)]
public sealed class OfferCommand : ICommand
{
    private const int MostMatches = 3;

    public async Task RunAsync(Turn turn)
    {
        var items = turn.Meaning.Items;
        if (items.Count == 0 && turn.NextAnswer() is { } answer)
            items = Reader.Read($"/offer {answer}", new ReadingContext(turn.LocalNow, Addressed: true)).Items;
        if (items.Count == 0)
        {
            turn.Ask(AnswerKind.Items, turn.Speech.Say("supplies.offer.what"));
            return;
        }

        var result = await new OfferDesk(turn.Db, turn.Clock).OfferAsync(
            turn.Actor(),
            items,
            turn.Meaning.Provider,
            turn.Message.MessageId
        );
        if (result.Offer is not { } offer)
        {
            turn.Refuse($"supplies.refusal.{result.Refusal}", 0);
            return;
        }

        turn.CanBeUndone($"offer:{offer.Number}");
        var matches = await turn.Db.MatchesForAsync(offer, MostMatches);
        var text = turn.Speech.Say("supplies.offer.noted", new Markup(OfferText.Row(offer, turn.Speech)));
        if (matches.Count > 0)
            text +=
                "\n"
                + turn.Speech.Say("supplies.offer.matches")
                + "\n"
                + string.Join('\n', matches.Select(need => NeedText.Row(need, turn.Speech)));
        turn.ReplyWith(
            text,
            matches.Count == 0
                ? []
                :
                [
                    matches
                        .Select(need => turn.Own(turn.Speech.Plain("supplies.button.claimNumber", need.Number), $"/claim {need.Number}"))
                        .ToList(),
                ]
        );
    }
}

/// <summary>捐赠登记: an organiser notes goods that came in.</summary>
[Command("donation", InGroup = true)]
public sealed class DonationCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (!turn.IsOrganiser)
        {
            await turn.RefuseToMemberAsync();
            return;
        }

        var items = turn.Meaning.Items;
        if (items.Count == 0 && turn.NextAnswer() is { } answer)
            items = Reader.Read($"/donation {answer}", new ReadingContext(turn.LocalNow, Addressed: true)).Items;
        if (items.Count == 0)
        {
            turn.Ask(AnswerKind.Items, turn.Speech.Say("supplies.donation.what"));
            return;
        }

        var result = await new DonationDesk(turn.Db, turn.Clock).NoteAsync(turn.Actor(), items, turn.Meaning.Donors);
        if (result.Donation is not { } donation)
        {
            turn.Refuse($"supplies.refusal.{result.Refusal}", 0);
            return;
        }

        turn.CanBeUndone($"donation:{donation.Number}");
        var donors =
            donation.Donors.Count == 0
                ? turn.Speech.Plain("supplies.donation.anonymous")
                : string.Join('、', donation.Donors.Select(donor => donor.Name));
        var value = turn.Own(turn.Speech.Plain("supplies.button.value"), $"!value {donation.Number}");
        var undo = turn.Own(turn.Speech.Plain("supplies.button.undoDonation"), "/undo", turn.Now + Undo.Window);
        turn.ReplyWith(
            turn.Speech.Say("supplies.donation.noted", new Markup(Items.Words(items)), donors),
            [
                [value, undo],
            ]
        );
    }
}

/// <summary>估价: what a donation is worth, and who says so.</summary>
[Command("!value", InGroup = true, ForOrganisers = true)]
public sealed class ValueCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var number = int.TryParse(turn.Meaning.Rest, out var parsed) ? parsed : 0;
        if (turn.NextAnswer() is not { } answer || Quantities.Read(answer) is not { Value: { } yuan })
        {
            turn.Ask(AnswerKind.Quantity, turn.Speech.Say("supplies.donation.howMuch"));
            return;
        }

        var result = await new DonationDesk(turn.Db, turn.Clock).ValueAsync(number, turn.Actor(), (long)(yuan * 100));
        if (result.Donation is null)
            turn.Refuse($"supplies.refusal.{result.Refusal}", number);
        else
            turn.Vanish(turn.Reply("supplies.donation.valued", yuan, turn.From.Name));
    }
}
