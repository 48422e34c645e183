using MutualAid.Core.Groups;

namespace MutualAid.Core.Classes;

public sealed partial class ClassDesk
{
    /// <summary>Title, speaker, place, places and code set right; its time moves by <see cref="MoveAsync"/>. Who has a place keeps it, and new places are offered.</summary>
    /// <returns>With those signed up where it is elsewhere now: they have to hear of it.</returns>
    public async Task<ClassResult> CorrectAsync(int number, Actor who, ClassDraft draft)
    {
        var found = await OwnAsync(number, who);
        if (found is not { Done: true, Class: { } it })
            return found;
        if (WrongWords(draft) is var refusal and not ClassRefusal.None)
            return new(refusal, it);
        var (isElsewhere, hasMore) = (it.Venue != draft.Venue, draft.Places is null || draft.Places > it.Places);
        (it.Kind, it.Title, it.Speaker, it.Organisation) = (draft.Kind, draft.Title, draft.Speaker, draft.Organisation);
        (it.Venue, it.Places, it.Code) = (draft.Venue, draft.Places, draft.Code);
        Tell(it);
        if (hasMore && it.Waiting().Count > 0)
            await plan.OfferAsync(it, $"places{it.Sequence}", Now);
        return found with { SignUps = isElsewhere ? it.SignUps.FindAll(signUp => signUp.LeftAt is null) : [] };
    }
}
