using System.Net;
using System.Text.RegularExpressions;

namespace MutualAid.Tests.Admin;

/// <param name="Id">By which faults name it; empty: none.</param>
/// <param name="Kind">hidden, text, area, choice, tick, file or button.</param>
internal sealed record FormField(string Name, string Id, string Kind, string Value)
{
    public bool IsTyped => Kind is "text" or "area";
}

/// <summary>A form as it stands in a page, one for each of its buttons that leads elsewhere.</summary>
/// <param name="Key">The act, whatever its numbers: <c>/needs/0?handler=verify</c>.</param>
internal sealed partial record PageForm(string Page, string Action, string Key, IReadOnlyList<FormField> Fields)
{
    /// <summary>The forms of all these pages, each act once.</summary>
    public static async Task<IReadOnlyList<PageForm>> CrawlAsync(ConsoleGuest guest, IEnumerable<string> pages)
    {
        var found = new Dictionary<string, PageForm>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            foreach (var form in In(page, (await guest.GetAsync(page)).Text))
                found.TryAdd(form.Key, form);
        }

        return [.. found.Values];
    }

    public static IEnumerable<PageForm> In(string page, string text)
    {
        foreach (Match form in Form().Matches(text))
        {
            var action = WebUtility.HtmlDecode(form.Groups["action"].Value);
            var fields = Field().Matches(form.Groups["inside"].Value).Select(FieldOf).Where(it => it.Name.Length > 0).ToList();
            foreach (var to in Elsewhere().Matches(form.Groups["inside"].Value).Select(it => it.Groups[1].Value).Prepend(action).Distinct())
                yield return new(page, to, Number().Replace(to, "0"), fields);
        }
    }

    public (string, string)[] Filled(Func<FormField, string> value) =>
        [.. Fields.Where(it => it.Name != "__RequestVerificationToken").Select(it => (it.Name, it.Name == "once" ? "" : value(it)))];

    private static FormField FieldOf(Match field)
    {
        var (tag, inside) = (field.Groups["tag"].Value, field.Groups["attributes"].Value);
        string Of(string name) => WebUtility.HtmlDecode(Regex.Match(inside, $"(?:^|\\s){name}=\"([^\"]*)\"").Groups[1].Value);
        var type = Of("type");
        var kind = tag switch
        {
            "textarea" => "area",
            "select" => "choice",
            "button" => "button",
            _ => type is "hidden" ? "hidden"
            : type is "checkbox" or "radio" ? "tick"
            // No browser sends a file back.
            : type is "file" ? "file"
            : "text",
        };
        return new(Of("name"), Of("id"), kind, tag == "select" ? Chosen(field.Groups["rest"].Value) : Of("value"));
    }

    private static string Chosen(string options) =>
        Regex.Match(options, "<option value=\"([^\"]*)\"[^>]*selected").Groups is [_, { Success: true } chosen]
            ? chosen.Value
            : Regex.Match(options, "<option value=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("<form method=\"post\" action=\"(?<action>[^\"]+)\"[^>]*>(?<inside>.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex(
        "<(?<tag>input|select|textarea|button)(?<attributes>(?:\\s+[a-zA-Z-]+(?:=\"[^\"]*\")?)*)\\s*/?>(?<rest>(?:\\s*<option[^>]*>[^<]*</option>)*)"
    )]
    private static partial Regex Field();

    [GeneratedRegex("formaction=\"([^\"]+)\"")]
    private static partial Regex Elsewhere();

    [GeneratedRegex("\\d+")]
    private static partial Regex Number();
}
