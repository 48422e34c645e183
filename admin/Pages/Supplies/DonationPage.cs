using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Pages;

/// <summary>What a new donation and a corrected one share: the form, and how it is read.</summary>
public abstract class DonationPage(Office office) : ConsolePage(office)
{
    private const decimal MostYuan = 1_000_000_000m;

    public sealed record Form(string? What, string? Donors, string? Date, string? Value, long? Group, long Version);

    public Form Typed { get; protected set; } = new(null, null, null, null, null, 0);

    public IReadOnlyList<(long Id, string Title)> Groups { get; protected set; } = [];

    /// <summary>What the fields say; null: one of them is wrong, and is told.</summary>
    protected (IReadOnlyList<Item> Items, IReadOnlyList<string> Donors, DateOnly Date, long? Cents)? Read(Form form)
    {
        var items = GoodsField.Read(form.What, "donation");
        if (items.Count == 0)
            Wrong("what", "donation.refused.NoItems");
        if (!DateOnly.TryParseExact(form.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            Wrong("date", "donation.refused.date");
        var cents = CentsOf(form.Value);
        if (cents < 0)
            Wrong("value", "donation.refused.value");
        return Faults.Count == 0 ? (items, GoodsField.Names(form.Donors), date, cents) : null;
    }

    /// <summary>Null: none was written; below zero: it is no amount.</summary>
    private static long? CentsOf(string? yuan) =>
        string.IsNullOrWhiteSpace(yuan) ? null
        : decimal.TryParse(yuan.Trim('¥', '￥', '元', ' '), NumberStyles.Number, CultureInfo.InvariantCulture, out var read)
        && read is >= 0 and <= MostYuan
            ? (long)(read * 100)
        : -1;

    protected async Task ChooseAsync(Sight sight) => Groups = await sight.OpenChoicesAsync(Stop);

    protected Task<Group?> GroupAsync(Sight sight, long? id) => sight.Groups.FirstOrDefaultAsync(it => it.Id == id, Stop);

    protected static Form FormOf(Donation donation) =>
        new(
            GoodsField.Write(donation.Lines.OrderBy(it => it.Position).Select(it => new Item(it.Item, it.Quantity, it.Unit))),
            string.Join('、', donation.Donors.OrderBy(it => it.Position).Select(it => it.Name)),
            GoodsWords.Machine(donation.Date),
            (donation.ValueCents / 100m)?.ToString("0.##", CultureInfo.InvariantCulture),
            donation.GroupId,
            donation.Version
        );

    /// <summary>#7 牛奶 10箱</summary>
    protected static string CalledOf(Donation it, ConsoleWords t) =>
        $"#{it.Number} {string.Join(t.Plain("and"), it.Lines.OrderBy(line => line.Position).Select(line => GoodsWords.Amount(line.Item, line.Quantity, line.Unit)))}";

    /// <summary>The same with its value, so that a slip of the finger is seen: #7 牛奶 10箱，¥60,000</summary>
    protected static string WorthOf(Donation it, ConsoleWords t) =>
        it.ValueCents is { } cents ? t.Plain("donation.worth", CalledOf(it, t), GoodsWords.Money(cents)) : CalledOf(it, t);

    /// <summary>Tells beside which field a refusal of the desk stands.</summary>
    protected void Refuse(SupplyRefusal refusal) =>
        Wrong(refusal == SupplyRefusal.WhichGroup ? "group" : "what", "donation.refused." + refusal);
}
