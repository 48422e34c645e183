using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Groups;
using MutualAid.Core.People;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Pages;

/// <summary>What an organiser does about it.</summary>
public sealed partial class NeedModel
{
    public Task<IActionResult> OnPostVerifyAsync(int number) =>
        DoAsync(number, async (desk, sight, need) => await desk.VerifyAsync(number, await sight.ActorAsync(need.Group)), "made.verified");

    /// <summary>Also long after the tap that verified it by mistake.</summary>
    public Task<IActionResult> OnPostUnverifyAsync(int number) =>
        DoAsync(
            number,
            async (desk, sight, need) => await desk.UnverifyAsync(number, await sight.ActorAsync(need.Group)),
            "made.unverified"
        );

    public Task<IActionResult> OnPostCancelAsync(int number) =>
        DoAsync(number, async (desk, sight, need) => await desk.CancelAsync(number, await sight.ActorAsync(need.Group)), "made.cancelled");

    /// <param name="name">Who it is, as they said on the telephone: also somebody who is on no list.</param>
    public Task<IActionResult> OnPostClaimAsync(int number, long? person, string? quantity, string? line, string? name, string? phone)
    {
        (Person, Quantity, Line, Name, Phone) = (person, quantity, line, Typed.Words(name), Typed.Words(phone));
        decimal? much = null;
        if (!string.IsNullOrWhiteSpace(quantity))
            much = decimal.TryParse(quantity, NumberStyles.Number, CultureInfo.InvariantCulture, out var read) ? read : 0;
        var who = "";
        return DoAsync(
            number,
            async (desk, sight, need) =>
            {
                if (person is null && Name is not null)
                {
                    who = Name;
                    if (Phone is null && await sight.NamesakesAsync(need.Group, Name))
                        return new ActResult(SupplyRefusal.WhichPerson, need);
                    return await ClaimOfCallerAsync(sight, need, much);
                }

                if (await sight.MemberAsync(need.Group, person ?? 0) is not { } actor)
                    return new ActResult(SupplyRefusal.NotYours, need);
                who = actor.Person.Name;
                return await desk.ClaimAsync(number, actor, much, line);
            },
            "made.claimedBy",
            person,
            done =>
                Words.Plain(
                    "need.claim.told",
                    who,
                    number,
                    string.Join(
                        Words.Plain("and"),
                        done.Shares.Select(it => $"{it.Line.Item} {NeedWords.Number(it.Quantity)}{it.Line.Unit}")
                    )
                )
        );
    }

    // Somebody is noted down only for a claim that stands: it is tried with nobody's name first.
    private async Task<ActResult> ClaimOfCallerAsync(Sight sight, Need need, decimal? much)
    {
        var attempt = await sight.Desk<SupplyDesk>().ClaimAsync(need.Number, new Actor(new Person(), need.Group), much, Line);
        if (!attempt.Done)
            return attempt;
        sight.Forget();
        var again = (await FindAsync(sight, need.Number))!;
        var caller = await sight.CallerAsync(again.Group, Name!, Phone);
        sight.Note(again.GroupId, string.Create(CultureInfo.InvariantCulture, $"{need.Number} {Deed.Whom}{caller.Person.Id}"));
        return await sight.Desk<SupplyDesk>().ClaimAsync(need.Number, caller, much, Line);
    }

    public Task<IActionResult> OnPostReleaseAsync(int number, long person) =>
        ForClaimerAsync(number, person, (desk, claimer) => desk.ReleaseAsync(number, claimer), "made.released");

    /// <summary>Somebody brought it and has no telephone at hand.</summary>
    public Task<IActionResult> OnPostDeliverAsync(int number, long person) =>
        ForClaimerAsync(number, person, (desk, claimer) => desk.DeliverAsync(number, claimer), "made.delivered");

