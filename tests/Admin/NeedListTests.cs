using System.Net;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Groups;
using MutualAid.Core.Supplies;

namespace MutualAid.Tests.Admin;

/// <summary>Needs as the console lists them: what waits, since when, and for whom to act.</summary>
public sealed class NeedListTests
{
    [Fact]
    public async Task A_date_of_another_year_shows_its_year_and_one_of_this_year_does_not()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await house.DoAsync(async db => (await db.Needs.SingleAsync(it => it.Number == 2)).AskedAt = new DateTime(2019, 4, 9, 4, 0, 0));
        await house.DoAsync(async db => (await db.Donations.SingleAsync(it => it.Number == 2)).Date = new DateOnly(2018, 1, 31));
        await house.DoAsync(async db => (await db.Needs.SingleAsync(it => it.Number == 1)).NeededBy = "2021-02-07T15:00");
        var guest = await new ConsoleGuest(house).EnterAsync();
        foreach (var page in new[] { "/needs", "/needs/2" })
            Assert.Contains("2019年4月9日 周二 12:00", (await guest.GetAsync(page)).Text, StringComparison.Ordinal);
        Assert.Contains("2018年1月31日 周三", (await guest.GetAsync("/donations")).Text, StringComparison.Ordinal);
        Assert.Contains("2021年2月7日 周日 15:00", (await guest.GetAsync("/needs/1")).Text, StringComparison.Ordinal);
        Assert.Contains(">2月5日 周三 11:30", (await guest.GetAsync("/needs")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2020年", (await guest.GetAsync("/needs")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_brought_waits_for_no_verification_and_the_badge_stands_beside_other_states()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await house.DoAsync(async db =>
        {
            var need = await db.Needs.Include(it => it.Group).Include(it => it.AskedBy).SingleAsync(it => it.Number == 4);
            var (desk, who) = (new SupplyDesk(db, house.Clock), new Core.Groups.Actor(need.AskedBy, need.Group));
            Assert.True((await desk.ClaimAsync(4, who)).Done);
            await db.SaveChangesAsync();
            Assert.True((await desk.DeliverAsync(4, who)).Done);
            var asked = await db.Needs.Include(it => it.Group).Include(it => it.AskedBy).SingleAsync(it => it.Number == 2);
            Assert.True((await desk.ClaimAsync(2, new Core.Groups.Actor(asked.AskedBy, asked.Group))).Done);
        });
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, list) = await guest.GetAsync("/needs?state=unverified");
        Assert.DoesNotContain("href=\"/needs/4\"", list, StringComparison.Ordinal);
        Assert.Matches("有人认领</span>\\s*<span class=\"tag warn\">待核实</span>", list);
        // Half of it is promised: that is not all of it.
        Assert.Contains("<span class=\"tag warn\">部分认领</span>", list, StringComparison.Ordinal);
        Assert.Contains("<b>2</b> <span>", (await guest.GetAsync("/")).Text, StringComparison.Ordinal);
        var (_, one) = await guest.GetAsync("/needs/1");
        Assert.Contains("怎么核实", one, StringComparison.Ordinal);
        Assert.Contains("杏花台社区，联系人：温静宜", one, StringComparison.Ordinal);
        var viewer = await new ConsoleGuest(house).EnterAsAsync("钱大川", ConsoleRole.Viewer, 1);
        Assert.DoesNotContain("联系人：温静宜", (await viewer.GetAsync("/needs/1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_still_lacks_something_is_listed_and_says_so_also_where_part_of_it_is_claimed()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await house.DoAsync(async db =>
        {
            var asked = await db.Needs.Include(it => it.Group).Include(it => it.AskedBy).SingleAsync(it => it.Number == 2);
            Assert.True((await new SupplyDesk(db, house.Clock).ClaimAsync(2, new Actor(asked.AskedBy, asked.Group))).Done);
        });
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, list) = await guest.GetAsync("/needs?state=lacking");
        Assert.Contains("data-name=\"还差\">口罩 140个、手套 20双</td>", list, StringComparison.Ordinal);
        Assert.Contains("data-name=\"还差\">蔬菜 50斤</td>", list, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/needs/2\"", list, StringComparison.Ordinal);
        await using var db = house.Read();
        var open = await db.Needs.Open().WithAll().ToListAsync();
        Assert.Equal(
            open.Where(need => need.Lines.Exists(line => line.LeftToClaim() > 0)).Select(need => need.Number),
            await db.Needs.Open().Lacking().OldestFirst().Select(need => need.Number).ToListAsync()
        );
    }

