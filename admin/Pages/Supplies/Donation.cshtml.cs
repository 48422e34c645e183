using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Groups;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Pages;

/// <summary>One donation, and its correction.</summary>
public sealed class DonationModel(Office office) : DonationPage(office)
{
    public Donation Donation { get; private set; } = null!;

    public string? ValuedBy { get; private set; }

    /// <summary>Somebody else changed it meanwhile: as it stands now, beside what was typed.</summary>
    public Form? Theirs { get; private set; }

    public bool MayAct => Caller.For([ConsoleRole.Organiser]) is var reach && (reach.All || reach.Groups.Contains(Donation.GroupId));

    /// <summary>#7 牛奶 10箱</summary>
    public string Called => CalledOf(Donation, Words);

    public bool IsTakingBack { get; private set; }

    public async Task<IActionResult> OnGetAsync(int number, string? ask)
    {
        if (!await ReadAsync(number))
            return NotFound();
        Typed = FormOf(Donation);
        IsTakingBack = ask == "takeBack" && MayAct && Donation.TakenBackAt is null;
        return Page();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(int number) =>
        await MarkAsync(number, (desk, who) => desk.TakeBackAsync(number, who)) is { } called
            // No button where the one stood that was just pressed: a second tap must not bring it back.
            ? Tell("/donations", "donation.takenBack", called)
            : NotFound();

    public async Task<IActionResult> OnPostPutBackAsync(int number) =>
        await MarkAsync(number, (desk, who) => desk.PutBackAsync(number, who)) is { } called
            ? Tell($"/donations/{number}", "donation.putBack", called)
            : NotFound();

    /// <summary>What it is called; null: it is not there.</summary>
    private Task<string?> MarkAsync(int number, Func<DonationDesk, Actor, Task<DonationResult>> mark) =>
        ActAsync(async sight =>
            await sight.Donations.Include(it => it.Group).Include(it => it.Lines).FirstOrDefaultAsync(it => it.Number == number, Stop)
                is { } it
            && (await mark(sight.Desk<DonationDesk>(), await sight.ActorAsync(it.Group))).Refusal == SupplyRefusal.None
                ? CalledOf(it, Words)
                : null
        );

    public async Task<IActionResult> OnPostAsync(int number, Form form)
    {
        Typed = form;
        if (Read(form) is { } read)
        {
            var (items, donors, date, cents) = read;
            var result = await ActAsync(async sight =>
            {
                var found = await sight.Donations.Include(it => it.Group).FirstOrDefaultAsync(it => it.Number == number, Stop);
                if (found is null)
                    return new DonationResult(SupplyRefusal.NoSuchDonation);
                var (desk, who) = (sight.Desk<DonationDesk>(), await sight.ActorAsync(found.Group));
                var changed = await desk.ChangeAsync(number, who, items, donors, date, form.Version);
                return changed.Refusal == SupplyRefusal.None && changed.Donation!.ValueCents != cents
                    ? await desk.ValueAsync(number, who, cents)
                    : changed;
            });
            if (result.Refusal == SupplyRefusal.NoSuchDonation)
                return NotFound();
            if (result.Refusal == SupplyRefusal.None)
                return Tell($"/donations/{number}", "donation.saved", WorthOf(result.Donation!, Words));
            Refuse(result.Refusal);
            await ReadAsync(number);
            if (result.Refusal == SupplyRefusal.ChangedMeanwhile)
                (Theirs, Typed) = (FormOf(Donation), form with { Version = Donation.Version });
            return Again();
        }

        return await ReadAsync(number) ? Again() : NotFound();
    }

    private Task<bool> ReadAsync(int number) =>
        LookAsync(async sight =>
        {
            var found = await sight
                .Donations.Include(it => it.Group)
                .Include(it => it.NotedBy)
                .Include(it => it.Lines)
                .Include(it => it.Donors)
                .AsSplitQuery()
                .SingleOrDefaultAsync(it => it.Number == number, Stop);
            if (found is null)
                return false;
            Donation = found;
            ValuedBy = (await sight.NamesAsync([found.ValuedById ?? 0], Stop)).Values.FirstOrDefault();
            return true;
        });
}
