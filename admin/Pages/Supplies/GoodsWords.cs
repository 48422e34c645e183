using System.Globalization;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Pages;

/// <summary>Goods, days and money in the words of a screen.</summary>
public static class GoodsWords
{
    /// <summary>口罩 100个; without an amount the thing alone.</summary>
    public static string Amount(string item, decimal? quantity, string? unit) =>
        quantity is { } value ? $"{item} {NeedWords.Number(value)}{unit}" : item;

    public static string Money(long cents) => "¥" + (cents / 100m).ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>As a field of a form wants it.</summary>
    public static string? Machine(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>1.2 MB</summary>
    public static string Size(long bytes) =>
        bytes < 1 << 20
            ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0} KB")
            : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MB");

    public static string Goods(Offer offer, ConsoleWords t) =>
        string.Join(t.Plain("and"), offer.Lines.OrderBy(it => it.Position).Select(it => Amount(it.Item, it.Quantity, it.Unit)));
}

/// <param name="What">The table's name among the exports.</param>
/// <param name="IsBrief">One button in the head of a page; the other form of the file is found among the exports.</param>
public sealed record TakeAway(string What, DateOnly? From, DateOnly? To, long? Group, bool IsBrief = false);

/// <summary>Of which group; only where there are several.</summary>
public sealed record GroupChoice(IReadOnlyList<(long Id, string Title)> Groups, long? Chosen);
