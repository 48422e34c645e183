using MutualAid.Core.Communities;
using MutualAid.Core.Supplies;
using MutualAid.Tests.Stores;

namespace MutualAid.Tests.Supplies;

public abstract class Closing(Func<Task<TestStore>> make) : SupplyStage(make)
{
    [SkippableFact]
    public async Task The_asker_and_organisers_cancel_and_nobody_else()
    {
        await Asked(Shao, "口罩 100个");
        await Asked(Shao, "门帘 2块");
        await RefusedWithoutTrace(1, SupplyRefusal.NotYours, () => Cancel(Duan, 1));
        Assert.True((await Cancel(Shao, 1)).Done);
        Assert.True((await Cancel(Wen, 2)).Done);
        Assert.Equal(NeedState.Cancelled, await State(1));
        foreach (var act in new[] { () => Receive(Shao, 1), () => Claim(Gong, 1), () => Deliver(Wen, 1), () => Cancel(Shao, 1) })
            await RefusedWithoutTrace(1, SupplyRefusal.AlreadyCancelled, act);
    }

    [SkippableFact]
    public async Task An_unverified_need_stays_in_its_group()
    {
        await Asked(Shao, "口罩 100个");
        await RefusedWithoutTrace(1, SupplyRefusal.OtherGroup, () => Claim(Lu, 1, group: "g2"));
        await RefusedWithoutTrace(1, SupplyRefusal.NotOrganiser, () => Verify(Duan));
        Assert.True((await Verify(Wen)).Done);
        await RefusedWithoutTrace(1, SupplyRefusal.AlreadyVerified, () => Verify(Wen));
        Assert.True((await Claim(Lu, 1, 10, group: "g2")).Done);

        Task<ActResult> Verify(string name) => Act(name, (desk, who) => desk.VerifyAsync(1, who));
    }

    [SkippableFact]
    public async Task A_verification_is_taken_back_while_something_is_still_to_come()
    {
        await Asked(Shao, "口罩 100个");
        await RefusedWithoutTrace(1, SupplyRefusal.NotVerified, () => Unverify(Wen));
        Assert.True((await Act(Wen, (desk, who) => desk.VerifyAsync(1, who))).Done);
        await RefusedWithoutTrace(1, SupplyRefusal.NotOrganiser, () => Unverify(Duan));
        Assert.True((await Unverify(Wen)).Done);
        await RefusedWithoutTrace(1, SupplyRefusal.OtherGroup, () => Claim(Lu, 1, group: "g2"));
        Assert.True((await Act(Wen, (desk, who) => desk.VerifyAsync(1, who))).Done);
        await Claim(Duan, 1);
        await Deliver(Duan, 1);
        await RefusedWithoutTrace(1, SupplyRefusal.NotVerified, () => Unverify(Wen));

        Task<ActResult> Unverify(string name) => Act(name, (desk, who) => desk.UnverifyAsync(1, who));
    }

    [SkippableFact]
    public async Task Its_asker_claimers_and_organisers_act_on_it_from_anywhere()
    {
        await Asked(Shao, "口罩 100个");
        await Claim(Duan, 1, 10);
        Assert.True((await Act(Duan, (desk, who) => desk.DeliverAsync(1, who), "g2")).Done);
        Assert.True((await Receive(Shao, 1, group: "@private")).Done);
        Assert.True((await Receive(Wen, 1, 5, group: "g2")).Done);
        await RefusedWithoutTrace(1, SupplyRefusal.OtherGroup, () => Receive(Lu, 1, 5, group: "g2"));
        Assert.True((await Claim(Gong, 1, 5, group: "@private")).Done);
    }

