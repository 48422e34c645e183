using MutualAid.Admin;
using MutualAid.Bot.Classes;
using MutualAid.Bot.Content;
using MutualAid.Bot.Engine;
using MutualAid.Bot.Supplies;
using MutualAid.Bot.Volunteers;
using MutualAid.Core.Classes;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;
using MutualAid.Core.Supplies;
using MutualAid.Core.Volunteers;
using Post = MutualAid.Core.Content.Post;

namespace MutualAid.Bot.Host;

internal sealed partial class ConsoleHost
{
    public IReadOnlyList<string> Preview(Post post)
    {
        var speech = new Speech(services.GetRequiredService<Phrases>(), post.Language);
        string Message(PostForm form) => PostText.Message(post, form, speech, post.Group?.TimeZone ?? settings.TimeZone, Now).Html;
        var (inGroup, whole) = (Message(PostForm.Short), Message(PostForm.Whole));
        return inGroup == whole ? [inGroup] : [inGroup, whole];
    }

    public string Preview(Need need)
    {
        var speech = new Speech(services.GetRequiredService<Phrases>(), need.Group.Language);
        // The row of the list names nobody, as the card does who brings what.
        var lines = new List<string> { NeedText.Row(need, speech, units: true) };
        if (NeedText.Due(need, speech) is { } due)
            lines.Add(due);
        if (!need.IsClosed())
            lines.Add(speech.Say("supplies.relay.how"));
        return string.Join('\n', lines);
    }

    public string Preview(Class it) => ClassText.Glimpse(it, new Speech(services.GetRequiredService<Phrases>(), it.Group.Language), Now);

    public async Task TellAuthorAsync(Db db, Post post, bool isApproved)
    {
        if (post is { Author: { } author, Group: { } group })
            await Notices(db)
                .TellAsync(
                    author,
                    group,
                    speech => speech.Say(isApproved ? "content.outcome.approved" : "content.outcome.declined", post.Title),
                    Why.Notice
                );
    }

    public async Task ShowAsync(Db db, Class it, ClassNews news, IReadOnlyList<SignUp> concerned)
    {
        await db.SaveChangesAsync();
        var notices = Notices(db);
        if (news == ClassNews.Made)
            await notices.PostCardAsync(it.Group, ClassFace.Key(it), Why.Notice);
        else
            await notices.RedrawAsync(ClassFace.Key(it), Why.Notice);
        foreach (var person in concerned.Select(signUp => signUp.Person).Distinct())
            await notices.TellAsync(person, it.Group, speech => Told(it, news, speech), Why.Notice);
    }

    public async Task<IReadOnlyList<Person>> ShowAsync(Db db, Shift it, ShiftNews news, IReadOnlyList<Person> concerned, string by)
    {
        await db.SaveChangesAsync();
        var notices = Notices(db);
        if (news == ShiftNews.Made)
            await notices.PostCardAsync(it.Group, ShiftFace.Key(it), Why.Notice);
        else
            await notices.RedrawAsync(ShiftFace.Key(it), Why.Notice);
        var rows = new List<(Person Person, OutboxRow? Row)>();
        foreach (var person in concerned)
        {
            var mayDecline = news != ShiftNews.Cancelled && it.Of(person) is not null;
            var choices = mayDecline ? NotComing(it) : null;
            rows.Add((person, await notices.SayAsync(person, it.Group, speech => Told(it, news, person, by, speech), Why.Notice, choices)));
        }

        // The rows have their ids only now.
        await notices.SaveAsync();
        var desk = new ShiftDesk(db, clock);
        foreach (var (person, row) in rows)
            desk.NoteTelling(it, person, row?.Id);
        await db.SaveChangesAsync();
        var isOff = SilenceOf(it.Group.Channel) == Silence.Off;
        return [.. rows.Where(each => isOff || each.Row is null).Select(each => each.Person)];
    }

    private string Told(Shift it, ShiftNews news, Person person, string by, Speech speech) =>
        news switch
        {
            ShiftNews.Cancelled => speech.Say("volunteers.callOff.told", it.Number, it.Place, new Markup(ShiftText.When(it, speech, Now))),
            ShiftNews.Corrected when it.Of(person) is null => speech.Say(
                "volunteers.moved.cleared",
                it.Number,
                it.Place,
                new Markup(ShiftText.When(it, speech, Now))
            ),
            ShiftNews.Corrected => speech.Say("volunteers.corrected.told", it.Number, new Markup(ShiftText.Brief(it, speech, Now))),
            _ => speech.Say("volunteers.assigned.told", by, it.Number, new Markup(ShiftText.Brief(it, speech, Now))),
        };

    private static Func<Speech, IReadOnlyList<IReadOnlyList<Choice>>> NotComing(Shift it) =>
        speech =>
            [
                [new Choice(speech.Plain("volunteers.button.notComing"), $"!notcoming {it.Number}")],
            ];

    public string CalendarLink(CalendarKey key) => $"{settings.PublicUrl.ToString().TrimEnd('/')}/calendar/{key.Key}.ics";

    private string Told(Class it, ClassNews news, Speech speech)
    {
        var when = new Markup(ClassText.When(it, speech, Now));
        return news switch
        {
            ClassNews.Moved => speech.Say("classes.moved.kept", it.Number, it.Title, when),
            ClassNews.MovedAnew => speech.Say("classes.moved.cleared", it.Number, it.Title, when),
            ClassNews.Cancelled => speech.Say("classes.callOff.told", it.Number, it.Title, when),
            _ => speech.Say("classes.changed.told", new Markup(ClassText.Invitation(it, speech, Now))),
        };
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Notices Notices(Db db) => new(db, services.GetRequiredService<EngineParts>());
}
