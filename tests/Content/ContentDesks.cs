using MutualAid.Core.Communities;
using MutualAid.Core.Content;
using MutualAid.Core.Groups;
using MutualAid.Core.Reports;
using MutualAid.Tests.Stores;
using MutualAid.Tests.Supplies;

namespace MutualAid.Tests.Content;

/// <summary>Posts at the desk, on both databases.</summary>
public abstract class ContentDesks(Func<Task<TestStore>> make) : SupplyStage(make)
{
    private static readonly DateOnly First = new(2020, 2, 3);
    private static readonly TimeZoneInfo China = new Group().Zone();

    [SkippableFact]
    public async Task The_report_counts_posts_readers_and_noted_figures_column_by_column()
    {
        var story = await PublishAsync("疫线故事", ColumnKind.Story, "一个烤红薯", "杏花台社区");
        var second = await PublishAsync("疫线故事", ColumnKind.Story, "第二个", "云谷村");
        var gone = await PublishAsync("资源信息", ColumnKind.Other, "撤下的", null);
        await EditAsync((desk, editor) => desk.WithdrawAsync(gone, editor));
        await ReadAsync(story, Shao, Duan, Shao);
        await FigureAsync(story, 100, First.AddDays(-1));
        await FigureAsync(story, 340, First);
        await FigureAsync(story, 900, First.AddDays(2));
        Clock.Set(At("2020-02-04T00:00"));
        await ReadAsync(second, Wen);
        var report = await ReportAsync(First, First);
        Assert.Equal([new ColumnFigures("疫线故事", 2, 242, 0)], report.Columns);
        Assert.Equal((2, 242, 0, 2), (report.Posts, report.Reads, report.Shares, report.Communities));
        Assert.Equal((0, 561), (await ReportAsync(First.AddDays(1), First.AddDays(3))) is var later ? (later.Posts, later.Reads) : default);
    }

    [SkippableFact]
    public async Task Search_finds_words_in_any_width_and_in_traditional_characters()
    {
        await PublishAsync("政策法规", ColumnKind.Policy, "核酸检测２４小时", null);
        await PublishAsync("政策法规", ColumnKind.Policy, "出入证怎么办", null);
        await using var db = Stage.Store.Read();
        foreach (var words in new[] { "核酸", "核酸檢測", "24小時", "檢測 ２４", "第一步" })
            Assert.Contains("核酸检测２４小时", db.Posts.About(words).Select(post => post.Title).ToList());
        Assert.Equal(["出入证怎么办"], db.Posts.About("出入證").Select(post => post.Title).ToList());
        Assert.Empty(db.Posts.About("核酸 出入证").ToList());
    }

    [SkippableFact]
    public async Task A_correction_keeps_what_stood_there_and_the_scheduled_wait_for_their_hour()
    {
        var number = await PublishAsync("政策法规", ColumnKind.Policy, "核酸", null, At("2020-02-05T08:00").UtcDateTime);
        await using (var db = Stage.Store.Read())
        {
            Assert.Equal(PostState.Scheduled, db.Posts.Single().State(Clock.GetUtcNow().UtcDateTime));
            Assert.Empty(db.Posts.Published(Clock.GetUtcNow().UtcDateTime));
            Assert.Single(db.Posts.Published(At("2020-02-05T08:00").UtcDateTime));
        }

        // What nobody saw yet is only changed.
        await EditAsync((desk, editor) => desk.CorrectAsync(number, editor, new PostWords("核酸", "第一步，洗手。第二步。")));
        await EditAsync((desk, editor) => desk.CorrectAsync(number, editor, new PostWords("核酸", "第一步，洗手。")));
        Clock.Set(At("2020-02-05T08:00"));
        await EditAsync((desk, editor) => desk.CorrectAsync(number, editor, new PostWords("核酸", "24小时。")));
        await using var after = Stage.Store.Read();
        Assert.Equal((2, "24小时。"), (after.Posts.Single().Edition, after.Posts.Single().Body));
        Assert.Equal((1, "第一步，洗手。"), (after.PostRevisions.Single().Edition, after.PostRevisions.Single().Body));
        Assert.Equal([ContentDesk.Redraw], after.Due.Select(it => it.Kind).Distinct());
    }

    [SkippableFact]
    public async Task The_next_tip_is_the_one_shown_least_and_a_policy_is_new_once_an_edition()
    {
        for (var tip = 1; tip <= 5; tip++)
            await PublishAsync("小贴士", ColumnKind.Tip, $"贴士{tip}", null);
        var policy = await PublishAsync("政策法规", ColumnKind.Policy, "核酸", null);
        var shown = new List<(string, bool)>();
        for (var day = 0; day < 6; day++)
            shown.Add(await NextAsync());
        Assert.Equal(5, shown.Take(5).Select(it => it.Item1).Distinct().Count());
        Assert.Equal([false, false, false, false, false, true], shown.Select(it => it.Item2));
        Assert.Equal("核酸", await PolicyAsync());
        Assert.Null(await PolicyAsync());
        await EditAsync((desk, editor) => desk.CorrectAsync(policy, editor, new PostWords("核酸", "24小时。")));
        Assert.Equal("核酸", await PolicyAsync());

        Task<(string, bool)> NextAsync() =>
            Do(
                Wen,
                "g1",
                async (db, who) =>
                {
                    var next = (await db.NextAsync(who.Group, null, "zh-CN", null, Clock.GetUtcNow().UtcDateTime))!;
                    new ContentDesk(db, Clock).Show(next.Post, who.Group, null, pushed: true);
                    return (next.Post.Title, next.IsRepeat);
                }
            );

        Task<string?> PolicyAsync() =>
            Do(
                Wen,
                "g1",
                async (db, who) =>
                {
                    var post = await db.NewPolicyAsync(who.Group!, Clock.GetUtcNow().UtcDateTime);
                    if (post is not null)
                        new ContentDesk(db, Clock).Show(post, who.Group, null, pushed: true);
                    return post?.Title;
                }
            );
    }