    [SkippableFact]
    public async Task An_unclaimed_need_is_asked_after_before_the_night_and_expires_72_hours_after_the_last_act()
    {
        Clock.Set(At("2020-02-17T10:40"));
        await Asked(Shao, "血压计 2台");
        Assert.Empty(await QuestionsAt("2020-02-19T21:29"));
        Assert.Equal(1, Assert.Single(await QuestionsAt("2020-02-19T21:30")).Number);
        Assert.Empty(await QuestionsAt("2020-02-19T21:31"));
        Assert.Empty(await ExpiredAt("2020-02-20T10:39"));
        Assert.Equal(1, Assert.Single(await ExpiredAt("2020-02-20T10:40")).Number);
        Assert.Empty(await ExpiredAt("2020-02-20T10:41"));
        Assert.Equal(NeedState.Expired, await State(1));
        await RefusedWithoutTrace(1, SupplyRefusal.AlreadyExpired, () => Claim(Duan, 1));
    }

    [SkippableFact]
    public async Task After_an_outage_it_is_asked_first_and_expires_three_waking_hours_later()
    {
        await Asked(Shao, "血压计 2台");
        Assert.Empty(await ExpiredAt("2020-02-09T21:00"));
        Assert.Empty(await QuestionsAt("2020-02-09T23:00"));
        Assert.Single(await QuestionsAt("2020-02-10T21:00"));
        Assert.Empty(await ExpiredAt("2020-02-11T09:29"));
        Assert.Single(await ExpiredAt("2020-02-11T09:30"));
    }

    [SkippableFact]
    public async Task Each_act_begins_the_72_hours_again_and_a_refused_one_does_not()
    {
        await Asked(Shao, "血压计 2台");
        Clock.Set(At("2020-02-05T12:00"));
        await Claim(Duan, 1, 1);
        Clock.Set(At("2020-02-05T13:00"));
        await Release(Duan, 1);
        Assert.Single(await QuestionsAt("2020-02-08T09:00"));
        await Claim(Duan, 1, 99);
        Assert.Single(await ExpiredAt("2020-02-08T13:00"));
    }

    [SkippableFact]
    public async Task Renewing_answers_the_question()
    {
        await Asked(Shao, "血压计 2台");
        Assert.Single(await QuestionsAt("2020-02-05T21:45"));
        await RefusedWithoutTrace(1, SupplyRefusal.NotYours, () => Renew(Duan));
        Assert.True((await Renew(Shao)).Done);
        Assert.Empty(await ExpiredAt("2020-02-06T11:00"));
        Assert.Single(await QuestionsAt("2020-02-08T15:00"));

        Task<ActResult> Renew(string name) => Act(name, (desk, who) => desk.RenewAsync(1, who));
    }

    [SkippableFact]
    public async Task What_is_claimed_does_not_expire()
    {
        await Asked(Shao, "血压计 2台");
        await Claim(Duan, 1, 1);
        Assert.Empty(await QuestionsAt("2020-03-05T12:00"));
        Assert.Empty(await ExpiredAt("2020-03-09T12:00"));
    }

    [SkippableFact]
    public async Task A_repeat_is_found_and_merged_into_the_open_need()
    {
        await Asked(Shao, "口罩 100个");
        await Asked(Duan, "口罩 5个", community: "云谷村");
        var again = await Ask(Shao, "口罩 50个，手套 5双", "杏花台社区", urgent: true);
        Assert.Equal(1, again.Repeat?.Number);
        Assert.True((await Act(Shao, (desk, who) => desk.MergeAsync(3, 1, who))).Done);
        var need = await Stored(1);
        Assert.Equal([150m, 5m], need.Lines.InOrder().Select(line => line.Quantity));
        Assert.True(need.Urgent);
        Assert.Equal(NeedState.Cancelled, await State(3));
        Assert.Null((await Ask(Shao, "门帘 1块", "杏花台社区")).Repeat);
    }

