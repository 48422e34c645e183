using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Supplies;
using MutualAid.Tests.Stores;

namespace MutualAid.Tests.Supplies;

public abstract class Claiming(Func<Task<TestStore>> make) : SupplyStage(make)
{
    [SkippableFact]
    public async Task A_claim_without_an_amount_takes_all_that_is_left_of_every_line()
    {
        await Asked(Shao, "体温枪 2把，手套 100副，喷壶 5个");
        await Claim(Duan, 1, 60, "手套");
        var rest = await Claim(Gong, 1);
        Assert.Equal([2m, 40m, 5m], rest.Shares.Select(share => share.Quantity));
        Assert.Equal(NeedState.Claimed, await State(1));
    }

    [SkippableFact]
    public async Task An_amount_is_taken_of_the_only_line()
    {
        await Asked(Shao, "口罩 300个");
        Assert.True((await Claim(Duan, 1, 200)).Done);
        Assert.Equal(100, (await Stored(1)).Lines[0].LeftToClaim());
    }

    [SkippableFact]
    public async Task An_amount_without_a_name_is_asked_back_when_several_lines_are_open()
    {
        await Asked(Shao, "体温枪 2把，手套 100副");
        await RefusedWithoutTrace(1, SupplyRefusal.WhichLine, () => Claim(Duan, 1, 1));
        await Claim(Duan, 1, null, "体温枪");
        Assert.True((await Claim(Gong, 1, 30)).Done);
    }

    [SkippableTheory]
    [InlineData("口罩", SupplyRefusal.None, "口罩")]
    [InlineData("N95", SupplyRefusal.None, "N95口罩")]
    [InlineData("ｎ９５ 口罩", SupplyRefusal.None, "N95口罩")]
    [InlineData("罩", SupplyRefusal.WhichLine, null)]
    [InlineData("护目镜", SupplyRefusal.NoSuchLine, null)]
    public async Task A_line_is_meant_by_its_exact_name_or_by_the_only_one_that_contains_the_word(
        string word,
        SupplyRefusal refusal,
        string? item
    )
    {
        await Asked(Shao, "N95口罩 100个，口罩 200个，手套 5双");
        var result = await Claim(Duan, 1, 5, word);
        Assert.Equal(refusal, result.Refusal);
        Assert.Equal(item, result.Shares.SingleOrDefault()?.Line.Item);
    }

    [SkippableFact]
    public async Task More_than_is_left_is_refused_with_what_is_left()
    {
        await Asked(Shao, "N95口罩 100个");
        await Claim(Duan, 1, 60);
        var result = await Claim(Gong, 1, 50);
        Assert.Equal((SupplyRefusal.MoreThanLeft, 40m), (result.Refusal, result.Left));
        await RefusedWithoutTrace(1, SupplyRefusal.MoreThanLeft, () => Claim(Gong, 1, 50));
        await RefusedWithoutTrace(1, SupplyRefusal.BadQuantity, () => Claim(Gong, 1, 0));
        await RefusedWithoutTrace(1, SupplyRefusal.BadQuantity, () => Claim(Gong, 1, -3));
        await RefusedWithoutTrace(1, SupplyRefusal.BadQuantity, () => Claim(Gong, 1, 1_000_000_001));
    }

    [SkippableFact]
    public async Task With_nothing_left_a_claim_is_refused()
    {
        await Asked(Shao, "口罩 300个");
        await Claim(Duan, 1);
        await RefusedWithoutTrace(1, SupplyRefusal.NothingLeft, () => Claim(Gong, 1));
        await RefusedWithoutTrace(1, SupplyRefusal.NothingLeft, () => Claim(Gong, 1, 5));
    }

    [SkippableFact]
    public async Task An_unknown_number_is_refused_and_uses_up_none()
    {
        Assert.Equal(SupplyRefusal.NoSuchNeed, (await Claim(Duan, 99)).Refusal);
        Assert.Equal(SupplyRefusal.NoItems, (await Do(Shao, "g1", (db, who) => new SupplyDesk(db, Clock).AskAsync(who, []))).Refusal);
        Assert.Equal(1, (await Asked(Shao, "口罩 1个")).Number);
        Assert.Equal(2, (await Asked(Lu, "口罩 1个", group: "g2")).Number);
        Assert.Equal(3, (await Asked(Shao, "手套 1双")).Number);
    }

