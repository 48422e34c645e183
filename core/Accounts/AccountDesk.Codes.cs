using Microsoft.EntityFrameworkCore;
using MutualAid.Core.People;

namespace MutualAid.Core.Accounts;

public sealed partial class AccountDesk
{
    private const int RecoveryCodes = 10;

    /// <summary>Turns the second step on when the code of the new secret is right; returns the recovery codes, once.</summary>
    /// <param name="session">Where it is done; 0: on the host.</param>
    public async Task<IReadOnlyList<string>> TurnCodesOnAsync(ConsoleAccount account, string secret, string? code, long session = 0)
    {
        if (Totp.Find(secret, code, 0, clock.GetUtcNow()) is not { } step)
            return [];
        (account.TotpSecret, account.TotpStep) = (secret, step);
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(it => it.AccountId == account.Id).ToListAsync());
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => Totp.NewRecoveryCode()).ToList();
        Note(account, AccountEvent.CodesOn, session);
        db.RecoveryCodes.AddRange(codes.Select(it => new RecoveryCode { Account = account, Hash = HashOf(it) }));
        return codes;
    }

    public async Task TurnCodesOffAsync(ConsoleAccount account, long session = 0)
    {
        Note(account, AccountEvent.CodesOff, session);
        account.TotpSecret = null;
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(it => it.AccountId == account.Id).ToListAsync());
    }

    /// <summary>Takes a code of the app or a recovery code; either works once.</summary>
    public async Task<bool> TakeCodeAsync(ConsoleAccount account, string? code)
    {
        if (account.TotpSecret is not { } secret)
            return true;
        if (Totp.Find(secret, code, account.TotpStep, clock.GetUtcNow()) is { } step)
        {
            account.TotpStep = step;
            return true;
        }

        var hash = HashOf(code ?? "");
        var spare = await db.RecoveryCodes.FirstOrDefaultAsync(it => it.AccountId == account.Id && it.Hash == hash && it.UsedAt == null);
        if (spare is not null)
            spare.UsedAt = Now;
        return spare is not null;
    }

    // As people copy them: with or without dashes, in small letters.
    private static string HashOf(string code) => Secrets.Hash(string.Concat(code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)));
}
