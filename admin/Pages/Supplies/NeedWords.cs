using System.Globalization;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Pages;

/// <summary>A need in the words of a screen.</summary>
public static class NeedWords
{
    /// <summary>N95口罩 100个、手套 20双</summary>
    public static string Goods(Need need, ConsoleWords t) => string.Join(t.Plain("and"), need.Lines.InOrder().Select(Amount));

    public static string Amount(NeedLine line) => $"{line.Item} {Number(line.Quantity)}{line.Unit}";

    public static string Number(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>What nobody claimed yet; null: nothing, or it is over.</summary>
    public static string? Left(Need need, ConsoleWords t)
    {
        var left = need.IsClosed() ? [] : need.Lines.InOrder().Where(line => line.LeftToClaim() > 0).ToList();
        return left.Count == 0
            ? null
            : string.Join(t.Plain("and"), left.Select(line => $"{line.Item} {Number(line.LeftToClaim())}{line.Unit}"));
    }

    public static string State(Need need, ConsoleWords t) =>
        need.State() switch
        {
            NeedState.Open when need.VerifiedAt is null => t.Plain("needs.is.Unverified"),
            NeedState.Claimed when IsPartly(need) => t.Plain("needs.is.Partly"),
            var state => t.Plain("needs.is." + state),
        };

    /// <summary>Beside another state: nobody looked into it, and it goes on.</summary>
    public static bool IsUnverified(Need need) => need.IsToVerify() && need.State() != NeedState.Open;

    public static string Colour(Need need) =>
        need.State() switch
        {
            NeedState.Received => "on",
            NeedState.Cancelled or NeedState.Expired => "",
            NeedState.Claimed when IsPartly(need) => "warn",
            _ => need.IsToVerify() ? "warn" : "on",
        };

    // Whoever reads that it is claimed believes that all of it is.
    private static bool IsPartly(Need need) => need.Lines.Exists(line => line.LeftToClaim() > 0);
}
