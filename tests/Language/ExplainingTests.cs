using MutualAid.Core.Language;
using MutualAid.Core.Messaging;
using MutualAid.Tests.HouseRules;

namespace MutualAid.Tests.Language;

public sealed class ExplainingTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 9, 0, 0);
    private static readonly Core.Messaging.Phrases Words = Core.Messaging.Phrases.Load(Path.Combine(Sources.Root, "content"));

    [Fact]
    public void A_phrase_is_told_with_each_slot_and_the_words_it_came_from()
    {
        Assert.Equal(
            [
                "意思：登记需求（need）",
                "因为开头是短语「需求」",
                "物品 = 口罩，出自「口罩」",
                "数量 = 200个，出自「两百个」",
                "物品 = 手套，出自「手套」",
                "社区 = 槐荫里社区，出自「槐荫里社区」",
                "加急 = true，出自「急需」",
                "期限 = 2026-11-25，出自「三天内」",
                "没用上的字：谢谢大家",
                "「几双」数量说不准，要问 (可选：3双 / 5双 / 10双)",
            ],
            Told("需求 口罩 两百个，手套 几双 槐荫里社区，急需，三天内，谢谢大家", "zh-CN")
        );
    }

    [Fact]
    public void A_sentence_is_told_by_its_words_in_english_too()
    {
        Assert.Equal(
            [
                "Meaning: claiming a need (claim)",
                "because it begins with the phrase “需求”",
                "because of the word “我出”",
                "number = #12, from “需求12”",
                "amount = 60, from “60个”",
            ],
            Told("需求12我出60个", "en")
        );
    }

    [Fact]
    public void What_is_missing_and_what_is_no_matter_of_ours_is_told()
    {
        Assert.Equal("「口罩」没说数量，要问", Told("/need 口罩", "zh-CN")[^1]);
        Assert.Equal("没说编号，要问", Told("/claim", "zh-CN")[^1]);
        Assert.Equal("It asks for nothing that I do: no answer", Told("今晚打牌吗", "en")[^1]);
        Assert.Equal(ReasonKind.NotAddressed, Explaining.Of("今晚打牌吗", new ReadingContext(Now, false)).Reasons[0].Kind);
    }

    [Fact]
    public void Whatever_is_understood_has_a_reason_and_each_part_stands_in_the_message()
    {
        foreach (var message in Labelled.Load("messages-dev.jsonl").Concat(Labelled.Load("messages-extra.jsonl")))
        {
            var told = Explaining.Of(message.Text, new ReadingContext(message.Now, true));

            Assert.Contains(
                told.Reasons,
                reason => reason.Kind is ReasonKind.Slash or ReasonKind.Phrase or ReasonKind.Cue or ReasonKind.Nothing or ReasonKind.Slot
            );
            Assert.All(told.Reasons, reason => Assert.Contains(reason.Part, message.Text, StringComparison.Ordinal));
            Assert.All(
                told.Meaning.Items,
                item => Assert.Contains(told.Reasons, reason => reason.Slot == "items" && reason.Value == item.Name)
            );
            Assert.All(Words.Languages, language => Assert.NotEmpty(told.Lines(new Speech(Words, language))));
        }
    }

    private static IReadOnlyList<string> Told(string text, string language) =>
        Explaining.Of(text, new ReadingContext(Now, true)).Lines(new Speech(Words, language));
}