    [Fact]
    public async Task Nobody_is_chosen_before_somebody_is()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, form) = await guest.GetAsync("/needs/2#claim");
        Assert.Matches("<select id=\"person\" name=\"person\">\\s*<option value=\"\">就是上面写的名字</option>", form);
        Assert.Contains("<option value=\"邵卫东\"></option>", form, StringComparison.Ordinal);
        Assert.Contains("这条还没核实。", form, StringComparison.Ordinal);
        var (answer, text) = await guest.PostAsync("/needs/2?handler=claim", ("person", ""), ("quantity", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("id=\"wrong-name\"", text, StringComparison.Ordinal);
        await using var db = house.Read();
        Assert.Equal(0, await db.Claims.CountAsync(it => it.Line.Need.Number == 2));
    }

    [Fact]
    public async Task A_need_is_verified_from_its_list_by_one_tap_and_taken_back()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, list) = await guest.GetAsync("/needs?state=unverified&group=1");
        Assert.Contains("aria-label=\"核实 #2\"", list, StringComparison.Ordinal);
        var (answer, _) = await guest.PostAsync("/needs?state=unverified&group=1&handler=verify", ("id", "2"));
        Assert.Equal("/needs?state=unverified&group=1", answer.Headers.Location!.ToString());
        var (_, after) = await guest.GetAsync("/needs?state=unverified&group=1");
        Assert.Contains("#2 84消毒液 30瓶，核实了。", after, StringComparison.Ordinal);
        Assert.DoesNotContain("aria-label=\"核实 #2\"", after, StringComparison.Ordinal);
        await using var db = house.Read();
        Assert.NotNull((await db.Needs.AsNoTracking().SingleAsync(it => it.Number == 2)).VerifiedAt);
        var step = System.Text.RegularExpressions.Regex.Match(after, "name=\"step\" value=\"([0-9]+)\"").Groups[1].Value;
        await guest.PostAsync("/needs/2?handler=undo", ("step", step));
        Assert.Null((await db.Needs.AsNoTracking().SingleAsync(it => it.Number == 2)).VerifiedAt);
        // Another group's need, and one that is over.
        var other = await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Organiser, 2);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync("/needs?handler=verify", ("id", "2"))).Answer.StatusCode);
        Assert.DoesNotContain("核实 #3", (await guest.GetAsync("/needs?state=closed")).Text, StringComparison.Ordinal);
        var viewer = await new ConsoleGuest(house).EnterAsAsync("林小满", ConsoleRole.Viewer, 1);
        Assert.DoesNotContain("核实 #2", (await viewer.GetAsync("/needs")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_need_that_lacks_something_leads_to_its_form_for_who_leads_its_group()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, list) = await guest.GetAsync("/needs?state=lacking");
        foreach (var number in new[] { 1, 2, 4 })
            Assert.Contains($"href=\"/needs/{number}#claim\" aria-label=\"替人认领 #{number}\"", list, StringComparison.Ordinal);
        Assert.DoesNotContain("#claim", (await guest.GetAsync("/needs?state=closed")).Text, StringComparison.Ordinal);
        var viewer = await new ConsoleGuest(house).EnterAsAsync("林小满", ConsoleRole.Viewer, 1);
        Assert.DoesNotContain("#claim", (await viewer.GetAsync("/needs?state=lacking")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_with_one_name_the_written_one_is_not_guessed()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await house.DoAsync(async db =>
        {
            foreach (var one in await db.Members.Where(it => it.GroupId == 1).Select(it => it.Person).Take(2).ToListAsync())
                one.Name = "王芳";
        });
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (answer, text) = await guest.PostAsync("/needs/2?handler=claim", ("name", "王芳"), ("quantity", "5"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("叫这个名字的有几位", text, StringComparison.Ordinal);
        Assert.Matches("<details open=\"open\">\\s*<summary>从名单里选", text);
    }

    [Fact]
    public async Task Only_needs_of_the_same_goods_are_offered_to_be_merged()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.DoesNotContain("handler=merge", (await guest.GetAsync("/needs/many?pick=1&pick=2")).Text, StringComparison.Ordinal);
        // What is chosen comes first, then what can be done with it; the community only beside its own act.
        var (_, page) = await guest.GetAsync("/needs/many?pick=1&pick=2");
        Assert.True(page.IndexOf("84消毒液", StringComparison.Ordinal) < page.IndexOf("value=\"Urgent\"", StringComparison.Ordinal));
        Assert.True(
            page.IndexOf("value=\"Urgent\"", StringComparison.Ordinal) < page.IndexOf("name=\"community\"", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_need_that_is_partly_brought_waits_to_be_verified_wherever_it_is_counted()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await house.DoAsync(async db =>
        {
            var group = await db.Groups.SingleAsync(it => it.Id == 1);
            var helper = new Actor(await db.People.FirstAsync(it => it.Name == "邵卫东"), group);
            var desk = new SupplyDesk(db, house.Clock);
            await desk.ClaimAsync(2, helper, 30, null);
            await db.SaveChangesAsync();
            await desk.DeliverAsync(2, helper, 20, null);
        });
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.Contains("<b>3</b> <span>待核实的需求", (await guest.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/needs/2\"", (await guest.GetAsync("/needs?state=unverified")).Text, StringComparison.Ordinal);
        await house.DoAsync(async db =>
        {
            var group = await db.Groups.SingleAsync(it => it.Id == 1);
            var helper = new Actor(await db.People.FirstAsync(it => it.Name == "邵卫东"), group);
            await new SupplyDesk(db, house.Clock).DeliverAsync(2, helper, 10, null);
        });
        Assert.Contains("<b>2</b> <span>待核实的需求", (await guest.GetAsync("/")).Text, StringComparison.Ordinal);
        var (_, brought) = await guest.GetAsync("/needs/2");
        Assert.DoesNotContain("handler=verify", brought, StringComparison.Ordinal);
        Assert.DoesNotContain("待核实", brought, StringComparison.Ordinal);
    }
}
