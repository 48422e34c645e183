using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Supplies;

public sealed partial class SupplyDesk
{
    /// <summary>A receipt that closed its need can be set right for so long; everything else until the need is closed.</summary>
    public static readonly TimeSpan ReceiptsStayOpen = TimeSpan.FromHours(72);

    /// <summary>What of a need the person may correct now, the latest kind of act first: receipts, deliveries, claims, the asking.</summary>
    /// <param name="whose">Whose claim or delivery an organiser sets right; null: the speaker's own.</param>
    public async Task<IReadOnlyList<Correctable>> CorrectableAsync(Need need, Actor who, Person? whose = null)
    {
        var organises = await IsOrganiserAsync(need, who);
        var owns = organises || need.IsAskedBy(who.Person);
        var all = need.Lines.InOrder().SelectMany(line => Amounts(line, whose ?? who.Person, owns, organises));
        var may = need.IsClosed() ? all.Where(each => each.Figure == Figure.Received && IsFreshReceipt(need)) : all;
        return [.. may.Where(each => each.Quantity > 0 && IsFree(each, whose ?? who.Person)).OrderByDescending(each => each.Figure)];
    }

    // What can become nothing else is no amount to correct: all that was brought is signed for, and no more is promised.
    private static bool IsFree(Correctable each, Person person) => Bounds(each, person) is var (least, most) && least < most;

    /// <summary>改数量: one amount becomes <paramref name="quantity"/> altogether; the old one is kept as a <see cref="Correction"/>.</summary>
    public async Task<ActResult> CorrectAsync(int number, Actor who, Figure figure, int position, decimal quantity, Person? whose = null)
    {
        if (await FindAsync(number) is not { } need)
            return new(SupplyRefusal.NoSuchNeed);
        if (!await IsOpenToAsync(need, who))
            return new(SupplyRefusal.OtherGroup);
        if (whose is not null && !await IsOrganiserAsync(need, who))
            return new(SupplyRefusal.NotOrganiser, need);
        var may = await CorrectableAsync(need, who, whose);
        if (may.FirstOrDefault(each => each.Figure == figure && each.Line.Position == position) is not { } now)
            return new(SupplyRefusal.NothingToCorrect, need);
        if (quantity is < 0 or > MostQuantity || (quantity == 0 && figure == Figure.Asked))
            return new(SupplyRefusal.BadQuantity, need);
        var (least, most) = Bounds(now, whose ?? who.Person);
        if (quantity > most)
            return new(SupplyRefusal.MoreThanLeft, need) { Line = now.Line, Left = most };
        if (quantity < least)
            return new(TooLittle(figure), need) { Line = now.Line, Left = least };
        Set(now, whose ?? who.Person, quantity);
        db.Corrections.Add(Trace(now, who, quantity));
        Act(need);
        CloseOrReopen(need);
        return new(SupplyRefusal.None, need) { Shares = [new(now.Line, quantity)], Line = now.Line };
    }

    private static SupplyRefusal TooLittle(Figure figure) =>
        figure switch
        {
            Figure.Asked => SupplyRefusal.LessThanClaimed,
            Figure.Claimed => SupplyRefusal.LessThanDelivered,
            _ => SupplyRefusal.LessThanReceived,
        };

    private static IEnumerable<Correctable> Amounts(NeedLine line, Person person, bool owns, bool organises)
    {
        var brought = line.DeliveredBy(person);
        if (owns)
        {
            yield return new(Figure.Asked, line, line.Quantity);
            yield return new(Figure.Received, line, line.Received());
        }

        // What is wholly brought is set right as a delivery.
        if (line.UndeliveredOf(person) > 0)
            yield return new(Figure.Claimed, line, line.ClaimedBy(person));
        yield return new(Figure.Delivered, line, brought > 0 || !organises ? brought : line.Delivered());
    }

    /// <summary>Between which amounts it can be set right.</summary>
    public static (decimal Least, decimal Most) Bounds(Correctable now, Person person)
    {
        var (figure, line, quantity) = now;
        return figure switch
        {
            Figure.Asked => (line.Quantity - Math.Min(line.LeftToClaim(), line.LeftToReceive()), MostQuantity),
            Figure.Claimed => (quantity - line.UndeliveredOf(person), quantity + line.LeftToClaim()),
            Figure.Delivered => (Math.Max(0, quantity - line.Unconfirmed()), quantity + Owed(line, person)),
            _ => (0, line.Quantity),
        };
    }

