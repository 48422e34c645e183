using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Broadcasts;
using MutualAid.Core.Classes;
using MutualAid.Core.Content;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Imports;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;
using MutualAid.Core.Volunteers;
using MutualAid.Tests.Channels;

namespace MutualAid.Tests.Admin;

/// <summary>What editors and organisers work on, in the same week and neighbourhood.</summary>
internal static class OfficeCast
{
    private static readonly MovedClock Clock = new(new DateTimeOffset(ConsoleCast.Now));

    public static async Task FillAsync(Db db, Group group, Person person)
    {
        var other = await db.Groups.SingleAsync(it => it.ExternalId == "-1001");
        await PostsAsync(db, group, other, person);
        await ClassesAsync(db, group, other, person);
        await BroadcastsAsync(db, person);
        await VolunteersAsync(db, group, other, person);
        await ImportsAsync(db, group, person);
    }

    /// <summary>Sheet #1 with posts for the group, not yet confirmed; #2 a roster with a fault.</summary>
    private static async Task ImportsAsync(Db db, Group group, Person by)
    {
        var desk = new ImportDesk(db, Clock);
        var posts = SheetFile.Paste("栏目\t标题\t正文\n小贴士\t怎样洗手\t先打湿，再搓二十秒。");
        var roster = SheetFile.Paste("姓名\t手机号\t技能\n林桂枝\t13800138001\t测温、开车\n许阿姨\t1380013\t做饭");
        await desk.BringAsync(by, ImportKind.Posts, group, "小贴士.xlsx", posts.Grids);
        await desk.BringAsync(by, ImportKind.Volunteers, group, "名册.xlsx", roster.Grids);
    }

    /// <summary>Shift #1 tomorrow with a gap, #2 over with hours to confirm, #3 of another group; a team and two on the roster.</summary>
    private static async Task VolunteersAsync(Db db, Group group, Group other, Person lead)
    {
        var (desk, roster) = (new ShiftDesk(db, Clock), new VolunteerDesk(db, Clock));
        var maker = new Actor(lead, group, Organiser: true);
        var helper = await db
            .Members.Where(it => it.GroupId == group.Id && it.Person.Name == "邵卫东")
            .Select(it => it.Person)
            .FirstAsync();
        await roster.JoinAsync(
            helper,
            new VolunteerWords(["测温", "开车"])
            {
                Area = "东片",
                FreeText = "周末",
                FreeSlots = 7,
                Contact = "138 0013 8000",
            }
        );
        await roster.JoinAsync(lead, new VolunteerWords(["登记"]));
        await roster.NameAsync(maker, "南门队", lead, [helper]);
        await db.SaveChangesAsync();
        var tomorrow = ConsoleCast.Now.AddDays(1);
        await desk.MakeAsync(maker, new ShiftDraft("南门岗", tomorrow, tomorrow.AddHours(2), 3) { Skill = "测温" });
        await db.SaveChangesAsync();
        await desk.SignUpAsync(1, maker, person: helper);
        await desk.MakeAsync(maker, new ShiftDraft("物资点", ConsoleCast.Now.AddMinutes(1), ConsoleCast.Now.AddMinutes(21), 1));
        await db.SaveChangesAsync();
        await desk.CheckInAsync(2, new Actor(helper, group));
        await db.SaveChangesAsync();
        await new ShiftDesk(db, new MovedClock(new DateTimeOffset(ConsoleCast.Now.AddMinutes(25)))).EndAsync(2);
        await desk.MakeAsync(new Actor(lead, other, Organiser: true), new ShiftDraft("村口", tomorrow, tomorrow.AddHours(2), 2));
        await db.SaveChangesAsync();
    }

    /// <summary>#1 is over, in two groups; #2 is a draft for both.</summary>
    private static async Task BroadcastsAsync(Db db, Person author)
    {
        var desk = new BroadcastDesk(db, Clock);
        var sent = (await desk.DraftAsync(author, new BroadcastWords("**{群名}**：明早 9 点停水，请提前存水。"), Reach.House)).Broadcast!;
        await desk.AimAsync(sent, "所有群");
        await desk.ConfirmAsync(sent, author);
        await new BroadcastDesk(db, new MovedClock(new DateTimeOffset(ConsoleCast.Now.AddMinutes(1)))).FeedAsync(sent);
        // The courier of the house finds nothing to carry.
        foreach (var row in await db.Outbox.Where(it => it.BroadcastId == sent.Id).ToListAsync())
            (row.State, row.SentAt, row.MessageId) = (OutboxState.Sent, ConsoleCast.Now.AddMinutes(1), $"m{row.Id}");
        await desk.DraftAsync(author, new BroadcastWords("周六上午一起打扫楼道。"), Reach.House);
        await db.SaveChangesAsync();
    }

