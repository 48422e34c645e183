using System.Text;
using MutualAid.Core.Language;

namespace MutualAid.Tests.Language;

public sealed class RewritesTests
{
    private static readonly (string Name, Func<string, string> Rewrite)[] Rewrites =
    [
        ("mention in front", t => "@小助手 " + t),
        ("leading spaces", t => "  " + t),
        ("ideographic space in front", t => "　" + t),
        ("trailing line break", t => t + "\n"),
        ("emoji behind", t => t + "🙏"),
        ("full-width digits", t => Map(t, c => c is >= '0' and <= '9' ? (char)(c - '0' + '０') : c)),
        (
            "half-width punctuation",
            t =>
                Map(
                    t,
                    c =>
                        c switch
                        {
                            '，' => ',',
                            '：' => ':',
                            '；' => ';',
                            '！' => '!',
                            '？' => '?',
                            _ => c,
                        }
                )
        ),
        (
            "full-width punctuation",
            t =>
                Map(
                    t,
                    c =>
                        c switch
                        {
                            ';' => '；',
                            '!' => '！',
                            '?' => '？',
                            _ => c,
                        }
                )
        ),
        ("carriage returns", t => t.Replace("\n", "\r\n", StringComparison.Ordinal)),
    ];

    [Theory]
    [InlineData("messages-dev.jsonl")]
    [InlineData("messages-extra.jsonl")]
    public void Rewritten_messages_mean_the_same(string file)
    {
        var differing = new List<string>();
        var messages = Labelled.Load(file).Where(m => !m.Text.StartsWith('/') && !m.Text.StartsWith('@')).ToList();
        foreach (var message in messages)
        {
            var plain = Meaning(message, message.Text);
            foreach (var (name, rewrite) in Rewrites)
            {
                if (Meaning(message, rewrite(message.Text)) != plain)
                {
                    differing.Add($"{name}: {message.Text}\n  {plain}\n  {Meaning(message, rewrite(message.Text))}");
                }
            }
        }

        Assert.True(differing.Count * 200 <= messages.Count * Rewrites.Length, string.Join('\n', differing));
    }

    // Texts are compared after the same folding, since names stay substrings of the message.
    private static string Meaning(Labelled message, string text)
    {
        var json = ParseJson.Write("x", Reader.Read(text, new ReadingContext(message.Now, true)));
        return Map(json.Normalize(NormalizationForm.FormKC), char.ToLowerInvariant)
            .Replace("\\r", "", StringComparison.Ordinal)
            .Replace("🙏", "", StringComparison.Ordinal);
    }

    private static string Map(string text, Func<char, char> map) => new([.. text.Select(map)]);
}
