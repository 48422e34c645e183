using System.Globalization;
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
        if (turn.IsEdit)
            return;
        // Of a place that nobody knows yet a group need not hear.
        var closed = need.CommunityId is null ? null : "supplies.dropOff.closed";
        await turn.ShowInPrivateAsync(turn.From, DropOffFace.Key(need, turn.From.Id), closed);
        if (need.Community is { DropOff: null } community)
            await AskAsync(turn, need, community, $"{community.Id}");
        else if (need.Community is null && need.Lines.SelectMany(line => line.Claims).All(claim => claim.By.Id == turn.From.Id))
            await WhichCommunity.AskOfClaimedAsync(turn, need);
    }

    /// <summary>The community is known at last: who promised something waits for the place.</summary>
    public static Task PlacedAsync(Turn turn, Need need) =>
        need.Community is { DropOff: null } community && need.Lines.Exists(line => line.Claimed() > 0)
            // A community named a moment ago has no id yet.
            ? AskAsync(turn, need, community, $"#{need.Number}")
            : Task.CompletedTask;

    /// <summary>Behind what was claimed: where it goes.</summary>
    public static string Words(Turn turn, Need need) =>
        need.Community?.DropOff is { } place
            ? turn.Speech.Say("supplies.claimed.place", place)
            : turn.Speech.Say("supplies.claimed.asking", need.AskedBy.Name);

    private static Task AskAsync(Turn turn, Need need, Community community, string which) =>
        turn.AskAsideAsync(
            need.AskedBy,
            $"!dropoff {which} {DropOffCommand.Unless}",
            speech => speech.Say("supplies.dropOff.ask", community.Name),
            speech => [new Choice(speech.Plain("supplies.button.tellDropOff"), $"!dropoff {which}", Typed: true)]
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
        var number = int.Parse(canvas.Id.Split('-')[0], CultureInfo.InvariantCulture);
        var need = await canvas.Db.Needs.WithAll().FirstOrDefaultAsync(it => it.Number == number);
        if (need is null)
            return null;
        if (need.ClosedAt + ShownAfterReceipt <= canvas.Now || need.CancelledAt is not null)
            return new Drawing(canvas.Speech.Say("supplies.dropOff.over", number), []);
        var where = need.Community?.DropOff is { } place
            ? canvas.Speech.Say("supplies.dropOff.place", place)
            : canvas.Speech.Say("supplies.dropOff.unknown", need.AskedBy.Name);
        var person = long.Parse(canvas.Id.Split('-')[1], CultureInfo.InvariantCulture);
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
                canvas.Button("supplies.button.changeClaimed", $"!figure {number} {Figure.Claimed}"),
                canvas.Button("supplies.button.release", $"/release {number}"),
            ];
        // Before anything was brought 退回 does it.
        if (undo is { Instead: null } && left != mine)
            buttons.Add(undo);
        if (left is null)
            head += canvas.Speech.Say(IsSigned(need) ? "supplies.dropOff.signed" : "supplies.dropOff.brought");
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
        var back = NeedText.Goods(goods);
        return new Drawing(
            back.Length > 0
                ? canvas.Speech.Say("supplies.dropOff.givenBack", need.Number, back)
                : canvas.Speech.Say("supplies.dropOff.undone", need.Number),
            undo is null
                ? []
                :
                [
                    [undo],
                ]
        );
    }

    private static bool IsSigned(Need need) => need.Lines.TrueForAll(line => line.Unconfirmed() <= 0);

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
        var community = await FindAsync(turn, parts[0]);
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

    /// <param name="which">The community's id, or #31: that of the need.</param>
    private static async Task<Community?> FindAsync(Turn turn, string which)
    {
        if (which.StartsWith('#') && int.TryParse(which.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return await turn.Db.Needs.Where(need => need.Number == number).Select(need => need.Community).FirstOrDefaultAsync();
        return long.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? await turn.Db.Communities.FindAsync(id)
            : null;
    }
}
