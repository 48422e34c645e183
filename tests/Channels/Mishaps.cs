namespace MutualAid.Tests.Channels;

/// <summary>A story that is told again and again while things go wrong in it, each thing once.</summary>
internal sealed class Mishaps(Story story)
{
    private readonly List<IRoad> roads = [];

    /// <summary>Each once; on demand two hundred.</summary>
    public static int Most(int plans) => Environment.GetEnvironmentVariable("DEEP") == "1" ? Math.Max(plans, 200) : plans;

    /// <summary>One way on which calls go; what is planned for it waits until the story comes to its step.</summary>
    /// <param name="onSet">Brings the story to the step where it would not come by itself.</param>
    public Road<TWay> On<TWay>(TWay good, Action? onSet = null)
    {
        var road = new Road<TWay>(good, onSet);
        roads.Add(road);
        return road;
    }

    /// <summary>Tells the story with so many of the plans, from the first again when there are fewer.</summary>
    /// <param name="together">In one telling; far enough apart that no two meet at one step.</param>
    public async Task HappenAsync(IReadOnlyList<Action> plans, int most, int together)
    {
        var all = Enumerable.Range(0, most).Select(at => (At: at, Plan: plans[at % plans.Count]));
        foreach (var some in all.GroupBy(it => it.At % (most / together), it => it.Plan))
        {
            foreach (var plan in some)
                plan();
            await TellAsync();
        }

        // One mishap may keep the story from the step of another. By themselves, the first of those that are left always happens.
        while (roads.Sum(road => road.Waiting) is var waiting and > 0)
        {
            await TellAsync();
            Assert.True(roads.Sum(road => road.Waiting) < waiting, "the story does not come to the steps that are left");
        }

        await story.CalmAsync();
        Assert.Equal(most, roads.Sum(road => road.Happened));
    }

    public async Task TellAsync()
    {
        roads.ForEach(road => road.Begin());
        await story.TellAsync();
        await story.CalmAsync(rounds: 1);
    }

    private interface IRoad
    {
        int Waiting { get; }
        int Happened { get; }
        void Begin();
    }

    /// <summary>Counts the calls of one telling and lets happen what is planned for the next of them.</summary>
    internal sealed class Road<TWay>(TWay good, Action? onSet) : IRoad
    {
        private readonly Lock gate = new();
        private readonly List<(int At, TWay Way)> planned = [];

        /// <summary>Calls since the telling began.</summary>
        public int Calls { get; private set; }
        public int Happened { get; private set; }

        public int Waiting
        {
            get
            {
                lock (gate)
                    return planned.Count;
            }
        }

        /// <summary>Each way at each of so many steps.</summary>
        public IEnumerable<Action> Each(int steps, params IReadOnlyList<TWay> ways) =>
            from at in Enumerable.Range(0, steps)
            from way in ways
            select (Action)(() => Plan(at, way));

        public TWay Meet()
        {
            lock (gate)
            {
                var step = planned.FindIndex(it => it.At == Calls);
                Calls++;
                if (step < 0)
                    return good;
                var way = planned[step].Way;
                planned.RemoveAt(step);
                Happened++;
                return way;
            }
        }

        public void Begin()
        {
            lock (gate)
                Calls = 0;
            if (Waiting > 0)
                onSet?.Invoke();
        }

        private void Plan(int at, TWay way)
        {
            lock (gate)
                planned.Add((at, way));
        }
    }
}
