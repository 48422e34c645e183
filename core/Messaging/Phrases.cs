using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace MutualAid.Core.Messaging;

/// <summary>The words of the bot, per language, from <c>content/&lt;language&gt;/&lt;slice&gt;.json</c>.</summary>
public sealed class Phrases
{
    /// <summary>The language that is complete and stands in for a missing one.</summary>
    public const string Fallback = "zh-CN";

    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> languages;

    private Phrases(FrozenDictionary<string, FrozenDictionary<string, string>> languages) => this.languages = languages;

    public IReadOnlyCollection<string> Languages => languages.Keys;

    /// <summary>All phrases of a language by key (<c>slice.command.what</c>).</summary>
    public IReadOnlyDictionary<string, string> In(string language) =>
        languages.TryGetValue(language, out var words) ? words : languages[Fallback];

    /// <param name="folder">The folder that holds one folder per language.</param>
    public static Phrases Load(string folder) =>
        new(
            Directory
                .EnumerateDirectories(folder)
                .ToFrozenDictionary(
                    path => Path.GetFileName(path),
                    path =>
                        Directory
                            .EnumerateFiles(path, "*.json")
                            .SelectMany(file =>
                                JsonSerializer
                                    .Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!
                                    .Select(pair => KeyValuePair.Create($"{Path.GetFileNameWithoutExtension(file)}.{pair.Key}", pair.Value))
                            )
                            .ToFrozenDictionary(StringComparer.Ordinal),
                    StringComparer.Ordinal
                )
        );
}

/// <summary>Text that is already HTML of the bot's small set and is not escaped again.</summary>
public readonly record struct Markup(string Html);

/// <summary>One language's phrases with values filled in.</summary>
public sealed class Speech(Phrases phrases, string language)
{
    private readonly IReadOnlyDictionary<string, string> words = phrases.In(language);

    public string Language { get; } = language;

    public bool IsChinese => Language.StartsWith("zh", StringComparison.Ordinal);

    public bool Has(string key) => words.ContainsKey(key);

    /// <summary>The phrase as HTML; values are escaped unless they are <see cref="Markup"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such phrase: a bug that a house test finds.</exception>
    public string Say(string key, params object?[] values) =>
        string.Format(CultureInfo.InvariantCulture, Find(key), Array.ConvertAll(values, Shown));

    /// <summary>The phrase as plain text, for buttons and toasts.</summary>
    public string Plain(string key, params object?[] values) => Html.ToPlain(Say(key, values));

    /// <summary><c>11月25日 周三 14:30</c>; the year stands only where it is another than now's.</summary>
    public string Day(DateTime local, bool clock = true, int? year = null)
    {
        var form = IsChinese ? "M月d日 ddd" : "ddd d MMM";
        if (year is { } now && now != local.Year)
            form = IsChinese ? "yyyy年" + form : form + " yyyy";
        var day = local.ToString(form, IsChinese ? Chinese : CultureInfo.InvariantCulture);
        return clock ? $"{day} {local:HH\\:mm}" : day;
    }

    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    private string Find(string key) =>
        words.TryGetValue(key, out var phrase) ? phrase : throw new KeyNotFoundException($"No phrase {key} in {Language}");

    private static object Shown(object? value) =>
        value switch
        {
            Markup markup => markup.Html,
            decimal number => number.ToString("0.###", CultureInfo.InvariantCulture),
            null => "",
            _ => Html.Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
        };
}