    // Who brought it may bring what they promised; who speaks for all, what is left.
    private static decimal Owed(NeedLine line, Person person) =>
        line.DeliveredBy(person) > 0 ? line.UndeliveredOf(person) : line.LeftToDeliver();

    private void Set(Correctable now, Person person, decimal quantity)
    {
        var (figure, line, was) = now;
        var more = quantity - was;
        switch (figure)
        {
            case Figure.Asked:
                line.Quantity = quantity;
                break;
            case Figure.Claimed when more > 0:
                AddClaim(line, person, more);
                break;
            case Figure.Claimed:
                Lessen(line, person, -more);
                break;
            case Figure.Delivered:
                SetDelivered(line, person, more);
                break;
            default:
                SetReceived(line, person, more);
                break;
        }
    }

    // A promise set right was never more; given back is only what goes as a whole.
    private void Lessen(NeedLine line, Person person, decimal quantity)
    {
        foreach (var claim in line.ClaimsOf(person).Reverse().ToList())
        {
            var part = Math.Min(quantity, claim.Undelivered());
            if (part <= 0 || part == claim.Net())
                continue;
            claim.Quantity -= part;
            quantity -= part;
        }

        GiveBack(line, person, quantity);
    }

    private void SetDelivered(NeedLine line, Person person, decimal more)
    {
        var own = line.DeliveredBy(person) > 0;
        if (more > 0 && own)
            Fulfil(line, line.ClaimsOf(person), more, person, photo: null);
        else if (more > 0)
            DeliverForAll(new LineShare(line, more), person, photo: null);
        foreach (var delivery in line.Deliveries.Where(it => !own || it.IsBy(person)).OrderByDescending(it => it.DeliveredAt).ToList())
        {
            var part = Math.Min(delivery.Quantity, Math.Max(0, -more));
            more += part;
            delivery.Quantity -= part;
            if (delivery.Quantity == 0)
                db.Remove(delivery);
        }

        line.Deliveries.RemoveAll(delivery => delivery.Quantity == 0);
    }

    private void SetReceived(NeedLine line, Person person, decimal more)
    {
        var fewer = Math.Max(0, -more);
        if (more > 0)
            HandOver(new LineShare(line, more), person, takenInBy: null);
        foreach (var handover in line.Handovers.OrderByDescending(it => it.ReceivedAt).ToList())
        {
            var part = Math.Min(handover.Quantity, Math.Max(0, -more));
            more += part;
            handover.Quantity -= part;
            if (handover.Quantity == 0)
                db.Remove(handover);
        }

        line.Handovers.RemoveAll(handover => handover.Quantity == 0);
        Lose(line, Math.Min(fewer, line.Unconfirmed()));
    }

    // What was said to be brought and did not arrive is nobody's any more: it can be claimed again.
    private void Lose(NeedLine line, decimal quantity)
    {
        foreach (var delivery in line.Deliveries.OrderByDescending(it => it.DeliveredAt).ToList())
        {
            var part = Math.Min(delivery.Quantity, quantity);
            if (part <= 0)
                continue;
            delivery.Quantity -= part;
            quantity -= part;
            if (line.Claims.Find(claim => delivery.Fulfils(claim)) is { } claim)
                claim.Released += part;
            if (delivery.Quantity > 0)
                continue;
            line.Deliveries.Remove(delivery);
            db.Remove(delivery);
        }
    }

    private Correction Trace(Correctable now, Actor who, decimal became) =>
        new()
        {
            Need = now.Line.Need,
            Item = now.Line.Item,
            Figure = now.Figure,
            Was = now.Quantity,
            Became = became,
            By = who.Person,
            At = Now,
        };

    private void CloseOrReopen(Need need)
    {
        var done = need.Lines.TrueForAll(line => line.LeftToReceive() <= 0);
        need.ClosedAt = done ? need.ClosedAt ?? Now : null;
    }

    private bool IsFreshReceipt(Need need) => need.ClosedAt is { } closed && closed + ReceiptsStayOpen > Now;
}