    /// <summary>#1 tomorrow and full with one who waits, #2 called off, #3 over, #4 of another group.</summary>
    private static async Task ClassesAsync(Db db, Group group, Group other, Person person)
    {
        var desk = new ClassDesk(db, Clock);
        var maker = new Actor(person, group, Organiser: true);
        var helper = await db
            .Members.Where(it => it.GroupId == group.Id && it.Person.Name == "邵卫东")
            .Select(it => it.Person)
            .FirstAsync();
        var sleep = new ClassDraft("睡个好觉", ConsoleCast.Now.AddDays(1))
        {
            Speaker = "沈安澜",
            Organisation = "区医院",
            Venue = "会议 882 1100",
            Places = 2,
        };
        await desk.MakeAsync(maker, sleep);
        await db.SaveChangesAsync();
        await desk.SignUpAsync(1, new Actor(helper, group), new Party(true, ["王阿姨"]));
        await db.SaveChangesAsync();
        await desk.SignUpAsync(1, maker, Party.Me);
        await desk.MakeAsync(maker, new ClassDraft("八段锦", ConsoleCast.Now.AddDays(2)) { Kind = ClassKind.Activity });
        await db.SaveChangesAsync();
        await desk.CancelAsync(2, maker);
        await desk.MakeAsync(maker, new ClassDraft("怎样量体温", ConsoleCast.Now.AddMinutes(5)) { Minutes = 10 });
        await db.SaveChangesAsync();
        await desk.SignUpAsync(3, new Actor(helper, group), Party.Me);
        await db.SaveChangesAsync();
        await desk.AttendAsync(3, new Actor(helper, group));
        await desk.MakeAsync(new Actor(person, other, Organiser: true), new ClassDraft("种菜", ConsoleCast.Now.AddDays(3)));
        await db.SaveChangesAsync();
    }

    /// <summary>#1 sent in, #2 out, #3 a draft, #4 of the library, #5 scheduled, #6 of another group.</summary>
    private static async Task PostsAsync(Db db, Group group, Group other, Person author)
    {
        var desk = new ContentDesk(db, Clock);
        var staff = new Actor(author, null, Organiser: true);
        var tips = await desk.ColumnAsync("小贴士", ColumnKind.Tip);
        var stories = await desk.ColumnAsync("逆行经验", ColumnKind.Story);
        var policies = await desk.ColumnAsync("政策法规", ColumnKind.Policy);
        await db.SaveChangesAsync();
        await desk.SubmitAsync(new Actor(author, group), stories, "zh-CN", new PostWords("一个烤红薯", "门卫老邵分了半个烤红薯给我。"));
        await db.SaveChangesAsync();
        await desk.CoverAsync(1, staff, Content.Pictures.Drawn(800, 400));
        var typhoon = new PostWords("台风要来，先收阳台", "**花盆**和晾衣杆先收进屋。\n\n- 窗户关好\n- 手机充满电")
        {
            Source = "市应急管理局",
            SourceLink = "https://emergency.example/typhoon",
            CheckedOn = new DateOnly(2020, 1, 20),
        };
        await desk.DraftAsync(tips, "zh-CN", typhoon);
        await db.SaveChangesAsync();
        await desk.ApproveAsync(2, staff);
        var drafted = await desk.DraftAsync(policies, "zh-CN", new PostWords("小区出入登记办法", "凭出入证进出，每户一天一人。"));
        desk.Limit(drafted.Post!, new DateOnly(2020, 2, 1), new DateOnly(2020, 2, 29), null);
        await db.SaveChangesAsync();
        await desk.DraftAsync(tips, "en", new PostWords("Boil water after a flood", "Let it boil for one minute."));
        await db.SaveChangesAsync();
        var library = (await desk.FindAsync(4))!;
        (library.LibraryKey, library.SubmittedAt) = ("en/tips/boil-water", ConsoleCast.Now);
        await desk.DraftAsync(tips, "zh-CN", new PostWords("口罩怎么戴", "先洗手，金属条朝上。"));
        await db.SaveChangesAsync();
        await desk.ApproveAsync(5, staff, ConsoleCast.Now.AddDays(3));
        await desk.SubmitAsync(new Actor(author, other), stories, "zh-CN", new PostWords("瑞禾村的菜地", "各家轮流浇水。"));
        await db.SaveChangesAsync();
    }
}
