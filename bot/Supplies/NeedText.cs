using System.Globalization;
using MutualAid.Core.Messaging;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>A need in words: the lines of its card, of lists and of boards.</summary>
internal static class NeedText
{
    /// <summary><c>#31 N95口罩 100个｜杏花台社区｜待核实</c></summary>
    public static string Head(Need need, Speech speech)
    {
        var urgent = need.Urgent ? speech.Say("supplies.card.urgent") : "";
        var community = need.Community is { } known ? Html.Escape(known.Name) : speech.Say("supplies.card.noCommunity");
        return $"#{need.Number}{urgent} {Goods(need, speech)}{speech.Say("supplies.card.bar")}{community}{speech.Say("supplies.card.bar")}{Mark(need, speech)}";
    }

    public static string Goods(Need need, Speech speech) =>
        string.Join(speech.Say("supplies.card.and"), need.Lines.InOrder().Select(line => Html.Escape(Amount(line))));

    /// <summary><c>60个</c>; of several lines <c>口罩 60个、手套 20双</c>.</summary>
    public static string Shares(Need need, IEnumerable<LineShare> shares) =>
        string.Join('、', shares.Select(it => $"{(need.Lines.Count > 1 ? it.Line.Item + " " : "")}{Number(it.Quantity)}{it.Line.Unit}"));

    /// <summary><c>口罩 60个、手套 20双</c></summary>
    public static string Goods(IEnumerable<LineShare> shares) =>
        string.Join('、', shares.Select(it => $"{it.Line.Item} {Number(it.Quantity)}{it.Line.Unit}"));

    /// <summary>What was brought and is not signed for.</summary>
    public static IEnumerable<LineShare> Unsigned(Need need) =>
        need.Lines.InOrder().Where(line => line.Unconfirmed() > 0).Select(line => new LineShare(line, line.Unconfirmed()));

    /// <summary>What nobody is bringing.</summary>
    public static List<LineShare> Rest(Need need) =>
        [.. need.Lines.InOrder().Where(line => line.Rest() > 0).Select(line => new LineShare(line, line.Rest()))];

    /// <summary>Who promised or brought something of it.</summary>
    public static string Claimers(Need need, Speech speech)
    {
        var names = need.Lines.SelectMany(line => line.Claims).Where(claim => claim.Net() > 0).Select(claim => claim.By.Name);
        var all = string.Join(speech.Plain("supplies.card.and"), names.Distinct(StringComparer.Ordinal));
        return all.Length == 0 ? speech.Plain("supplies.refusal.somebody") : all;
    }

    /// <summary>What one person promised of it: <c>N95口罩 60个</c>; null: nothing.</summary>
    public static string? ClaimOf(Need need, long personId, Speech speech) => PartOf(need, personId, claim => claim.Net(), speech);

    /// <summary>What of it the person still has to bring; null: nothing.</summary>
    public static string? OwedBy(Need need, long personId, Speech speech) => PartOf(need, personId, claim => claim.Undelivered(), speech);

    private static string? PartOf(Need need, long personId, Func<Claim, decimal> part, Speech speech)
    {
        var mine = need
            .Lines.InOrder()
            .Select(line => (Line: line, Part: line.Claims.Where(claim => claim.By.Id == personId).Sum(part)))
            .Where(it => it.Part > 0)
            .Select(it => Html.Escape($"{it.Line.Item} {Number(it.Part)}{it.Line.Unit}"))
            .ToList();
        return mine.Count == 0 ? null : string.Join(speech.Say("supplies.card.and"), mine);
    }

    /// <summary><c>N95口罩 100个</c>, with 约 or 至少 and the pack as said.</summary>
    public static string Amount(NeedLine line)
    {
        var pack = line.PackSize is { } size ? $"（每{line.Unit}{Number(size)}{line.PackUnit}）" : "";
        var hedge =
            line.About ? "约"
            : line.AtLeast ? "至少"
            : "";
        return $"{line.Item} {hedge}{Number(line.Quantity)}{line.Unit}{pack}";
    }

