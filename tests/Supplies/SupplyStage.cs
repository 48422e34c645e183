using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Communities;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.People;
using MutualAid.Core.Supplies;
using MutualAid.Tests.Stores;

namespace MutualAid.Tests.Supplies;

/// <summary>Two groups, their organisers and the rest of the cast, on a real database.</summary>
public abstract class SupplyStage(Func<Task<TestStore>> make) : IAsyncLifetime
{
    public const string Wen = "温静宜";
    public const string Shao = "邵卫东";
    public const string Duan = "段丽华";
    public const string Gong = "巩文斌";
    public const string Lu = "卢国庆";
    private TestStore? stage;

    protected HandClock Clock { get; } = new(At("2020-02-03T10:00"));

    protected TestStore Stage => stage!;

    public static DateTimeOffset At(string local) =>
        new(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    public async Task InitializeAsync()
    {
        stage = await make();
        await stage.Writer.DoAsync("setup", SetUpAsync);
    }

    public async Task DisposeAsync()
    {
        if (stage is not null)
            await stage.DisposeAsync();
    }

    protected Task<T> Do<T>(string name, string group, Func<Db, Actor, Task<T>> act) =>
        Stage.Writer.DoAsync(
            group,
            async db =>
            {
                var place = await db.Groups.SingleOrDefaultAsync(each => each.ExternalId == group);
                return await act(
                    db,
                    new Actor(await db.People.SingleAsync(person => person.Name == name), place, name == OrganiserOf(group))
                );
            }
        );

    protected Task<ActResult> Act(string name, Func<SupplyDesk, Actor, Task<ActResult>> act, string group = "g1") =>
        Do(name, group, (db, who) => act(new SupplyDesk(db, Clock), who));

    protected async Task<Need> Asked(string name, string items, string? community = "杏花台社区", bool urgent = false, string group = "g1")
    {
        var result = await Ask(name, items, community, urgent, group);
        Assert.Equal(SupplyRefusal.None, result.Refusal);
        return result.Need!;
    }

    protected Task<AskResult> Ask(string name, string items, string? community = null, bool urgent = false, string group = "g1") =>
        Do(
            name,
            group,
            async (db, who) =>
            {
                var place = community is null ? null : await new CommunityDesk(db, Clock).NamedAsync(community);
                return await new SupplyDesk(db, Clock).AskAsync(who, Items(items), place, urgent);
            }
        );

    protected Task<ActResult> Claim(string name, int number, decimal? quantity = null, string? named = null, string group = "g1") =>
        Act(name, (desk, who) => desk.ClaimAsync(number, who, quantity, named), group);

    protected Task<ActResult> Release(string name, int number, string group = "g1") =>
        Act(name, (desk, who) => desk.ReleaseAsync(number, who), group);

    protected Task<ActResult> Deliver(string name, int number, decimal? quantity = null, string? named = null, string? photo = null) =>
        Act(name, (desk, who) => desk.DeliverAsync(number, who, quantity, named, photo));

    protected Task<ActResult> Receive(string name, int number, decimal? quantity = null, string? named = null, string group = "g1") =>
        Act(name, (desk, who) => desk.ReceiveAsync(number, who, quantity, named), group);

    protected Task<ActResult> Cancel(string name, int number) => Act(name, (desk, who) => desk.CancelAsync(number, who));

    protected async Task<Need> Stored(int number)
    {
        await using var db = Stage.Store.Read();
        return await db.Needs.WithAll().SingleAsync(need => need.Number == number);
    }

    protected async Task<NeedState> State(int number) => (await Stored(number)).State();

    /// <summary>Everything an act could have changed, as text.</summary>
    protected async Task<string> Everything(int number)
    {
        var need = await Stored(number);
        var lines = need
            .Lines.InOrder()
            .Select(line =>
                $"{line.Item} {line.Quantity}: "
                + string.Join(",", line.Claims.Select(claim => $"{claim.By.Name} {claim.Quantity}-{claim.Released}"))
                + $" / {line.Delivered()} / {line.Received()}"
            );
        return $"{need.Version} {need.LastActAt:O} {need.State()} {string.Join("; ", lines)}";
    }

    protected async Task RefusedWithoutTrace(int number, SupplyRefusal why, Func<Task<ActResult>> act)
    {
        var before = await Everything(number);
        Clock.Move(TimeSpan.FromMinutes(1));
        Assert.Equal(why, (await act()).Refusal);
        Assert.Equal(before, await Everything(number));
    }

    /// <summary><c>口罩 200个，手套 100双</c> without the language: name, blank, amount and unit.</summary>
    protected static IReadOnlyList<Item> Items(string text) =>
        [
            .. text.Split('，')
                .Select(each => each.Split(' '))
                .Select(parts =>
                    (parts[0], Amount: string.Concat(parts[1].TakeWhile(letter => char.IsDigit(letter) || letter == '.')), parts[1])
                )
                .Select(part => new Item(
                    part.Item1,
                    decimal.Parse(part.Amount, System.Globalization.CultureInfo.InvariantCulture),
                    part.Item3.Length > part.Amount.Length ? part.Item3[part.Amount.Length..] : null
                )),
        ];

    private static string? OrganiserOf(string group) =>
        group switch
        {
            "g1" => Wen,
            "g2" => Lu,
            _ => null,
        };

    private static Task SetUpAsync(Db db)
    {
        foreach (var id in new[] { "g1", "g2" })
        {
            var group = new Group { Channel = "room", ExternalId = id };
            db.Groups.Add(group);
            string[] names = id == "g1" ? [Wen, Shao, Duan, Gong] : [Lu];
            group.Members.AddRange(
                names.Select(name => new Member
                {
                    Person = new Person { Name = name },
                    Role = name == OrganiserOf(id) ? Role.Organiser : Role.Member,
                })
            );
        }

        return Task.CompletedTask;
    }
}
