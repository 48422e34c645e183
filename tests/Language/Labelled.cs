using System.Globalization;
using System.Text;
using System.Text.Json;
using MutualAid.Core.Language;

namespace MutualAid.Tests.Language;

/// <summary>A labelled message and the comparison of the labelled set: equality after NFKC and white-space folding, numbers by value.</summary>
internal sealed record Labelled(string Id, DateTime Now, string Text, JsonElement Gold)
{
    private static readonly string[] Slots =
    [
        "items",
        "community",
        "urgent",
        "by",
        "provider",
        "donor",
        "request",
        "quantity",
        "filter",
        "title",
        "start",
        "speaker",
        "class",
        "text",
        "skills",
        "shift",
    ];

    public string Intent => Gold.GetProperty("intent").GetString()!;

    public static List<Labelled> Load(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Data", file);
        return [.. File.ReadLines(path).Where(l => l.Length > 0).Select(Parse)];
    }

    public JsonElement Predict(string? text = null) =>
        JsonDocument.Parse(ParseJson.Write(Id, Reader.Read(text ?? Text, new ReadingContext(Now, true)))).RootElement;

    public bool FullyMatches(JsonElement predicted) =>
        predicted.GetProperty("intent").GetString() == Intent && Slots.All(s => Canonical(s, Gold) == Canonical(s, predicted));

    public static string Canonical(string slot, JsonElement element) =>
        !element.TryGetProperty(slot, out var value) ? ""
        : slot == "items" ? string.Join('|', value.EnumerateArray().Select(Item).Order(StringComparer.Ordinal))
        : slot == "skills" ? string.Join('|', value.EnumerateArray().Select(v => Folded(v.GetString()!)).Order(StringComparer.Ordinal))
        : Scalar(value);

    private static Labelled Parse(string line)
    {
        var root = JsonDocument.Parse(line).RootElement;
        var now = DateTimeOffset.Parse(root.GetProperty("now").GetString()!, CultureInfo.InvariantCulture).DateTime;
        return new Labelled(root.GetProperty("id").GetString()!, now, root.GetProperty("text").GetString()!, root.GetProperty("gold"));
    }

    private static string Item(JsonElement item) =>
        $"{Folded(item.GetProperty("item").GetString()!)}/{Canonical("quantity", item)}/{Canonical("unit", item)}";

    private static string Scalar(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number => value.GetDouble().ToString("0.######", CultureInfo.InvariantCulture),
            JsonValueKind.True => "true",
            JsonValueKind.String => Folded(value.GetString()!),
            _ => "",
        };

    private static string Folded(string text) =>
        string.Join(' ', text.Normalize(NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>The figures of a labelled file.</summary>
internal sealed record Score(double Intent, double Full, double FalseTriggers, double Missed, string Failing)
{
    public static Score Of(string file)
    {
        var all = Labelled.Load(file);
        var said = all.Select(m => (Message: m, Predicted: m.Predict())).ToList();
        var none = said.Where(s => s.Message.Intent == "none").ToList();
        var asked = said.Where(s => s.Message.Intent != "none").ToList();
        var failing = said.Where(s => !s.Message.FullyMatches(s.Predicted))
            .Select(s => $"{s.Message.Id} {s.Message.Text}\n  {s.Message.Gold}\n  {s.Predicted}");
        return new Score(
            Share(said, s => Intent_(s.Predicted) == s.Message.Intent),
            Share(said, s => s.Message.FullyMatches(s.Predicted)),
            Share(none, s => Intent_(s.Predicted) != "none"),
            Share(asked, s => Intent_(s.Predicted) == "none"),
            string.Join('\n', failing)
        );
    }

    private static string? Intent_(JsonElement predicted) => predicted.GetProperty("intent").GetString();

    private static double Share<T>(List<T> all, Func<T, bool> which) => all.Count == 0 ? 0 : 100.0 * all.Count(which) / all.Count;
}
