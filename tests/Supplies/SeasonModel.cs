using System.Text;

namespace MutualAid.Tests.Supplies;

/// <summary>The rules of a season once more, as plainly as possible and without the program's own code: numbers go by the order of asking.</summary>
public sealed class SeasonModel
{
    private readonly Dictionary<int, Request> requests = [];

    public List<(DateTime At, string Item, decimal Quantity, string? Unit, string? Community)> Handovers { get; } = [];

    public void Ask(
        DateTime at,
        string group,
        string who,
        string? community,
        List<(string Item, decimal Quantity, string? Unit)> items,
        int number
    )
    {
        requests[number] = new Request(group, who, community, [.. items.Select(item => new Line(item.Item, item.Quantity, item.Unit))])
        {
            LastAct = at,
        };
    }

    public bool Claim(DateTime at, string group, string who, string? organises, int number, decimal? quantity, string? name)
    {
        if (Reach(number, group, who, organises) is not { } request)
            return false;
        if (Share(request, quantity, name, line => line.Unclaimed) is not { } shares)
            return false;
        foreach (var (line, part) in shares)
            line.Claims.Add(new Promise(who) { Quantity = part });
        request.LastAct = at;
        return true;
    }

    public bool Release(DateTime at, string group, string who, string? organises, int number)
    {
        if (Reach(number, group, who, organises) is not { } request || request.Lines.Sum(line => line.Owed(who)) <= 0)
            return false;
        foreach (var promise in request.Lines.SelectMany(line => line.Claims).Where(claim => claim.Who == who))
            promise.Quantity = promise.Brought;
        request.LastAct = at;
        return true;
    }

    public bool Deliver(DateTime at, string group, string who, string? organises, int number, decimal? quantity, string? name)
    {
        if (Reach(number, group, who, organises) is not { } request || Meant(request, name) is not { } meant)
            return false;
        var owes = meant.Exists(line => line.Owed(who) > 0);
        var claimed = meant.Exists(line => line.Claims.Exists(claim => claim.Who == who && claim.Quantity > 0));
        // Whose own claims are all delivered says how much more: 送达 said twice must not mark the goods of others.
        var forAll = !owes && organises == request.Group && (!claimed || quantity is not null);
        if (!claimed && !forAll)
            return false;
        if (Share(request, quantity, name, line => forAll ? line.Quantity - line.Brought : line.Owed(who)) is not { } shares)
            return false;
        foreach (var (line, part) in shares)
        {
            var loose = forAll ? Math.Min(part, line.Unclaimed) : 0;
            line.Loose += loose;
            Bring(line.Claims.Where(claim => forAll || claim.Who == who), part - loose);
        }

        request.LastAct = at;
        return true;
    }

    public bool Receive(DateTime at, string group, string who, string? organises, int number, decimal? quantity, string? name)
    {
        if (Reach(number, group, who, organises) is not { } request || (request.Asker != who && organises != request.Group))
            return false;
        if (Meant(request, name) is not { } meant)
            return false;
        var marked = quantity is null && meant.Exists(line => line.Brought > 0);
        if (Share(request, quantity, name, line => marked ? line.Brought - line.Signed : line.Quantity - line.Signed) is not { } shares)
            return false;
        foreach (var (line, part) in shares)
        {
            var unmarked = Math.Max(0, part - (line.Brought - line.Signed));
            line.Loose += Bring(line.Claims, unmarked);
            line.Signed += part;
            Handovers.Add((at, line.Item, part, line.Unit, request.Community));
        }

        request.LastAct = at;
        return true;
    }

    public bool Cancel(DateTime at, string group, string who, string? organises, int number) =>
        Own(at, group, who, organises, number, request => request.Cancelled = true);

    public bool Renew(DateTime at, string group, string who, string? organises, int number) =>
        Own(at, group, who, organises, number, _ => { });

    public bool Verify(DateTime at, string group, string who, string? organises, int number)
    {
        if (Reach(number, group, who, organises) is not { Verified: false } request || organises != request.Group)
            return false;
        request.Verified = true;
        request.LastAct = at;
        return true;
    }

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

    private bool Own(DateTime at, string group, string who, string? organises, int number, Action<Request> act)
    {
        if (Reach(number, group, who, organises) is not { } request || (request.Asker != who && organises != request.Group))
            return false;
        act(request);
        request.LastAct = at;
        return true;
    }

    private Request? Reach(int number, string group, string who, string? organises)
    {
        if (!requests.TryGetValue(number, out var request) || request.Closed)
            return null;
        var holds = request.Lines.Exists(line => line.Claims.Exists(claim => claim.Who == who && claim.Quantity > 0));
        var near = request.Group == group || request.Verified || request.Asker == who || holds || organises == request.Group;
        return near ? request : null;
    }

    private static List<Line>? Meant(Request request, string? name)
    {
        if (name is null)
            return request.Lines;
        var word = Fold(name);
        var exact = request.Lines.FindAll(line => Fold(line.Item) == word);
        if (exact.Count > 0)
            return exact;
        var containing = request.Lines.FindAll(line => Fold(line.Item).Contains(word, StringComparison.Ordinal));
        return containing.Count == 1 ? containing : null;
    }

    private static List<(Line Line, decimal Part)>? Share(Request request, decimal? quantity, string? name, Func<Line, decimal> left)
    {
        var open = Meant(request, name)?.FindAll(line => left(line) > 0);
        if (open is null or [])
            return null;
        if (quantity is not { } said)
            return open.ConvertAll(line => (line, left(line)));
        return open.Count == 1 && said > 0 && said <= left(open[0]) ? [(open[0], said)] : null;
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
        return (
            hour >= 22 ? asked.Date.AddHours(21.5)
            : hour < 7.5 ? asked.Date.AddHours(-2.5)
            : asked
        ).AddHours(-8);
    }

    // 72 hours, and three waking ones since the question.
    private static DateTime Lapse(DateTime lastAct)
    {
        var asked = Question(lastAct).AddHours(8);
        var evening = 22 - asked.TimeOfDay.TotalHours;
        var waited =
            evening >= 3 ? asked.AddHours(3) : asked.Date.AddHours(24 + 7.5 + 3).AddTicks(-(asked.Date.AddHours(22) - asked).Ticks);
        return new[] { lastAct.AddHours(72), waited.AddHours(-8) }.Max();
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

        public string State =>
            Cancelled ? "cancelled"
            : Expired ? "expired"
            : Lines.TrueForAll(line => line.Signed == line.Quantity) ? "received"
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

        public decimal Owed(string who) => Claims.Where(claim => claim.Who == who).Sum(claim => claim.Quantity - claim.Brought);
    }

    private sealed record Promise(string Who)
    {
        public decimal Quantity { get; set; }
        public decimal Brought { get; set; }
    }
}
