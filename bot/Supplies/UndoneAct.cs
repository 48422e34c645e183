using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Supplies;
using Delivery = MutualAid.Core.Supplies.Delivery;

namespace MutualAid.Bot.Supplies;

/// <summary>Which act on a need can be taken back: nobody dares to press a bare 撤销. The rows of its step tell.</summary>
internal sealed class UndoneAct(List<Undo.Change> changes, Need need)
{
    /// <summary>The phrase of its button.</summary>
    /// <param name="hasReaders">Each reader has buttons of their own; the shared card of a claim keeps its short word.</param>
    public string Button(bool hasReaders, long person) =>
        Word() is { } word && (word != "undoClaim" || (hasReaders && !IsAllTheyHold(person)))
            ? "supplies.button." + word
            : "engine.button.undo";

    /// <summary>All that the person still holds is what this act claimed: 撤销认领 says it.</summary>
    public bool IsAllTheyHold(long person)
    {
        var claims = Added<Claim>().Count;
        return claims > 0
            && Word() == "undoClaim"
            && need.Lines.SelectMany(line => line.Claims).Count(claim => claim.ById == person && claim.Undelivered() > 0) == claims;
    }

    private string? Word() =>
        Added<Correction>() is [_, ..] corrections ? OfCorrections(corrections)
        : Has<Handover>() ? "undoReceived"
        : Has<Delivery>() ? "undoDelivered"
        : Has<Claim>() ? "undoClaim"
        : changes.Exists(change => Is<Claim>(change, EntityState.Modified)) ? "undoRelease"
        : Set(nameof(Need.VerifiedAt)) ? "undoVerify"
        : Set(nameof(Need.MergedInto)) ? "undoMerge"
        : Set(nameof(Need.CancelledAt)) ? "undoCancel"
        : null;

    // Who counted 58 of 60 has signed; who waits for no more has changed what is asked for.
    private string OfCorrections(List<Undo.Change> corrections)
    {
        var figure = corrections[0].Became<Figure>(nameof(Correction.Figure));
        if (figure == Figure.Delivered && Has<Handover>())
            return "undoReceived";
        return figure == Figure.Asked && corrections.Exists(IsLess) && IsNoLongerAwaited() ? "undoEnough" : "undoChange";
    }

    private static bool IsLess(Undo.Change change) =>
        change.Became<decimal>(nameof(Correction.Became)) < change.Became<decimal>(nameof(Correction.Was));

    private bool IsNoLongerAwaited() => need.Lines.Exists(line => line.Received() > 0) && need.Lines.TrueForAll(line => line.Rest() <= 0);

    private bool Set(string column) => changes.Exists(change => Is<Need>(change, EntityState.Modified) && change.Sets(column));

    private bool Has<T>() => Added<T>().Count > 0;

    private List<Undo.Change> Added<T>() => changes.FindAll(change => Is<T>(change, EntityState.Added));

    private static bool Is<T>(Undo.Change change, EntityState state) => change.State == state && change.Type == typeof(T).FullName;
}
