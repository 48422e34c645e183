using MutualAid.Core.Accounts;
using MutualAid.Core.Audit;
using MutualAid.Core.Data;

namespace MutualAid.Admin;

/// <summary>What every page works with.</summary>
public sealed class Office(Store store, Writer writer, IConsoleHost host, ConsoleSettings settings, TimeProvider clock)
{
    private const string Lane = "console";

    public IConsoleHost Host { get; } = host;

    public ConsoleSettings Settings { get; } = settings;

    public TimeProvider Clock { get; } = clock;

    /// <summary>The address that signs in whoever has this secret, once.</summary>
    public string EnterLink(string secret) => new Uri(Settings.Url, "/enter?key=" + secret).ToString();

    internal async Task<T> LookAsync<T>(Caller caller, Func<Sight, Task<T>> look)
    {
        await using var db = store.Read();
        return await look(new Sight(db, caller, Clock, Host));
    }

    /// <summary>Keeps what is being typed, which is no act.</summary>
    internal Task KeepAsync(Caller caller, string form, string fields, CancellationToken stop) =>
        writer.DoAsync(Lane, db => new FormDraftDesk(db, Clock).KeepAsync(caller.Account, form, fields), stop);

    internal Task DropAsync(Caller caller, string form, CancellationToken stop) =>
        writer.DoAsync(Lane, db => new FormDraftDesk(db, Clock).DropAsync(caller.Account, form), stop);

    /// <summary>Acts and writes it down, in one commit.</summary>
    internal Task<T> ActAsync<T>(Caller caller, Deed deed, Func<Sight, Task<T>> act, CancellationToken stop) =>
        writer.DoAsync(
            Lane,
            async db =>
            {
                var (trail, sight) = (new AuditTrail(db), new Sight(db, caller, Clock, Host));
                var result = await act(sight);
                var subject = sight.Noted?.Subject ?? deed.Subject;
                await trail.CloseAsync(caller.Person, deed.Act, subject, sight.Now, sight.Noted is not null, sight.Noted?.Group);
                return result;
            },
            stop
        );
}
