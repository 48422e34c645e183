using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Groups;
using MutualAid.Core.People;
using MutualAid.Core.Supplies;
using MutualAid.Core.Volunteers;

namespace MutualAid.Tests.Admin;

public sealed class PersonPageTests
{
    private const string Phone = "13800007777";

    [Fact]
    public async Task A_person_is_found_with_what_they_asked_and_promised()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var (asker, helper) = await FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var text = (await guest.GetAsync("/people?q=邵")).Text;
        Assert.Contains($"href=\"/people/{helper}\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"/people/{asker}\"", text, StringComparison.Ordinal);
        text = (await guest.GetAsync($"/people/{asker}")).Text;
        Assert.Contains("#2 84消毒液 30瓶", text, StringComparison.Ordinal);
        Assert.Contains("#1 口罩 60个", (await guest.GetAsync($"/people/{helper}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_is_read_only_by_an_organiser_and_each_look_is_written_down()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var (asker, _) = await FillAsync(house);
        var viewer = await new ConsoleGuest(house).EnterAsAsync("钱大川", ConsoleRole.Viewer, 1);
        Assert.DoesNotContain(Phone, (await viewer.GetAsync($"/people/{asker}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PostAsync($"/people/{asker}?handler=contact")).Answer.StatusCode);
        var guest = await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Organiser, 1);
        Assert.DoesNotContain(Phone, (await guest.GetAsync($"/people/{asker}")).Text, StringComparison.Ordinal);
        Assert.Contains(Phone, (await guest.PostAsync($"/people/{asker}?handler=contact")).Text, StringComparison.Ordinal);
        var text = (await guest.GetAsync("/audit?by=段小满")).Text;
        Assert.Contains($"看了电话： <a href=\"/people/{asker}\">段丽华</a>", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Their_data_is_handed_over_whole()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var (asker, _) = await FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.GetAsync($"/people/{asker}");
        var json = (await guest.PostAsync($"/people/{asker}?handler=copy", ("format", "json"))).Text;
        var said = JsonDocument.Parse(json).RootElement.EnumerateArray().Select(it => it.GetProperty("内容").GetString()).ToList();
        foreach (
            var kept in new[]
            {
                "段丽华",
                "杏花台互助群",
                Phone,
                "#2 84消毒液 30瓶",
                "我们楼里口罩快用完了，还要五十个",
                "telegram 4242",
                "布口罩 80个、口罩",
            }
        )
            Assert.Contains(said, it => it!.Contains(kept, StringComparison.OrdinalIgnoreCase));
        var (answer, csv) = await guest.PostAsync($"/people/{asker}?handler=copy", ("format", "csv"));
        Assert.Equal($"person-{asker}.csv", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Contains(Phone, csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_forgotten_stands_nowhere_and_the_figures_stay()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var (asker, _) = await FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.Contains("删除 段丽华 的个人资料？", (await guest.GetAsync($"/people/{asker}?ask=erase")).Text, StringComparison.Ordinal);
        await guest.PostAsync($"/people/{asker}?handler=erase");
        Assert.Contains("删除好了", (await guest.GetAsync("/people")).Text, StringComparison.Ordinal);
        foreach (var canary in new[] { "段丽华", Phone, "4242", "还要五十个" })
            Assert.Equal([], await WhereAsync(house, canary));
        await using var db = house.Read();
        var need = await db.Needs.WithAll().SingleAsync(it => it.Number == 1);
        Assert.Equal((200m, "—"), (need.Lines.InOrder().First().Quantity, need.AskedBy.Name));
        Assert.Equal(2, await db.Donations.CountAsync());
        Assert.Equal("people/{id:long} erase", (await db.Audit.OrderBy(it => it.Id).LastAsync()).Act);
        var (again, text) = await guest.PostAsync($"/people/{asker}?handler=erase");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("已经删除了", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_can_still_sign_in_is_not_forgotten_and_others_groups_are_not_ours()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var (asker, helper) = await FillAsync(house);
        var owner = await new ConsoleGuest(house).EnterAsync();
        await using var db = house.Read();
        var own = await db.ConsoleAccounts.Select(it => it.PersonId).SingleAsync();
        var (refused, text) = await owner.PostAsync($"/people/{own}?handler=erase");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("请先在「账户」里停用", text, StringComparison.Ordinal);

        var guest = await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Organiser, 2);
        await guest.GetAsync($"/people/{asker}");
        var before = await house.DumpAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"/people/{helper}")).Answer.StatusCode);
        foreach (var act in new[] { "contact", "copy", "erase" })
            Assert.Equal(HttpStatusCode.NotFound, (await guest.PostAsync($"/people/{helper}?handler={act}")).Answer.StatusCode);
        // She is in both groups: one of them alone does not forget her.
        Assert.Equal(HttpStatusCode.NotFound, (await guest.PostAsync($"/people/{asker}?handler=erase")).Answer.StatusCode);
        Assert.Equal(before, await house.DumpAsync());
    }

    private static async Task<(long Asker, long Helper)> FillAsync(ConsoleHouse house)
    {
        await ConsoleCast.FillAsync(house);
        var (asker, helper) = (0L, 0L);
        await house.DoAsync(async db =>
        {
            var person = await db.Members.Where(it => it.Person.Name == "段丽华").Select(it => it.Person).FirstAsync();
            (asker, helper) = (person.Id, await db.Members.Where(it => it.Person.Name == "邵卫东").Select(it => it.PersonId).FirstAsync());
            var volunteer = await db.Volunteers.SingleAsync(it => it.PersonId == person.Id);
            (volunteer.Contact, volunteer.Area) = (Phone, "杏花台");
            db.Add(
                new Account
                {
                    Person = person,
                    Channel = "telegram",
                    ExternalId = "4242",
                    PrivateChat = "4242",
                    ReachableSince = ConsoleCast.Now,
                }
            );
            db.Add(
                new Member
                {
                    Group = await db.Groups.SingleAsync(it => it.ExternalId == "-1001"),
                    Person = person,
                    JoinedAt = ConsoleCast.Now,
                }
            );
            (await db.Communities.FirstAsync()).Contact = $"段丽华 {Phone}";
            foreach (var row in await db.Outbox.Take(2).ToListAsync())
                row.Text = "<b>段丽华</b> 要 84消毒液";
            // A seat of the room of the same name is somebody else's.
            db.RemoveRange(await db.RoomMemberships.Where(it => it.Seat.Name == "段丽华").ToListAsync());
            db.RemoveRange(await db.RoomSeats.Where(it => it.Name == "段丽华").ToListAsync());
        });
        return (asker, helper);
    }

    /// <summary>Every table and column that holds this text.</summary>
    private static async Task<List<string>> WhereAsync(ConsoleHouse house, string text)
    {
        await using var db = house.Read();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await connection.OpenAsync();
        var found = new List<string>();
        foreach (var type in db.Model.GetEntityTypes())
        {
            foreach (var column in type.GetProperties().Where(it => it.ClrType == typeof(string)))
            {
                await using var ask = connection.CreateCommand();
                ask.CommandText = $"SELECT count(*) FROM \"{type.GetTableName()}\" WHERE \"{column.GetColumnName()}\" LIKE $text";
                ask.Parameters.AddWithValue("$text", $"%{text}%");
                if (await ask.ExecuteScalarAsync() is > 0L)
                    found.Add($"{type.GetTableName()}.{column.Name}");
            }
        }

        return found;
    }
}
