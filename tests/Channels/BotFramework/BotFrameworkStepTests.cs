using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Channels.BotFramework;

/// <summary>The platform fails at every call of a conversation, and what it hands in gets lost or comes again, at each step in each way.</summary>
public sealed class BotFrameworkStepTests
{
    // One more where no edit waited long enough to go with the next.
    private const int CallsOut = 16;
    private const int CallsIn = 7;

    private static readonly FakeFault Good = new(200);

    private static readonly FakeFault[] Faults =
    [
        new(500, """{"error":{"code":"ServiceError","message":"Unknown"}}"""),
        new(502, "<html>Bad gateway</html>", IsTakenFirst: true),
        new(0, Cuts: true),
        new(0, Cuts: true, IsTakenFirst: true),
        new(0, Hangs: true, IsTakenFirst: true),
        new(429, RetryAfter: 2),
        new(401),
        new(403, "<html>Forbidden</html>"),
    ];

    private static readonly Arrival[] Arrivals = [Arrival.Lost, Arrival.Unheard, Arrival.Twice, Arrival.Replayed, Arrival.Late];

    [Fact]
    public async Task Whatever_happens_to_a_call_at_any_step_nothing_is_lost_and_nothing_said_twice_unmarked()
    {
        await using var bot = await TeamsStage.StartAsync(faster: 30);
        bot.Platform.TokenLife = 900;
        await Setup.NeedsAsync(bot, 1);
        var story = new Story(bot);
        var mishaps = new Mishaps(story);
        var (outward, inward) = (mishaps.On(Good), mishaps.On(Arrival.Good));
        bot.Platform.Fault = request => IsOfStory(request) && outward.Meet() is var fault && fault != Good ? fault : null;
        bot.ArrivalOfNext = () =>
        {
            // At the beginning nothing is known any more: neither the token nor who is who.
            if (inward.Calls == 0)
                bot.Clock.Move(TimeSpan.FromMinutes(11));
            return inward.Meet();
        };
        await mishaps.TellAsync();
        Assert.InRange(outward.Calls, CallsOut, CallsOut + 1);
        Assert.Equal(CallsIn, inward.Calls);
        Action[] plans = [.. outward.Each(CallsOut, Faults), .. inward.Each(CallsIn, Arrivals)];
        await mishaps.HappenAsync(plans, Mishaps.Most(plans.Length), together: 8);
        Assert.DoesNotContain(bot.Log.Lines, line => line.Contains("unhandled", StringComparison.Ordinal));
        await story.AssertWholeAsync();
        await AssertNoCardTwiceAsync(bot, story.Told);
    }

    // The mark goes when a card that was said again is edited.
    private static async Task AssertNoCardTwiceAsync(TeamsStage bot, int told)
    {
        var posts = (await bot.LookAsync()).Where(post => post.Chat == Stage.Group).ToList();
        for (var number = 2; number <= told + 1; number++)
        {
            var repeats = await bot.Look(db =>
                db.Outbox.CountAsync(row => row.Card!.Key == $"need:{number}" && row.Kind == OutboxKind.Send && row.IsRepeat)
            );
            var plain = posts.Count(post => post.Text.StartsWith($"#{number} 手套", StringComparison.Ordinal));
            Assert.True(plain <= 1 + repeats, $"#{number} stands twice, unmarked");
        }
    }

    // That somebody is at it is shown only where a turn takes long.
    private static bool IsOfStory(FakeRequest request) =>
        request.Target.Contains("/token", StringComparison.Ordinal)
        || (request.Target.StartsWith("/amer/", StringComparison.Ordinal) && (string?)request.Body?["type"] != "typing");
}
