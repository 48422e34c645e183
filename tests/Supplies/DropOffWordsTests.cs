using MutualAid.Bot.Supplies;

namespace MutualAid.Tests.Supplies;

public class DropOffWordsTests
{
    [Theory]
    [InlineData("请送到北门，找我就行", "北门，找韩玉芬就行")]
    [InlineData("您好，请送到北门居委会，找我就行，谢谢。", "北门居委会，找韩玉芬就行")]
    [InlineData("好的 放到二楼，辛苦大家了！", "二楼")]
    [InlineData("南门值班室，找我韩玉芬就行，下午5点以前我都在", "南门值班室，找韩玉芬就行，下午5点以前韩玉芬都在")]
    [InlineData("送到我们居委会一楼，找我家老李", "我们居委会一楼，找我家老李")]
    [InlineData("Please bring it to the north gate, ask for me", "the north gate, ask for 韩玉芬")]
    public void A_stranger_reads_where_and_whom(string said, string read) => Assert.Equal(read, DropOffWords.Plain(said, "韩玉芬"));
}
