using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;

namespace MutualAid.Tests.Admin;

public sealed class AccountNewsTests
{
    private const string NewPassword = "河边的柳树比去年又高了一截呢";

    [Fact]
    public async Task Who_cannot_be_written_to_reads_it_in_the_console_and_the_doer_does_not()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.DoesNotContain("您的账户有变动", (await guest.GetAsync("/")).Text, StringComparison.Ordinal);
        var other = new ConsoleGuest(house);
        await other.SignInAsync();
        Assert.Contains("从没见过的设备登录了", (await guest.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("您的账户有变动", (await other.GetAsync("/")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/?handler=read");
        Assert.DoesNotContain("您的账户有变动", (await guest.GetAsync("/")).Text, StringComparison.Ordinal);
        // A browser that is known is no news.
        await other.SignInAsync();
        Assert.DoesNotContain("您的账户有变动", (await guest.GetAsync("/")).Text, StringComparison.Ordinal);

        await other.GetAsync("/me");
        await other.PostAsync("/me?handler=password", ("old", ConsoleGuest.Password), ("password", NewPassword));
        Assert.DoesNotContain("您的账户有变动", (await other.GetAsync("/")).Text, StringComparison.Ordinal);
        await guest.SignInAsync(password: NewPassword);
        Assert.Contains("改了密码", (await guest.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_can_be_written_to_is_told_in_private()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await house.DoAsync(async db =>
        {
            var holder = await db.ConsoleAccounts.Include(it => it.Person).SingleAsync();
            var group = await db.Groups.OrderBy(it => it.Id).FirstAsync();
            (group.Channel, group.ExternalId) = ("telegram", "-1009");
            db.Members.Add(
                new()
                {
                    Group = group,
                    Person = holder.Person,
                    JoinedAt = ConsoleCast.Now,
                }
            );
            db.Accounts.Add(
                new()
                {
                    Person = holder.Person,
                    Channel = "telegram",
                    ExternalId = "97",
                    PrivateChat = "97",
                    ReachableSince = ConsoleCast.Now,
                }
            );
        });
        await guest.GetAsync("/me");
        await guest.PostAsync("/me?handler=password", ("old", ConsoleGuest.Password), ("password", NewPassword));
        await new ConsoleGuest(house).SignInAsync(password: NewPassword);
        await guest.PostAsync("/me?handler=endAll");
        await using var db = house.Read();
        var told = await db.Outbox.Where(it => it.ChatId == "97").OrderBy(it => it.Id).Select(it => it.Text).ToListAsync();
        Assert.Equal(3, told.Count);
        Assert.StartsWith("2月5日 周三 12:00 有人改了您的后台密码", told[0], StringComparison.Ordinal);
        Assert.Contains("没见过的设备登录了您的后台：127.0.0.1", told[1], StringComparison.Ordinal);
        Assert.Contains("在别的设备上都退出了登录", told[2], StringComparison.Ordinal);
        Assert.Equal(0, await db.AccountNews.CountAsync(it => it.ToldAt == null));
        Assert.DoesNotContain("您的账户有变动", (await guest.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_thing_that_can_happen_has_its_words()
    {
        var words = Core.Messaging.Phrases.Load(Path.Combine(HouseRules.Sources.Root, "content")).In("zh-CN");
        var wanted = Enum.GetNames<AccountEvent>().SelectMany(name => new[] { "admin.news." + name, "people.account." + name });
        Assert.Equal([], wanted.Where(key => !words.ContainsKey(key)));
    }
}