    [SkippableFact]
    public async Task Giving_back_returns_what_was_claimed_and_not_delivered()
    {
        await Asked(Shao, "口罩 100个");
        await Claim(Duan, 1, 60);
        await Claim(Duan, 1, 20);
        await Deliver(Duan, 1, 30);
        var back = await Release(Duan, 1);
        Assert.Equal(50, Assert.Single(back.Shares).Quantity);
        Assert.Equal(70, (await Stored(1)).Lines[0].LeftToClaim());
        await RefusedWithoutTrace(1, SupplyRefusal.NothingLeft, () => Release(Duan, 1));
        await RefusedWithoutTrace(1, SupplyRefusal.NoClaim, () => Release(Gong, 1));
    }

    [SkippableFact]
    public async Task A_need_given_back_wholly_is_open_again()
    {
        await Asked(Shao, "口罩 100个");
        await Claim(Duan, 1);
        await Release(Duan, 1);
        Assert.Equal(NeedState.Open, await State(1));
        Assert.True((await Claim(Gong, 1)).Done);
    }

    [SkippableFact]
    public async Task A_claimer_corrects_the_amount_between_what_is_delivered_and_what_is_left()
    {
        await Asked(Shao, "口罩 100个");
        await Claim(Duan, 1, 60);
        await Claim(Gong, 1, 30);
        await Deliver(Duan, 1, 10);
        await RefusedWithoutTrace(1, SupplyRefusal.LessThanDelivered, () => Change(Duan, 9));
        await RefusedWithoutTrace(1, SupplyRefusal.MoreThanLeft, () => Change(Duan, 71));
        await RefusedWithoutTrace(1, SupplyRefusal.NothingToCorrect, () => Change(Wen, 5));
        Assert.True((await Change(Duan, 70)).Done);
        Assert.Equal(0, (await Stored(1)).Lines[0].LeftToClaim());
        Assert.True((await Change(Duan, 10)).Done);
        Assert.Equal(60, (await Stored(1)).Lines[0].LeftToClaim());

        Task<ActResult> Change(string name, decimal to) => Act(name, (desk, who) => desk.CorrectAsync(1, who, Figure.Claimed, 0, to));
    }

    [SkippableFact]
    public async Task An_organiser_corrects_the_claim_of_another_and_nobody_else_does()
    {
        await Asked(Shao, "口罩 100个");
        await Claim(Duan, 1, 60);
        await RefusedWithoutTrace(1, SupplyRefusal.NotOrganiser, () => Change(Gong));
        Assert.True((await Change(Wen)).Done);
        Assert.Equal(95, (await Stored(1)).Lines[0].LeftToClaim());

        Task<ActResult> Change(string name) =>
            Do(
                name,
                "g1",
                async (db, who) =>
                    await new SupplyDesk(db, Clock).CorrectAsync(
                        1,
                        who,
                        Figure.Claimed,
                        0,
                        5,
                        await db.People.SingleAsync(each => each.Name == Duan)
                    )
            );
    }

    [SkippableFact]
    public async Task Of_sixty_four_who_claim_at_once_exactly_as_many_win_as_there_is()
    {
        await Asked(Shao, "轮椅 7辆");
        var claims = await Task.WhenAll(
            Enumerable
                .Range(0, 64)
                .Select(lane =>
                    Stage.Writer.DoAsync(
                        $"lane{lane}",
                        async db =>
                        {
                            var group = await db.Groups.SingleAsync(each => each.ExternalId == "g1");
                            var person = await db.People.SingleAsync(each => each.Name == (lane % 2 == 0 ? Duan : Gong));
                            return await new SupplyDesk(db, Clock).ClaimAsync(1, new(person, group), 1);
                        }
                    )
                )
        );
        Assert.Equal(7, claims.Count(claim => claim.Done));
        Assert.Equal(57, claims.Count(claim => claim.Refusal == SupplyRefusal.NothingLeft));
        Assert.Equal(7, (await Stored(1)).Lines[0].Claimed());
    }

    [SkippableFact]
    public async Task Needs_asked_at_once_in_many_places_are_numbered_without_gaps()
    {
        var asked = await Task.WhenAll(
            Enumerable
                .Range(0, 32)
                .Select(lane =>
                    Stage.Writer.DoAsync(
                        $"lane{lane}",
                        async db =>
                        {
                            var group = await db.Groups.SingleAsync(each => each.ExternalId == (lane % 2 == 0 ? "g1" : "g2"));
                            var person = await db.People.SingleAsync(each => each.Name == Shao);
                            return await new SupplyDesk(db, Clock).AskAsync(new(person, group), Items("口罩 1个"));
                        }
                    )
                )
        );
        Assert.Equal(Enumerable.Range(1, 32), asked.Select(each => each.Need!.Number).Order());
    }
}

public sealed class ClaimingOnSqlite() : Claiming(TestStore.SqliteAsync);

public sealed class ClaimingOnPostgres() : Claiming(TestStore.PostgresAsync);
