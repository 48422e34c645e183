using System.Security.Cryptography;
using System.Text;
using MutualAid.Core.Data;
using MutualAid.Core.People;
using MutualAid.Core.Schedule;

namespace MutualAid.Admin;

public enum SetupAnswer
{
    Right,

    /// <summary>Unknown, spent or too old: which of them is not told.</summary>
    Wrong,

    /// <summary>Too many wrong ones from this address.</summary>
    TooMany,
}

/// <summary>The way into a console that nobody can sign in to yet: one secret a start, for an hour and one use.</summary>
public sealed class SetupLink(ConsoleSettings settings, TimeProvider clock)
{
    public const string FileName = "setup-link";
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(60);

    /// <summary>Secrets a minute from one address.</summary>
    private const int MostWrong = 20;

    private readonly Lock gate = new();
    private readonly RecentCounts wrong = new(TimeSpan.FromMinutes(1), clock);
    private byte[]? hash;
    private DateTimeOffset until;

    public string File => Path.Combine(settings.DataFolder, FileName);

    /// <summary>Makes the link of this start; only the owner of the data folder can read its file.</summary>
    public string Issue()
    {
        var secret = Secrets.NewCode();
        lock (gate)
        {
            hash = Hash(secret);
            until = clock.GetUtcNow() + Lasts;
        }

        var link = new Uri(settings.Url, $"/setup?token={secret}").ToString();
        using var file = new StreamWriter(PrivateFile.Create(File));
        file.WriteLine(link);
        return link;
    }

    /// <summary>Whether the secret would open the console; it stays good, since programs that preview links ask too.</summary>
    public SetupAnswer Look(string? secret, string address) => Try(secret, address, spend: false);

    /// <summary>Opens the console once.</summary>
    public SetupAnswer Spend(string? secret, string address)
    {
        var answer = Try(secret, address, spend: true);
        if (answer == SetupAnswer.Right)
            System.IO.File.Delete(File);
        return answer;
    }

    private SetupAnswer Try(string? secret, string address, bool spend)
    {
        if (wrong.Of(address) > MostWrong)
            return SetupAnswer.TooMany;
        var given = Hash(secret ?? "");
        lock (gate)
        {
            if (hash is not null && CryptographicOperations.FixedTimeEquals(given, hash) && clock.GetUtcNow() < until)
            {
                if (spend)
                    hash = null;
                return SetupAnswer.Right;
            }
        }

        wrong.Add(address);
        return SetupAnswer.Wrong;
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
