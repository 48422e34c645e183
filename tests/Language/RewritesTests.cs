using System.Text;
using MutualAid.Core.Language;

namespace MutualAid.Tests.Language;

public sealed class RewritesTests
{
    private const string Simple =
        "个双区号点发给们护来后条课张办员药时间报请对单说经济资数约块红绿黄东车长门应疗难动伤难热试剂头谁让还这过边进远连运达选关开问闻间队阳阴际陆陈险随隐难";
    private const string Traditional =
        "個雙區號點發給們護來後條課張辦員藥時間報請對單說經濟資數約塊紅綠黃東車長門應療難動傷難熱試劑頭誰讓還這過邊進遠連運達選關開問聞間隊陽陰際陸陳險隨隱難";

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
        ("mention on a line of its own", t => "@小助手\n" + t),
        ("emoji in front", t => "🙏 " + t),
        ("byte order mark in front", t => "\ufeff" + t),
        ("two spaces", t => t.Replace(" ", "  ", StringComparison.Ordinal)),
        ("tabs", t => t.Replace(' ', '\t')),
        ("ideographic spaces", t => t.Replace(' ', '\u3000')),
        ("spaces that do not break", t => t.Replace(' ', '\u00a0')),
        ("full-width letters", t => Map(t, c => char.IsAsciiLetter(c) ? (char)(c + 0xfee0) : c)),
        ("capitals", t => t.ToUpperInvariant()),
        ("full-width colons and brackets", t => Swap(t, ":()", "：（）")),
        ("half-width brackets", t => Swap(t, "（）", "()")),
        ("traditional characters", t => Swap(t, Simple, Traditional)),
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

    [Fact]
    public void There_are_twenty_ways_to_write_the_same() => Assert.True(Rewrites.Length >= 20 && Simple.Length == Traditional.Length);

    // Texts are compared after the same folding, since names stay substrings of the message.
    private static string Meaning(Labelled message, string text)
    {
        var json = ParseJson.Write("x", Reader.Read(text, new ReadingContext(message.Now, true)));
        return Folding
            .Align(json.Normalize(NormalizationForm.FormKC))
            .Replace("\\r", "", StringComparison.Ordinal)
            .Replace("\\t", " ", StringComparison.Ordinal)
            .Replace("🙏", "", StringComparison.Ordinal)
            .Replace("  ", " ", StringComparison.Ordinal);
    }

    private static string Swap(string text, string from, string to) => Map(text, c => from.IndexOf(c) is var at and >= 0 ? to[at] : c);

    private static string Map(string text, Func<char, char> map) => new([.. text.Select(map)]);
}