    private Task<IActionResult> ForClaimerAsync(int number, long person, Func<SupplyDesk, Actor, Task<ActResult>> act, string done) =>
        DoAsync(
            number,
            async (desk, sight, need) =>
                await sight.ClaimerAsync(need, person) is { } claimer
                    ? await act(desk, claimer)
                    : new ActResult(SupplyRefusal.NoClaim, need),
            done,
            person
        );

    /// <summary>All that was brought and is not signed for is there.</summary>
    public Task<IActionResult> OnPostReceiveAsync(int number) =>
        DoAsync(number, async (desk, sight, need) => await desk.ReceiveAsync(number, await sight.ActorAsync(need.Group)), "made.received");

    /// <summary>It repeats another one, and is put into that.</summary>
    public async Task<IActionResult> OnPostMergeAsync(int number, int into)
    {
        var (result, step) = await ActAsync(async sight =>
        {
            if (await FindAsync(sight, number) is not { } need || await FindAsync(sight, into) is null)
                return ((ActResult?)null, 0L);
            var found = await sight.Desk<SupplyDesk>().MergeAsync(number, into, await sight.ActorAsync(need.Group));
            if (!found.Done)
                return (found, 0);
            sight.Note(need.GroupId, $"{number} → #{into}");
            var undo = await Office.Host.ShowAsync(sight.Rows, need, null, Caller.Person);
            await Office.Host.RedrawAsync(sight.Rows, found.Need!);
            return (found, undo);
        });
        if (result is null)
            return NotFound();
        if (result.Done)
            return TellUndoable($"/needs/{into}", "made.merged", $"#{number}", $"/needs/{number}?handler=undo", step);
        Wrong("merge", "need.refused." + result.Refusal);
        return await ReadAsync(number) ? Again() : NotFound();
    }

    public async Task<IActionResult> OnPostUndoAsync(int number, long step)
    {
        var isUndone = await ActAsync(async sight =>
        {
            if (await FindAsync(sight, number) is not { } need)
                return (bool?)null;
            var into = need.MergedInto;
            var undone = await Office.Host.UndoAsync(sight.Rows, need, step, Caller.Person);
            if (undone && into is { } other && await FindAsync(sight, other) is { } kept)
                await Office.Host.RedrawAsync(sight.Rows, kept);
            return undone;
        });
        return isUndone is not { } undone ? NotFound()
            : undone ? Tell($"/needs/{number}", "made.undone", $"#{number}")
            : Warn($"/needs/{number}", "made.notUndone");
    }

    private string FieldOf(SupplyRefusal refusal) =>
        refusal switch
        {
            SupplyRefusal.NotYours when Person is null => "name",
            SupplyRefusal.NotYours or SupplyRefusal.WhichPerson => "person",
            SupplyRefusal.WhichLine or SupplyRefusal.NoSuchLine => "line",
            _ => "quantity",
        };

    private Task<Need?> FindAsync(Sight sight, int number) =>
        sight.Needs.Include(it => it.Group).FirstOrDefaultAsync(it => it.Number == number, Stop);

    private async Task<IActionResult> DoAsync(
        int number,
        Func<SupplyDesk, Sight, Need, Task<ActResult>> act,
        string done,
        long? claimer = null,
        Func<ActResult, string>? about = null
    )
    {
        var (result, step) = await ActAsync(async sight =>
        {
            if (await FindAsync(sight, number) is not { } need)
                return ((ActResult?)null, 0L);
            var found = await act(sight.Desk<SupplyDesk>(), sight, need);
            return (found, found.Done ? await Office.Host.ShowAsync(sight.Rows, found.Need!, claimer, Caller.Person) : 0);
        });
        if (result is null)
            return NotFound();
        if (result.Done)
            return TellUndoable($"/needs/{number}", done, about?.Invoke(result) ?? $"#{number}", $"/needs/{number}?handler=undo", step);
        Wrong(FieldOf(result.Refusal), "need.refused." + result.Refusal, result.Left);
        await ReadAsync(number);
        return Again();
    }
}
