using System.Text;
using System.Xml.Linq;
using MutualAid.Core.Messaging;

namespace MutualAid.Tests.Messaging;

public class HtmlTests
{
    [Theory]
    [InlineData("a < b & c > \"d\"", "a &lt; b &amp; c &gt; &quot;d&quot;")]
    [InlineData("line\r\nline\t.", "line\nline\t.")]
    [InlineData(null, "")]
    public void Peoples_text_is_escaped(string? text, string html) => Assert.Equal(html, Html.Escape(text));

    [Fact]
    public void Half_characters_and_control_codes_become_visible() => Assert.Equal("\uFFFDhalf \uFFFD.", Html.Escape("\0half \uD83D."));

    [Theory]
    [InlineData("<b>需求</b> #3 &lt;急&gt; &amp; <a href=\"https://x.org/?a&amp;b\">看</a>", "需求 #3 <急> & 看")]
    [InlineData("1 < 2 and <b>3 > 2", "1 < 2 and 3 > 2")]
    [InlineData("&#21475;&#x7F69; &nbsp; &#xD800; &", "口罩 &nbsp; &#xD800; &")]
    public void Plain_text_is_what_a_person_sees(string html, string plain)
    {
        Assert.Equal(plain, Html.ToPlain(html));
        Assert.Equal(plain.Length, Html.Length(html));
    }

    [Fact]
    public void Escaped_text_comes_back_unchanged()
    {
        var random = new RandomText(20200205);
        for (var i = 0; i < 10_000; i++)
        {
            var text = Valid(random.Text(random.Next(30)));
            Assert.Equal(text, Html.ToPlain(Html.Escape(text)));
        }
    }

    [Fact]
    public void A_short_message_stays_as_it_is() => Assert.Equal(["<b>1</b> <2"], Html.Split("<b>1</b> <2"));

    [Fact]
    public void A_cut_falls_on_a_line_end_and_reopens_the_tags()
    {
        var parts = Html.Split("<b>one\n<i>two</i>\nthree</b>", limit: 8);
        Assert.Equal(["<b>one\n<i>two</i>\n</b>", "<b>three</b>"], parts);
    }

    [Fact]
    public void A_family_of_emoji_is_not_torn()
    {
        var parts = Html.Split("一二三四👨‍👩‍👧‍👦五", limit: 10);
        Assert.Equal(["一二三四", "👨‍👩‍👧‍👦五"], [parts[0], string.Concat(parts.Skip(1))]);
    }

    [Fact]
    public void Every_part_fits_is_balanced_and_nothing_is_lost()
    {
        var random = new RandomText(7);
        for (var i = 0; i < 300; i++)
        {
            var html = random.Message(random.Next(60));
            var limit = i % 2 == 0 ? Html.Limit : 2 + random.Next(200);
            var parts = Html.Split(html, limit);
            Assert.All(parts, part => AssertFits(part, limit));
            Assert.Equal(Html.ToPlain(html), string.Concat(parts.Select(Html.ToPlain)));
        }
    }

    private static void AssertFits(string part, int limit)
    {
        Assert.InRange(Html.Length(part), 0, limit);
        Assert.Equal(part, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(part)));
        var visible = new string([.. Html.ToPlain(part).Select(c => char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' ? '□' : c)]);
        var seen = XElement.Parse($"<m>{Clean(part)}</m>", LoadOptions.PreserveWhitespace).Value;
        Assert.Equal(visible.Length, seen.Length);
    }

    /// <summary>XML has no half of a pair and no U+FFFE; the shape of the tags is what is checked.</summary>
    private static string Clean(string part) => new([.. part.Select(c => char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' ? '□' : c)]);

    private static string Valid(string text) =>
        new([.. string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())).Select(c => c is '\r' or '\u007F' ? '.' : c)]);
}