    [SkippableFact]
    public async Task An_edit_changes_the_record_until_something_is_claimed()
    {
        await Asked(Shao, "口罩 200个，手套 5双，喷壶 1个");
        await Claim(Duan, 1);
        await Release(Duan, 1);
        Assert.Equal(SupplyRefusal.None, (await Edit("口罩 300个")).Refusal);
        Assert.Equal(300, Assert.Single((await Stored(1)).Lines).Quantity);
        await Claim(Duan, 1);
        var grown = await Edit("口罩 400个");
        Assert.Equal((SupplyRefusal.AlreadyClaimed, 300m, 100m), (grown.Refusal, grown.Claimed, grown.More));
        Assert.True((await Act(Shao, (desk, who) => desk.AddToLineAsync(1, who, 100))).Done);
        Assert.Equal(100, (await Stored(1)).Lines[0].LeftToClaim());

        Task<EditResult> Edit(string items) => Do(Shao, "g1", (db, who) => new SupplyDesk(db, Clock).EditAsync(1, who, Items(items)));
    }

    [SkippableFact]
    public async Task The_community_is_the_one_named_else_the_one_joined_last_and_is_fixed_when_asked()
    {
        var first = await Join("云谷社区");
        Assert.Null(first.Suggestion);
        await Ask(Shao, "口罩 5个");
        Assert.Equal("云谷社区", (await Join("云谷村")).Suggestion?.Name);
        await Ask(Shao, "手套 5双");
        await Ask(Shao, "喷壶 5个", "石榴园社区");
        Assert.Equal("云谷社区", (await Stored(1)).Community?.Name);
        Assert.Equal("云谷村", (await Stored(2)).Community?.Name);
        Assert.Equal("石榴园社区", (await Stored(3)).Community?.Name);
        Assert.Equal(CommunityRefusal.NoName, (await Join("  ")).Refusal);

        Task<JoinResult> Join(string name) => Do(Shao, "g1", (db, who) => new CommunityDesk(db, Clock).JoinAsync(who.Person, name));
    }

    [SkippableFact]
    public async Task Offers_and_needs_of_the_same_goods_find_each_other()
    {
        await Asked(Shao, "N95口罩 100个");
        await Offer(Duan, "g1", "口罩 500个");
        await Offer(Lu, "g2", "口罩 50个");
        await using (var db = Stage.Store.Read())
        {
            Assert.Equal([1], (await db.MatchesForAsync(await Stored(1))).Select(offer => offer.Number));
        }

        await Act(Wen, (desk, who) => desk.VerifyAsync(1, who));
        await using (var db = Stage.Store.Read())
        {
            Assert.Equal([1, 2], (await db.MatchesForAsync(await Stored(1))).Select(offer => offer.Number));
            var offer = db.Offers.WithAll().OldestFirst().Last();
            Assert.Equal([1], (await db.MatchesForAsync(offer)).Select(need => need.Number));
        }

        Assert.Equal(SupplyRefusal.NotYours, (await Withdraw(Gong)).Refusal);
        Assert.Equal(SupplyRefusal.None, (await Withdraw(Duan)).Refusal);
        Assert.Equal(SupplyRefusal.AlreadyWithdrawn, (await Withdraw(Duan)).Refusal);

        Task<OfferResult> Offer(string name, string group, string items) =>
            Do(name, group, (db, who) => new OfferDesk(db, Clock).OfferAsync(who, Items(items)));
        Task<OfferResult> Withdraw(string name) => Do(name, "g1", (db, who) => new OfferDesk(db, Clock).WithdrawAsync(1, who));
    }

    private Task<IReadOnlyList<Need>> QuestionsAt(string local) => Due(local, desk => desk.StillNeededDueAsync());

    private Task<IReadOnlyList<Need>> ExpiredAt(string local) => Due(local, desk => desk.ExpireDueAsync());

    private Task<IReadOnlyList<Need>> Due(string local, Func<SupplyDesk, Task<IReadOnlyList<Need>>> ask)
    {
        Clock.Set(At(local));
        return Stage.Writer.DoAsync("job", db => ask(new SupplyDesk(db, Clock)));
    }
}

public sealed class ClosingOnSqlite() : Closing(TestStore.SqliteAsync);

public sealed class ClosingOnPostgres() : Closing(TestStore.PostgresAsync);
