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

    public Meaning Answered(CardReply reply)
    {
        var number = int.Parse(reply.Id, CultureInfo.InvariantCulture);
        if (LessonReplies.Read(reply.Text, reply.Now) is { } meaning)
            return meaning with { Number = number };
        return reply.Meaning.Intent switch
        {
            "cancel" => new Meaning("class_leave") { Number = number },
            "check_in" => new Meaning("attend") { Number = number },
            "class_signup" or "class_leave" or "attend" or "class_move" => reply.Meaning with { Number = number },
            _ => reply.Meaning,
        };
    }

    public async Task<Drawing?> DrawAsync(Canvas canvas)
    {
        var number = int.Parse(canvas.Id, CultureInfo.InvariantCulture);
        if (await canvas.Db.Classes.WithAll().FirstOrDefaultAsync(it => it.Number == number) is not { } it)
            return null;
        var head = $"{ClassText.Head(it, canvas.Speech)}\n{ClassText.When(it, canvas.Speech, canvas.Now)}";
        var list = List(it, canvas.Speech);
        var isLong = head.Length + list.Sum(line => line.Length + 1) > MostCharacters;
        var text = string.Join(
            '\n',
            list.TakeLast(isLong ? LastShown : list.Count).Prepend(isLong ? Total(it, canvas.Speech) : "").Prepend(head)
        );
        text = text.Replace("\n\n", "\n", StringComparison.Ordinal).TrimEnd('\n');
        if (it.SignUps.Count(signUp => signUp.HasAttended()) is var there and > 0)
            text += "\n" + canvas.Speech.Say("classes.card.attended", there);
        return new Drawing(text, Buttons(canvas, it, isLong), it.Group.IsQuiet(it.MadeAt));
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

    private static IReadOnlyList<IReadOnlyList<Button>> Buttons(Canvas canvas, Class it, bool isLong)
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
        return row.Count == 0 ? [] : [row];
    }
}
