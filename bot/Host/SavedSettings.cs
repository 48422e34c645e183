using System.Text.Json;
using MutualAid.Core.Data;

namespace MutualAid.Bot.Host;

/// <summary>What the console was told: a file beside the database that only its user may read. A setting from outside stands above it.</summary>
internal sealed class SavedSettings(string folder, IConfiguration configuration)
{
    public const string FileName = "console-settings.json";

    private readonly Lock gate = new();

    private string File { get; } = Path.Combine(folder, FileName);

    /// <summary>Adds what is not given from outside.</summary>
    /// <exception cref="SettingException">The file cannot be read.</exception>
    public void Apply(IConfigurationBuilder builder) =>
        builder.AddInMemoryCollection(Read().Where(it => string.IsNullOrEmpty(configuration[it.Key])).ToList()!);

    public string? this[string key] => Read().GetValueOrDefault(key);

    /// <summary>The value in use comes from outside and not from this file.</summary>
    public bool IsGiven(string key) => configuration[key] is { Length: > 0 } used && used != this[key];

    /// <summary>Kept for the next start. A kill leaves the old file or the new one.</summary>
    public void Keep(string key, string value)
    {
        lock (gate)
        {
            var all = Read();
            all[key] = value;
            var draft = File + ".new";
            using (var file = PrivateFile.Create(draft))
            {
                JsonSerializer.Serialize(file, all);
                file.Flush(flushToDisk: true);
            }

            System.IO.File.Move(draft, File, overwrite: true);
        }
    }

    private Dictionary<string, string> Read()
    {
        if (!System.IO.File.Exists(File))
            return [];
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(System.IO.File.ReadAllText(File)) ?? [];
        }
        catch (JsonException error)
        {
            throw new SettingException(File, $"cannot be read ({error.Message}); mend it, or remove it to begin anew");
        }
    }
}
