using MutualAid.Tests.Channels.FakeWeCom;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Channels.WeCom;

/// <summary>The line breaks, goes mute or answers with an error at every step of a conversation, at each step in each way.</summary>
public sealed class WeComStepTests
{
    private const int TooLate = 846605;
    private const int Busy = 45033;

    private static readonly FakeFault[] Cuts = [FakeFault.CutBefore, FakeFault.CutAfter];
    private static readonly FakeFault[] Ways = [.. Cuts, FakeFault.Mute];

    // The platform's own words for: busy, too much, too late, lost to another line.
    private static readonly int[] Errors = [Busy, 45009, TooLate, 846609];

    [Fact]
    public async Task Whatever_happens_to_the_line_at_any_step_nothing_is_lost_and_nothing_said_twice_unmarked()
    {
        await using var bot = await WeComStage.StartHurriedAsync();
        await Setup.NeedsAsync(bot, 1);
        await bot.MeetAsync(Cast.Shao, Cast.Wen, Cast.Duan, Cast.Gong);
        var story = new Story(bot);
        var mishaps = new Mishaps(story);
        var outward = mishaps.On((Fault: FakeFault.None, Error: 0));
        var inward = mishaps.On(FakeFault.None);
        var subscribing = mishaps.On(FakeFault.None, onSet: bot.Server.Cut);
        var refusal = 0;
        bot.Server.GivingFault = inward.Meet;
        bot.Server.Faults = (command, _) =>
        {
            if (command == "aibot_subscribe")
                return subscribing.Meet();
            var (fault, error) = outward.Meet();
            // Only an answer can come too late.
            refusal = error == TooLate && command == "aibot_send_msg" ? Busy : error;
            return fault;
        };
        bot.Server.Refuses = (_, _) => Interlocked.Exchange(ref refusal, 0);
        await story.TellAsync();
        Assert.Equal((11, 7), (outward.Calls, inward.Calls));
        Action[] plans =
        [
            .. outward.Each(11, [.. Ways.Select(way => (way, 0)), .. Errors.Select(error => (FakeFault.None, error))]),
            .. inward.Each(7, Cuts),
            .. subscribing.Each(1, Ways),
        ];
        await mishaps.HappenAsync(plans, Mishaps.Most(plans.Length), together: 2);
        Assert.Equal(1, bot.Server.MostLive);
        Assert.Empty(bot.Server.Violations);
        await story.AssertWholeAsync();
    }
}
