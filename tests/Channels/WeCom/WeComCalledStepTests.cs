using Microsoft.EntityFrameworkCore;
using MutualAid.Tests.Channels.FakeWeCom;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Channels.WeCom;

/// <summary>
/// URL mode: callbacks get lost, come twice at once or again later, and answer addresses fail, at every step of a conversation in each way.
/// </summary>
public sealed class WeComCalledStepTests
{
    private static readonly int MostFaults = Environment.GetEnvironmentVariable("DEEP") == "1" ? 200 : 70;

    // Far enough apart that no two meet at one step.
    private const int Together = 7;

    private static readonly (int Status, int Code)[] Errors =
    [
        (500, 0),
        (502, 0),
        (FakeWeComServer.CutBefore, 0),
        (FakeWeComServer.CutAfter, 0),
        (200, -1),
        (200, 45033),
    ];

    private static readonly FakeCall[] Calls = [FakeCall.Lost, FakeCall.Unheard, FakeCall.Twice, FakeCall.Replayed];

    [Fact]
    public async Task Whatever_happens_to_a_call_at_any_step_nothing_is_lost_and_nothing_said_twice_unmarked()
    {
        await using var bot = await WeComStage.StartCalledAsync();
        var story = await WeComStory.BeginAsync(bot);
        var mishap = new Mishap(bot.Server);
        mishap.Plan();
        await story.TellAsync();
        Assert.Equal((9, 7), (mishap.Out, mishap.In));
        var steps = Enumerable
            .Repeat(Steps(mishap.Out, mishap.In).ToList(), MostFaults)
            .SelectMany(round => round)
            .Take(MostFaults)
            .ToList();
        foreach (var some in steps.Select((step, at) => (step, at)).GroupBy(it => it.at % (MostFaults / Together), it => it.step))
        {
            mishap.Plan([.. some]);
            await story.TellAsync();
            await story.CalmAsync(rounds: 1);
        }

        // One mishap may keep the story from the step of another.
        for (var more = 0; mishap.IsWaiting && more < 5; more++)
            await story.TellAsync();
        await story.CalmAsync();
        Assert.Equal(MostFaults, mishap.Happened);
        Assert.Empty(bot.Server.Violations);
        Assert.DoesNotContain(bot.Log.Lines, line => line.Contains("unhandled", StringComparison.Ordinal));
        await story.AssertWholeAsync();
    }

    [Fact]
    public async Task Calls_out_of_order_and_doubled_each_happen_once()
    {
        await using var bot = await WeComStage.StartCalledAsync();
        var dice = new Random(3);
        bot.Server.CallFault = () => Calls[dice.Next(Calls.Length)];
        // Nobody waits for the answer to what went before.
        for (var number = 1; number <= 20; number++)
            bot.Server.Says(WeComStage.Id(Cast.All[number % Cast.All.Length]), WeComStage.Chat, $"需求 手套{number}号 10双 杏花台社区");
        await bot.SettledAsync();
        var items = await bot.Look(db => db.Needs.Select(need => need.Lines[0].Item).ToListAsync());
        Assert.Equal(20, items.Count);
        Assert.Equal(20, items.Distinct(StringComparer.Ordinal).Count());
        for (var round = 0; round < 20; round++)
            await bot.SettledAsync();
        var cards = bot.Server.Posts.Where(post => post.Text.Contains("手套", StringComparison.Ordinal)).ToList();
        Assert.Equal(20, cards.Count);
        Assert.Empty(bot.Server.Violations);
    }

    private static IEnumerable<Step> Steps(int outgoing, int incoming)
    {
        for (var at = 0; at < outgoing; at++)
        {
            foreach (var error in Errors)
                yield return new Step(at, Error: error);
        }

        for (var at = 0; at < incoming; at++)
        {
            foreach (var call in Calls)
                yield return new Step(at, Call: call);
        }
    }

    private sealed record Step(int At, FakeCall Call = FakeCall.Good, (int Status, int Code)? Error = null);

    /// <summary>Lets things go wrong, each once.</summary>
    private sealed class Mishap
    {
        private readonly FakeWeComServer server;
        private readonly List<Step> next = [];

        public Mishap(FakeWeComServer server)
        {
            this.server = server;
            server.CallFault = () => Take(step => step.Error is null && step.At == In, () => In++)?.Call ?? FakeCall.Good;
            server.Answers = _ => Take(step => step.Error is not null && step.At == Out, () => Out++)?.Error ?? (200, 0);
        }

        public int Out { get; private set; }
        public int In { get; private set; }
        public int Happened { get; private set; }
        public bool IsWaiting => next.Count > 0;

        public void Plan(params Step[] steps)
        {
            lock (server.Gate)
            {
                next.AddRange(steps);
                (Out, In) = (0, 0);
            }
        }

        private Step? Take(Predicate<Step> isNow, Action count)
        {
            lock (server.Gate)
            {
                var step = next.Find(isNow);
                count();
                if (step is null)
                    return null;
                next.Remove(step);
                Happened++;
                return step;
            }
        }
    }
}
