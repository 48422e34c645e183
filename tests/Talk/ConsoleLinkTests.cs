using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;

namespace MutualAid.Tests.Talk;

public sealed class ConsoleLinkTests
{
    [Theory]
    [InlineData("管理后台")]
    [InlineData("/console")]
    public async Task An_organiser_gets_a_link_that_signs_in_once(string words)
    {
        await using var bot = await TestBot.StartedAsync();
        var said = Assert.Single((await bot.Whispers(Cast.Wen, words)).In(Cast.Wen)).Text;
        Assert.Contains("/enter?key=", said, StringComparison.Ordinal);
        var key = said[(said.IndexOf("key=", StringComparison.Ordinal) + 4)..].Split('\n')[0];
        var (name, password) = await bot.Look(async db =>
        {
            var found = await new AccountDesk(db, TimeProvider.System).NamedAsync(Cast.Wen);
            return (found?.Person.Name, found?.PasswordHash);
        });
        Assert.Equal((Cast.Wen, null), (name, password));
        Assert.Equal(1, await bot.Look(db => db.SignInKeys.CountAsync(it => it.SpentAt == null)));
        Assert.DoesNotContain(key, await Nouns.DumpAsync(bot), StringComparison.Ordinal);

        // A second one makes the first useless.
        await bot.Whispers(Cast.Wen, words);
        Assert.Equal(1, await bot.Look(db => db.SignInKeys.CountAsync(it => it.SpentAt == null)));
        Assert.Equal(1, await bot.Look(db => db.ConsoleAccounts.CountAsync()));
    }

    [Fact]
    public async Task Who_has_no_role_gets_no_link()
    {
        await using var bot = await TestBot.StartedAsync();
        var said = Assert.Single((await bot.Whispers(Cast.Shao, "管理后台")).In(Cast.Shao)).Text;
        Assert.Equal("您在管理后台还没有角色，请找拥有者邀请您。", said);
        Assert.Equal(0, await bot.Look(db => db.ConsoleAccounts.CountAsync()));
    }

    [Fact]
    public async Task In_the_group_the_link_is_never_shown()
    {
        await using var bot = await TestBot.StartedAsync();
        var heard = await bot.Says(Cast.Wen, "/console");
        Assert.DoesNotContain(
            heard.Posts.Where(post => post.Chat == TestBot.ChatId),
            post => post.Text.Contains("key=", StringComparison.Ordinal)
        );
    }
}
