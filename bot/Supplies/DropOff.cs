using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Communities;
using MutualAid.Core.Messaging;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>Where to bring it, whom to meet and until when: told in private to who claimed, never in the group.</summary>
internal static class DropOff
{
    public static async Task TellClaimerAsync(Turn turn, Need need)
    {
        if (turn.IsEdit || need.CommunityId is null)
            return;
        await turn.ShowInPrivateAsync(turn.From, DropOffFace.Key(need, turn.From.Id), "supplies.dropOff.closed");
        if (need.Community is { DropOff: null } community)
            await AskAsync(turn, need, community);
    }

    private static Task AskAsync(Turn turn, Need need, Community community) =>
        turn.AskAsideAsync(
            need.AskedBy,
            $"!dropoff {community.Id} {DropOffCommand.Unless}",
            speech => speech.Say("supplies.dropOff.ask", community.Name),
            speech => [new Choice(speech.Plain("supplies.button.tellDropOff"), $"!dropoff {community.Id}", Typed: true)]
        );
}

/// <summary>The private card of a claimer; a week after the receipt it no longer shows the place.</summary>
public sealed class DropOffFace : IFace
{
    private static readonly TimeSpan ShownAfterReceipt = TimeSpan.FromDays(7);

    public static string Key(Need need, long personId) => $"dropoff:{need.Number}-{personId}";

    public string Prefix => "dropoff";

    public async Task<Drawing?> DrawAsync(Canvas canvas)
    {
        var number = int.Parse(canvas.Id.Split('-')[0], System.Globalization.CultureInfo.InvariantCulture);
        var need = await canvas.Db.Needs.WithAll().FirstOrDefaultAsync(it => it.Number == number);
        if (need is null)
            return null;
        if (need.ClosedAt + ShownAfterReceipt <= canvas.Now || need.CancelledAt is not null)
            return new Drawing(canvas.Speech.Say("supplies.dropOff.over", number), []);
        var where = need.Community?.DropOff is { } place
            ? canvas.Speech.Say("supplies.dropOff.place", place)
            : canvas.Speech.Say("supplies.dropOff.unknown", need.AskedBy.Name);
        var person = long.Parse(canvas.Id.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture);
        var undo = await NeedFace.UndoAsync(canvas, need, person);
        if (NeedText.ClaimOf(need, person, canvas.Speech) is not { } mine)
            return GivenBack(canvas, need, person, undo);
        var left = need.IsClosed() ? null : NeedText.OwedBy(need, person, canvas.Speech);
        var head = canvas.Speech.Say("supplies.dropOff.head", number, new Markup(mine));
        if (left is not null && left != mine)
            head += canvas.Speech.Say("supplies.dropOff.left", new Markup(left));
        if (left is not null && left == mine && WholeLine(need, person) is { } line)
            where += "\n" + canvas.Speech.Say("supplies.dropOff.part", $"{NeedText.Number(decimal.Ceiling(line.Quantity / 2))}{line.Unit}");
        List<Button> buttons = left is null
            ? []
            :
            [
                canvas.Button("supplies.button.delivered", $"/delivered {number}"),
                canvas.Button("supplies.button.change", $"/change {number}"),
                canvas.Button("supplies.button.release", $"/release {number}"),
            ];
        // Before anything was brought 退回 does it.
        if (undo is not null && left != mine)
            buttons.Add(undo);
        if (left is null)
            head += canvas.Speech.Say("supplies.dropOff.brought");
        if (need.Community is { } community)
            head += canvas.Speech.Say("supplies.card.bar") + Html.Escape(community.Name);
        return new Drawing(head + "\n" + where, buttons.Count == 0 ? [] : [buttons]);
    }

    private static Drawing GivenBack(Canvas canvas, Need need, long person, Button? undo)
    {
        var goods = need
            .Lines.InOrder()
            .Select(line => new LineShare(line, line.Claims.Where(claim => claim.By.Id == person).Sum(claim => claim.Released)))
            .Where(share => share.Quantity > 0);
        return new Drawing(
            canvas.Speech.Say("supplies.dropOff.givenBack", need.Number, NeedText.Goods(goods)),
            undo is null
                ? []
                :
                [
                    [undo],
                ]
        );
    }

    // Who took all of it in one tap may have meant a part.
    private static NeedLine? WholeLine(Need need, long person) =>
        need.Lines is [{ Quantity: > 1 } line]
        && line.Claims.Where(claim => claim.By.Id == person).Sum(claim => claim.Net()) == line.Quantity
            ? line
            : null;
}

/// <summary>The first asker of a community says once where its goods are brought.</summary>
[Command("!dropoff")]
public sealed class DropOffCommand : ICommand
{
    /// <summary>Asked by the way, and somebody else has told it since: what the person says now is something else.</summary>
    internal const string Unless = "unless";

    public async Task RunAsync(Turn turn)
    {
        var parts = turn.Meaning.Rest.Split(' ');
        var community = long.TryParse(parts[0], out var id) ? await turn.Db.Communities.FindAsync(id) : null;
        if (community is null)
            return;
        if (parts is [_, Unless] && community.DropOff is not null)
        {
            turn.PassTo("none");
            return;
        }

        if (turn.NextAnswer() is not { } words)
        {
            turn.Ask(AnswerKind.Text, turn.Speech.Say("supplies.dropOff.what", community.Name));
            return;
        }

        CommunityDesk.TellDropOff(community, DropOffWords.Plain(words, turn.From.Name));
        turn.ReplyWith(
            turn.Speech.Say("supplies.dropOff.noted", community.Name, community.DropOff),
            [
                [turn.Own(turn.Speech.Plain("supplies.button.changeDropOff"), $"!dropoff {community.Id}")],
            ]
        );
        var waiting = await turn
            .Db.Needs.Open()
            .Where(need => need.CommunityId == community.Id)
            .Select(need => new { need.Number, Claimers = need.Lines.SelectMany(line => line.Claims).Select(claim => claim.ById) })
            .ToListAsync();
        foreach (var need in waiting)
        {
            foreach (var claimer in need.Claimers.Distinct())
                turn.Redraw($"dropoff:{need.Number}-{claimer}");
        }
    }
}
