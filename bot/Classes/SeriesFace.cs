using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Classes;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Classes;

/// <summary>The one post of a series: its dates with their numbers, a place in one of them or in all.</summary>
public sealed class SeriesFace : IFace
{
    private const int InRow = 4;

    public static string Key(int series) => $"series:{series}";

    public string Prefix => "series";

    public Meaning Answered(CardReply reply)
    {
        var number = int.Parse(reply.Id, CultureInfo.InvariantCulture);
        return
            reply.Meaning.Intent is "series_signup" || LessonReplies.Read(reply.Text, reply.Now) is { Intent: "class_signup", Named: null }
            ? new Meaning("series_signup") { Number = number }
            : reply.Meaning;
    }

    public async Task<Drawing?> DrawAsync(Canvas canvas)
    {
        var series = int.Parse(canvas.Id, CultureInfo.InvariantCulture);
        var classes = await canvas.Db.Classes.Where(it => it.Series == series).SoonestFirst().WithAll().ToListAsync();
        if (classes.Count == 0)
            return null;
        var speech = canvas.Speech;
        List<string> lines = [Head(classes, speech), .. classes.Select((it, index) => Row(it, index + 1, canvas))];
        return new Drawing(string.Join('\n', lines), Buttons(canvas, series, classes), classes[0].Group.IsQuiet(classes[0].MadeAt));
    }

    private static string Head(List<Class> classes, Speech speech)
    {
        var it = classes[0];
        var parts = new List<string> { ClassText.Title(it, speech), speech.Say("classes.series.count", classes.Count) };
        if (it.Speaker is { } speaker)
            parts.Add(speech.Say("classes.card.speaker", speaker));
        if (it.Places is { } places)
            parts.Add(speech.Say("classes.card.places", places));
        return string.Join(speech.Say("classes.card.bar"), parts);
    }

    private static string Row(Class it, int lesson, Canvas canvas)
    {
        var speech = canvas.Speech;
        var state =
            it.CancelledAt is not null ? speech.Say("classes.card.cancelled")
            : it.Places is { } places ? speech.Say("classes.list.countOf", it.Going().Count, places)
            : speech.Say("classes.list.count", it.Going().Count);
        return speech.Say("classes.series.row", lesson, it.Number, new Markup(ClassText.When(it, speech, canvas.Now)), new Markup(state));
    }

    private static IReadOnlyList<IReadOnlyList<Button>> Buttons(Canvas canvas, int series, List<Class> classes)
    {
        var coming = classes
            .Select((it, index) => (Class: it, Lesson: index + 1))
            .Where(each => each.Class.CancelledAt is null && each.Class.EndsAt > canvas.Now)
            .Select(each => canvas.Button("classes.button.lesson", $"/signup {each.Class.Number}", each.Lesson))
            .ToList();
        return coming.Count == 0
            ? []
            :
            [
                [canvas.Button("classes.button.signUpAll", $"/signupall {series}")],
                .. coming.Chunk(InRow),
            ];
    }
}
