using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MutualAid.Core.Language;

/// <summary>Writes a meaning as the one-line object of the <c>parse</c> verb: <c>{"id","intent",…slots}</c>.</summary>
public static class ParseJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The object on one line; absent slots are left out.</summary>
    public static string Write(string id, Meaning meaning)
    {
        ArgumentNullException.ThrowIfNull(meaning);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("intent", meaning.Intent);
            Items(json, meaning.Items);
            Text(json, "community", meaning.Community);
            if (meaning.Urgent)
            {
                json.WriteBoolean("urgent", true);
            }

            Text(json, "by", meaning.By?.ToString());
            Text(json, "provider", meaning.Provider);
            Text(json, "donor", meaning.Donor);
            Number(json, NumberName(meaning.Intent), meaning.Number);
            Number(json, "quantity", meaning.Quantity);
            Text(json, "title", meaning.Title);
            Text(json, "start", meaning.Start?.ToString());
            Text(json, "speaker", meaning.Speaker);
            Text(json, "filter", meaning.Filter);
            Skills(json, meaning.Skills);
            Text(json, "text", meaning.Text);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string NumberName(string intent) =>
        intent switch
        {
            "class_signup" or "class_leave" or "attend" or "class_move" => "class",
            "shift_signup" or "shift_leave" or "check_in" or "check_out" or "swap" or "team_in" => "shift",
            _ => "request",
        };

    private static void Items(Utf8JsonWriter json, IReadOnlyList<Item> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray("items");
        foreach (var item in items)
        {
            json.WriteStartObject();
            Text(json, "item", item.Name);
            Number(json, "quantity", item.Quantity);
            Text(json, "unit", item.Unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Skills(Utf8JsonWriter json, IReadOnlyList<string> skills)
    {
        if (skills.Count == 0)
        {
            return;
        }

        json.WriteStartArray("skills");
        foreach (var skill in skills)
        {
            json.WriteStringValue(skill);
        }

        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number / 1.0000000000000000000000000000m);
        }
    }
}
