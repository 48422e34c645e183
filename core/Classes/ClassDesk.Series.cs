using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Groups;
using MutualAid.Core.Schedule;

namespace MutualAid.Core.Classes;

public sealed partial class ClassDesk
{
    /// <summary>How many classes a series may have.</summary>
    public const int MostInSeries = 30;

    /// <summary>每周三 晚8点 共4讲: a class for each day of the rule, each with its own number and sign-up.</summary>
    /// <param name="draft">What all of them share; its start is the first.</param>
    public async Task<IReadOnlyList<ClassResult>> MakeSeriesAsync(
        Actor who,
        ClassDraft draft,
        RepeatRule rule,
        int count,
        string? sourceMessage = null
    )
    {
        if (count is < 2 or > MostInSeries)
            return [new(ClassRefusal.BadCount)];
        var made = new List<ClassResult>();
        rule.TimeZone = who.Group?.TimeZone ?? rule.TimeZone;
        var day = rule.FirstAfter(Now);
        for (var lesson = 1; lesson <= count; lesson++, day = rule.NextAfter(day))
        {
            var result = await MakeAsync(who, draft with { StartsAt = rule.Instant(day) }, sourceMessage);
            if (result.Class is not { } it)
                return [result];
            it.Series = made.Count == 0 ? it.Number : made[0].Class!.Number;
            await plan.ShowAsync(it);
            made.Add(result);
        }

        return made;
    }

    /// <summary>报名全部: each class of the series that is still to come.</summary>
    public async Task<IReadOnlyList<ClassResult>> SignUpSeriesAsync(int series, Actor who, string? sourceMessage = null)
    {
        var results = new List<ClassResult>();
        var coming = db.Classes.Coming(Now).Where(it => it.Series == series).Select(it => it.Number).Order();
        foreach (var number in await coming.ToListAsync())
            results.Add(await SignUpAsync(number, who, Party.Me, sourceMessage));
        return results;
    }
}
