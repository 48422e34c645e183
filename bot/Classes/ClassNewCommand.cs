using MutualAid.Bot.Engine;
using MutualAid.Core.Classes;
using MutualAid.Core.Data;
using MutualAid.Core.Language;

namespace MutualAid.Bot.Classes;

/// <summary>新课: one message becomes a class with its card; what was not said is asked.</summary>
[Command("class_new", InGroup = true)]
public sealed class ClassNewCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (!turn.IsOrganiser)
        {
            turn.Refuse("engine.forOrganisers");
            return;
        }

        if (Titled(turn) is not { Title: { } title } lesson)
            return;
        var details = LessonDetails.Read(turn.Meaning.Rest, title, turn.LocalNow);
        var draft = Draft(turn, lesson, title, details);
        if (details.Rule is { } rule)
            await SeriesMaking.RunAsync(turn, draft, rule, details.Lessons);
        else if (ClassTime.Of(turn, lesson, title) is { } start)
            await MakeAsync(turn, draft with { StartsAt = Zone.ToUtc(start, turn.ZoneId) });
    }

    private static ClassDraft Draft(Turn turn, Meaning lesson, string title, LessonDetails details) =>
        new(title, turn.Now)
        {
            Kind =
                details.IsMeeting ? ClassKind.Meeting
                : details.IsActivity ? ClassKind.Activity
                : ClassKind.Talk,
            Speaker = lesson.Speaker,
            Organisation = details.Organisation,
            Venue = details.Venue,
            Minutes = details.Minutes,
            Places = details.Places,
            Code = details.Code,
            FeeCents = details.Fee is { } yuan ? (long)(yuan * 100) : null,
            Poster = turn.Message.Kind == IncomingKind.Text ? turn.Message.File : null,
            PosterChannel = turn.Message.Place.Channel,
        };

    private static async Task MakeAsync(Turn turn, ClassDraft draft)
    {
        var result = await new ClassDesk(turn.Db, turn.Clock).MakeAsync(turn.Actor(), draft, turn.Message.MessageId);
        if (result.Class is not { } made)
        {
            turn.Refuse($"classes.refusal.{result.Refusal}", ClassTime.Example(turn, draft.Title, draft.Speaker));
            return;
        }

        turn.CanBeUndone(ClassFace.Key(made));
        turn.Show(ClassFace.Key(made));
    }

    // The first answer may say all that was missing: 《睡个好觉》 明晚8点 主讲 沈安澜.
    private static Meaning? Titled(Turn turn)
    {
        var said = turn.Meaning;
        if (said.Title is not null)
            return said;
        if (turn.NextAnswer() is not { } answer)
        {
            turn.Ask(AnswerKind.Text, turn.Speech.Say(said.Start is null ? "classes.new.what" : "classes.new.title"));
            return null;
        }

        var bare = said.Start is not null && !answer.Contains('《', StringComparison.Ordinal);
        var read = Reader.Read($"/class {(bare ? $"《{answer}》" : answer)}", new ReadingContext(turn.LocalNow, Addressed: true));
        return said with
        {
            Title = read.Title ?? answer.Trim(),
            Start = said.Start ?? read.Start,
            Speaker = said.Speaker ?? read.Speaker,
            Doubts = said.Start is null ? read.Doubts : said.Doubts,
        };
    }
}
