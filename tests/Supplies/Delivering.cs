using MutualAid.Core.Supplies;
using MutualAid.Tests.Stores;

namespace MutualAid.Tests.Supplies;

public abstract class Delivering(Func<Task<TestStore>> make) : SupplyStage(make)
{
    [SkippableFact]
    public async Task Delivered_marks_the_rest_of_the_speakers_claims_and_no_others()
    {
        await Asked(Shao, "口罩 100个，手套 20双");
        await Claim(Duan, 1, 60, "口罩");
        await Claim(Gong, 1);
        var result = await Deliver(Duan, 1);
        Assert.Equal(60, Assert.Single(result.Shares).Quantity);
        Assert.Equal(40, (await Stored(1)).Lines[0].LeftToDeliver());
        await RefusedWithoutTrace(1, SupplyRefusal.NothingLeft, () => Deliver(Duan, 1));
        await Deliver(Gong, 1);
        Assert.Equal(NeedState.Delivered, await State(1));
    }

    [SkippableFact]
    public async Task Part_of_a_claim_can_be_delivered_and_not_more_than_it()
    {
        await Asked(Shao, "口罩 100个");
        await Claim(Duan, 1, 60);
        Assert.True((await Deliver(Duan, 1, 25, photo: "photo1")).Done);
        var more = await Deliver(Duan, 1, 36);
        Assert.Equal((SupplyRefusal.MoreThanLeft, 35m), (more.Refusal, more.Left));
        Assert.Equal(NeedState.Claimed, await State(1));
    }

    [SkippableFact]
    public async Task Who_claimed_nothing_delivers_nothing()
    {
        await Asked(Shao, "口罩 100个");
        await RefusedWithoutTrace(1, SupplyRefusal.NoClaim, () => Deliver(Duan, 1));
        await RefusedWithoutTrace(1, SupplyRefusal.NoClaim, () => Deliver(Shao, 1));
    }

    [SkippableFact]
    public async Task An_organiser_without_a_claim_takes_what_nobody_claimed_first_then_the_oldest_claims()
    {
        await Asked(Shao, "口罩 100个");
        await Claim(Duan, 1, 30);
        Clock.Move(TimeSpan.FromMinutes(5));
        await Claim(Gong, 1, 30);
        await Deliver(Wen, 1, 50);
        Assert.Equal(0, (await Stored(1)).Lines[0].LeftToClaim());
        Assert.Equal(20, Assert.Single((await Release(Duan, 1)).Shares).Quantity);
        Assert.Equal(20, (await Stored(1)).Lines[0].LeftToClaim());
        Assert.Equal(50, (await Deliver(Wen, 1)).Shares.Sum(share => share.Quantity));
        Assert.Equal(NeedState.Delivered, await State(1));
        Assert.Equal(SupplyRefusal.NothingLeft, (await Release(Gong, 1)).Refusal);
    }

    [SkippableFact]
    public async Task An_organiser_whose_claim_is_delivered_must_say_how_much_more()
    {
        await Asked(Shao, "口罩 100个");
        await Claim(Wen, 1, 20);
        await Claim(Duan, 1, 60);
        Assert.Equal(20, (await Deliver(Wen, 1)).Shares[0].Quantity);
        await RefusedWithoutTrace(1, SupplyRefusal.NothingLeft, () => Deliver(Wen, 1));
        Assert.True((await Deliver(Wen, 1, 20)).Done);
        Assert.Equal(60, (await Stored(1)).Lines[0].LeftToDeliver());
    }

    [SkippableFact]
    public async Task Received_confirms_what_was_delivered_and_twice_is_harmless()
    {
        await Asked(Shao, "N95口罩 100个");
        await Claim(Duan, 1, 60);
        await Deliver(Duan, 1, photo: "photo1");
        var result = await Receive(Shao, 1);
        Assert.Equal(60, Assert.Single(result.Shares).Quantity);
        await RefusedWithoutTrace(1, SupplyRefusal.NothingToConfirm, () => Receive(Shao, 1));
        var need = await Stored(1);
        Assert.Equal("photo1", Assert.Single(need.Lines[0].Handovers).Photo);
        Assert.Null(need.ClosedAt);
        Assert.Equal(NeedState.Claimed, need.State());
    }

    [SkippableFact]
    public async Task If_nothing_was_marked_delivered_received_confirms_all_that_is_left()
    {
        await Asked(Shao, "口罩 100个，手套 20双");
        await Claim(Duan, 1, 60, "口罩");
        var result = await Receive(Shao, 1);
        Assert.Equal([100m, 20m], result.Shares.Select(share => share.Quantity));
        var need = await Stored(1);
        Assert.Equal((NeedState.Received, Clock.GetUtcNow().UtcDateTime), (need.State(), need.ClosedAt));
        Assert.All(need.Lines, line => Assert.Equal(line.Quantity, line.Delivered()));
        Assert.Equal(0, need.Lines[0].Claims[0].Undelivered());
        foreach (var act in new[] { () => Receive(Shao, 1), () => Claim(Gong, 1), () => Deliver(Wen, 1), () => Cancel(Shao, 1) })
            await RefusedWithoutTrace(1, SupplyRefusal.AlreadyReceived, act);
    }

    [SkippableFact]
    public async Task A_quantity_said_is_confirmed_also_beyond_what_was_marked_delivered()
    {
        await Asked(Shao, "口罩 100个");
        await Claim(Duan, 1, 60);
        await Deliver(Duan, 1, 10);
        Assert.True((await Receive(Shao, 1, 80)).Done);
        var line = (await Stored(1)).Lines[0];
        Assert.Equal((80m, 80m, 20m), (line.Received(), line.Delivered(), line.LeftToClaim()));
        Assert.Equal(0, line.Claims[0].Undelivered());
        var more = await Receive(Shao, 1, 21);
        Assert.Equal((SupplyRefusal.MoreThanLeft, 20m), (more.Refusal, more.Left));
    }

    [SkippableFact]
    public async Task Only_the_asker_and_organisers_sign()
    {
        await Asked(Shao, "口罩 100个，手套 20双");
        await Claim(Duan, 1);
        await Deliver(Duan, 1);
        await RefusedWithoutTrace(1, SupplyRefusal.NotYours, () => Receive(Duan, 1));
        await RefusedWithoutTrace(1, SupplyRefusal.WhichLine, () => Receive(Shao, 1, 5));
        Assert.True((await Receive(Wen, 1, 5, "手套")).Done);
        Assert.True((await Receive(Shao, 1)).Done);
        Assert.Equal(2, (await Stored(1)).Lines[1].Handovers.Count);
        Assert.Equal(NeedState.Received, await State(1));
    }

    [SkippableFact]
    public async Task One_line_signed_by_name_leaves_the_others()
    {
        await Asked(Shao, "口罩 100个，手套 20双");
        Assert.Equal(20, Assert.Single((await Receive(Shao, 1, named: "手套")).Shares).Quantity);
        Assert.Equal(NeedState.Claimed, await State(1));
        await RefusedWithoutTrace(1, SupplyRefusal.NothingToConfirm, () => Receive(Shao, 1, named: "手套"));
        Assert.Equal(100, Assert.Single((await Receive(Shao, 1, named: "口罩")).Shares).Quantity);
        Assert.Equal(NeedState.Received, await State(1));
    }
}

public sealed class DeliveringOnSqlite() : Delivering(TestStore.SqliteAsync);

public sealed class DeliveringOnPostgres() : Delivering(TestStore.PostgresAsync);
