using MutualAid.Core.Language;
using MutualAid.Tests.HouseRules;

namespace MutualAid.Tests.Language;

public sealed class LeaningsTests
{
    private static readonly string Shipped = Path.Combine(Sources.Root, "core", "Language", "Words", "Leanings.txt");

    [Fact]
    public void What_words_lean_to_is_what_the_labelled_messages_teach()
    {
        var lessons = Corpora().SelectMany(Labelled.Load).Select(LeaningLessons.Lesson).ToList();
        var taught = LeaningLessons.Teach(lessons);
        if (Environment.GetEnvironmentVariable("REWRITE") == "1")
        {
            File.WriteAllText(Shipped, string.Join('\n', taught) + '\n');
        }

        var weights = new Weights(taught);
        var stale = lessons.Select(lesson => lesson.Outline).Where(said => weights.Lean(said).Intent != Leanings.Of(said).Intent).ToList();
        Assert.True(
            stale.Count == 0,
            $"Leanings.txt is stale: REWRITE=1 dotnet test --filter FullyQualifiedName~Leanings writes it anew.\n{string.Join('\n', stale)}"
        );
    }

    [Fact]
    public void Taught_without_one_hand_they_lean_right_on_most_of_what_it_wrote()
    {
        var weights = new Weights(
            LeaningLessons.Teach([
                .. Corpora().Where(file => file != "messages-fifth.jsonl").SelectMany(Labelled.Load).Select(LeaningLessons.Lesson),
            ])
        );

        var unseen = Labelled.Load("messages-fifth.jsonl").ConvertAll(LeaningLessons.Lesson);

        Assert.True(unseen.Count(said => weights.Lean(said.Outline).Intent == said.Intent) >= 0.9 * unseen.Count);
    }

    // Nothing is taught by the sixth hand, so that its messages stay a measure of the weights.
    private static IEnumerable<string> Corpora() =>
        Directory
            .GetFiles(Path.Combine(AppContext.BaseDirectory, "Data"), "messages-*.jsonl")
            .Select(path => Path.GetFileName(path))
            .Where(file => file != "messages-sixth.jsonl")
            .Order(StringComparer.Ordinal);
}
