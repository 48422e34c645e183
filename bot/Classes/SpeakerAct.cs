using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Classes;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;

namespace MutualAid.Bot.Classes;

/// <summary>The day before: the speaker is reminded in private; one who is not in the group, or closed, is the organiser's to remind.</summary>
public sealed class SpeakerAct : IDueAct
{
    public string Kind => ClassDue.Speaker;

    public TimeSpan UsefulFor => TimeSpan.FromHours(12);

    public async Task ActAsync(DueTurn turn)
    {
        if (await turn.ClassAsync() is not { CancelledAt: null, Speaker: { } name } it || it.StartsAt <= turn.Now)
            return;
        var speaker = await SpeakerAsync(turn, it, name);
        var told =
            speaker is not null
            && await turn.Notices.TellAsync(speaker, it.Group, speech => Text(turn, it, speech, "classes.speaker.told"), Why.Reminder);
        if (!told)
            await turn.Notices.TellAsync(it.MadeBy, it.Group, speech => Text(turn, it, speech, "classes.speaker.tell"), Why.Reminder);
    }

    private static async Task<Person?> SpeakerAsync(DueTurn turn, Class it, string name)
    {
        var members = await turn
            .Db.Members.Where(member => member.GroupId == it.GroupId && member.LeftAt == null)
            .Select(member => member.Person)
            .ToListAsync();
        var named = members.FindAll(member => Folded.Key(member.Name) == Folded.Key(name));
        return named is [var only] ? only : null;
    }

    private static string Text(DueTurn turn, Class it, Speech speech, string key) =>
        speech.Say(key, it.Speaker, it.Going().Count, new Markup(ClassText.Invitation(it, speech, turn.Now)));
}

/// <summary>The card of a class of a series, when its time is near.</summary>
public sealed class ShowClassAct : IDueAct
{
    public string Kind => ClassDue.Show;

    public TimeSpan UsefulFor => TimeSpan.FromDays(2);

    public async Task ActAsync(DueTurn turn)
    {
        if (await turn.ClassAsync() is { CancelledAt: null } it && it.EndsAt > turn.Now)
            await turn.Notices.PostCardAsync(it.Group, ClassFace.Key(it), Why.Notice);
    }
}