    [SkippableFact]
    public async Task A_group_has_one_digest_a_date()
    {
        await MakeAsync("g1", First);
        await MakeAsync("g1", First.AddDays(1));
        await MakeAsync("g2", First);
        await Assert.ThrowsAsync<Microsoft.EntityFrameworkCore.DbUpdateException>(() => MakeAsync("g1", First));

        Task<bool> MakeAsync(string group, DateOnly date) =>
            Do(
                Wen,
                group,
                (db, who) =>
                {
                    db.Digests.Add(new Digest { Group = who.Group!, Date = date });
                    return Task.FromResult(true);
                }
            );
    }

    [SkippableFact]
    public async Task Each_refusal_leaves_everything_as_it_was()
    {
        var number = await PublishAsync("政策法规", ColumnKind.Policy, "核酸", null);
        var refusals = new List<ContentRefusal>
        {
            (await EditAsync((desk, editor) => desk.ApproveAsync(99, editor))).Refusal,
            (await EditAsync((desk, editor) => desk.ApproveAsync(number, editor))).Refusal,
            (await EditAsync((desk, editor) => desk.CorrectAsync(number, editor, new PostWords(" ", "甲")))).Refusal,
            (await EditAsync((desk, editor) => desk.CorrectAsync(number, editor, new PostWords(new string('甲', 61), "甲")))).Refusal,
            (await EditAsync((desk, editor) => desk.CorrectAsync(number, editor, new PostWords("甲", "\n ")))).Refusal,
            (await EditAsync((desk, editor) => desk.CorrectAsync(number, editor, new PostWords("甲", new string('乙', 20_001))))).Refusal,
            (await Do(Shao, "g1", (db, who) => new ContentDesk(db, Clock).WithdrawAsync(number, who))).Refusal,
            await EditAsync(async (desk, _) => desk.Limit((await desk.FindAsync(number))!, First, First.AddDays(-1), null)),
            await EditAsync(
                async (desk, who) => desk.NoteFigure((await desk.FindAsync(number))!, who, FigureKind.Reads, -1, First, "甲报")
            ),
        };
        Assert.Equal(
            [
                ContentRefusal.NoSuchPost,
                ContentRefusal.AlreadyApproved,
                ContentRefusal.NoTitle,
                ContentRefusal.TitleTooLong,
                ContentRefusal.NoText,
                ContentRefusal.TextTooHeavy,
                ContentRefusal.NotEditor,
                ContentRefusal.BadValidity,
                ContentRefusal.BadFigure,
            ],
            refusals
        );
        await using var db = Stage.Store.Read();
        Assert.Equal(("核酸", 1, null), (db.Posts.Single().Title, db.Posts.Single().Edition, db.Posts.Single().WithdrawnAt));
        Assert.Empty(db.PostRevisions);
    }

    private Task<int> PublishAsync(string column, ColumnKind kind, string title, string? community, DateTime? at = null) =>
        Do(
            Wen,
            "g1",
            async (db, who) =>
            {
                var desk = new ContentDesk(db, Clock);
                var post = (
                    await desk.DraftAsync(await desk.ColumnAsync(column, kind), "zh-CN", new PostWords(title, "第一步，洗手。"))
                ).Post!;
                if (community is not null)
                    post.Community = await new CommunityDesk(db, Clock).NamedAsync(community);
                await db.SaveChangesAsync();
                Assert.True((await desk.ApproveAsync(post.Number, Editor(who), at)).Done);
                return post.Number;
            }
        );

    private Task<T> EditAsync<T>(Func<ContentDesk, Actor, Task<T>> edit) =>
        Do(Wen, "g1", (db, who) => edit(new ContentDesk(db, Clock), Editor(who)));

    // The staff of the console.
    private static Actor Editor(Actor who) => new(who.Person, null, Organiser: true);

    private async Task ReadAsync(int number, params string[] names)
    {
        foreach (var name in names)
            await Do(
                name,
                "g1",
                async (db, who) =>
                {
                    var desk = new ContentDesk(db, Clock);
                    return await desk.ReadAsync((await desk.FindAsync(number))!, who.Person, PostDoor.Button);
                }
            );
    }

    private Task<ContentRefusal> FigureAsync(int number, int value, DateOnly date) =>
        EditAsync(async (desk, who) => desk.NoteFigure((await desk.FindAsync(number))!, who, FigureKind.Reads, value, date, "甲报"));

    private async Task<ContentFigures> ReportAsync(DateOnly from, DateOnly to)
    {
        await using var db = Stage.Store.Read();
        return (await db.ClosingReportAsync(from, to, China)).Content;
    }
}

public sealed class ContentDesksOnSqlite() : ContentDesks(TestStore.SqliteAsync);

public sealed class ContentDesksOnPostgres() : ContentDesks(TestStore.PostgresAsync);
