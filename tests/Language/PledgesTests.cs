using MutualAid.Core.Language;

namespace MutualAid.Tests.Language;

public class PledgesTests
{
    [Theory]
    [InlineData("我来80个", 80)]
    [InlineData("@小助手 我来80个", 80)]
    [InlineData("我们家拿二十个吧", 20)]
    [InlineData("俺出两箱", 2)]
    [InlineData("I'll bring 20", 20)]
    [InlineData("我来了", null)]
    [InlineData("我有20个口罩", null)]
    [InlineData("我来80个？够不够", null)]
    public void So_many_with_nothing_else_said(string said, int? many) => Assert.Equal(many, Pledges.Read(said));
}
