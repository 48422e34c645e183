using MutualAid.Bench;

var what = args.FirstOrDefault() ?? "all";
var updates = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 20_000;
var rounds = args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 3;
var known = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
{
    ["needs"] = () => CompareAsync("no round trip", TimeSpan.Zero),
    ["slow"] = () => CompareAsync("50 ms round trip", TimeSpan.FromMilliseconds(50)),
    ["queries"] = () => Queries.CountAsync(updates: 400),
    ["list"] = ListAsync,
    ["due"] = Ringing.RunAsync,
    ["start"] = Starts.RunAsync,
    ["clicks"] = () => Clicking.RunAsync(Math.Min(updates, 4000), rounds),
    ["read"] = ReadAsync,
};
if (what != "all" && !known.ContainsKey(what))
{
    Console.Error.WriteLine($"bench [all|{string.Join('|', known.Keys)}] [updates] [rounds]");
    return 2;
}

foreach (var (name, run) in known)
{
    if (what == "all" || what == name)
        await run();
}

return 0;

async Task CompareAsync(string title, TimeSpan roundTrip)
{
    // The first round pays for compiling; it is not shown.
    await Load.EngineAsync(Math.Min(updates, 4000), roundTrip);
    await Load.CeilingAsync(Math.Min(updates, 4000), roundTrip);
    var ratios = new List<double>();
    for (var round = 1; round <= rounds; round++)
    {
        var engine = await Load.EngineAsync(updates, roundTrip);
        var ceiling = await Load.CeilingAsync(updates, roundTrip);
        ratios.Add(engine.Stored / ceiling.Stored);
        Console.WriteLine($"{title}, {updates} needs, round {round}\n  engine   {engine}\n  ceiling  {ceiling}");
    }

    Console.WriteLine($"  stored / ceiling, median {ratios.Order().ElementAt(ratios.Count / 2):0.000}");
}

Task ReadAsync()
{
    Reading.Run(args.Length > 1 ? updates : 100_000);
    return Task.CompletedTask;
}

static async Task ListAsync()
{
    foreach (var stored in new[] { 1_000, 1_000_000 })
        await Lists.RunAsync(stored);
}
