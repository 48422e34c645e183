using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using MutualAid.Core.Data;

namespace MutualAid.Core.Accounts;

/// <summary>What counts as a password, and its slow hash (PBKDF2 with SHA-512, salted).</summary>
public static class Passwords
{
    public const int Shortest = 12;
    public const int Longest = 128;
    private const int Rounds = 210_000;
    private const int LeastLetters = 5;

    private static readonly PasswordHasher<ConsoleAccount> Hasher = new(
        Options.Create(new PasswordHasherOptions { IterationCount = Rounds })
    );

    // Somebody who does not exist takes as long as somebody who does.
    private static readonly Lazy<string> Nobodys = new(() => Hash(People.Secrets.NewCode()));

    // What lists of leaked passwords begin with, where it is long enough; runs and repetitions are found by rule.
    private static readonly string[] FirstGuessed =
    [
        "password",
        "qwerty",
        "qazwsx",
        "1q2w3e",
        "iloveyou",
        "letmein",
        "welcome",
        "admin",
        "woaini",
        "changeme",
        "mutualaid",
    ];

    /// <summary>Length and the first guesses; no rules about kinds of letters, any Unicode.</summary>
    public static AccountRefusal Check(string? password, string name)
    {
        if (password is null || password.Length < Shortest)
            return AccountRefusal.PasswordTooShort;
        if (password.Length > Longest)
            return AccountRefusal.PasswordTooLong;
        var key = Folded.Key(password);
        var owner = Folded.Key(name);
        var rest = FirstGuessed
            .Append(owner)
            .Where(it => it.Length > 0)
            .Aggregate(key, (left, it) => left.Replace(it, "", StringComparison.Ordinal));
        return rest.Distinct().Count() < LeastLetters || IsRun(rest) ? AccountRefusal.PasswordTooSimple : AccountRefusal.None;
    }

    public static string Hash(string password) => Hasher.HashPassword(null!, password);

    /// <summary>Takes as long for an account without a password, or for none.</summary>
    public static bool IsRight(ConsoleAccount? account, string password)
    {
        var matches = Hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? Nobodys.Value, password);
        return account?.PasswordHash is not null && matches != PasswordVerificationResult.Failed;
    }

    // 123456789012, abcdefghijkl, 987654321098
    private static bool IsRun(string key)
    {
        var steps = key.Zip(key.Skip(1), (one, next) => Math.Abs(next - one)).ToList();
        return steps.Count(step => step is 1 or 9) >= steps.Count - 1;
    }
}
