using MutualAid.Bot.Host;
using MutualAid.Core.Accounts;
using MutualAid.Core.Data;
using MutualAid.Core.People;

namespace MutualAid.Bot.Verbs;

/// <summary><c>owner</c>: for who has the machine but lost the console. Each of them signs out all sessions of the account.</summary>
internal static class OwnerVerb
{
    public static async Task<int> RunAsync(VerbLine line)
    {
        if (line.Words is not [var act, var name] || Find(act) is not { } work)
            throw new VerbException("create, reset-password or disable-2fa, and a name");
        var store = HostParts.OpenStore(line.Settings());
        using var claim = store as IDisposable;
        await store.PrepareAsync();
        await using var writer = store.CreateWriter();
        return await work(writer, name, line["password"]);
    }

    private static Func<Writer, string, string?, Task<int>>? Find(string act) =>
        act switch
        {
            "create" => CreateAsync,
            "reset-password" => ResetAsync,
            "disable-2fa" => DisableAsync,
            _ => null,
        };

    private static async Task<int> CreateAsync(Writer writer, string name, string? wanted)
    {
        var password = Choose(wanted, name);
        var hash = Passwords.Hash(password);
        var (refusal, _) = await writer.DoAsync(
            "owner",
            db => new AccountDesk(db, TimeProvider.System).CreateOwnerAsync(name, hash, first: false)
        );
        return refusal == AccountRefusal.None ? Tell(name, "is an owner", wanted, password) : Fail(name, refusal);
    }

    private static Task<int> ResetAsync(Writer writer, string name, string? wanted)
    {
        var password = Choose(wanted, name);
        var hash = Passwords.Hash(password);
        return WithAsync(
            writer,
            name,
            async (desk, account) =>
            {
                await desk.SetPasswordAsync(account, hash);
                account.ClosedAt = null;
            },
            () => Tell(name, "has a new password and is signed out everywhere", wanted, password)
        );
    }

    private static Task<int> DisableAsync(Writer writer, string name, string? wanted) =>
        WithAsync(
            writer,
            name,
            async (desk, account) =>
            {
                await desk.TurnCodesOffAsync(account);
                await desk.EndSessionsAsync(account);
            },
            () => Tell(name, "signs in by password alone and is signed out everywhere", wanted, null)
        );

    private static async Task<int> WithAsync(Writer writer, string name, Func<AccountDesk, ConsoleAccount, Task> work, Func<int> tell)
    {
        var found = await writer.DoAsync(
            "owner",
            async db =>
            {
                var desk = new AccountDesk(db, TimeProvider.System);
                if (await desk.NamedAsync(name) is not { } account)
                    return false;
                await work(desk, account);
                return true;
            }
        );
        return found ? tell() : Fail(name, AccountRefusal.NoSuchAccount);
    }

    private static string Choose(string? wanted, string name)
    {
        if (wanted is null)
            return Secrets.NewCode();
        return Passwords.Check(wanted, name) is var refusal and not AccountRefusal.None
            ? throw new VerbException($"--password: {refusal}, at least {Passwords.Shortest} letters")
            : wanted;
    }

    private static int Tell(string name, string what, string? wanted, string? password)
    {
        Console.WriteLine($"{name} {what}");
        // What was given is known already, and need not stand in a terminal's history twice.
        if (wanted is null && password is not null)
            Console.WriteLine($"password: {password}");
        return 0;
    }

    private static int Fail(string name, AccountRefusal refusal)
    {
        Console.Error.WriteLine($"{name}: {refusal}");
        return 1;
    }
}
