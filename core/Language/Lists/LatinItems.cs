using System.Globalization;
using System.Text.RegularExpressions;

namespace MutualAid.Core.Language.Lists;

/// <summary>Reads 3 cans of cat food, shampoo x2, a shovel, ladder (1).</summary>
internal static partial class LatinItems
{
    private const string Count =
        @"(?<q>\d[\d,]*(?:\.\d+)?|half a dozen|a dozen|a half|half|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred)";

    private static readonly Lexicon Short = new("pr prs pkt pkts lb lbs oz ea gal gallon gallons doz cup cups rolls loaves");
    private static readonly Lexicon Polite = Lexicon.Listed("LatinItemsPolite");
    private static readonly string[] Numbers =
    [
        "",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ];

    public static List<Item> Read(string typed, string folded, int from, int to, out bool isVague)
    {
        var items = new List<Item>();
        foreach (var part in Parts().EnumerateMatches(folded.AsSpan(from, to - from)))
        {
            var (start, end) = Texts.Trim(folded, from + part.Index, from + part.Index + part.Length);
            end = Cut(folded, start, Unjoined(folded, start, end));
            if (end > start && Item(typed[start..end], folded[start..end]) is { } item)
            {
                Put(items, item);
            }
        }

        isVague = items.Exists(item => item.Quantity is null);
        return items;
    }

    // paracetamol, 1 box
    private static void Put(List<Item> items, Item item)
    {
        if (item is { Name: "", Quantity: not null, Unit: not null } && items is [.., { Quantity: null } last])
        {
            items[^1] = item with { Name = last.Name };
        }
        else
        {
            // 2 mops, 1 bucket: among named things a measure by itself is a thing.
            var named = item is { Name: "", Unit: not null } && items is [.., { Name.Length: > 0 }];
            items.Add(named ? item with { Name = item.Unit!, Unit = null } : item);
        }
    }

    private static Item? Item(string typed, string folded) =>
        Range().IsMatch(folded) ? new Item(Name(typed, Range().Match(folded).Length, typed.Length))
        : Leading().Match(folded) is { Success: true } leading ? Led(typed, folded, leading)
        : Trailing().Match(folded) is { Success: true } trailing ? Trailed(typed, trailing)
        : Polite.At(folded, 0) > 0 ? null
        : new Item(typed);

    // 3 cans of cat food; 6 baby blankets
    private static Item? Led(string typed, string folded, Match match)
    {
        var at = match.Length;
        var unit = match.Groups["q"].Value.EndsWith("dozen", StringComparison.Ordinal) ? "dozen" : null;
        if (unit is null && Unit(folded, at) is var length and > 0)
        {
            unit = typed.Substring(at, length);
            at += length;
        }

        at += Of().Match(folded, at).Length;
        var name = Name(typed, at, typed.Length);
        return name.Length == 0 && unit is not null && !char.IsAsciiDigit(folded[0])
            ? new Item(unit, Value(match), null)
            : new Item(name, Value(match), unit);
    }

    private static Item Trailed(string typed, Match match)
    {
        var (name, unit) = (match.Groups["n"], match.Groups["u"]);
        var end = name.Index + name.Length;
        return Sized().IsMatch(name.Value) || (unit.Length > 0 && Unit(unit.Value, 0) != unit.Length)
            ? new Item(typed)
            : new Item(Name(typed, name.Index, end), Value(match), unit.Length > 0 ? typed.Substring(unit.Index, unit.Length) : null);
    }

    private static int Unit(string folded, int at)
    {
        var length = Math.Max(Units.At(folded, at), Short.At(folded, at));
        return length > 0 && (at + length == folded.Length || folded[at + length] == ' ') ? length : 0;
    }

    private static decimal? Value(Match match) =>
        match.Groups["q"].Value switch
        {
            "a dozen" => 1,
            "half a dozen" or "half" or "a half" => 0.5m,
            "a" or "an" => 1,
            "fifteen" => 15,
            "twenty" => 20,
            "thirty" => 30,
            "forty" => 40,
            "fifty" => 50,
            "hundred" => 100,
            var word when Array.IndexOf(Numbers, word) is var at and > 0 => at,
            var digits => decimal.TryParse(digits.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var value)
            && value is > 0 and <= Numerals.Limit
                ? value
                : null,
        };

    private static string Name(string typed, int start, int end)
    {
        var (from, to) = Texts.Trim(typed, Math.Min(start, end), end);
        return typed[from..to];
    }

    // 2 wheelbarrows and
    private static int Unjoined(string folded, int start, int end) =>
        Joint().Match(folded, start, end - start) is { Success: true } joint ? joint.Index : end;

    [GeneratedRegex(@"\s(?:and|plus)\s*$")]
    private static partial Regex Joint();

    // 2 tents for the kids
    private static int Cut(string folded, int start, int end) =>
        Asides().Match(folded, start, end - start) is { Success: true } aside && aside.Index > start ? aside.Index : end;

    [GeneratedRegex(@"(?:[^,;+&/]|(?<=\d),(?=\d{3}\b)|(?<=\d)/)+?(?=$|[;+&/]|,(?!\d{3}\b)|\s(?:and|plus)\s)(?:\s(?:and|plus)\s)?")]
    private static partial Regex Parts();

    [GeneratedRegex(@"^(?:about |around |~ ?)?" + Count + @"\s*(?:x\s+|\s+|$)(?:more\s+)?(?:-\s*)?")]
    private static partial Regex Leading();

    [GeneratedRegex(
        @"^(?<n>.*?[a-z\)].*?)\s*(?:[-–—:=]\s*)?(?:(?<=[\s\-–—:=])(?:x\s?)?\(?|\()(?<q>\d[\d,]*(?:\.\d+)?|one|two|three|four|five|six|a dozen)\)?\s*(?<u>[a-z]*)$"
    )]
    private static partial Regex Trailing();

    [GeneratedRegex(
        @"^(?:(?:a |an )?(?:couple|few|bit|some|any|several|lots|plenty|many|handful|bunch)(?: of)?\b|\d+\s*(?:-|–|~|to|or)\s*\d+)\s*"
    )]
    private static partial Regex Range();

    [GeneratedRegex(@"\b(?:size|stage|no|number|age|ages|type|level|grade|model)$")]
    private static partial Regex Sized();

    [GeneratedRegex(@"\G\s*(?:of\s+)?")]
    private static partial Regex Of();

    [GeneratedRegex(
        @"\s(?:for|if|please|pls|by|before|from|to|at|until|because|thanks)\s|\s\([^)]*[^\d)][^)]*\)\s*$|\s(?:please|pls|thanks|total|each)$"
    )]
    private static partial Regex Asides();
}
