using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using MutualAid.Core.Accounts;
using MutualAid.Core.People;

namespace MutualAid.Admin;

/// <summary>Whether whoever sits at the browser is still the one who signed in: asked again before what would hurt most.</summary>
public sealed partial class Doorman
{
    private const string ProofCookie = "console-proof";

    private static readonly TimeSpan ProofLasts = TimeSpan.FromMinutes(10);

    private readonly IDataProtector proofs = protection.CreateProtector(ProofCookie);

    /// <summary>Whether this session signed in, or gave its password or code, within the last ten minutes.</summary>
    public bool IsProven(HttpContext context) =>
        Cookie(context, ConsoleDoor.SessionCookie) is { } session
        && Open(proofs, Cookie(context, ProofCookie))?.Split(':') is [var hash, var until]
        && hash == Secrets.Hash(session)
        && long.Parse(until, CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Takes the caller's code, or their password where they have no codes, within the limits of guessing.</summary>
    public async Task<AccountRefusal> ProveAsync(HttpContext context, string? secret)
    {
        var caller = Caller.Of(context)!;
        var refusal = caller.HasCodes
            ? await TakeCodeAsync(context, caller.Account, secret)
            : (await CheckAsync(caller.Name, secret, Address(context), Cookie(context, DeviceCookie))).Refusal;
        if (refusal == AccountRefusal.None)
            Prove(context, Cookie(context, ConsoleDoor.SessionCookie)!);
        return refusal;
    }

    private async Task<AccountRefusal> TakeCodeAsync(HttpContext context, long id, string? code)
    {
        if (!guesses.MayTry("code " + id.ToString(CultureInfo.InvariantCulture), Address(context), device: null))
            return AccountRefusal.TooManyTries;
        var isRight = await writer.DoAsync(
            Lane,
            async db =>
                await db.ConsoleAccounts.FindAsync(id) is { ClosedAt: null } account
                && await new AccountDesk(db, clock).TakeCodeAsync(account, code)
        );
        return isRight ? AccountRefusal.None : AccountRefusal.CodeNotRight;
    }

    private void Prove(HttpContext context, string session)
    {
        var until = (clock.GetUtcNow() + ProofLasts).ToUnixTimeSeconds();
        var said = proofs.Protect(string.Create(CultureInfo.InvariantCulture, $"{Secrets.Hash(session)}:{until}"));
        context.Response.Cookies.Append(settings.CookieName(ProofCookie), said, settings.Cookie(ProofLasts));
    }
}
