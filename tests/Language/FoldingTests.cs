using MutualAid.Core.Language;

namespace MutualAid.Tests.Language;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Ｎ９５口罩", "n95 口罩")]
    [InlineData("槐蔭里社區", "槐荫里社区")]
    [InlineData("護目鏡", "护目镜")]
    [InlineData(" 杏花台 社区 ", "杏花台社区")]
    public void Spellings_of_one_name_are_the_same(string a, string b) => Assert.True(Folding.SameName(a, b));

    [Fact]
    public void Different_names_differ() => Assert.False(Folding.SameName("杏花台社区", "杏花村社区"));

    [Theory]
    [InlineData("clam", "claim")]
    [InlineData("nedd", "need")]
    [InlineData("singup", "signup")]
    [InlineData("offfer", "offer")]
    [InlineData("recieved", "received")]
    [InlineData("delivred", "delivered")]
    [InlineData("helpp", "help")]
    [InlineData("donaton", "donation")]
    [InlineData("cancle", "cancel")]
    [InlineData("clas", "class")]
    [InlineData("neeed", "need")]
    [InlineData("staus", "stats")]
    [InlineData("polciy", "policy")]
    [InlineData("releas", "release")]
    [InlineData("vefify", "verify")]
    [InlineData("volunter", "volunteer")]
    [InlineData("shfit", "shift")]
    [InlineData("setings", "settings")]
    [InlineData("privcy", "privacy")]
    [InlineData("lnaguage", "language")]
    [InlineData("/clam", "claim")]
    public void A_typo_suggests_the_command(string typo, string command) => Assert.Equal(command, Suggestion.Nearest(typo));

    [Theory]
    [InlineData("weather")]
    [InlineData("x")]
    [InlineData("kick_everyone")]
    public void A_foreign_command_suggests_nothing(string word) => Assert.Null(Suggestion.Nearest(word));
}
