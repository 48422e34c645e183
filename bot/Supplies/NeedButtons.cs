using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>What can be done with an open need, and whose act it is: to take it, to bring it, to set it right.</summary>
internal sealed class NeedButtons(Canvas canvas, Need need, Button? undo, IReadOnlyDictionary<long, string> accounts)
{
    /// <summary>Three rows, each perhaps empty.</summary>
    public static async Task<List<List<Button>>> OfAsync(Canvas canvas, Need need, Button? undo)
    {
        var claimers = need.Lines.SelectMany(line => line.Claims).Select(claim => claim.ById);
        var bringers = need.Lines.SelectMany(line => line.Deliveries).Select(delivery => delivery.ById);
        var accounts = await canvas.AccountsAsync([need.AskedById, .. claimers, .. bringers]);
        var own = new NeedButtons(canvas, need, undo, accounts);
        return [own.Take().ToList(), own.Bring().ToList(), own.Mend().ToList()];
    }

    private IEnumerable<Button> Take()
    {
        if (need.VerifiedAt is null)
            yield return New("verify", "/verify") with
            {
                ForOrganisers = true,
            };
        if (need.Lines.Exists(line => line.LeftToClaim() > 0))
            yield return Claim();
    }

    // Who reads buttons of their own sees how much a tap takes, and less of it beside.
    private Button Claim()
    {
        var claim = New("claim", "/claim") with { NotFor = Of([need.AskedById]), Instead = OfFresh() };
        if (!canvas.HasReaders || need.Lines is not [var line])
            return claim;
        var left = line.LeftToClaim();
        var parts = NearAmounts.Promised(left).Select(it => Part(line, it)).ToList();
        return claim with { Values = [Amount(line, left)], Parts = parts.Count > 0 ? parts : null };
    }

    private Button Part(NeedLine line, decimal amount) =>
        canvas.Button("supplies.button.claim", $"/claim {need.Number} {NeedText.Number(amount)}") with
        {
            Label = Amount(line, amount),
            Phrase = null,
        };

    private static string Amount(NeedLine line, decimal amount) => $"{NeedText.Number(amount)}{line.Unit}";

    private IEnumerable<Button> Bring()
    {
        var owing = Claimers(claim => claim.Undelivered() > 0);
        if (owing.Count > 0)
            yield return New("delivered", "/delivered") with
            {
                ForOrganisers = true,
                For = Of(owing),
                Values = canvas.HasReaders ? [NamesOf(owing)] : null,
            };
        if (!need.Lines.Exists(line => line.Unconfirmed() > 0))
            yield break;
        // A colleague may sign too; only who brought it has nothing to sign.
        yield return New("received", "/received") with
        {
            NotFor = Of(Bringers().Where(it => it != need.AskedById)),
        };
        yield return New("miscounted", "!count") with
        {
            ForOrganisers = true,
            For = Of([need.AskedById]),
        };
    }

    private IEnumerable<Button> Mend()
    {
        if (Claimers(claim => claim.Undelivered() > 0) is { Count: > 0 } holders && canvas.HasReaders)
            yield return New("release", "/release") with
            {
                For = Of(holders),
                NotFor = undo is { Instead: not null } ? undo.For : null,
            };
        foreach (var change in Changes())
            yield return change;
        if (undo is not null)
            yield return undo;
        // What ends the waiting stands where no hurried finger lands.
        if (need.Lines.Exists(line => line.Received() > 0 && line.Rest() > 0))
            yield return New("enough", "!enough") with
            {
                ForOrganisers = true,
                For = Of([need.AskedById]),
            };
    }

    private IEnumerable<Button> Changes()
    {
        if (!need.Lines.Exists(line => line.Claimed() > 0))
            return [];
        var change = New("change", "/change");
        if (!canvas.HasReaders)
            return [change with { ForOrganisers = true }];
        // Where each reader has buttons of their own, each says which amount it changes: nobody sees the word that does not.
        List<Button> own = [.. OfAsker(), .. OfClaimers()];
        var organisers = own.Where(button => button.Phrase != "supplies.button.changeClaimed")
            .Select(button => button with { ForOrganisers = true, For = null, NotFor = button.For });
        return [.. organisers, change with { For = [.. own.SelectMany(button => button.For ?? []).Distinct()], Instead = own }];
    }

    // A slip is seen in the first moment, before anybody has claimed.
    private List<Button>? OfFresh() =>
        canvas.HasReaders && !need.Lines.Exists(line => line.Claimed() > 0)
            ? [.. OfAsker(), OfAskers("changeCommunity", "!community"), OfAskers("cancel", "/cancel")]
            : null;

    private Button OfAskers(string word, string act) => New(word, act) with { For = Of([need.AskedById]) };

    // The amounts of who asked have names of their own.
    private IEnumerable<Button> OfAsker()
    {
        var asker = Of([need.AskedById]);
        yield return canvas.Button("supplies.button.changeAsked", $"!figure {need.Number} {Figure.Asked}") with
        {
            For = asker,
        };
        if (need.Lines.Exists(line => line.Received() > 0))
            yield return canvas.Button("supplies.button.changeReceived", $"!figure {need.Number} {Figure.Received}") with
            {
                For = asker,
            };
    }

    // So have those of who brings it: one figure, and no question which.
    private IEnumerable<Button> OfClaimers()
    {
        var owing = Claimers(claim => claim.Undelivered() > 0);
        if (owing.Count > 0)
            yield return canvas.Button("supplies.button.changeClaimed", $"!figure {need.Number} {Figure.Claimed}") with
            {
                For = Of(owing),
            };
        if (need.Lines.Exists(line => line.Unconfirmed() > 0))
            yield return canvas.Button("supplies.button.changeDelivered", $"!figure {need.Number} {Figure.Delivered}") with
            {
                For = Of(Bringers()),
            };
    }

    private string NamesOf(List<long> people) =>
        string.Join(
            canvas.Speech.Plain("supplies.card.and"),
            need.Lines.SelectMany(line => line.Claims).Where(claim => people.Contains(claim.ById)).Select(claim => claim.By.Name).Distinct()
        );

    private Button New(string word, string act) => canvas.Button($"supplies.button.{word}", $"{act} {need.Number}");

    private List<string>? Of(IEnumerable<long> people) =>
        accounts.Count == 0 ? null : [.. people.Distinct().Where(accounts.ContainsKey).Select(it => accounts[it])];

    private List<long> Claimers(Func<Claim, bool> which) =>
        [.. need.Lines.SelectMany(line => line.Claims).Where(which).Select(claim => claim.ById).Distinct()];

    private IEnumerable<long> Bringers() => need.Lines.SelectMany(line => line.Deliveries).Select(delivery => delivery.ById);
}
