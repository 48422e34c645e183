using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;
using MutualAid.Core.Schedule;

namespace MutualAid.Core.Broadcasts;

/// <summary>The words of a broadcast as its author gives them.</summary>
/// <param name="Body">Markdown.</param>
public sealed record BroadcastWords(string Body)
{
    /// <summary>The platform's id of a picture that stands above the words.</summary>
    public string? Photo { get; init; }
    public string? PhotoChannel { get; init; }

    /// <summary>Where it is known.</summary>
    public long? PhotoBytes { get; init; }
}

/// <summary>Decides about broadcasts and changes them; a new one per turn, inside <see cref="Writer.DoAsync"/>. A refused act changes nothing.</summary>
/// <remarks>write → <see cref="TryAsync"/> → aim → <see cref="ConfirmAsync"/> → half a minute → rows in the outbox, a batch at a time.</remarks>
public sealed partial class BroadcastDesk(Db db, TimeProvider clock)
{
    /// <summary>What Telegram takes: https://core.telegram.org/bots/api#sendphoto.</summary>
    public const long LargestPicture = 10 << 20;

    /// <summary>Above so many recipients their number has to be typed.</summary>
    public const int CountAbove = 5;

    public static readonly TimeSpan Hold = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(366);

    private readonly ScheduleDesk schedule = new(db, clock);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task<Broadcast?> FindAsync(int number) => db.Broadcasts.Include(it => it.Rule).FirstOrDefaultAsync(it => it.Number == number);

    /// <summary>Only for who wrote it; to others it does not exist.</summary>
    public async Task<Broadcast?> OwnAsync(int number, Person by) =>
        await FindAsync(number) is { DiscardedAt: null } it && it.MadeById == by.Id ? it : null;

    /// <summary>A draft that is for the author's own groups until it is aimed otherwise.</summary>
    public async Task<BroadcastResult> DraftAsync(Person by, BroadcastWords words, Reach reach = Reach.Own)
    {
        if (Wrong(words) is var refusal and not BroadcastRefusal.None)
            return new(refusal, About: Length(words));
        var it = new Broadcast
        {
            MadeBy = by,
            MadeById = by.Id,
            MadeAt = Now,
            Reach = reach,
        };
        Fill(it, words);
        var groups = await db.Within(it).Select(group => group.Id).Take(2).ToListAsync();
        if (groups.Count == 0)
            return new(BroadcastRefusal.NotOrganiser);
        if (groups is [var only])
            (it.Audience, it.Aim) = (AudienceKind.Groups, only.ToString(CultureInfo.InvariantCulture));
        it.Number = await Numbers.NextAsync<Broadcast>(db, each => each.Number);
        db.Broadcasts.Add(it);
        await db.SaveChangesAsync();
        return new(BroadcastRefusal.None, it);
    }

    /// <summary>Other words for a draft; refused ones leave it as it was.</summary>
    public static BroadcastResult Write(Broadcast it, BroadcastWords words)
    {
        var refusal = it.ConfirmedAt is not null ? BroadcastRefusal.NotDraft : Wrong(words);
        if (refusal != BroadcastRefusal.None)
            return new(refusal, it, Length(words));
        Fill(it, words);
        return Done(it);
    }

    public async Task<BroadcastResult> AimAsync(Broadcast it, string words) =>
        it.ConfirmedAt is null ? await Aiming.AimAsync(db, it, words) : new(BroadcastRefusal.NotDraft, it);

    /// <summary>Passes quiet hours, muting and classes, as somebody chose in so many words.</summary>
    public BroadcastResult Hurry(Broadcast it, bool urgent)
    {
        if (it.ConfirmedAt is not null)
            return new(BroadcastRefusal.NotDraft, it);
        it.UrgentAt = urgent ? it.UrgentAt ?? Now : null;
        return Done(it);
    }

    /// <summary>Not before this time; null: at once.</summary>
    public async Task<BroadcastResult> PlanAsync(Broadcast it, DateTime? at)
    {
        if (WrongTime(it, at) is var refusal and not BroadcastRefusal.None)
            return new(refusal, it);
        await EndRuleAsync(it);
        it.PlannedFor = at;
        return Done(it);
    }

    /// <summary>Again and again by a rule, which begins when the draft is confirmed.</summary>
    public async Task<BroadcastResult> RepeatAsync(Broadcast it, RepeatRule rule)
    {
        if (it.ConfirmedAt is not null)
            return new(BroadcastRefusal.NotDraft, it);
        await EndRuleAsync(it);
        Zone.Find(rule.TimeZone);
        (rule.Kind, rule.SubjectId, rule.CreatedAt, rule.PausedAt) = (BroadcastDue.Repeat, it.Id, Now, Now);
        db.Rules.Add(rule);
        (it.Rule, it.PlannedFor) = (rule, null);
        await db.SaveChangesAsync();
        return Done(it);
    }

    public async Task<BroadcastResult> DiscardAsync(Broadcast it)
    {
        if (it.ConfirmedAt is not null)
            return new(BroadcastRefusal.NotDraft, it);
        await EndRuleAsync(it);
        it.DiscardedAt = Now;
        return Done(it);
    }

    /// <summary>先发我看看: the very message, to nobody but who asks. False: their private chat is closed.</summary>
    public async Task<bool> TryAsync(Broadcast it, Person by)
    {
        var account = await db
            .Accounts.Where(account => account.PersonId == by.Id && account.ReachableSince != null && account.PrivateChat != null)
            .Where(account => it.PhotoChannel == null || account.Channel == it.PhotoChannel)
            .OrderBy(account => account.Id)
            .FirstOrDefaultAsync();
        if (account is not null)
            db.Outbox.Add(NewRow(it, account.Channel, account.PrivateChat!, it.For(await SampleAsync(it))));
        return account is not null;
    }

    /// <summary>The name that stands in a preview: the first recipient's.</summary>
    public async Task<string> SampleAsync(Broadcast it) => await db.NamesAsync(it, 1) is [var first, ..] ? first : "";

    private static BroadcastRefusal Wrong(BroadcastWords words) =>
        words.PhotoBytes > LargestPicture ? BroadcastRefusal.PictureTooLarge : BroadcastText.Wrong(words.Body, words.Photo is not null);

    private static string Length(BroadcastWords words) => words.Body.Length.ToString(CultureInfo.InvariantCulture);

    private static void Fill(Broadcast it, BroadcastWords words)
    {
        it.Body = Html.Storable(words.Body.Trim());
        (it.Photo, it.PhotoChannel) = (words.Photo, words.Photo is null ? null : words.PhotoChannel);
    }

    private BroadcastRefusal WrongTime(Broadcast it, DateTime? at) =>
        it.ConfirmedAt is not null ? BroadcastRefusal.NotDraft
        : at <= Now ? BroadcastRefusal.TimePast
        : at > Now + Farthest ? BroadcastRefusal.TimeTooFar
        : BroadcastRefusal.None;

    private async Task EndRuleAsync(Broadcast it)
    {
        if (it.Rule is { } rule)
            await schedule.EndAsync(rule);
        (it.Rule, it.RuleId) = (null, null);
    }

    private static BroadcastResult Done(Broadcast it)
    {
        it.Version++;
        return new(BroadcastRefusal.None, it);
    }

    private OutboxRow NewRow(Broadcast it, string channel, string chat, string html) =>
        new()
        {
            Channel = channel,
            ChatId = chat,
            Kind = OutboxKind.Send,
            Why = Why.Notice,
            Text = html,
            Photo = it.Photo,
            CreatedAt = Now,
            DueAt = Now,
        };
}
