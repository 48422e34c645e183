using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Supplies;

public sealed partial class SupplyDesk
{
    /// <summary>签收, by the asker or an organiser: all that was delivered and is not signed for, or the quantity said; all that is left if nothing was ever marked delivered.</summary>
    /// <param name="takenInBy">The colleague who took the goods in (代签收), when the speaker confirms it.</param>
    public async Task<ActResult> ReceiveAsync(
        int number,
        Actor who,
        decimal? quantity = null,
        string? named = null,
        Person? takenInBy = null
    )
    {
        var found = await OwnAsync(number, who);
        if (found is not { Done: true, Need: { } need })
            return found;
        var choice = Confirmed(need, quantity, named);
        if (!choice.Done)
            return choice;
        foreach (var share in choice.Shares)
            HandOver(share, who.Person, takenInBy);
        Act(need);
        if (need.Lines.TrueForAll(line => line.LeftToReceive() <= 0))
            need.ClosedAt = Now;
        return choice;
    }

    /// <summary>数不对, by the asker or an organiser: so much of a line arrived, and the rest of what was said to be brought did not.</summary>
    public async Task<ActResult> CountAsync(int number, Actor who, int position, decimal arrived)
    {
        var found = await OwnAsync(number, who);
        if (found is not { Done: true, Need: { } need })
            return found;
        var line = need.Lines.Find(each => each.Position == position);
        if (line is null || line.Unconfirmed() <= 0)
            return new(SupplyRefusal.NothingToConfirm, need);
        if (arrived is < 0 or > MostQuantity)
            return new(SupplyRefusal.BadQuantity, need);
        if (arrived > line.LeftToReceive())
            return new(SupplyRefusal.MoreThanLeft, need) { Line = line, Left = line.LeftToReceive() };
        var said = new Correctable(Figure.Delivered, line, line.Delivered());
        if (arrived > 0)
            HandOver(new LineShare(line, arrived), who.Person, takenInBy: null);
        Lose(line, line.Unconfirmed());
        if (line.Delivered() != said.Quantity)
            db.Corrections.Add(Trace(said, who, line.Delivered()));
        Act(need);
        CloseOrReopen(need);
        return new(SupplyRefusal.None, need) { Shares = [new(line, arrived)], Line = line };
    }

    /// <summary>What a 签收 would confirm now, without doing it: for the button 「确认签收 60个？」.</summary>
    public static ActResult Confirmed(Need need, decimal? quantity = null, string? named = null)
    {
        if (quantity is not null)
            return LineChoice.Choose(need, quantity, named, line => line.LeftToReceive());
        var meant = LineChoice.Named(need, named);
        if (!meant.Done)
            return meant;
        var marked = meant.Which.Any(line => line.Delivered() > 0);
        var choice = LineChoice.Choose(need, null, named, line => marked ? line.Unconfirmed() : line.LeftToReceive());
        return choice.Refusal == SupplyRefusal.NothingLeft ? choice with { Refusal = SupplyRefusal.NothingToConfirm } : choice;
    }

    private void HandOver(LineShare share, Person by, Person? takenInBy)
    {
        var (line, quantity) = share;
        var photo = line.Deliveries.OrderBy(delivery => delivery.DeliveredAt).LastOrDefault(delivery => delivery.Photo is not null)?.Photo;
        DeliverImplied(line, quantity - line.Unconfirmed(), by);
        line.Handovers.Add(
            new Handover
            {
                Line = line,
                Quantity = quantity,
                CommunityId = line.Need.CommunityId,
                Community = line.Need.Community,
                ReceivedBy = by,
                TakenInById = takenInBy?.Id,
                ReceivedAt = Now,
                Photo = photo,
            }
        );
    }

    // What arrived was brought by somebody: first by those who promised it, oldest promise first.
    private void DeliverImplied(NeedLine line, decimal quantity, Person receiver)
    {
        if (quantity <= 0)
            return;
        var rest = Fulfil(line, line.OldestClaims(), quantity, by: null, photo: null);
        if (rest > 0)
            AddDelivery(line, null, rest, receiver, photo: null);
    }
}
