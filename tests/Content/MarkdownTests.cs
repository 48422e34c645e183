using System.Diagnostics;
using MutualAid.Core.Messaging;

namespace MutualAid.Tests.Content;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("**洗手**七步，*慢慢来*", "<b>洗手</b>七步，<i>慢慢来</i>")]
    [InlineData("# 出门前\n\n1. 带水\n2. 带口罩", "<b>出门前</b>\n\n1. 带水\n2. 带口罩")]
    [InlineData("- 甲\n- 乙\n  - 丙", "• 甲\n• 乙\n  • 丙")]
    [InlineData("3. 丙\n4. 丁", "3. 丙\n4. 丁")]
    [InlineData("> 说过\n> 的话", "｜说过\n｜的话")]
    [InlineData("`rm -rf` 和 ~~旧的~~", "<code>rm -rf</code> 和 <s>旧的</s>")]
    [InlineData("```\na < b\n```", "<pre>a &lt; b</pre>")]
    [InlineData("[原文](https://example.org/a?b=1&c=2)", "<a href=\"https://example.org/a?b=1&amp;c=2\">原文</a>")]
    [InlineData("一行\n二行\n\n又一段", "一行\n二行\n\n又一段")]
    public void It_becomes_the_small_html(string markdown, string html) => Assert.Equal(html, MarkdownHtml.Render(markdown));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<b onclick=x>甲</b>")]
    [InlineData("[点我](javascript:alert(1))")]
    [InlineData("![图](https://example.org/x.png\" onerror=\"x)")]
    [InlineData("[a](https://example.org/\"><script>x</script>)")]
    [InlineData("&lt;script&gt; &amp;lt;")]
    public void Nothing_of_it_becomes_a_tag_of_its_own(string markdown)
    {
        var html = MarkdownHtml.Render(markdown)!;
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b ", html, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
    }

    public static TheoryData<string, int> Bombs =>
        new()
        {
            { ">", 500_000 },
            { ">", 1_900 },
            { "[", 500_000 },
            { "[", 1_900 },
            { "*a ", 6_000 },
            { "*a ", 1_900 },
            { "**a _b ", 600 },
            { "`", 1_900 },
            { "- ", 9_000 },
            { "1. ", 6_000 },
            { "[a](", 1_900 },
            { "![[", 900 },
            { "~~a ", 900 },
            { "<a@b.c>", 900 },
            { "&amp;", 4_000 },
            { "\\", 20_000 },
            { "|", 20_000 },
            { "# ", 9_000 },
            { "a\n", 9_900 },
            { "  - a\n", 3_000 },
        };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_is_refused_or_read_at_once(string part, int times)
    {
        var bomb = string.Concat(Enumerable.Repeat(part, times));
        var watch = Stopwatch.StartNew();
        var html = MarkdownHtml.Render(bomb);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{watch.Elapsed}");
        if (bomb.Length > MarkdownHtml.Longest)
            Assert.Null(html);
    }

    [Fact]
    public void Deeper_quotes_than_people_write_are_refused()
    {
        Assert.NotNull(MarkdownHtml.Render(new string('>', 5) + " 甲"));
        Assert.Null(MarkdownHtml.Render(new string('>', 40) + " 甲"));
        Assert.Null(MarkdownHtml.Render(string.Concat(Enumerable.Range(0, 40).Select(depth => new string(' ', depth * 2) + "- 甲\n"))));
    }
}
