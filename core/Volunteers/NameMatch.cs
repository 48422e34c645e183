using System.Text.RegularExpressions;
using MutualAid.Core.Data;
using MutualAid.Core.People;

namespace MutualAid.Core.Volunteers;

/// <summary>Whom people mean when they call each other 王建, 小王 or 王姐.</summary>
public static partial class NameMatch
{
    /// <summary>Those who may be meant; the exact name wins.</summary>
    public static IReadOnlyList<Person> Among(string said, IEnumerable<Person> people)
    {
        var all = people.ToList();
        var key = Folded.Key(said);
        if (key.Length == 0)
            return [];
        if (all.FindAll(person => Folded.Key(person.Name) == key) is { Count: > 0 } exact)
            return exact;
        if (Nick().Match(key) is { Success: true } nick)
        {
            var surname = nick.Groups["surname"].Value;
            return all.FindAll(person => Folded.Key(person.Name).StartsWith(surname, StringComparison.Ordinal));
        }

        return key.Length < 2 ? [] : all.FindAll(person => Folded.Key(person.Name).Contains(key, StringComparison.Ordinal));
    }

    /// <summary>段, for a name of Chinese characters; else the whole name.</summary>
    public static string Surname(string name) => IsChinese(name) ? name[..1] : name;

    /// <summary>王××: a name that is told only in part.</summary>
    public static string Masked(string name) => IsChinese(name) ? name[..1] + "××" : name[..1] + "…";

    /// <summary>段、巩: as short as they can be told apart.</summary>
    public static IReadOnlyList<string> Short(IReadOnlyCollection<string> names) =>
        [.. names.Select(name => names.Count(other => Surname(other) == Surname(name)) == 1 ? Surname(name) : name)];

    private static bool IsChinese(string name) => name.Length is >= 2 and <= 4 && name.All(letter => letter is >= '\u4e00' and <= '\u9fff');

    [GeneratedRegex("^(?:[小老阿](?<surname>.)|(?<surname>.)(?:姐|哥|叔|姨|阿姨|大姐|大哥|大爷|师傅|老师|主任|医生|书记|工))$")]
    private static partial Regex Nick();
}
