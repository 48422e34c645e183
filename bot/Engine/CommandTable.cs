using System.Collections.Frozen;
using System.Reflection;

namespace MutualAid.Bot.Engine;

/// <summary>All commands by intent, found by attribute in one scan; two for one intent refuse to start.</summary>
public sealed class CommandTable
{
    private readonly FrozenDictionary<string, Entry> entries;

    /// <exception cref="InvalidOperationException">Two commands claim one intent.</exception>
    public CommandTable(IEnumerable<Type> types)
    {
        var found = types
            .SelectMany(type => type.GetCustomAttributes<CommandAttribute>().Select(mark => new Entry(type, mark)))
            .GroupBy(entry => entry.Mark.Intent, StringComparer.Ordinal)
            .ToList();
        if (found.FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new InvalidOperationException(
                $"Two commands for '{twice.Key}': {string.Join(", ", twice.Select(entry => entry.Type.Name))}"
            );
        entries = found.ToFrozenDictionary(group => group.Key, group => group.Single(), StringComparer.Ordinal);
    }

    public IEnumerable<string> Intents => entries.Keys;

    public Entry? Find(string intent) => entries.GetValueOrDefault(intent);

    public sealed record Entry(Type Type, CommandAttribute Mark);
}
