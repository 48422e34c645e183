using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.People;
using MutualAid.Core.Schedule;

namespace MutualAid.Core.Classes;

/// <summary>Decides about classes and changes them; a new one per turn, inside <see cref="Writer.DoAsync"/>.</summary>
/// <remarks>Every act bumps <see cref="Class.Version"/>, so of two acts at once the second is replayed on what the first left. A refused act changes nothing.</remarks>
public sealed partial class ClassDesk(Db db, TimeProvider clock)
{
    public const int MostPlaces = 100_000;

    private const int UsualMinutes = 60;
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(731);

    private readonly ClassPlan plan = new(new ScheduleDesk(db, clock), clock);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The class with its whole graph; null when there is none of that number.</summary>
    public async Task<Class?> FindAsync(int number)
    {
        await InTurn.WaitAsync(db, $"class:{number}");
        return await db.Classes.WithAll().SingleOrDefaultAsync(it => it.Number == number)
            // Made in this very turn: not stored yet.
            ?? db.Classes.Local.SingleOrDefault(it => it.Number == number);
    }

    /// <summary>新课: a new class of the actor's group, with its reminders.</summary>
    public async Task<ClassResult> MakeAsync(Actor who, ClassDraft draft, string? sourceMessage = null)
    {
        if (who.Group is not { } group)
            return new(ClassRefusal.WhichGroup);
        if (!who.Organiser)
            return new(ClassRefusal.NotOrganiser);
        if (Fault(draft) is var fault and not ClassRefusal.None)
            return new(fault);
        var made = Fill(draft);
        made.Number = await Numbers.NextAsync<Class>(db, each => each.Number);
        (made.Group, made.MadeBy, made.MadeAt, made.SourceMessage) = (group, who.Person, Now, sourceMessage);
        db.Classes.Add(made);
        await plan.AddAsync(made);
        return new(ClassRefusal.None, made);
    }

    /// <summary>A class that is still to come and that this person may change; the bot asks before it does.</summary>
    public async Task<ClassResult> OwnAsync(int number, Actor who)
    {
        var found = await OpenAsync(number, who);
        if (found is not { Done: true, Class: { } it })
            return found;
        return await db.OrganisesAsync(who, it.Group) ? found : new(ClassRefusal.NotOrganiser, it);
    }

    /// <summary>改期: it keeps its length, and its reminders move along.</summary>
    /// <param name="keep">Those signed up stay; else the list begins anew.</param>
    public async Task<ClassResult> MoveAsync(int number, Actor who, DateTime startsAt, bool keep)
    {
        var found = await OwnAsync(number, who);
        if (found is not { Done: true, Class: { } it })
            return found;
        if (startsAt <= Now || startsAt > Now + Farthest)
            return new(ClassRefusal.BadStart, it);
        var length = it.EndsAt - it.StartsAt;
        (it.StartsAt, it.EndsAt) = (startsAt, startsAt + length);
        var concerned = it.SignUps.FindAll(signUp => signUp.LeftAt is null);
        if (!keep)
            concerned.ForEach(signUp => Leave(signUp, who.Person));
        Tell(it);
        await plan.MoveAsync(it);
        return found with { SignUps = concerned };
    }

    /// <summary>取消9号课: nobody is reminded any more.</summary>
    public async Task<ClassResult> CancelAsync(int number, Actor who)
    {
        var found = await OwnAsync(number, who);
        if (found is not { Done: true, Class: { } it })
            return found;
        (it.CancelledAt, it.CancelledById) = (Now, who.Person.Id);
        Tell(it);
        await plan.CancelAsync(it);
        return found with { SignUps = it.SignUps.FindAll(signUp => signUp.LeftAt is null) };
    }

    /// <summary>讲课费: what the speaker was paid; null: they take none.</summary>
    public async Task<ClassResult> SettleFeeAsync(int number, Actor who, long? cents)
    {
        if (await FindAsync(number) is not { } it)
            return new(ClassRefusal.NoSuchClass);
        if (!await db.OrganisesAsync(who, it.Group))
            return new(ClassRefusal.NotOrganiser, it);
        if (cents is < 0 or > 100_000_000)
            return new(ClassRefusal.BadFee, it);
        (it.FeeSettledAt, it.FeeSettledById) = (Now, who.Person.Id);
        it.FeeCents = cents ?? 0;
        it.FeeWaivedAt = cents is null or 0 ? Now : null;
        it.Version++;
        return new(ClassRefusal.None, it);
    }

    private async Task<ClassResult> OpenAsync(int number, Actor who)
    {
        if (await FindAsync(number) is not { } it)
            return new(ClassRefusal.NoSuchClass);
        if (!await db.BelongsAsync(who, it.Group))
            return new(ClassRefusal.OtherGroup);
        if (it.CancelledAt is not null)
            return new(ClassRefusal.AlreadyCancelled, it);
        return new(it.EndsAt > Now ? ClassRefusal.None : ClassRefusal.AlreadyOver, it);
    }

    /// <summary>Everything that is wrong in a draft, so that a form is mended in one go.</summary>
    public IReadOnlyList<ClassRefusal> Faults(ClassDraft draft) =>
        [
            .. FaultsInWords(draft)
                .Append(draft.StartsAt <= Now || draft.StartsAt > Now + Farthest ? ClassRefusal.BadStart : ClassRefusal.None)
                .Where(it => it != ClassRefusal.None),
        ];

    /// <summary>As it would be, for a look before it is made; nothing is stored.</summary>
    public Class Sketch(ClassDraft draft, Group group)
    {
        var it = Fill(draft);
        it.Group = group;
        return it;
    }

    private ClassRefusal Fault(ClassDraft draft) => Faults(draft) is [var first, ..] ? first : ClassRefusal.None;

    private static ClassRefusal WrongWords(ClassDraft draft) => FaultsInWords(draft).FirstOrDefault(it => it != ClassRefusal.None);

    private static ClassRefusal[] FaultsInWords(ClassDraft draft) =>
        [
            Folded.Key(draft.Title).Length == 0 ? ClassRefusal.NoTitle : ClassRefusal.None,
            draft.Places is < 1 or > MostPlaces ? ClassRefusal.BadPlaces : ClassRefusal.None,
        ];

    private Class Fill(ClassDraft draft) =>
        new()
        {
            Kind = draft.Kind,
            Title = draft.Title,
            Speaker = draft.Speaker,
            Organisation = draft.Organisation,
            Venue = draft.Venue,
            StartsAt = draft.StartsAt,
            EndsAt = draft.StartsAt.AddMinutes(draft.Minutes is > 0 and <= 1440 ? draft.Minutes.Value : UsualMinutes),
            Places = draft.Places,
            Code = draft.Code,
            Poster = draft.Poster,
            PosterChannel = draft.Poster is null ? null : draft.PosterChannel,
            FeeCents = draft.FeeCents,
            FeeWaivedAt = draft.FeeCents == 0 ? Now : null,
        };

    // Calendars that subscribe take a change only with a higher number.
    private static void Tell(Class it)
    {
        it.Sequence++;
        it.Version++;
    }

    private void Leave(SignUp signUp, Person by)
    {
        signUp.LeftAt = Now;
        signUp.LeftById = by.Id == 0 ? null : by.Id;
    }
}
