using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Classes;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Classes;

/// <summary>The one post of a class, edited in place: when, who comes, who waits, how many were there.</summary>
public sealed class ClassFace : IFace
{
    private const int MostCharacters = 3500;
    private const int LastShown = 10;

    public static string Key(Class it) => $"class:{it.Number}";

    public string Prefix => "class";

    public Meaning Answered(CardReply reply) => CardAnswers.Read(reply, int.Parse(reply.Id, CultureInfo.InvariantCulture));

    public async Task<Drawing?> DrawAsync(Canvas canvas)
    {
        var number = int.Parse(canvas.Id, CultureInfo.InvariantCulture);
        if (await canvas.Db.Classes.WithAll().FirstOrDefaultAsync(it => it.Number == number) is not { } it)
            return null;
        var questions = await canvas.Db.ClassQuestions.CountAsync(question => question.ClassId == it.Id);
        var rating = (await canvas.Db.Ratings.FiguresAsync([it.Id])).GetValueOrDefault(it.Id);
        var (head, tail) = (Head(it, canvas), ClassText.After(it, questions, rating, canvas.Speech));
        var list = List(it, canvas.Speech);
        var isLong = head.Concat(tail).Concat(list).Sum(line => line.Length + 1) > MostCharacters;
        IEnumerable<string> lines = isLong
            ? [.. head, Total(it, canvas.Speech), .. list.TakeLast(LastShown), .. tail]
            : [.. head, .. list, .. tail];
        return new Drawing(string.Join('\n', lines), Buttons(canvas, it, isLong, questions), it.Group.IsQuiet(it.MadeAt));
    }

    private static List<string> Head(Class it, Canvas canvas)
    {
        List<string> lines = [ClassText.Head(it, canvas.Speech), ClassText.When(it, canvas.Speech, canvas.Now)];
        if (it.Bio is { } bio)
            lines.Add(canvas.Speech.Say("classes.card.bio", bio));
        return lines;
    }

    /// <summary>Everybody by number, then who waits.</summary>
    public static IReadOnlyList<string> List(Class it, Speech speech)
    {
        var going = it.Going().Select((signUp, index) => $"{index + 1} {ClassText.Place(signUp, speech)}").ToList();
        if (going.Count > 0 && it.IsFull())
            going[^1] += speech.Say("classes.card.full");
        var waiting = it.Waiting()
            .Select((signUp, index) => speech.Say("classes.card.waiting", index + 1, new Markup(ClassText.Place(signUp, speech))));
        return [.. going, .. waiting];
    }

    private static string Total(Class it, Speech speech) =>
        speech.Say("classes.card.total", it.Going().Count, it.Waiting().Count, LastShown);

    private static IReadOnlyList<IReadOnlyList<Button>> Buttons(Canvas canvas, Class it, bool isLong, int questions)
    {
        if (it.CancelledAt is not null)
            return [];
        var row = new List<Button>();
        if (canvas.Now >= it.AttendFrom() && canvas.Now < it.AttendUntil())
            row.Add(canvas.Button("classes.button.attend", $"/attend {it.Number}"));
        if (it.EndsAt > canvas.Now)
            row.Add(canvas.Button("classes.button.signUp", $"/signup {it.Number}"));
        if (it.EndsAt > canvas.Now && it.SignUps.Exists(signUp => signUp.LeftAt is null))
            row.Add(canvas.Button("classes.button.leave", $"/leave {it.Number}"));
        if (isLong)
            row.Add(canvas.Button("classes.button.all", $"!roster {it.Number}"));
        if (questions > 0)
            row.Add(canvas.Button("classes.button.questions", $"!questions {it.Number}", questions));
        IReadOnlyList<IReadOnlyList<Button>> rows = [row, Stars(canvas, it)];
        return [.. rows.Where(each => each.Count > 0)];
    }

    private static IReadOnlyList<Button> Stars(Canvas canvas, Class it) =>
        it.EndsAt > canvas.Now || !it.SignUps.Exists(signUp => signUp.HasAttended())
            ? []
            : [.. Enumerable.Range(1, 5).Select(stars => canvas.Button("classes.button.stars", $"!rate {it.Number} {stars}", stars))];
}
