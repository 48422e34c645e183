namespace MutualAid.Tests.Channels.FakeTelegram;

internal enum FakeFault
{
    TooManyRequests,
    InternalError,
    BadGateway,
    GatewayTimeout,

    /// <summary>The page of something in front of the API.</summary>
    ErrorPage,

    /// <summary>No answer until the caller gives up.</summary>
    Silence,

    /// <summary>The connection breaks.</summary>
    Reset,
    WrongJson,
}

/// <param name="Accepted">The call is carried out all the same: only its answer is lost.</param>
internal sealed record FakeTrouble(FakeFault Fault, bool Accepted = false, int RetryAfter = 1);

/// <summary>Troubles by method, chat and n-th call from now.</summary>
internal sealed class FakeFaults
{
    private readonly List<Rule> rules = [];

    /// <param name="chat">Null: any.</param>
    /// <param name="call">The first of the calls it meets, counted from 1.</param>
    /// <param name="times">How many in a row.</param>
    public void Add(string method, FakeTrouble trouble, long? chat = null, int call = 1, int times = 1)
    {
        lock (rules)
            rules.Add(new(method, chat, call, times, trouble));
    }

    public void Clear()
    {
        lock (rules)
            rules.Clear();
    }

    public FakeTrouble? Next(string method, long? chat)
    {
        FakeTrouble? trouble = null;
        lock (rules)
        {
            foreach (var rule in rules.Where(rule => rule.Fits(method, chat)))
                trouble = rule.Count() ?? trouble;
        }
        return trouble;
    }

    private sealed class Rule(string method, long? chat, int call, int times, FakeTrouble trouble)
    {
        private int seen;

        public bool Fits(string asked, long? where) =>
            (method == "*" || method.Equals(asked, StringComparison.OrdinalIgnoreCase)) && (chat is null || chat == where);

        public FakeTrouble? Count()
        {
            seen++;
            return seen >= call && seen < call + times ? trouble : null;
        }
    }
}
