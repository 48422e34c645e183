using System.Text;

namespace MutualAid.Tests.Supplies;

/// <param name="Organises">The group whose organiser speaks.</param>
public sealed record Said(DateTime At, string Group, string Who, string? Organises, int Number, decimal? Quantity, string? Name);

/// <summary>The rules of a season once more, as plainly as possible and without the program's own code: numbers go by the order of asking.</summary>
public sealed class SeasonModel
{
    private readonly Dictionary<int, Request> requests = [];

    public List<(DateTime At, string Item, decimal Quantity, string? Unit, string? Community)> Handovers { get; } = [];

    public void Ask(Said said, string? community, IEnumerable<(string Item, decimal Quantity, string? Unit)> items) =>
        requests[said.Number] = new(said.Group, said.Who, community, [.. items.Select(it => new Line(it.Item, it.Quantity, it.Unit))])
        {
            LastAct = said.At,
        };

    public bool Claim(Said said) =>
        Act(said, it => Each(it, said, line => line.Unclaimed, (line, part) => line.Claims.Add(new(said.Who) { Quantity = part })));

    public bool Release(Said said) =>
        Act(
            said,
            request =>
            {
                var owes = request.Lines.Exists(line => line.Owed(said.Who) > 0);
                foreach (var promise in request.Lines.SelectMany(line => line.Claims).Where(claim => claim.Who == said.Who))
                    promise.Quantity = promise.Brought;
                return owes;
            }
        );

    public bool Deliver(Said said) =>
        Act(
            said,
            request =>
            {
                var meant = Meant(request, said.Name);
                var owes = meant.Exists(line => line.Owed(said.Who) > 0);
                var claimed = meant.Exists(line => line.HeldBy(said.Who));
                // Whose own claims are all delivered says how much more: 送达 said twice must not mark the goods of others.
                var forAll = !owes && said.Organises == request.Group && (!claimed || said.Quantity is not null);
                return Each(
                    request,
                    said,
                    line => forAll ? line.Quantity - line.Brought : line.Owed(said.Who),
                    (line, part) =>
                    {
                        var loose = forAll ? Math.Min(part, line.Unclaimed) : 0;
                        line.Loose += loose;
                        Bring(line.Claims.Where(claim => forAll || claim.Who == said.Who), part - loose);
                    }
                );
            }
        );

    public bool Receive(Said said) =>
        Act(
            said,
            request =>
            {
                var marked = said.Quantity is null && Meant(request, said.Name).Exists(line => line.Brought > 0);
                return request.BelongsTo(said)
                    && Each(
                        request,
                        said,
                        line => (marked ? line.Brought : line.Quantity) - line.Signed,
                        (line, part) =>
                        {
                            line.Loose += Bring(line.Claims, Math.Max(0, part - (line.Brought - line.Signed)));
                            line.Signed += part;
                            Handovers.Add((said.At, line.Item, part, line.Unit, request.Community));
                        }
                    );
            }
        );

    public bool Cancel(Said said) => Act(said, request => request.BelongsTo(said) && (request.Cancelled = true));

    public bool Renew(Said said) => Act(said, request => request.BelongsTo(said));

    public bool Verify(Said said) =>
        Act(said, request => !request.Verified && said.Organises == request.Group && (request.Verified = true));

    /// <summary>When the next question or expiry of what nobody claimed is due.</summary>
    public DateTime? NextDue(DateTime now) =>
        Unclaimed()
            .SelectMany(request => new[] { Question(request.LastAct), Lapse(request.LastAct) })
            .Where(due => due > now)
            .Min(due => (DateTime?)due);

    public void Expire(DateTime now)
    {
        foreach (var request in Unclaimed().Where(request => Lapse(request.LastAct) <= now))
            request.Expired = true;
    }

    public IEnumerable<string> States() => requests.Values.Select(request => request.State);

    private bool Act(Said said, Func<Request, bool> act)
    {
        var done = requests.GetValueOrDefault(said.Number) is { Closed: false } near && near.IsNear(said) && act(near);
        if (done)
            requests[said.Number].LastAct = said.At;
        return done;
    }

