using System.Globalization;
using System.Text.Json;
using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Verbs;

/// <summary>One line of a transcript: what was said, or only the time.</summary>
internal sealed record TranscriptLine(DateTimeOffset At, Incoming? Said)
{
    private const string Form =
        """{"at":"2020-02-05T10:00:00+08:00","chat":"g1","from":{"id":"u7","name":"李姐","admin":true},"text":"…","toBot":true}""";

    /// <exception cref="InvalidDataException">A line that is not of the form, with its number.</exception>
    public static IEnumerable<TranscriptLine> Read(string file)
    {
        var number = 0;
        foreach (var text in File.ReadLines(file))
        {
            number++;
            if (string.IsNullOrWhiteSpace(text))
                continue;
            TranscriptLine line;
            try
            {
                line = Parse(text, number);
            }
            catch (Exception error) when (error is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
            {
                throw new InvalidDataException($"{file} line {number} is not of the form {Form}", error);
            }

            yield return line;
        }
    }

    private static TranscriptLine Parse(string text, int number)
    {
        using var document = JsonDocument.Parse(text);
        var line = document.RootElement;
        var at = DateTimeOffset.Parse(line.GetProperty("at").GetString()!, CultureInfo.InvariantCulture);
        if (!line.TryGetProperty("text", out var said))
            return new TranscriptLine(at, null);
        var chat = line.GetProperty("chat").GetString()!;
        var from = line.GetProperty("from");
        var isPrivate = chat.StartsWith('@');
        return new TranscriptLine(
            at,
            new Incoming
            {
                Kind = IncomingKind.Text,
                UpdateId = number.ToString(CultureInfo.InvariantCulture),
                MessageId = $"m{number}",
                At = at.UtcDateTime,
                Place = new Place("replay", chat, isPrivate),
                From = new Sender(
                    from.GetProperty("id").GetString()!,
                    from.GetProperty("name").GetString() ?? "",
                    // In private nobody has a role: it is the group's.
                    isPrivate || !from.TryGetProperty("admin", out var admin)
                        ? null
                        : admin.GetBoolean()
                ),
                Text = said.GetString() ?? "",
                ToBot = line.TryGetProperty("toBot", out var toBot) && toBot.GetBoolean(),
            }
        );
    }
}
