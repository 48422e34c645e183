using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Groups;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Pages;

/// <summary>One offer and the needs that it fits.</summary>
public sealed class OfferModel(Office office) : ConsolePage(office)
{
    public Offer Offer { get; private set; } = null!;

    public IReadOnlyList<Need> Matches { get; private set; } = [];

    public bool IsWithdrawing { get; private set; }

    public int Number { get; private set; }

    public string? Quantity { get; private set; }

    /// <summary>After the button; else null.</summary>
    public string? Contact { get; private set; }

    /// <summary>What was typed while somebody else changed it.</summary>
    public string? Place { get; private set; }

    public bool MayAct => Caller.For([ConsoleRole.Organiser]) is var reach && (reach.All || reach.Groups.Contains(Offer.GroupId));

    public async Task<IActionResult> OnGetAsync(int number, string? ask)
    {
        if (!await ReadAsync(number))
            return NotFound();
        IsWithdrawing = ask == "withdraw" && MayAct && Offer.WithdrawnAt is null;
        return Page();
    }

    /// <summary>The giver promises it to this need, as with the button under their offer.</summary>
    public async Task<IActionResult> OnPostMatchAsync(int number, int need, string? quantity)
    {
        (Number, Quantity) = (need, quantity);
        decimal? much = null;
        if (!string.IsNullOrWhiteSpace(quantity))
            much = decimal.TryParse(quantity, NumberStyles.Number, CultureInfo.InvariantCulture, out var read) ? read : 0;
        var (result, step) = await ActAsync(async sight =>
        {
            var offer = await FindAsync(sight, number);
            var asked = await sight.Needs.WithAll().FirstOrDefaultAsync(it => it.Number == need, Stop);
            if (offer is not { WithdrawnAt: null } || asked is null)
                return ((ActResult?)null, 0L);
            var line = LineOf(offer, asked);
            if (line is not null)
                much ??= MostOf(offer, line);
            var giver = new Actor(offer.OfferedBy, offer.Group);
            var claimed = await sight.Desk<SupplyDesk>().ClaimAsync(need, giver, much, asked.Lines.Count > 1 ? line?.Item : null);
            return (claimed, claimed.Done ? await Office.Host.ShowAsync(sight.Rows, claimed.Need!, giver.Person.Id, Caller.Person) : 0);
        });
        if (result is null)
            return NotFound();
        if (result.Done)
            return TellUndoable($"/needs/{need}", "made.claimed", $"#{need}", $"/needs/{need}?handler=undo", step);
        Wrong($"quantity-{need}", "need.refused." + result.Refusal, result.Left);
        await ReadAsync(number);
        return Again();
    }

    /// <summary>The giver's number; that it was looked at is written down.</summary>
    public async Task<IActionResult> OnPostContactAsync(int number)
    {
        Contact = await ActAsync(async sight =>
        {
            if (await FindAsync(sight, number) is not { Contact: { } contact } offer)
                return null;
            sight.Note(offer.GroupId);
            return contact;
        });
        return Contact is not null && await ReadAsync(number) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostChangeAsync(int number, ResourceKind? kind, GiverKind? givenBy, string? place, long seen)
    {
        var (refusal, isChanged) = await ActAsync(async sight =>
        {
            if (await FindAsync(sight, number) is not { } offer)
                return (SupplyRefusal.NoSuchOffer, false);
            if (IsChanged(seen, offer.Version, new("offers.place", offer.Place, place), Kinds(offer, kind, givenBy)))
                return (SupplyRefusal.None, true);
            var words = new OfferWords([])
            {
                Kind = kind,
                GivenBy = givenBy,
                Place = Typed.Words(place) ?? "",
            };
            return (sight.Desk<OfferDesk>().Correct(offer, await sight.ActorAsync(offer.Group), words).Refusal, false);
        });
        if (refusal == SupplyRefusal.NoSuchOffer)
            return NotFound();
        if (!isChanged)
            return refusal == SupplyRefusal.None
                ? Tell($"/offers/{number}", "offer.made.edited", $"#{number}")
                : Warn($"/offers/{number}", "offer.already", $"#{number}");
        Place = place;
        return await ReadAsync(number) ? Clashed() : NotFound();
    }

    private TwoVersions Kinds(Offer offer, ResourceKind? kind, GiverKind? giver) =>
        new("offers.kind", Kinds(offer.Kind, offer.GivenBy), Kinds(kind ?? offer.Kind, giver));

    private string Kinds(ResourceKind kind, GiverKind? giver) =>
        giver is null
            ? Words.Plain("offers.kind." + kind)
            : $"{Words.Plain("offers.kind." + kind)} {Words.Plain("offers.givenBy." + giver)}";

    public async Task<IActionResult> OnPostWithdrawAsync(int number)
    {
        var refusal = await ActAsync(async sight =>
            await FindAsync(sight, number) is { } offer
                ? (await sight.Desk<OfferDesk>().WithdrawAsync(number, await sight.ActorAsync(offer.Group))).Refusal
                : SupplyRefusal.NoSuchOffer
        );
        return refusal == SupplyRefusal.NoSuchOffer ? NotFound()
            : refusal == SupplyRefusal.None ? Tell("/offers", "offer.withdrawn", $"#{number}")
            : Warn("/offers", "offer.already", $"#{number}");
    }

    /// <summary>The line of a need that the offer is about.</summary>
    public static NeedLine? LineOf(Offer offer, Need need) =>
        need.Lines.Where(line => line.LeftToClaim() > 0).FirstOrDefault(line => Kin(offer, line) is not null);

    /// <summary>As much of it as still lacks and as the giver has.</summary>
    public static decimal MostOf(Offer offer, NeedLine line) =>
        Math.Min(Kin(offer, line)?.Quantity ?? line.LeftToClaim(), line.LeftToClaim());

    private static OfferLine? Kin(Offer offer, NeedLine line) =>
        offer.Lines.Find(it =>
            it.ItemKey.Contains(line.ItemKey, StringComparison.Ordinal) || line.ItemKey.Contains(it.ItemKey, StringComparison.Ordinal)
        );

    private Task<Offer?> FindAsync(Sight sight, int number) => sight.Offers.WithAll().FirstOrDefaultAsync(it => it.Number == number, Stop);

    private Task<bool> ReadAsync(int number) =>
        LookAsync(async sight =>
        {
            if (await FindAsync(sight, number) is not { } offer)
                return false;
            Offer = offer;
            if (offer.WithdrawnAt is null)
                Matches = await sight.MatchesAsync(offer);
            return true;
        });
}
