using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Classes;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Classes;

/// <summary>What all acts on a class share: which one is meant, the refusal, the card.</summary>
internal static class ClassAct
{
    private const int MostChoices = 4;

    /// <summary>The number said, else the only class it can be; null: the person has to say which.</summary>
    /// <param name="slash">The act's slash command.</param>
    public static async Task<int?> WhichAsync(this Turn turn, string slash, IQueryable<Class> candidates)
    {
        if (turn.Meaning.Number is { } said)
            return said;
        var some = await candidates.SoonestFirst().Include(it => it.Group).Take(MostChoices).ToListAsync();
        if (some is [var only])
            return only.Number;
        if (some.Count > 0)
            turn.RefuseWith(
                turn.Speech.Say("classes.act.which"),
                [.. some.Select(it => (IReadOnlyList<Button>)[turn.Own(Label(turn, it), $"{slash} {it.Number}")])]
            );
        // A bare 报名 or 签到 between people may speak of anything.
        else if (turn.IsAddressed)
            turn.Refuse("classes.act.none");
        return null;
    }

    /// <summary>What is to come and may be joined from here.</summary>
    public static IQueryable<Class> ComingHere(this Turn turn)
    {
        var coming = turn.Db.Classes.Coming(turn.Now);
        if (turn.Group is { } group)
            return coming.OfGroup(group.Id);
        var mine = turn
            .Db.Members.Where(member => member.PersonId == turn.From.Id && member.LeftAt == null)
            .Select(member => member.GroupId);
        return coming.Where(it => mine.Contains(it.GroupId));
    }

    /// <summary>The card is the answer; the person's own message gets a sign, a press a word, a private one an answer.</summary>
    public static void Show(this Turn turn, Class it, string done, params object?[] more)
    {
        object?[] values = [it.Number, .. more];
        turn.CanBeUndone(ClassFace.Key(it));
        turn.React("👍");
        turn.Toast(turn.Speech.Plain(done, values));
        turn.RedrawClass(it);
        if (turn.Group is null)
            turn.ReplyWith(turn.Speech.Say(done, values) + "\n" + ClassText.Invitation(it, turn.Speech, turn.Now), []);
    }

    /// <summary>Its card, and that of its series.</summary>
    public static void RedrawClass(this Turn turn, Class it)
    {
        turn.Redraw(ClassFace.Key(it));
        if (it.Series is { } series)
            turn.Redraw(SeriesFace.Key(series));
    }

    /// <summary>What was held here lately: there is something to say of it.</summary>
    public static IQueryable<Class> HeldHere(this Turn turn)
    {
        var since = turn.Now.AddDays(-14);
        var held = turn.Db.Classes.Where(it => it.CancelledAt == null && it.StartsAt <= turn.Now && it.StartsAt > since);
        if (turn.Group is { } group)
            return held.OfGroup(group.Id);
        return held.Where(it =>
            turn.Db.Members.Any(member => member.PersonId == turn.From.Id && member.LeftAt == null && member.GroupId == it.GroupId)
        );
    }

    public static void Refuse(this Turn turn, ClassResult result, int number)
    {
        var opens = result.Class is { Group: { } group } it
            ? group.Local(it.AttendFrom()).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)
            : "";
        // In private nobody learns that another group has it.
        var refusal = result.Refusal == ClassRefusal.OtherGroup && turn.Group is null ? ClassRefusal.NoSuchClass : result.Refusal;
        turn.Refuse($"classes.refusal.{refusal}", number, opens);
    }

    private static string Label(Turn turn, Class it)
    {
        var title = it.Title.Length > 12 ? it.Title[..11] + "…" : it.Title;
        return turn.Speech.Plain("classes.button.which", it.Number, title);
    }
}
