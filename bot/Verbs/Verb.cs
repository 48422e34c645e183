using MutualAid.Bot.Host;

namespace MutualAid.Bot.Verbs;

/// <summary>A word on the command line that does one thing and ends; only its result goes to stdout.</summary>
public sealed record Verb(string Name, string Usage, Func<VerbLine, Task<int>> Work)
{
    private static readonly Verb[] All =
    [
        new("parse", "parse [--why] < messages.jsonl", ParseVerb.RunAsync),
        new("replay", "replay FILE [--data DIR] [--out FILE]", ReplayVerb.RunAsync),
        new("report", "report --from DATE --to DATE --format json [--out FILE] [--data DIR]", ReportVerb.RunAsync),
        new("backup", "backup FILE", BackupVerbs.BackupAsync),
        new("restore", "restore FILE [--force]", BackupVerbs.RestoreAsync),
        new("owner", "owner create|reset-password|disable-2fa NAME [--password WORDS] [--data DIR]", OwnerVerb.RunAsync),
        new("check", "check", CheckVerb.RunAsync),
    ];

    public static Verb? Find(string word) => Array.Find(All, verb => verb.Name == word);

    public static int Unknown(string word)
    {
        Console.Error.WriteLine($"There is no verb \"{word}\". Without a verb the program runs; the verbs are:");
        foreach (var verb in All)
            Console.Error.WriteLine($"  {verb.Usage}");
        return 2;
    }

    public async Task<int> RunAsync(string[] args)
    {
        try
        {
            return await Work(VerbLine.Read(args));
        }
        catch (VerbException error)
        {
            await Console.Error.WriteLineAsync($"{error.Message}\nUsage: {Usage}");
            return 2;
        }
        catch (Exception error)
            when (error is InvalidDataException or FileNotFoundException or DirectoryNotFoundException || House.Explain(error) is not null)
        {
            await Console.Error.WriteLineAsync(House.Explain(error) ?? error.Message);
            return 1;
        }
    }
}

/// <summary>The words behind a verb are not as they should be.</summary>
public sealed class VerbException(string message) : Exception(message);

/// <summary>Words and <c>--options</c> of a verb; the rest (<c>Key=value</c> and <c>--Section:Key value</c>) is configuration.</summary>
public sealed class VerbLine
{
    private readonly Dictionary<string, string?> options = new(StringComparer.Ordinal);
    private readonly List<string> configuration = [];

    public List<string> Words { get; } = [];

    public static VerbLine Read(string[] args)
    {
        var line = new VerbLine();
        for (var at = 0; at < args.Length; at++)
        {
            if (!args[at].StartsWith("--", StringComparison.Ordinal))
                line.Words.Add(args[at]);
            else if (args[at].Contains(':', StringComparison.Ordinal))
                line.configuration.AddRange(
                    args[at].Contains('=', StringComparison.Ordinal) || at + 1 == args.Length ? [args[at]] : [args[at], args[++at]]
                );
            else if (at + 1 < args.Length && !args[at + 1].StartsWith("--", StringComparison.Ordinal))
                line.options[args[at][2..]] = args[++at];
            else
                line.options[args[at][2..]] = null;
        }

        return line;
    }

    public bool Has(string option) => options.ContainsKey(option);

    public string? this[string option] => options.GetValueOrDefault(option);

    public string Need(string option) => this[option] ?? throw new VerbException($"--{option} is missing");

    /// <summary>The settings as the program would read them here, with <c>--data DIR</c> in place of its folder.</summary>
    public Settings Settings()
    {
        var builder = WebApplication.CreateSlimBuilder(configuration.ToArray());
        return Host.Settings.Read(this["data"] is { } folder ? WithFolder(builder.Configuration, folder) : builder.Configuration);
    }

    private static IConfiguration WithFolder(IConfiguration from, string folder) =>
        new ConfigurationBuilder()
            .AddConfiguration(from)
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Storage:Provider"] = "Sqlite",
                    ["Storage:ConnectionString"] = Path.Combine(folder, "mutualaid.db"),
                    ["Backup:Folder"] = Path.Combine(folder, "backups"),
                }
            )
            .Build();
}
