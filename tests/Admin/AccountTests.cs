using System.Net;
using Microsoft.EntityFrameworkCore;
using MutualAid.Admin;
using MutualAid.Core.Accounts;
using MutualAid.Core.Groups;

namespace MutualAid.Tests.Admin;

public sealed class AccountTests
{
    [Fact]
    public async Task A_password_opens_the_console_from_another_browser()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await new ConsoleGuest(house).EnterAsync();
        var guest = new ConsoleGuest(house);
        var answer = await guest.SignInAsync(back: "/groups");
        Assert.Equal("/groups", answer.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync("/groups")).Answer.StatusCode);
        // The case and width of the name do not matter, those of the password do.
        Assert.Equal(HttpStatusCode.Redirect, (await new ConsoleGuest(house).SignInAsync(" 温静宜 ")).StatusCode);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await new ConsoleGuest(house).SignInAsync(password: ConsoleGuest.Password + " ")).StatusCode
        );
    }

    [Fact]
    public async Task Who_does_not_exist_is_refused_in_the_same_words()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await new ConsoleGuest(house).EnterAsync();
        var guest = new ConsoleGuest(house);
        await guest.GetAsync("/sign-in");
        var (one, known) = await guest.PostAsync("/sign-in", ("name", ConsoleGuest.Owner), ("password", "不对的密码一二三四五"));
        var (two, unknown) = await guest.PostAsync("/sign-in", ("name", "没有此人"), ("password", "不对的密码一二三四五"));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (one.StatusCode, two.StatusCode));
        Assert.Contains("名字或密码不对", known, StringComparison.Ordinal);
        Assert.Contains("名字或密码不对", unknown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_thousand_guesses_from_a_thousand_addresses_open_nothing_and_the_owner_still_gets_in()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var owner = await new ConsoleGuest(house).EnterAsync();
        var doorman = house.App.Services.GetRequiredService<Doorman>();
        var answers = new List<AccountRefusal>();
        for (var guess = 0; guess < 10_000; guess++)
            answers.Add((await doorman.CheckAsync(ConsoleGuest.Owner, $"guess number {guess}", $"10.0.{guess % 1000}", null)).Refusal);
        Assert.DoesNotContain(AccountRefusal.None, answers);
        // Only these were compared at all.
        Assert.Equal(20, answers.Count(it => it == AccountRefusal.NotRight));
        // A stranger with the right password has to wait, the owner's own browser has not.
        Assert.Equal(HttpStatusCode.TooManyRequests, (await new ConsoleGuest(house).SignInAsync()).StatusCode);
        await owner.PostAsync("/me?handler=leave");
        Assert.Equal(HttpStatusCode.Redirect, (await owner.SignInAsync()).StatusCode);
        house.Clock.Move(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Redirect, (await new ConsoleGuest(house).SignInAsync()).StatusCode);
    }

    [Fact]
    public async Task One_address_gets_five_tries_in_a_quarter_of_an_hour()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await new ConsoleGuest(house).EnterAsync();
        var guest = new ConsoleGuest(house);
        for (var wrong = 0; wrong < 5; wrong++)
            Assert.Equal(HttpStatusCode.Forbidden, (await guest.SignInAsync(password: "不对的密码一二三四五")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await guest.SignInAsync()).StatusCode);
        house.Clock.Move(TimeSpan.FromMinutes(15));
        Assert.Equal(HttpStatusCode.Redirect, (await guest.SignInAsync()).StatusCode);
    }

    [Theory]
    [InlineData("short", AccountRefusal.PasswordTooShort)]
    [InlineData("password1234", AccountRefusal.PasswordTooSimple)]
    [InlineData("123456789012", AccountRefusal.PasswordTooSimple)]
    [InlineData("qwertyuiop qwerty", AccountRefusal.PasswordTooSimple)]
    [InlineData("aaaaaaaaaaaaaa", AccountRefusal.PasswordTooSimple)]
    [InlineData("温静宜温静宜温静宜温静宜", AccountRefusal.PasswordTooSimple)]
    [InlineData("correct horse battery", AccountRefusal.None)]
    [InlineData(ConsoleGuest.Password, AccountRefusal.None)]
    public void A_password_is_long_and_not_among_the_first_guesses(string password, AccountRefusal refusal) =>
        Assert.Equal(refusal, Passwords.Check(password, "温静宜"));

    [Fact]
    public async Task Passwords_are_stored_slowly_hashed_and_codes_as_hashes()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await new ConsoleGuest(house).EnterAsync();
        await using var db = house.Read();
        var stored = Convert.FromBase64String((await db.ConsoleAccounts.SingleAsync()).PasswordHash!);
        // Identity's format 3: marker, PRF (2: SHA-512), rounds, salt length.
        Assert.Equal((1, 2), (stored[0], System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(stored.AsSpan(1))));
        Assert.True(System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(stored.AsSpan(5)) >= 210_000);
    }

    [Fact]
    public async Task A_role_that_was_taken_back_is_gone_on_the_next_request()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsAsync("邵卫东", ConsoleRole.Organiser, 1);
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync("/messages")).Answer.StatusCode);
        await house.DoAsync(async db =>
            await new AccountDesk(db, house.Clock).RevokeAsync(1, (await db.Grants.SingleAsync(it => it.AccountId == 1)).Id, by: 0)
        );
        var (answer, text) = await guest.GetAsync("/messages");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("这里不归您管", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_account_is_out_on_the_next_request()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsAsync("邵卫东", ConsoleRole.Organiser, 1);
        await house.DoAsync(async db => await new AccountDesk(db, house.Clock).CloseAsync((await db.ConsoleAccounts.FindAsync(1L))!, true));
        Assert.Equal(HttpStatusCode.SeeOther, (await guest.GetAsync("/")).Answer.StatusCode);
    }

    [Fact]
    public async Task A_session_that_was_ended_elsewhere_is_over_on_its_next_request()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var stolen = await new ConsoleGuest(house).EnterAsync();
        var owner = new ConsoleGuest(house);
        await owner.SignInAsync();
        Assert.Contains("就是这台", (await owner.GetAsync("/me")).Text, StringComparison.Ordinal);
        await owner.PostAsync("/me?handler=endAll");
        Assert.Equal(HttpStatusCode.SeeOther, (await stolen.GetAsync("/")).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/")).Answer.StatusCode);
    }

    [Fact]
    public async Task A_new_password_asks_for_the_old_one_and_signs_out_all_others()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var other = await new ConsoleGuest(house).EnterAsync();
        var owner = new ConsoleGuest(house);
        await owner.SignInAsync();
        await owner.GetAsync("/me");
        const string next = "井边的石阶一共有十七级半";
        var (answer, text) = await owner.PostAsync("/me?handler=password", ("old", "不是它"), ("password", next));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("现在的密码不对", text, StringComparison.Ordinal);
        await owner.PostAsync("/me?handler=password", ("old", ConsoleGuest.Password), ("password", next));
        Assert.Equal(HttpStatusCode.SeeOther, (await other.GetAsync("/")).Answer.StatusCode);
        Assert.Contains("密码改好了", (await owner.GetAsync("/me")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await new ConsoleGuest(house).SignInAsync(password: next)).StatusCode);
    }

    [Fact]
    public async Task A_restart_keeps_sessions_and_forms()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await new ConsoleGuest(house).EnterAsync();
        await using var db = house.Read();
        Assert.NotEmpty(await db.ProtectionKeys.ToListAsync());
        Assert.False(Directory.Exists(Path.Combine(house.Folder, "keys")));
    }

    [Fact]
    public async Task A_link_signs_in_once_and_not_after_its_time()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var key = await house.InviteAsync("段丽华", ConsoleRole.Viewer, 1);
        var guest = new ConsoleGuest(house);
        Assert.Contains("段丽华", (await guest.GetAsync($"/enter?key={key}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await guest.PostAsync("/enter", ("key", key))).Answer.StatusCode);
        var late = new ConsoleGuest(house);
        Assert.Equal(HttpStatusCode.Forbidden, (await late.GetAsync($"/enter?key={key}")).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await late.PostAsync("/enter", ("key", key))).Answer.StatusCode);
        var old = await house.InviteAsync("白建平", ConsoleRole.Viewer, 1);
        house.Clock.Move(AccountDesk.InvitationLasts);
        Assert.Equal(HttpStatusCode.Forbidden, (await late.GetAsync($"/enter?key={old}")).Answer.StatusCode);
    }

    [Fact]
    public async Task Who_organises_two_groups_sees_no_third()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsAsync("邵卫东", ConsoleRole.Organiser, 2);
        // Since he organises this one in the chat.
        await house.DoAsync(async db =>
        {
            var person = (await db.ConsoleAccounts.SingleAsync()).PersonId;
            db.Members.Add(
                new Member
                {
                    GroupId = 3,
                    PersonId = person,
                    Role = Role.Organiser,
                    JoinedAt = house.Clock.GetUtcNow().UtcDateTime,
                }
            );
        });
        var text = (await guest.GetAsync("/groups")).Text;
        Assert.Contains("瑞禾村物资群", text, StringComparison.Ordinal);
        Assert.Contains("旧群", text, StringComparison.Ordinal);
        Assert.DoesNotContain("杏花台互助群", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync("/groups/1")).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.PostAsync("/groups?handler=invite", ("chat", "g1"))).Answer.StatusCode);
        Assert.DoesNotContain("口罩", (await guest.GetAsync("/messages")).Text, StringComparison.Ordinal);
    }
}
