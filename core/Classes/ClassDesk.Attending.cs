using MutualAid.Core.Data;
using MutualAid.Core.Groups;

namespace MutualAid.Core.Classes;

public sealed partial class ClassDesk
{
    /// <summary>签到 in its window; who was not signed up is, while there is a place. Saying it twice counts once.</summary>
    /// <param name="guest">For whom a proxy says it; null: the speaker.</param>
    /// <param name="code">The code word, if one was said.</param>
    public async Task<ClassResult> AttendAsync(
        int number,
        Actor who,
        string? guest = null,
        string? code = null,
        string? sourceMessage = null
    )
    {
        if (await FindAsync(number) is not { } it)
            return new(ClassRefusal.NoSuchClass);
        if (Closed(it, code, await db.BelongsAsync(who, it.Group)) is var closed and not ClassRefusal.None)
            return new(closed, it);
        var meant = await MeantAsync(it, who, guest);
        if (meant.Refusal == ClassRefusal.NotSignedUp && HasPlaceForAnybody(it))
            meant = new(ClassRefusal.None, it) { SignUps = [Add(it, who.Person, null, sourceMessage)] };
        if (meant is not { Done: true, SignUps: [var signUp] })
            return meant;
        if (signUp.PlacedAt is null && !HasPlaceForAnybody(it))
            return new(ClassRefusal.StillWaiting, it);
        if (signUp.AttendedAt is not null)
            return new(ClassRefusal.AlreadyAttended, it);
        signUp.PlacedAt ??= Now;
        signUp.AttendedAt = Now;
        signUp.AttendedById = who.Person.Id == 0 ? null : who.Person.Id;
        it.Version++;
        return meant;
    }

    private ClassRefusal Closed(Class it, string? code, bool belongs) =>
        !belongs ? ClassRefusal.OtherGroup
        : it.CancelledAt is not null ? ClassRefusal.AlreadyCancelled
        : Now < it.AttendFrom() ? ClassRefusal.NotYetOpen
        : Now > it.AttendUntil() ? ClassRefusal.TooLate
        : it.Code is { } word && Folded.Key(code) != Folded.Key(word) ? ClassRefusal.WrongCode
        : ClassRefusal.None;
}
