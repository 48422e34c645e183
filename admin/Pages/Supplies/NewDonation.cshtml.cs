using Microsoft.AspNetCore.Mvc;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Pages;

/// <summary>捐赠登记 by form.</summary>
public sealed class NewDonationModel(Office office) : DonationPage(office)
{
    public Task OnGetAsync() =>
        LookAsync(async sight =>
        {
            await ChooseAsync(sight);
            Typed = Typed with { Date = GoodsWords.Machine(Words.Today(sight.Now)), Group = Groups.Count > 0 ? Groups[0].Id : null };
            return true;
        });

    public async Task<IActionResult> OnPostAsync(Form form)
    {
        Typed = form;
        if (Read(form) is { } read)
        {
            var (items, donors, date, cents) = read;
            var result = await ActAsync(async sight =>
            {
                if (await GroupAsync(sight, form.Group) is not { } group)
                    return new DonationResult(SupplyRefusal.WhichGroup);
                var who = await sight.ActorAsync(group);
                var noted = await sight.Desk<DonationDesk>().NoteAsync(who, items, donors, date);
                if (noted.Donation is { } made && cents is not null)
                    (made.ValueCents, made.ValuedById) = (cents, who.Person.Id);
                return noted;
            });
            if (result.Donation is { } donation)
                return TellUndoable(
                    "/donations",
                    "donation.made",
                    WorthOf(donation, Words),
                    $"/donations/{donation.Number}?handler=takeBack",
                    0,
                    $"/donations/{donation.Number}"
                );
            Refuse(result.Refusal);
        }

        await LookAsync(async sight =>
        {
            await ChooseAsync(sight);
            return true;
        });
        return Again();
    }
}
