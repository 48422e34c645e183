using MutualAid.Core.Language;

namespace MutualAid.Tests.Language;

public sealed class ChangesTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 9, 0, 0);

    [Theory]
    [InlineData("改成300个", null, 300, null)]
    [InlineData("31号改成60个吧", 31, 60, null)]
    [InlineData("31 签收改成55个", 31, 55, "received")]
    [InlineData("#31送达改成40", 31, 40, "delivered")]
    [InlineData("认领改为两百个，谢谢", null, 200, "claimed")]
    [InlineData("改数量 31 55", 31, 55, null)]
    public void An_amount_set_right_is_no_new_need(string text, int? number, int quantity, string? figure)
    {
        var meaning = Reader.Read(text, new ReadingContext(Now, Addressed: true));

        Assert.Equal(("change", number, (decimal?)quantity, figure), (meaning.Intent, meaning.Number, meaning.Quantity, meaning.Filter));
    }

    [Theory]
    [InlineData("3号课改成周五晚8点", "class_move")]
    [InlineData("改成50人参加行吗", "none")]
    [InlineData("今晚的饭改成面条了", "none")]
    public void What_else_is_changed_is_no_amount(string text, string intent) =>
        Assert.Equal(intent, Reader.Read(text, new ReadingContext(Now, Addressed: true)).Intent);

    [Fact]
    public void Less_came_is_a_receipt_of_what_came()
    {
        var meaning = Reader.Read("口罩收到了，实际只有55个", new ReadingContext(Now, Addressed: true));

        Assert.Equal(("received", (decimal?)55), (meaning.Intent, meaning.Quantity));
    }

    [Fact]
    public void Who_is_signed_up_by_name_is_no_thing_that_is_needed()
    {
        var meaning = Reader.Read("报名 9 王阿姨、李叔", new ReadingContext(Now, Addressed: true));

        Assert.Equal(("class_signup", (int?)9, "王阿姨、李叔"), (meaning.Intent, meaning.Number, meaning.Named));
        Assert.True(Reader.Read("报名 9 王阿姨", new ReadingContext(Now, Addressed: false)).IsNothing);
    }

    [Fact]
    public void Where_a_thing_is_kept_is_not_the_thing()
    {
        var meaning = Reader.Read("我车上还有20箱牛奶，谁要？", new ReadingContext(Now, Addressed: true));

        Assert.Equal(("offer", "牛奶"), (meaning.Intent, meaning.Items.Single().Name));
    }

    [Theory]
    [InlineData("口罩我家有80个，可以捐", "口罩")]
    [InlineData("手套手头有50双可以送", "手套")]
    [InlineData("大米仓库还有20袋能捐", "大米")]
    public void Where_somebody_keeps_it_is_no_part_of_the_name(string text, string item)
    {
        var meaning = Reader.Read(text, new ReadingContext(Now, Addressed: true));

        Assert.Equal(("offer", item), (meaning.Intent, meaning.Items.Single().Name));
    }

    [Theory]
    [InlineData("算错账了，亏了五十块")]
    [InlineData("他说错了，不是三号楼是五号楼")]
    [InlineData("不是我不帮，是真没时间")]
    public void A_slip_that_tells_of_no_amount_of_goods_changes_nothing(string text) =>
        Assert.True(Reader.Read(text, new ReadingContext(Now, Addressed: true)).IsNothing);
}
