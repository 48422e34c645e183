using System.Net;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Verbs;
using MutualAid.Core.Accounts;
using MutualAid.Core.Data;

namespace MutualAid.Tests.Admin;

public sealed class OwnerVerbTests
{
    private const string Next = "井边的石阶一共有十七级半";

    [Fact]
    public async Task An_owner_is_made_gets_a_new_password_and_loses_the_second_step_on_the_host()
    {
        var folder = Directory.CreateTempSubdirectory("owner-");
        try
        {
            Assert.Equal(0, await RunAsync(folder, "create", "温静宜", ConsoleGuest.Password));
            Assert.Equal(1, await RunAsync(folder, "create", "温静宜", ConsoleGuest.Password));
            Assert.Equal(1, await RunAsync(folder, "reset-password", "没有此人", Next));
            Assert.Equal(2, await RunAsync(folder, "promote", "温静宜", Next));
            var account = await LookAsync(folder);
            Assert.True(Passwords.IsRight(account, ConsoleGuest.Password));
            Assert.Equal(ConsoleRole.Owner, account.Grants.Single().Role);
            Assert.Equal(0, await RunAsync(folder, "reset-password", "温静宜", Next));
            Assert.True(Passwords.IsRight(await LookAsync(folder), Next));
            Assert.Equal(0, await RunAsync(folder, "disable-2fa", "温静宜", null));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task With_an_owner_no_setup_link_is_made()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await new ConsoleGuest(house).EnterAsync();
        Assert.False(File.Exists(house.LinkFile));
        var text = (await new ConsoleGuest(house).GetAsync("/sign-in")).Text;
        Assert.Contains("owner reset-password", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await new ConsoleGuest(house).GetAsync("/setup?token=x")).Answer.StatusCode);
    }

    private static Task<int> RunAsync(DirectoryInfo folder, string act, string name, string? password)
    {
        string[] line = ["owner", act, name, "--data", folder.FullName, .. password is null ? (string[])[] : ["--password", password]];
        return Verb.Find("owner")!.RunAsync(line[1..]);
    }

    private static async Task<ConsoleAccount> LookAsync(DirectoryInfo folder)
    {
        using var store = new SqliteStore(Path.Combine(folder.FullName, "mutualaid.db"));
        await using var db = store.Read();
        return await db.ConsoleAccounts.Include(it => it.Grants).SingleAsync();
    }
}
