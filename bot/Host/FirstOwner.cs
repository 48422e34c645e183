using MutualAid.Core.Accounts;
using MutualAid.Core.Data;

namespace MutualAid.Bot.Host;

/// <summary>The owner of an installation that nobody sets up by hand: made once, while there is none. Later the settings say nothing.</summary>
internal static class FirstOwner
{
    public const string NameKey = "Console:OwnerName";
    public const string PasswordKey = "Console:OwnerPassword";

    /// <returns>False: the settings name no owner.</returns>
    /// <exception cref="SettingException">A name or password that cannot be used.</exception>
    public static async Task<bool> MakeAsync(IConfiguration from, Store store, TimeProvider clock)
    {
        var (name, password) = (from[NameKey]?.Trim() ?? "", from[PasswordKey] ?? "");
        if (name.Length == 0 && password.Length == 0)
            return false;
        if (AccountDesk.Check(name) != AccountRefusal.None)
            throw new SettingException(NameKey, "is not a name such as 温静宜");
        if (Passwords.Check(password, name) != AccountRefusal.None)
            throw new SettingException(PasswordKey, $"needs {Passwords.Shortest} letters or more, and is not to be guessed from the name");
        var hash = Passwords.Hash(password);
        await using var writer = store.CreateWriter();
        await writer.DoAsync("setup", db => new AccountDesk(db, clock).CreateOwnerAsync(name, hash, first: true));
        return true;
    }
}
