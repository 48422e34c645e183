using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.Language.Lists;
using MutualAid.Core.Messaging;
using MutualAid.Core.Volunteers;

namespace MutualAid.Bot.Volunteers;

/// <summary>The one post of a shift, edited in place: when, where, who, how many are missing, how many are there.</summary>
public sealed class ShiftFace : IFace
{
    private const int MostShown = 60;
    private const int LastShown = 10;

    public static string Key(Shift it) => $"shift:{it.Number}";

    public string Prefix => "shift";

    public Meaning Answered(CardReply reply)
    {
        var number = int.Parse(reply.Id, CultureInfo.InvariantCulture);
        if (NameList.Read(reply.Text, reply.Now) is not null)
            return new Meaning("!assignments") { Number = number, Rest = reply.Text };
        if (reply.Meaning.Intent is "check_in" or "check_out" or "shift_signup" or "shift_leave" or "team_in" or "swap")
            return reply.Meaning with { Number = number };
        var said = LessonReplies.Read(reply.Text, reply.Now);
        return (said?.Intent ?? reply.Meaning.Intent) switch
        {
            "class_signup" => new Meaning("shift_signup") { Number = number, Named = said?.Named },
            "class_leave" or "cancel" => new Meaning("shift_leave") { Number = number, Named = said?.Named },
            "attend" => new Meaning("check_in") { Number = number },
            "class_move" or "shift_move" => new Meaning("shift_move")
            {
                Number = number,
                Start = said?.Start ?? reply.Meaning.Start,
                Rest = reply.Text,
            },
            _ => reply.Meaning,
        };
    }

    public async Task<Drawing?> DrawAsync(Canvas canvas)
    {
        var number = int.Parse(canvas.Id, CultureInfo.InvariantCulture);
        if (await canvas.Db.Shifts.WithAll().FirstOrDefaultAsync(it => it.Number == number) is not { } it)
            return null;
        var speech = canvas.Speech;
        var lines = new List<string> { ShiftText.Head(it, speech), When(it, canvas) };
        var on = it.On();
        var shown = on.Select((place, index) => $"{index + 1} {Html.Escape(place.Person.Name)}").ToList();
        if (shown.Count > MostShown)
            lines.Add(speech.Say("volunteers.card.total", shown.Count, LastShown));
        lines.AddRange(shown.TakeLast(shown.Count > MostShown ? LastShown : MostShown));
        if (on.Count(place => place.CheckedInAt is not null) is var there and > 0)
            lines.Add(speech.Say("volunteers.card.there", there));
        return new Drawing(string.Join('\n', lines), Buttons(canvas, it), it.Group.IsQuiet(it.MadeAt));
    }

    private static string When(Shift it, Canvas canvas)
    {
        var (speech, bar) = (canvas.Speech, canvas.Speech.Say("volunteers.card.bar"));
        var repeats = it.RuleId is null ? "" : bar + speech.Say("volunteers.card.repeats");
        return ShiftText.When(it, speech, canvas.Now) + repeats + bar + speech.Say("volunteers.card.lead", it.Lead.Name);
    }

    private static IReadOnlyList<IReadOnlyList<Button>> Buttons(Canvas canvas, Shift it)
    {
        if (it.CancelledAt is not null || it.EndsAt <= canvas.Now)
            return [];
        var row = new List<Button>();
        if (it.Gap() > 0)
            row.Add(canvas.Button("volunteers.button.signUp", $"/shift {it.Number}"));
        if (it.StartsAt > canvas.Now && it.On().Count > 0)
            row.Add(canvas.Button("volunteers.button.leave", $"!notcoming {it.Number}"));
        if (canvas.Now >= it.StartsAt - ShiftFacts.OpensBefore && it.On().Count > 0)
        {
            row.Add(canvas.Button("volunteers.button.in", $"/in {it.Number}"));
            row.Add(canvas.Button("volunteers.button.out", $"/out {it.Number}"));
        }

        return row.Count == 0 ? [] : [row];
    }
}
