using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;
using MutualAid.Core.Supplies;
using Delivery = MutualAid.Core.Supplies.Delivery;

namespace MutualAid.Bot.Supplies;

/// <summary>已撤销：提供 口罩 80个. The rows that go tell which act it was.</summary>
public sealed class SupplyUndone : IUndoWords
{
    public async Task<Undone?> OfAsync(Db db, string card, Speech speech)
    {
        if (Gone<Offer>(db) is { } offer)
            return new(Html.ToPlain(speech.Say("supplies.undone.offer", OfferText.Goods(offer))), offer.SourceMessage);
        if (Gone<Donation>(db) is { } donation)
            return new(speech.Plain("supplies.undone.donation", DonationGoods(donation)));
        if (!card.StartsWith("need:", StringComparison.Ordinal))
            return null;
        var number = card["need:".Length..];
        return new(speech.Plain(ActOf(db), $"#{number}", await GoodsAsync(db)).Trim(), Asked: Corrections.OfClaim(number));
    }

    private static string ActOf(Db db) =>
        Gone<Need>(db) is not null ? "supplies.undone.need"
        : Changed(db) is { Figure: var figure } ? $"supplies.undone.change.{figure}"
        : Gone<Handover>(db) is not null ? "supplies.undone.received"
        : Gone<Delivery>(db) is not null ? "supplies.undone.delivered"
        : Gone<Claim>(db) is not null ? "supplies.undone.claim"
        : db.ChangeTracker.Entries<Claim>().Any(entry => entry.State == EntityState.Modified) ? "supplies.undone.release"
        : Cleared(db, nameof(Need.VerifiedAt)) ? "supplies.undone.verify"
        : Cleared(db, nameof(Need.CancelledAt)) ? "supplies.undone.cancel"
        : "supplies.undone.other";

    private static async Task<string> GoodsAsync(Db db)
    {
        if (Gone<Need>(db) is { } need)
            return string.Join('、', need.Lines.InOrder().Select(line => NeedText.Amount(line)));
        if (Changed(db) is { } change)
            return $"{NeedText.Number(change.Became)} → {NeedText.Number(change.Was)}";
        var parts =
            Gone<Handover>(db) is not null ? AllGone<Handover>(db).Select(it => (it.LineId, it.Quantity))
            : Gone<Delivery>(db) is not null ? AllGone<Delivery>(db).Select(it => (it.LineId, it.Quantity))
            : AllGone<Claim>(db).Select(it => (it.LineId, it.Quantity));
        var goods = new List<string>();
        foreach (var (id, quantity) in parts.ToList())
        {
            if (await db.NeedLines.FindAsync(id) is { } line)
                goods.Add($"{line.Item} {NeedText.Number(quantity)}{line.Unit}");
        }

        return string.Join('、', goods);
    }

    // 数不对 on a delivery is how a receipt is signed: that is what is taken back.
    private static Correction? Changed(Db db) =>
        Gone<Correction>(db) is { } it && (it.Figure != Figure.Delivered || Gone<Handover>(db) is null) ? it : null;

    private static string DonationGoods(Donation donation) =>
        string.Join(
            '、',
            donation.Lines.Select(line => $"{line.Item} {(line.Quantity is { } value ? NeedText.Number(value) : "")}{line.Unit}")
        );

    private static bool Cleared(Db db, string property) =>
        db.ChangeTracker.Entries<Need>().Any(entry => entry.Property(property) is { OriginalValue: not null, CurrentValue: null });

    private static T? Gone<T>(Db db)
        where T : class => AllGone<T>(db).FirstOrDefault();

    private static IEnumerable<T> AllGone<T>(Db db)
        where T : class => db.ChangeTracker.Entries<T>().Where(entry => entry.State == EntityState.Deleted).Select(entry => entry.Entity);
}
