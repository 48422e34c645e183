using System.Text.Json.Nodes;
using MutualAid.Bot.Channels.BotFramework;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Messaging;

namespace MutualAid.Tests.Channels.BotFramework;

/// <summary>How the house's messages look on the platforms.</summary>
public class FormTests
{
    [Theory]
    [InlineData("早", "plain", "早")]
    [InlineData("a*b_c &lt;at&gt;x&lt;/at&gt; [1](2)", "plain", "a*b_c <at>x</at> [1](2)")]
    [InlineData("发：<code>认领 31 40</code>", "markdown", "发：`认领 31 40`")]
    [InlineData("<code>a`b</code>", "markdown", "`` a`b ``")]
    [InlineData("<b>1. 口罩</b> [x]", "markdown", @"**1\. 口罩** \[x\]")]
    [InlineData("<b>【急】</b>口罩", "markdown", "【急】口罩")]
    [InlineData("<b>x</b> &amp;amp; ---", "markdown", @"**x** \&amp; ---")]
    [InlineData("<b> 急 </b>!", "markdown", "**急** !")]
    [InlineData("<i>一</i>\n- 二\n# 三\n+ 四", "markdown", "*一*\n\n\\- 二\n\n\\# 三\n\n\\+ 四")]
    [InlineData("<a href=\"https://x.example/a(b)?c=1&amp;d=2\">看</a>", "markdown", "[看](https://x.example/a%28b%29?c=1&d=2)")]
    [InlineData("<a href=\"im:msteams|29:1\">王&lt;姐</a>：<b>到</b>", "markdown", "<at>王姐</at>：**到**")]
    [InlineData("<b>一\n</b>- 二", "markdown", "**一**\n\n\\- 二")]
    [InlineData("<u>下</u><s>划</s>", "markdown", "下~~划~~")]
    public void Markdown_says_the_same(string html, string format, string text)
    {
        var written = MessageMarkdown.Of(html);
        Assert.Equal((format, text), (written.Format, written.Text));
    }

    [Fact]
    public void Nothing_that_people_write_becomes_a_mark()
    {
        var random = new RandomText(17);
        for (var i = 0; i < 2000; i++)
        {
            var text = random.Text(8);
            var html = $"<b>x</b>\n{Html.Escape(text)}";
            var activity = new JsonObject { ["text"] = MessageMarkdown.Of(html).Text, ["textFormat"] = "markdown" };
            Assert.Equal(Bare(Html.ToPlain(html)), Bare(FakeReader.Text(activity)));
        }
    }

    [Fact]
    public void A_card_of_teams_waits_for_the_answer_and_falls_back_for_older_clients()
    {
        var card = Node(
            MessageCard.Of(
                "msteams",
                "<b>#31</b> 口罩\n\n还差 40",
                [
                    [new Button("认领", "AbC|1"), new Button("看", null, "https://x.example")],
                ]
            )
        );
        Assert.Equal(
            """{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","$schema":"http://adaptivecards.io/schemas/adaptive-card.json","version":"1.4","body":[{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"#31","weight":"Bolder"},{"type":"TextRun","text":" 口罩"}],"spacing":"Small"},{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"还差 40"}],"spacing":"Medium"},{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"认领","verb":"press","data":{"press":"AbC|1"},"fallback":{"type":"Action.Submit","title":"认领","data":{"press":"AbC|1"}}},{"type":"Action.OpenUrl","title":"看","url":"https://x.example"}]}],"msteams":{"width":"Full","entities":[]}}}""",
            Text(card)
        );
    }

    [Fact]
    public void Elsewhere_a_press_is_a_message_and_where_no_cards_are_drawn_a_hero_card()
    {
        Button[] row = [new("认领", "AbC|1")];
        Assert.DoesNotContain("Action.Execute", Text(Node(MessageCard.Of("webchat", "早", [row]))), StringComparison.Ordinal);
        Assert.Equal(
            """{"contentType":"application/vnd.microsoft.card.hero","content":{"text":"早","buttons":[{"type":"messageBack","title":"认领","value":{"press":"AbC|1"}}]}}""",
            Text(Node(MessageCard.Of("line", "早", [row])))
        );
    }

    [Fact]
    public void A_picture_stands_above_the_words()
    {
        Button[] row = [new("已转发", "t1")];
        var picture = new Uri("https://help.example.org/pictures/1.jpg");
        Assert.Equal(
            """{"type":"Image","url":"https://help.example.org/pictures/1.jpg","size":"Stretch"}""",
            Text(Node(MessageCard.Of("msteams", "早", [row], picture))["content"]!["body"]![0]!)
        );
        Assert.Equal(
            """[{"url":"https://help.example.org/pictures/1.jpg"}]""",
            Text(Node(MessageCard.Of("line", "早", [row], picture))["content"]!["images"]!)
        );
    }

    [Fact]
    public void A_row_of_many_buttons_is_broken_since_teams_drops_the_seventh()
    {
        Button[] row = [.. Enumerable.Range(1, 12).Select(number => new Button($"{number}个", $"t{number}"))];
        var card = Node(MessageCard.Of("msteams", "要多少？", [row]));
        var sets = card["content"]!["body"]!
            .AsArray()
            .Where(it => (string?)it!["type"] == "ActionSet")
            .Select(it => it!["actions"]!.AsArray().Count);
        Assert.Equal([5, 5, 2], sets);
    }

    [Theory]
    [InlineData("webchat", true)]
    [InlineData("emulator", true)]
    [InlineData("msteams", false)]
    [InlineData("line", false)]
    public async Task A_question_suggests_its_answers_where_that_is_known(string platform, bool suggests)
    {
        var question = new Bot.Engine.Outgoing
        {
            Kind = OutboxKind.Send,
            ChatId = ChatIds.Of(platform, "c1"),
            Text = "口罩要多少？",
            Buttons =
            [
                [new Button("50个", "AbC|1"), new Button("100个", "AbC|2")],
            ],
            Asks = true,
        };
        var to = new Reference("https://x.example/", FakeConnector.BotId, null, null, null, false);
        await using var bot = await BotFrameworkBot.StartAsync();
        var post = bot.Post;
        var drawn = post.Draw(to, question, "c1");
        Assert.Equal(suggests, drawn.SuggestedActions is not null);
        Assert.Equal(suggests, drawn.Attachments is null);
        if (suggests)
            Assert.Equal(
                """{"actions":[{"type":"messageBack","title":"50个","value":{"press":"AbC|1"},"displayText":"50个"},{"type":"messageBack","title":"100个","value":{"press":"AbC|2"},"displayText":"100个"}]}""",
                Text(Node(drawn.SuggestedActions!.Value))
            );
        // A card stays: later its buttons are wanted still.
        Assert.Null(post.Draw(to, question with { Asks = false }, "c1").SuggestedActions);
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static JsonNode Node(System.Text.Json.JsonElement element) => JsonNode.Parse(element.GetRawText())!;

    private static string Text(JsonNode node) =>
        node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
