using MutualAid.Core.Language;

namespace MutualAid.Tests.Language;

public sealed class QuantitiesTests
{
    [Theory]
    [InlineData("两百五十个", 250, "个")]
    [InlineData("二百五十个", 250, "个")]
    [InlineData("250个", 250, "个")]
    [InlineData("２５０ 个", 250, "个")]
    [InlineData("贰佰伍拾个", 250, "个")]
    [InlineData("两百五", 250, null)]
    [InlineData("三万五", 35000, null)]
    [InlineData("一千六", 1600, null)]
    [InlineData("一万二", 12000, null)]
    [InlineData("2百", 200, null)]
    [InlineData("二百零五", 205, null)]
    [InlineData("1千零20", 1020, null)]
    [InlineData("3万4000", 34000, null)]
    [InlineData("25万6千", 256000, null)]
    [InlineData("一百九十万零三千九百七十一", 1903971, null)]
    [InlineData("一万只", 10000, "只")]
    [InlineData("1.5万只", 15000, "只")]
    [InlineData("1,200只", 1200, "只")]
    [InlineData("1，200只", 1200, "只")]
    [InlineData("3×48个", 144, "个")]
    [InlineData("750斤", 750, "斤")]
    [InlineData("一斤半", 1.5, "斤")]
    [InlineData("三斤半", 3.5, "斤")]
    [InlineData("二两", 2, "两")]
    [InlineData("两两", 2, "两")]
    [InlineData("两万两", 20000, "两")]
    [InlineData("半箱", 0.5, "箱")]
    [InlineData("一箱半", 1.5, "箱")]
    [InlineData("12千克", 12, "千克")]
    [InlineData("2.3千克", 2.3, "千克")]
    [InlineData("3公斤", 3, "公斤")]
    [InlineData("廿五", 25, null)]
    [InlineData("卅", 30, null)]
    [InlineData("俩", 2, "个")]
    [InlineData("仨", 3, "个")]
    [InlineData("一双", 1, "双")]
    [InlineData("两打", 2, "打")]
    [InlineData("二百个", 200, "个")]
    [InlineData("两箱", 2, "箱")]
    [InlineData("50", 50, null)]
    public void Clear_quantities_have_a_value(string text, double value, string? unit)
    {
        var reading = Quantities.Read(text);

        Assert.Equal(QuantityOutcome.Value, reading.Outcome);
        Assert.Equal((decimal)value, reading.Value);
        Assert.Equal(unit, reading.Unit);
    }

    [Theory]
    [InlineData("约500", 500, Hedge.About)]
    [InlineData("大概500", 500, Hedge.About)]
    [InlineData("500左右", 500, Hedge.About)]
    [InlineData("至少500", 500, Hedge.AtLeast)]
    [InlineData("500+", 500, Hedge.AtLeast)]
    [InlineData("五十个来", 50, Hedge.About)]
    [InlineData("百来个", 100, Hedge.About)]
    public void About_and_at_least_keep_the_number_with_a_flag(string text, int value, Hedge hedge)
    {
        var reading = Quantities.Read(text);

        Assert.Equal((QuantityOutcome.Value, value, hedge), (reading.Outcome, reading.Value, reading.Hedge));
    }

    [Theory]
    [InlineData("3箱(每箱48个)", 3, "箱", 48)]
    [InlineData("3箱x48", 3, "箱", 48)]
    [InlineData("每箱48个共3箱", 3, "箱", 48)]
    public void Packs_are_kept_beside_the_value(string text, int value, string unit, int pack)
    {
        var reading = Quantities.Read(text);

        Assert.Equal((value, unit, pack, 144m), (reading.Value, reading.Unit, reading.PackSize, reading.PackTotal));
    }

    [Theory]
    [InlineData("十几个")]
    [InlineData("二三十")]
    [InlineData("两三个")]
    [InlineData("三四十份")]
    [InlineData("几个")]
    [InlineData("若干")]
    [InlineData("一些")]
    [InlineData("一批")]
    [InlineData("一点")]
    [InlineData("尽量多")]
    [InlineData("多少都不嫌")]
    [InlineData("越多越好")]
    [InlineData("2.5个")]
    [InlineData("0个")]
    [InlineData("20-30个")]
    public void Vague_quantities_are_asked_and_their_choices_are_quantities(string text)
    {
        var reading = Quantities.Read(text);

        Assert.Equal(QuantityOutcome.Ask, reading.Outcome);
        Assert.All(reading.Choices, c => Assert.Equal(QuantityOutcome.Value, Quantities.Read(c).Outcome));
    }

    [Fact]
    public void Ranges_offer_their_bounds()
    {
        Assert.Equal(["10个", "15个", "20个"], Quantities.Read("十几个").Choices);
        Assert.Equal(["20", "25", "30"], Quantities.Read("二三十").Choices);
        Assert.Equal(["2个", "3个"], Quantities.Read("两三个").Choices);
    }

    [Theory]
    [InlineData("一万五千亿", DoubtKind.QuantityTooLarge)]
    [InlineData("二十亿个", DoubtKind.QuantityTooLarge)]
    [InlineData("-5", DoubtKind.QuantityInvalid)]
    [InlineData("1e9", DoubtKind.QuantityInvalid)]
    public void Impossible_quantities_are_refused(string text, DoubtKind kind)
    {
        var reading = Quantities.Read(text);

        Assert.Equal((QuantityOutcome.Refuse, kind), (reading.Outcome, reading.Kind));
    }

    [Theory]
    [InlineData("下午两点半")]
    [InlineData("切两半")]
    [InlineData("半天")]
    [InlineData("3号楼502")]
    [InlineData("2单元")]
    [InlineData("13800138000")]
    [InlineData("吃了没各位")]
    [InlineData("口罩")]
    [InlineData("")]
    [InlineData("三天")]
    [InlineData("12号")]
    public void Other_numbers_are_no_quantity(string text) => Assert.Equal(QuantityOutcome.NotMine, Quantities.Read(text).Outcome);
}
