namespace MutualAid.Tests.Supplies;

/// <summary>One line of a random season.</summary>
/// <param name="At">Since the season's start.</param>
/// <param name="Need">The how-manieth need of the season is meant; one too many at times.</param>
public sealed record SeasonAct(TimeSpan At, string Verb, string Group, string Who, int Need)
{
    public decimal? Quantity { get; init; }
    public string? Name { get; init; }
    public string? Community { get; init; }
    public List<(string Item, decimal Quantity, string? Unit)> Items { get; init; } = [];
}

/// <summary>Random seasons: people who ask, help, sign, forget and err.</summary>
public static class SeasonScript
{
    public static readonly string[] People = ["温", "邵", "段", "巩", "苗", "卢"];
    public static readonly string[] Communities = ["杏花台社区", "云谷村", "梧桐口小区"];
    private static readonly string[] Goods = ["口罩", "N95口罩", "医用口罩", "84消毒液", "手套", "护目镜"];
    private static readonly string[] Words = ["口罩", "N95", "ｎ９５ 口罩", "罩", "消毒", "手套", "轮椅"];
    private static readonly string?[] Units = ["个", "箱", "瓶", null];
    private static readonly string[] Verbs =
    [
        "claim",
        "claim",
        "claim",
        "deliver",
        "deliver",
        "receive",
        "receive",
        "release",
        "cancel",
        "renew",
        "verify",
    ];

    public static string? OrganisedBy(string who) =>
        who switch
        {
            "温" => "g1",
            "卢" => "g2",
            _ => null,
        };

    public static List<SeasonAct> Make(int seed, int length = 60)
    {
        var random = new Random(seed);
        var acts = new List<SeasonAct>();
        var at = TimeSpan.Zero;
        var asked = 0;
        for (var i = 0; i < length; i++)
        {
            at += TimeSpan.FromMinutes(random.Next(4) == 0 ? random.Next(60, 4000) : random.Next(1, 60));
            var group = random.Next(5) == 0 ? "g2" : "g1";
            var who = Pick(random, People);
            if (asked == 0 || random.Next(5) == 0)
            {
                acts.Add(Ask(random, at, group, who));
                asked++;
            }
            else if (random.Next(15) == 0)
            {
                var items = ItemsOf(random);
                acts.Add(new(at, "donation", group, group == "g1" ? "温" : "卢", 0) { Items = items });
            }
            else
            {
                acts.Add(OnNeed(random, at, group, who, asked));
            }
        }

        return acts;
    }

    private static SeasonAct Ask(Random random, TimeSpan at, string group, string who) =>
        new(at, "ask", group, who, 0) { Items = ItemsOf(random), Community = random.Next(6) == 0 ? null : Pick(random, Communities) };

    private static SeasonAct OnNeed(Random random, TimeSpan at, string group, string who, int asked) =>
        new(at, Pick(random, Verbs), group, who, random.Next(20) == 0 ? asked + 1 : asked - random.Next(Math.Min(asked, 4)))
        {
            Quantity = random.Next(3) == 0 ? random.Next(1, 25) / 2m : null,
            Name = random.Next(3) == 0 ? Pick(random, Words) : null,
        };

    private static List<(string Item, decimal Quantity, string? Unit)> ItemsOf(Random random) =>
        [
            .. Goods
                .OrderBy(_ => random.Next())
                .Take(random.Next(5) < 3 ? 1 : random.Next(2, 4))
                .Select(item => (item, random.Next(1, 40) / 2m, Pick(random, Units))),
        ];

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
