using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Groups;

namespace MutualAid.Core.Classes;

public sealed partial class ClassDesk
{
    private const int LongestQuestion = 500;
    private const int LongestRecap = 1500;
    private const int LongestLink = 300;

    /// <summary>A question to the speaker, before, during or shortly after the class.</summary>
    public async Task<ClassResult> AskAsync(int number, Actor who, string text, string? sourceMessage = null)
    {
        var found = await HeldAsync(number, who);
        if (found is not { Done: true, Class: { } it })
            return found;
        if (text.Trim() is not { Length: > 0 } said)
            return new(ClassRefusal.BadText, it);
        db.ClassQuestions.Add(
            new ClassQuestion
            {
                Class = it,
                Person = who.Person,
                Text = said.Length > LongestQuestion ? said[..LongestQuestion] : said,
                AskedAt = Now,
                SourceMessage = sourceMessage,
            }
        );
        it.Version++;
        return found;
    }

    /// <summary>提纲.</summary>
    public async Task<ClassResult> RecapAsync(int number, Actor who, string text)
    {
        var found = await TaughtAsync(number, who);
        if (found is not { Done: true, Class: { } it })
            return found;
        if (text.Trim() is not { Length: > 0 and <= LongestRecap } said)
            return new(ClassRefusal.BadText, it);
        it.Recap = said;
        Tell(it);
        return found;
    }

    /// <summary>回放.</summary>
    public async Task<ClassResult> ReplayAsync(int number, Actor who, string link)
    {
        var found = await TaughtAsync(number, who);
        if (found is not { Done: true, Class: { } it })
            return found;
        var isLink = link.Length <= LongestLink && Uri.TryCreate(link, UriKind.Absolute, out var url) && url.Scheme is "https" or "http";
        if (!isLink)
            return new(ClassRefusal.BadLink, it);
        it.Replay = link;
        Tell(it);
        return found;
    }

    /// <summary>评分 1–5, by those who were there; said again, the last one counts.</summary>
    public async Task<ClassResult> RateAsync(int number, Actor who, int stars)
    {
        var found = await HeldAsync(number, who);
        if (found is not { Done: true, Class: { } it })
            return found;
        if (it.EndsAt > Now || stars is < 1 or > 5)
            return new(ClassRefusal.NotYetOver, it);
        if (!it.SignUps.Exists(signUp => signUp.HasAttended() && signUp.IsOf(who.Person)))
            return new(ClassRefusal.WasNotThere, it);
        var rating = await db.Ratings.FirstOrDefaultAsync(each => each.ClassId == it.Id && each.PersonId == who.Person.Id);
        if (rating is null)
            db.Ratings.Add(rating = new Rating { Class = it, Person = who.Person });
        (rating.Stars, rating.RatedAt) = (stars, Now);
        it.Version++;
        return found;
    }

    // Over or not: what is said of a class may come later.
    private async Task<ClassResult> HeldAsync(int number, Actor who)
    {
        if (await FindAsync(number) is not { } it)
            return new(ClassRefusal.NoSuchClass);
        if (!await db.BelongsAsync(who, it.Group))
            return new(ClassRefusal.OtherGroup);
        return new(it.CancelledAt is null ? ClassRefusal.None : ClassRefusal.AlreadyCancelled, it);
    }

    private async Task<ClassResult> TaughtAsync(int number, Actor who)
    {
        var found = await HeldAsync(number, who);
        return found is { Done: true, Class: { } it } && !await db.OrganisesAsync(who, it.Group)
            ? new(ClassRefusal.NotOrganiser, it)
            : found;
    }
}
