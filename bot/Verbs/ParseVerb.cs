using System.Globalization;
using System.Text;
using System.Text.Json;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Verbs;

/// <summary>
/// <c>parse</c>: messages as JSON lines in, what they mean as JSON lines out, in order. With <c>--why</c> the reasons follow
/// each line, for a person to read, in the language of <c>Locale:Language</c>.
/// </summary>
internal static class ParseVerb
{
    public static async Task<int> RunAsync(VerbLine line)
    {
        var why = line.Has("why") ? Speech(line.Settings().Language) : null;
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        for (var number = 1; await input.ReadLineAsync() is { } text; number++)
        {
            if (string.IsNullOrWhiteSpace(text))
                continue;
            var (id, now, said) = Read(text, number);
            var context = new ReadingContext(now, Addressed: true);
            var explained = why is null ? null : Explaining.Of(said, context);
            await output.WriteLineAsync(ParseJson.Write(id, explained?.Meaning ?? Reader.Read(said, context)));
            foreach (var reason in explained?.Lines(why!) ?? [])
                await output.WriteLineAsync($"  {reason}");
        }

        return 0;
    }

    private static Speech Speech(string language) =>
        new(Core.Messaging.Phrases.Load(Path.Combine(AppContext.BaseDirectory, "content")), language);

    private static (string Id, DateTime Now, string Text) Read(string json, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var message = document.RootElement;
            var now = DateTimeOffset.Parse(message.GetProperty("now").GetString()!, CultureInfo.InvariantCulture);
            return (message.GetProperty("id").ToString(), now.DateTime, message.GetProperty("text").GetString()!);
        }
        catch (Exception error)
            when (error is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentNullException)
        {
            throw new InvalidDataException(
                $"Line {number} is not of the form {{\"id\":\"1\",\"now\":\"2020-02-05T10:00:00+08:00\",\"text\":\"…\"}}",
                error
            );
        }
    }
}