    /// <summary><c>段丽华 60，已送 60，还差 40</c>; null while nothing happened on the line.</summary>
    public static string? Progress(NeedLine line, Need need, Speech speech)
    {
        var parts = line
            .Claims.Where(claim => claim.Net() + claim.Lost() > 0)
            .GroupBy(claim => claim.By.Name, StringComparer.Ordinal)
            .Select(claims => Promise(claims.Key, [.. claims], speech))
            .ToList();
        var claimers = parts.Count == 0 ? [] : new List<string> { string.Join(speech.Say("supplies.card.and"), parts) };
        if (line.Unconfirmed() > 0)
            claimers.Add(speech.Say("supplies.card.delivered", line.Delivered()));
        if (line.Received() > 0)
            claimers.Add(speech.Say("supplies.card.received", line.Received()));
        if (line.Received() > 0 && line.Unconfirmed() > 0)
            claimers.Add(speech.Say("supplies.card.unsigned", line.Unconfirmed()));
        if (claimers.Count == 0)
            return null;
        if (line.LeftToClaim() > 0 && !need.IsClosed())
            claimers.Add(speech.Say("supplies.card.left", line.LeftToClaim()));
        var name = need.Lines.Count > 1 ? Html.Escape(line.Item) + speech.Say("supplies.card.colon") : "";
        return name + string.Join(speech.Say("supplies.card.comma"), claimers);
    }

    // A promise of which less arrived is still read as it was made, apart from what the same person promised beside it.
    private static string Promise(string name, List<Claim> claims, Speech speech)
    {
        var (less, whole) = (claims.FindAll(claim => claim.Lost() > 0), claims.FindAll(claim => claim.Lost() == 0));
        var rest = Number(whole.Sum(claim => claim.Net()));
        if (less.Count == 0)
            return $"{Html.Escape(name)} {rest}";
        var came = less.Sum(claim => claim.Net());
        var said = speech.Say("supplies.card.lost", name, Number(came + less.Sum(claim => claim.Lost())), Number(came));
        return whole.Count == 0 ? said : said + speech.Say("supplies.card.and") + rest;
    }

    /// <summary>One line of a list or board: who needs what, and what is left.</summary>
    /// <param name="units">Also behind what is left: it is read by itself, away from its card.</param>
    public static string Row(Need need, Speech speech, bool units = false)
    {
        var left = need.Lines.Where(line => line.LeftToClaim() > 0).ToList();
        var text = Head(need, speech);
        var brought = Unsigned(need).ToList();
        if (brought.Count > 0)
            text += speech.Say("supplies.card.comma") + speech.Say("supplies.list.unsigned", Shares(need, brought));
        if (left.Count == 0)
            return text + speech.Say("supplies.card.comma") + speech.Say("supplies.list.allClaimed");
        if (need.Lines.TrueForAll(line => line.LeftToClaim() == line.Quantity))
            return text;
        var rest = left.Select(line =>
            (need.Lines.Count > 1 ? Html.Escape(line.Item) + " " : "")
            + Number(line.LeftToClaim())
            + (units && line.Unit is { } unit ? Html.Escape(unit) : "")
        );
        return text
            + speech.Say("supplies.card.comma")
            + speech.Say("supplies.list.left", new Markup(string.Join(speech.Say("supplies.card.and"), rest)));
    }

    public static string? Due(Need need, Speech speech) =>
        need.NeededBy is { } by ? speech.Say("supplies.card.neededBy", Day(by, speech)) : null;

    /// <summary><c>11月25日 周三 14:30</c></summary>
    public static string Day(string iso, Speech speech) =>
        speech.Day(DateTime.Parse(iso, CultureInfo.InvariantCulture), clock: iso.Contains('T', StringComparison.Ordinal));

    public static string Number(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Mark(Need need, Speech speech) =>
        need.State() switch
        {
            NeedState.Received => speech.Say("supplies.state.received"),
            NeedState.Cancelled when need.MergedInto is { } other => speech.Say("supplies.state.merged", other),
            NeedState.Cancelled => speech.Say("supplies.state.cancelled"),
            NeedState.Expired => speech.Say("supplies.state.expired"),
            _ => speech.Say(need.VerifiedAt is null ? "supplies.state.unverified" : "supplies.state.verified"),
        };
}
