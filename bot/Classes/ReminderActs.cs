using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Classes;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.Schedule;

namespace MutualAid.Bot.Classes;

/// <summary>A day and an hour before in private, ten minutes before once in the group; in quiet hours too.</summary>
public sealed class ReminderAct : IDueAct
{
    private const int InGroup = 10;
    private const int MostNamed = 50;

    public string Kind => ClassDue.Reminder;

    public TimeSpan UsefulFor => TimeSpan.FromMinutes(InGroup - 1);

    // Before the next reminder, or the start, says it anyway.
    public bool IsUseful(DueRow row, TimeSpan late) =>
        late
        <= Minutes(row) switch
        {
            1440 => TimeSpan.FromHours(12),
            60 => TimeSpan.FromMinutes(45),
            _ => UsefulFor,
        };

    public async Task ActAsync(DueTurn turn)
    {
        if (await turn.ClassAsync() is not { CancelledAt: null } it || it.Going().Count == 0)
            return;
        if (Minutes(turn.Row) != InGroup)
            await TellAsync(turn, it);
        // Held back by 免打扰 it would come when the class is over.
        else if (it.Group.MutedUntil is not { } muted || muted <= turn.Now)
            await PostAsync(turn, it);
        await turn.Notices.RedrawAsync(ClassFace.Key(it), Why.Reminder);
    }

    private static async Task PostAsync(DueTurn turn, Class it)
    {
        var speech = turn.Notices.SpeechOf(it.Group);
        var shown = await NamesAsync(turn, it, speech);
        var left = (int)Math.Ceiling((it.StartsAt - turn.Now).TotalMinutes);
        var text = speech.Say(
            "classes.remind.soon",
            new Markup(ClassText.Title(it, speech)),
            left,
            it.Group.Local(it.StartsAt).ToString("HH:mm", CultureInfo.InvariantCulture),
            new Markup(ClassText.Venue(it, speech)),
            new Markup(shown)
        );
        var row = turn.Notices.Post(it.Group, Marked(turn, speech, text), Why.Reminder, it.SourceMessage);
        if (row is not null && it.PosterChannel == it.Group.Channel)
            row.Photo = it.Poster;
    }

    // Only those who signed up are called; for a guest it is the one who brings them.
    private static async Task<string> NamesAsync(DueTurn turn, Class it, Speech speech)
    {
        var going = it.Going();
        var names = new List<string>();
        foreach (var signUp in going.Take(MostNamed))
        {
            var person = await turn.Notices.MentionAsync(signUp.Person, it.Group);
            names.Add(signUp.Guest is { } guest ? speech.Say("classes.card.guest", guest, person) : person.Html);
        }

        var shown = string.Join(speech.Say("classes.card.and"), names);
        return going.Count > MostNamed ? shown + speech.Say("classes.remind.more", going.Count) : shown;
    }

    private static async Task TellAsync(DueTurn turn, Class it)
    {
        foreach (var person in it.Going().Select(signUp => signUp.Person).Distinct())
            await turn.Notices.TellAsync(
                person,
                it.Group,
                speech => Marked(turn, speech, speech.Say("classes.remind.told", new Markup(ClassText.Invitation(it, speech, turn.Now)))),
                Why.Reminder
            );
    }

    private static string Marked(DueTurn turn, Speech speech, string text) =>
        turn.IsLate ? speech.Say("classes.remind.late", new Markup(text)) : text;

    private static int Minutes(DueRow row) => int.Parse(row.Detail!, CultureInfo.InvariantCulture);
}

/// <summary>The class begins: its card says so.</summary>
public sealed class StartAct : IDueAct
{
    public string Kind => ClassDue.Start;

    public TimeSpan UsefulFor => TimeSpan.FromDays(1);

    public async Task ActAsync(DueTurn turn)
    {
        if (await turn.ClassAsync() is { } it)
            await turn.Notices.RedrawAsync(ClassFace.Key(it), Why.Reminder);
    }
}

internal static class DueClass
{
    /// <summary>The class of a due row: its subject is the number.</summary>
    public static Task<Class?> ClassAsync(this DueTurn turn) =>
        turn.Db.Classes.WithAll().FirstOrDefaultAsync(it => it.Number == turn.Row.SubjectId);
}
