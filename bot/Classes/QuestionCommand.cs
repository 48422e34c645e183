using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Classes;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Classes;

/// <summary>A question answered to the card: kept for the speaker, counted on the card.</summary>
[Command("!question")]
public sealed class QuestionCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var number = turn.Meaning.Number!.Value;
        var result = await new ClassDesk(turn.Db, turn.Clock).AskAsync(number, turn.Actor(), turn.Meaning.Rest, turn.Message.MessageId);
        if (result is { Done: true, Class: { } it })
            turn.Show(it, "classes.done.question");
        else
            turn.Refuse(result, number);
    }
}

/// <summary>[提问3]: the organiser reads the list in private; the others learn that it is kept.</summary>
[Command("!questions")]
public sealed class QuestionsCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var number = int.TryParse(turn.Meaning.Rest, out var parsed) ? parsed : 0;
        if (await turn.Db.Classes.Include(each => each.Group).FirstOrDefaultAsync(each => each.Number == number) is not { } it)
            return;
        var questions = await turn.Db.ClassQuestions.OfClassAsync(it.Id);
        if (!await turn.Db.OrganisesAsync(turn.Actor(), it.Group))
        {
            turn.Toast(turn.Speech.Plain("classes.questions.kept", questions.Count));
            return;
        }

        var told = await turn.TellAsync(turn.From, speech => Questions.Text(it, questions, speech));
        turn.Toast(turn.Speech.Plain(told ? "classes.questions.sent" : "classes.roster.closed"));
    }
}

internal static class Questions
{
    public static Task<List<ClassQuestion>> OfClassAsync(this IQueryable<ClassQuestion> questions, long classId) =>
        questions
            .Where(question => question.ClassId == classId)
            .OrderBy(question => question.Id)
            .Include(question => question.Person)
            .ToListAsync();

    public static string Text(Class it, IReadOnlyList<ClassQuestion> questions, Speech speech) =>
        string.Join(
            '\n',
            questions
                .Select((question, index) => speech.Say("classes.questions.row", index + 1, question.Person.Name, question.Text))
                .Prepend(speech.Say("classes.questions.title", it.Number, it.Title, questions.Count))
        );
}