    private static List<Line> Meant(Request request, string? name)
    {
        var exact = request.Lines.FindAll(line => name is null || Fold(line.Item) == Fold(name));
        var containing = request.Lines.FindAll(line => Fold(line.Item).Contains(Fold(name ?? ""), StringComparison.Ordinal));
        return exact.Count > 0 ? exact : containing.FindAll(_ => containing.Count == 1);
    }

    private static bool Each(Request request, Said said, Func<Line, decimal> left, Action<Line, decimal> act)
    {
        var open = Meant(request, said.Name).ConvertAll(line => (Line: line, Left: left(line))).FindAll(each => each.Left > 0);
        if (open.Count == 0 || (said.Quantity is { } much && (open.Count > 1 || much <= 0 || much > open[0].Left)))
            return false;
        open.ForEach(each => act(each.Line, said.Quantity ?? each.Left));
        return true;
    }

    private static decimal Bring(IEnumerable<Promise> promises, decimal amount)
    {
        foreach (var promise in promises)
        {
            var part = Math.Min(amount, promise.Quantity - promise.Brought);
            promise.Brought += part;
            amount -= part;
        }

        return amount;
    }

    private IEnumerable<Request> Unclaimed() => requests.Values.Where(request => !request.Closed && !request.Touched);

    // All in +08:00; the night is from 22:00 to 7:30, and what would be asked in it is asked at 21:30.
    private static DateTime Question(DateTime lastAct)
    {
        var asked = lastAct.AddHours(68);
        var hour = asked.TimeOfDay.TotalHours;
        return (hour is >= 7.5 and < 22 ? asked : asked.Date.AddHours(hour < 12 ? -2.5 : 21.5)).AddHours(-8);
    }

    // 72 hours, and three waking ones since the question, after the night if they do not fit in before it.
    private static DateTime Lapse(DateTime lastAct)
    {
        var asked = Question(lastAct).AddHours(8);
        var waited = asked.AddHours(asked.TimeOfDay.TotalHours <= 19 ? 3 : 3 + 9.5).AddHours(-8);
        return waited > lastAct.AddHours(72) ? waited : lastAct.AddHours(72);
    }

    private static string Fold(string text) =>
        text.Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    private sealed record Request(string Group, string Asker, string? Community, List<Line> Lines)
    {
        public DateTime LastAct { get; set; }
        public bool Verified { get; set; }
        public bool Cancelled { get; set; }
        public bool Expired { get; set; }
        public bool Closed => Cancelled || Expired || Lines.TrueForAll(line => line.Signed == line.Quantity);
        public bool Touched => Lines.Exists(line => line.Claims.Exists(claim => claim.Quantity > 0) || line.Brought > 0);

        public bool BelongsTo(Said said) => Asker == said.Who || said.Organises == Group;

        public bool IsNear(Said said) => Group == said.Group || Verified || BelongsTo(said) || Lines.Exists(line => line.HeldBy(said.Who));

        public string State =>
            Cancelled ? "cancelled"
            : Expired ? "expired"
            : Closed ? "received"
            : Lines.TrueForAll(line => line.Brought == line.Quantity) ? "delivered"
            : Touched ? "claimed"
            : "open";
    }

    private sealed record Line(string Item, decimal Quantity, string? Unit)
    {
        public List<Promise> Claims { get; } = [];
        public decimal Loose { get; set; }
        public decimal Signed { get; set; }
        public decimal Brought => Loose + Claims.Sum(claim => claim.Brought);
        public decimal Unclaimed => Quantity - Loose - Claims.Sum(claim => claim.Quantity);

        public bool HeldBy(string who) => Claims.Exists(claim => claim.Who == who && claim.Quantity > 0);

        public decimal Owed(string who) => Claims.Where(claim => claim.Who == who).Sum(claim => claim.Quantity - claim.Brought);
    }

    private sealed record Promise(string Who)
    {
        public decimal Quantity { get; set; }
        public decimal Brought { get; set; }
    }
}
