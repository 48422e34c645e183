using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Communities;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.People;
using MutualAid.Core.Reports;
using MutualAid.Core.Supplies;
using MutualAid.Tests.Stores;

namespace MutualAid.Tests.Supplies;

/// <summary>Plays a season through the desks and, beside it, through the model; says where they part.</summary>
/// <param name="rename">What people, communities and groups are called in the database.</param>
public sealed class SeasonPlayer(Db db, DateTimeOffset start, Func<string, string>? rename = null)
{
    private readonly Func<string, string> called = rename ?? (name => name);
    private readonly HandClock clock = new(start);
    private readonly Dictionary<string, Person> people = [];
    private readonly Dictionary<string, Group> groups = [];
    private readonly List<int> asked = [];

    public SeasonModel Model { get; } = new();

    public int DonationLines { get; private set; }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task PlayAsync(IReadOnlyList<SeasonAct> acts)
    {
        await MeetAsync();
        foreach (var act in acts)
        {
            await PassTimeAsync(start + act.At);
            var done = await DeskAsync(act);
            var expected = InModel(act);
            Assert.True(expected == done, $"{act}: the model says {expected}, the desk {done}");
            if (done)
                await db.SaveChangesAsync();
        }
    }

    /// <summary>Lets the days pass until then: questions and expiry come when they are due.</summary>
    public async Task PassTimeAsync(DateTimeOffset until)
    {
        while (NextDue() is { } due && due <= until.UtcDateTime)
        {
            clock.Set(new DateTimeOffset(due, TimeSpan.Zero));
            var desk = new SupplyDesk(db, clock);
            if ((await desk.StillNeededDueAsync()).Count > 0)
                await db.SaveChangesAsync();
            if ((await desk.ExpireDueAsync()).Count > 0)
                await db.SaveChangesAsync();
            Model.Expire(due);
        }

        clock.Set(until);
    }

    /// <summary>Closes what is left after the season, so that the next one in the same database starts alone.</summary>
    public async Task<ClosingReport> ReportAndLeaveAsync(DateTimeOffset end)
    {
        await PassTimeAsync(end);
        var report = await db.ClosingReportAsync(Day(start), Day(end.AddSeconds(-1)), groups.Values.First().Zone());
        await db.Needs.Open().ExecuteUpdateAsync(set => set.SetProperty(need => need.CancelledAt, end.UtcDateTime));
        return report;
    }

    public static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(TimeSpan.FromHours(8)).DateTime);

    public DateTime? NextDue() => Model.NextDue(Now);

    private async Task MeetAsync()
    {
        foreach (var id in new[] { "g1", "g2" })
        {
            groups[id] =
                await db.Groups.SingleOrDefaultAsync(group => group.ExternalId == called(id))
                ?? db.Groups.Add(new Group { Channel = "room", ExternalId = called(id) }).Entity;
        }

        foreach (var name in SeasonScript.People)
        {
            var known = await db.People.SingleOrDefaultAsync(person => person.Name == called(name));
            people[name] = known ?? db.People.Add(new Person { Name = called(name) }).Entity;
            if (known is null && SeasonScript.OrganisedBy(name) is { } organises)
                groups[organises].Members.Add(new Member { Person = people[name], Role = Role.Organiser });
        }

        await db.SaveChangesAsync();
    }

    private async Task<bool> DeskAsync(SeasonAct act)
    {
        var desk = new SupplyDesk(db, clock);
        var who = new Actor(people[act.Who], groups[act.Group], SeasonScript.OrganisedBy(act.Who) == act.Group);
        var number = NumberOf(act.Need);
        return act.Verb switch
        {
            "ask" => await AskAsync(desk, act, who),
            "donation" => await NoteAsync(act, who),
            "claim" => (await desk.ClaimAsync(number, who, act.Quantity, act.Name)).Done,
            "deliver" => (await desk.DeliverAsync(number, who, act.Quantity, act.Name)).Done,
            "receive" => (await desk.ReceiveAsync(number, who, act.Quantity, act.Name)).Done,
            "release" => (await desk.ReleaseAsync(number, who)).Done,
            "cancel" => (await desk.CancelAsync(number, who)).Done,
            "renew" => (await desk.RenewAsync(number, who)).Done,
            "verify" => (await desk.VerifyAsync(number, who)).Done,
            _ => throw new InvalidOperationException(act.Verb),
        };
    }

    private bool InModel(SeasonAct act)
    {
        var said = SaidOf(act, NumberOf(act.Need));
        return act.Verb switch
        {
            "claim" => Model.Claim(said),
            "deliver" => Model.Deliver(said),
            "receive" => Model.Receive(said),
            "release" => Model.Release(said),
            "cancel" => Model.Cancel(said),
            "renew" => Model.Renew(said),
            "verify" => Model.Verify(said),
            _ => true,
        };
    }

    private Said SaidOf(SeasonAct act, int number) =>
        new(Now, act.Group, act.Who, SeasonScript.OrganisedBy(act.Who), number, act.Quantity, act.Name);

    private int NumberOf(int need) => need > 0 && need <= asked.Count ? asked[need - 1] : int.MaxValue;

    private async Task<bool> AskAsync(SupplyDesk desk, SeasonAct act, Actor who)
    {
        var community = act.Community is { } name ? await new CommunityDesk(db, clock).NamedAsync(called(name)) : null;
        var result = await desk.AskAsync(who, ItemsOf(act), community);
        asked.Add(result.Need!.Number);
        Model.Ask(SaidOf(act, result.Need.Number), act.Community, act.Items);
        return true;
    }

    private async Task<bool> NoteAsync(SeasonAct act, Actor who)
    {
        DonationLines += act.Items.Count;
        return (await new DonationDesk(db, clock).NoteAsync(who, ItemsOf(act), [called("甲"), called("乙")])).Refusal == SupplyRefusal.None;
    }

    private static List<Item> ItemsOf(SeasonAct act) => act.Items.ConvertAll(item => new Item(item.Item, item.Quantity, item.Unit));
}
