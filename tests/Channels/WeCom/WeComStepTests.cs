using MutualAid.Tests.Channels.FakeWeCom;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Channels.WeCom;

/// <summary>The line breaks, goes mute or answers with an error at every step of a conversation, at each step in each way.</summary>
public sealed class WeComStepTests
{
    // Each step in each way once; on demand each almost three times.
    private static readonly int MostFaults = Environment.GetEnvironmentVariable("DEEP") == "1" ? 200 : 72;
    private const int FramesOut = 10;
    private const int FramesIn = 7;
    private const int TooLate = 846605;

    // The platform's own words for: busy, too much, too late, lost to another line.
    private static readonly int[] Errors = [45033, 45009, TooLate, 846609];

    [Fact]
    public async Task Whatever_happens_to_the_line_at_any_step_nothing_is_lost_and_nothing_said_twice_unmarked()
    {
        await using var bot = await WeComStage.StartHurriedAsync();
        var story = await WeComStory.BeginAsync(bot);
        var mishap = new Mishap(bot.Server);
        mishap.Plan();
        await story.TellAsync();
        Assert.Equal((FramesOut, FramesIn), (mishap.Out, mishap.In));
        var steps = Enumerable.Repeat(Steps().ToList(), MostFaults).SelectMany(round => round).Take(MostFaults).ToList();
        // Two in each telling, never both at one step.
        foreach (var (one, other) in steps.Zip(steps.Skip(MostFaults / 2)))
        {
            mishap.Plan(one, other);
            await story.TellAsync();
            await story.CalmAsync(rounds: 1);
        }

        // One mishap may keep the story from the step of another.
        for (var more = 0; mishap.IsWaiting && more < 5; more++)
            await story.TellAsync();
        await story.CalmAsync();
        Assert.Equal(MostFaults, mishap.Happened);
        Assert.Equal(1, bot.Server.MostLive);
        Assert.Empty(bot.Server.Violations);
        await story.AssertWholeAsync();
    }

    private static IEnumerable<Step> Steps()
    {
        FakeFault[] cuts = [FakeFault.CutBefore, FakeFault.CutAfter];
        var ways = cuts.Append(FakeFault.Mute).ToList();
        for (var at = 0; at < FramesOut; at++)
        {
            foreach (var way in ways)
                yield return new Step(Where.Out, at, way);
            foreach (var error in Errors)
                yield return new Step(Where.Out, at, Error: error);
        }

        for (var at = 0; at < FramesIn; at++)
        {
            foreach (var way in cuts)
                yield return new Step(Where.In, at, way);
        }

        foreach (var way in ways)
            yield return new Step(Where.Subscribe, 0, way);
    }

    private enum Where
    {
        Out,
        In,
        Subscribe,
    }

    private sealed record Step(Where Where, int At, FakeFault Fault = FakeFault.None, int Error = 0);

    /// <summary>Lets things go wrong, each once.</summary>
    private sealed class Mishap
    {
        private readonly FakeWeComServer server;
        private readonly List<Step> next = [];
        private int refusal;

        public Mishap(FakeWeComServer server)
        {
            this.server = server;
            server.Faults = (command, _) =>
                command == "aibot_subscribe" ? Meet(Where.Subscribe, 0, command) : Meet(Where.Out, Out++, command);
            server.GivingFault = () => Meet(Where.In, In++, "");
            server.Refuses = (_, _) => Interlocked.Exchange(ref refusal, 0);
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

            if (Array.Exists(steps, step => step.Where == Where.Subscribe))
                server.Cut();
        }

        private FakeFault Meet(Where where, int at, string command)
        {
            if (next.Find(it => it.Where == where && it.At == at) is not { } step)
                return FakeFault.None;
            next.Remove(step);
            Happened++;
            // Only an answer can come too late.
            refusal = step.Error == TooLate && command == "aibot_send_msg" ? Errors[0] : step.Error;
            return step.Fault;
        }
    }
}
