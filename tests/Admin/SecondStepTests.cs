using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;

namespace MutualAid.Tests.Admin;

public sealed partial class SecondStepTests
{
    [Fact]
    public void The_codes_are_those_of_the_specification()
    {
        // RFC 6238, appendix B, the last six digits: the secret is the text 12345678901234567890.
        const string secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        Assert.Equal("287082", Totp.CodeOf(secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(59))));
        Assert.Equal("081804", Totp.CodeOf(secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(1111111109))));
        Assert.Equal("279037", Totp.CodeOf(secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(2000000000))));
    }

    [Fact]
    public void A_code_counts_one_step_before_and_after_and_only_once()
    {
        var (secret, now) = (Totp.NewSecret(), DateTimeOffset.FromUnixTimeSeconds(1_600_000_000));
        var step = Totp.StepAt(now);
        foreach (var near in new[] { step - 1, step, step + 1 })
            Assert.Equal(near, Totp.Find(secret, Totp.CodeOf(secret, near), 0, now));
        Assert.Null(Totp.Find(secret, Totp.CodeOf(secret, step - 2), 0, now));
        Assert.Null(Totp.Find(secret, Totp.CodeOf(secret, step + 2), 0, now));
        Assert.Null(Totp.Find(secret, Totp.CodeOf(secret, step), step, now));
        Assert.Null(Totp.Find(secret, "", 0, now));
    }

    [Fact]
    public async Task With_the_second_step_a_password_alone_opens_nothing()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var (secret, _) = await TurnOnAsync(house);
        house.Clock.Move(TimeSpan.FromMinutes(1));
        var guest = new ConsoleGuest(house);
        Assert.StartsWith("/sign-in/code", (await guest.SignInAsync()).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await guest.GetAsync("/")).Answer.StatusCode);

        await guest.GetAsync("/sign-in/code");
        var (wrong, text) = await guest.PostAsync("/sign-in/code", ("code", "000000"));
        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        Assert.Contains("验证码不对", text, StringComparison.Ordinal);
        var code = Totp.CodeOf(secret, Totp.StepAt(house.Clock.GetUtcNow()));
        Assert.Equal(HttpStatusCode.Redirect, (await guest.PostAsync("/sign-in/code", ("code", code))).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync("/")).Answer.StatusCode);

        var thief = new ConsoleGuest(house);
        await thief.SignInAsync();
        await thief.GetAsync("/sign-in/code");
        Assert.Equal(HttpStatusCode.Forbidden, (await thief.PostAsync("/sign-in/code", ("code", code))).Answer.StatusCode);
    }

    [Fact]
    public async Task Of_twenty_who_use_one_code_at_once_one_is_in()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var (secret, _) = await TurnOnAsync(house);
        house.Clock.Move(TimeSpan.FromMinutes(1));
        var code = Totp.CodeOf(secret, Totp.StepAt(house.Clock.GetUtcNow()));
        var taken = 0;
        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(_ =>
                    house.DoAsync(async db =>
                    {
                        if (await new AccountDesk(db, house.Clock).TakeCodeAsync(await db.ConsoleAccounts.SingleAsync(), code))
                            Interlocked.Increment(ref taken);
                    })
                )
        );
        Assert.Equal(1, taken);
    }

    [Fact]
    public async Task A_recovery_code_stands_in_once()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var (_, codes) = await TurnOnAsync(house);
        Assert.Equal(10, codes.Count);
        await using (var db = house.Read())
            Assert.DoesNotContain(await db.RecoveryCodes.Select(it => it.Hash).ToListAsync(), it => codes.Contains(it));
        foreach (var expected in new[] { HttpStatusCode.Redirect, HttpStatusCode.Forbidden })
        {
            var guest = new ConsoleGuest(house);
            await guest.SignInAsync();
            await guest.GetAsync("/sign-in/code");
            // As somebody types it from paper.
            var typed = codes[3].ToLowerInvariant().Replace('-', ' ');
            Assert.Equal(expected, (await guest.PostAsync("/sign-in/code", ("code", typed))).Answer.StatusCode);
        }
    }

    private static async Task<(string Secret, IReadOnlyList<string> Codes)> TurnOnAsync(ConsoleHouse house)
    {
        var owner = await new ConsoleGuest(house).EnterAsync();
        var text = (await owner.GetAsync("/me/codes")).Text;
        var secret = Shown().Match(text).Groups["secret"].Value;
        var form = Hidden().Match(text).Groups["sealed"].Value;
        var code = Totp.CodeOf(secret, Totp.StepAt(house.Clock.GetUtcNow()));
        var (answer, done) = await owner.PostAsync("/me/codes", ("secret", form), ("code", code));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (secret, [.. Recovery().Matches(done).Select(it => it.Groups["code"].Value)]);
    }

    [GeneratedRegex("<p class=\"code\">(?<secret>[A-Z2-7]{32})</p>")]
    private static partial Regex Shown();

    [GeneratedRegex("name=\"secret\" value=\"(?<sealed>[^\"]+)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("<li>(?<code>[A-Z2-7]{4}(-[A-Z2-7]{4}){3})</li>", RegexOptions.ExplicitCapture)]
    private static partial Regex Recovery();
}
