using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Data;

namespace MutualAid.Admin;

/// <summary>Signs people in: by password and code, or by a link that works once.</summary>
public sealed partial class Doorman(
    Store store,
    Writer writer,
    ConsoleSettings settings,
    TimeProvider clock,
    IDataProtectionProvider protection,
    IConsoleHost host
) : IDisposable
{
    private const string Lane = "console";
    private const string DeviceCookie = "console-device";
    private const string HalfwayCookie = "console-halfway";

    private static readonly TimeSpan DevicesKnown = TimeSpan.FromDays(180);
    private static readonly TimeSpan HalfwayLasts = TimeSpan.FromMinutes(5);

    private readonly Guesses guesses = new(clock);

    // A slow hash on two cores: guessing must not starve the bot.
    private readonly SemaphoreSlim hashing = new(2);
    private readonly IDataProtector devices = protection.CreateProtector("console-device");
    private readonly IDataProtector halfway = protection.CreateProtector("console-halfway");

    /// <summary>Whether anybody owns this console; before, only the setup link opens it.</summary>
    public async Task<bool> HasOwnerAsync()
    {
        await using var db = store.Read();
        return await new AccountDesk(db, clock).HasOwnerAsync();
    }

    /// <summary>The account of this name and password, within the limits of guessing.</summary>
    /// <param name="device">The secret of a known device, as its cookie has it.</param>
    public async Task<(AccountRefusal Refusal, ConsoleAccount? Account)> CheckAsync(
        string? name,
        string? password,
        string address,
        string? device
    )
    {
        await using var db = store.Read();
        var account = await new AccountDesk(db, clock).NamedAsync(name);
        if (!guesses.MayTry(Folded.Key(name), address, Known(device, account)))
            return (AccountRefusal.TooManyTries, null);
        var right = await HashAsync(() => Passwords.IsRight(account, Bounded(password)));
        return right && account is { ClosedAt: null } ? (AccountRefusal.None, account) : (AccountRefusal.NotRight, null);
    }

    /// <summary>Whether this is the caller's own password, within the same limits.</summary>
    public async Task<bool> IsOwnAsync(HttpContext context, string? password) =>
        (await CheckAsync(Caller.Of(context)!.Name, password, Address(context), Cookie(context, DeviceCookie))).Account is not null;

    /// <summary>The hash of a new password, in turn with the others.</summary>
    public Task<string> HashAsync(string password) => HashAsync(() => Passwords.Hash(password));

    /// <summary>The first step; with a second one to come, only that is remembered.</summary>
    public async Task<(AccountRefusal Refusal, bool AsksCode)> SignInAsync(HttpContext context, string? name, string? password)
    {
        var (refusal, account) = await CheckAsync(name, password, Address(context), Cookie(context, DeviceCookie));
        if (account is null)
            return (refusal, false);
        if (account.TotpSecret is not null)
        {
            Wait(context, account);
            return (AccountRefusal.None, true);
        }

        await OpenAsync(context, account.Id, (_, _) => Task.FromResult(true));
        return (AccountRefusal.None, false);
    }

    /// <summary>The second step.</summary>
    public async Task<AccountRefusal> CodeAsync(HttpContext context, string? code)
    {
        if (Halfway(context) is not { } id)
            return AccountRefusal.LinkGone;
        if (!guesses.MayTry("code " + id.ToString(CultureInfo.InvariantCulture), Address(context), device: null))
            return AccountRefusal.TooManyTries;
        var isIn = await OpenAsync(context, id, (desk, account) => desk.TakeCodeAsync(account, code));
        if (isIn)
            context.Response.Cookies.Delete(settings.CookieName(HalfwayCookie), settings.Cookie());
        return isIn ? AccountRefusal.None : AccountRefusal.CodeNotRight;
    }

    /// <summary>Whom a link would sign in; a look does not spend it. Null: it opens nothing.</summary>
    public async Task<string?> LookAsync(string? secret)
    {
        await using var db = store.Read();
        return (await new AccountDesk(db, clock).LinkOfAsync(secret))?.Account.UserName;
    }

    /// <summary>Spends the link; an account with a second step is still asked for its code.</summary>
    public async Task<(AccountRefusal Refusal, bool AsksCode)> EnterAsync(HttpContext context, string? secret)
    {
        var account = await writer.DoAsync(
            Lane,
            async db =>
            {
                var desk = new AccountDesk(db, clock);
                if (await desk.LinkOfAsync(secret) is not { } key)
                    return null;
                desk.Spend(key);
                return key.Account;
            }
        );
        if (account is null)
            return (AccountRefusal.LinkGone, false);
        if (account.TotpSecret is null)
            await OpenAsync(context, account.Id, (_, _) => Task.FromResult(true));
        else
            Wait(context, account);
        return (AccountRefusal.None, account.TotpSecret is not null);
    }

    /// <summary>The first owner, signed in.</summary>
    public async Task<AccountRefusal> FoundAsync(HttpContext context, string name, string passwordHash)
    {
        var (refusal, account) = await writer.DoAsync(Lane, db => new AccountDesk(db, clock).CreateOwnerAsync(name, passwordHash));
        if (account is not null)
            await OpenAsync(context, account.Id, (_, _) => Task.FromResult(true));
        return refusal;
    }

    public async Task LeaveAsync(HttpContext context, Caller caller)
    {
        await writer.DoAsync(Lane, db => new SessionDesk(db, clock).EndAsync(caller.Account, caller.Session));
        context.Response.Cookies.Delete(settings.CookieName(ConsoleDoor.SessionCookie), settings.Cookie());
    }

    public void Dispose() => hashing.Dispose();

    private async Task<bool> OpenAsync(HttpContext context, long id, Func<AccountDesk, ConsoleAccount, Task<bool>> may)
    {
        var isKnown = Known(Cookie(context, DeviceCookie), id) is not null;
        var secret = await writer.DoAsync(
            Lane,
            async db =>
                await db.ConsoleAccounts.FindAsync(id) is { ClosedAt: null } account && await may(new AccountDesk(db, clock), account)
                    ? await BeginAsync(context, db, account, isKnown)
                    : null
        );
        if (secret is null)
            return false;
        var device = devices.Protect(string.Create(CultureInfo.InvariantCulture, $"{id}:{Guid.NewGuid():N}"));
        context.Response.Cookies.Append(settings.CookieName(ConsoleDoor.SessionCookie), secret, settings.Cookie());
        Prove(context, secret);
        if (!isKnown)
            context.Response.Cookies.Append(settings.CookieName(DeviceCookie), device, settings.Cookie(DevicesKnown));
        return true;
    }

    private async Task<string> BeginAsync(HttpContext context, Db db, ConsoleAccount account, bool isKnown)
    {
        var (address, browser) = (Address(context), Browser.Of(context.Request.Headers.UserAgent.ToString()));
        // The first time of all there is nobody to be warned.
        var isNew = !isKnown && await db.ConsoleSessions.AnyAsync(it => it.AccountId == account.Id);
        var secret = new SessionDesk(db, clock).Open(account, address, browser);
        if (!isNew)
            return secret;
        await db.SaveChangesAsync();
        var session = await db.ConsoleSessions.Where(it => it.AccountId == account.Id).MaxAsync(it => it.Id);
        new AccountDesk(db, clock).Note(
            account,
            AccountEvent.NewDevice,
            session,
            string.Join(" · ", new[] { browser, address }.OfType<string>())
        );
        await host.TellHolderAsync(db, account);
        return secret;
    }

    private async Task<T> HashAsync<T>(Func<T> hash)
    {
        await hashing.WaitAsync();
        try
        {
            return await Task.Run(hash);
        }
        finally
        {
            hashing.Release();
        }
    }

    private string? Known(string? cookie, ConsoleAccount? account) => account is null ? null : Known(cookie, account.Id);

    private string? Known(string? cookie, long account) =>
        Open(devices, cookie)?.Split(':') is [var id, var nonce] && id == account.ToString(CultureInfo.InvariantCulture) ? nonce : null;

    private void Wait(HttpContext context, ConsoleAccount account)
    {
        var until = (clock.GetUtcNow() + HalfwayLasts).ToUnixTimeSeconds();
        var said = halfway.Protect(string.Create(CultureInfo.InvariantCulture, $"{account.Id}:{until}"));
        context.Response.Cookies.Append(settings.CookieName(HalfwayCookie), said, settings.Cookie(HalfwayLasts));
    }

    private long? Halfway(HttpContext context) =>
        Open(halfway, Cookie(context, HalfwayCookie))?.Split(':') is [var id, var until]
        && long.Parse(until, CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds()
            ? long.Parse(id, CultureInfo.InvariantCulture)
            : null;

    private static string? Open(IDataProtector protector, string? cookie)
    {
        try
        {
            return cookie is null ? null : protector.Unprotect(cookie);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Forged, or of keys that are gone: an unknown device.
            return null;
        }
    }

    private string? Cookie(HttpContext context, string name) => context.Request.Cookies[settings.CookieName(name)];

    // Slow hashes of endless words would be a way to starve us.
    private static string Bounded(string? password) => password is { Length: <= Passwords.Longest } ? password : "";

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
