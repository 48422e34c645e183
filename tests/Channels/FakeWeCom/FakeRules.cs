using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MutualAid.Tests.Channels.FakeWeCom;

/// <summary>The published shapes: what breaks one is refused and written down.</summary>
internal static partial class FakeRules
{
    private static readonly string[] Forms = ["markdown", "template_card"];

    /// <summary>Null: a frame as the documents show it.</summary>
    public static string? OfFrame(string raw, JsonElement frame)
    {
        if (Escaped().IsMatch(raw))
            return "\\u escapes";
        var names = frame.EnumerateObject().Select(it => it.Name).ToList();
        if (names.Except(["cmd", "headers", "body"]).FirstOrDefault() is { } extra)
            return $"a frame has no {extra}";
        if (
            Text(frame, "cmd") is null
            || !frame.TryGetProperty("headers", out var headers)
            || Text(headers, "req_id") is not { Length: > 0 }
        )
            return "cmd or headers.req_id is missing";
        return null;
    }

    public static string? OfStream(JsonElement body)
    {
        if (Text(body, "msgtype") != "stream" || !body.TryGetProperty("stream", out var stream))
            return "not a stream";
        if (Text(stream, "id") is not { Length: > 0 } || !stream.TryGetProperty("finish", out var finish))
            return "stream without id or finish";
        return finish.ValueKind is not (JsonValueKind.True or JsonValueKind.False) ? "finish is no boolean" : OfContent(stream, 20480);
    }

    public static string? OfMessage(JsonElement body, int mostBytes) =>
        Text(body, "msgtype") switch
        {
            "markdown" => body.TryGetProperty("markdown", out var words) ? OfContent(words, mostBytes) : "markdown is missing",
            "image" => null,
            "template_card" => body.TryGetProperty("template_card", out var card) ? OfCard(card) : "template_card is missing",
            var other => $"msgtype {other} is none of {string.Join(' ', Forms)}",
        };

    /// <summary>Of a group robot alone: at most 2 MB, and the sum of what is there.</summary>
    public static string? OfPicture(JsonElement body)
    {
        if (Text(body, "msgtype") != "image")
            return null;
        if (!body.TryGetProperty("image", out var image) || !image.GetProperty("base64").TryGetBytesFromBase64(out var bytes))
            return "image without base64";
#pragma warning disable CA5351 // As the platform has it.
        return bytes.Length <= 2 << 20 && Text(image, "md5") == Convert.ToHexStringLower(MD5.HashData(bytes)) ? null : "image";
#pragma warning restore CA5351
    }

    public static string? OfCard(JsonElement card)
    {
        var type = Text(card, "card_type");
        if (type is not ("button_interaction" or "text_notice"))
            return $"card_type {type}";
        if (Text(card, "task_id") is not { } task || !TaskId().IsMatch(task))
            return "task_id";
        if (TitleOf(card).Length == 0)
            return "neither main_title nor sub_title_text";
        if (type == "text_notice" && !(card.TryGetProperty("card_action", out var action) && Text(action, "url") is { Length: > 0 }))
            return "text_notice without card_action";
        if (card.TryGetProperty("jump_list", out var jumps) && jumps.GetArrayLength() > 3)
            return "jump_list";
        return type == "button_interaction" ? OfButtons(card) : null;
    }

    /// <summary>As people read it.</summary>
    public static string TitleOf(JsonElement card)
    {
        var title = card.TryGetProperty("main_title", out var main) ? Text(main, "title") : null;
        return string.Join('\n', new[] { title, Text(card, "sub_title_text") }.OfType<string>());
    }

    public static string? Text(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var it) && it.ValueKind == JsonValueKind.String
            ? it.GetString()
            : null;

    private static string? OfContent(JsonElement words, int mostBytes) =>
        Text(words, "content") is not { Length: > 0 } content ? "no content"
        : Encoding.UTF8.GetByteCount(content) > mostBytes ? $"more than {mostBytes} bytes"
        : null;

    private static string? OfButtons(JsonElement card)
    {
        if (!card.TryGetProperty("button_list", out var list) || list.GetArrayLength() is < 1 or > 6)
            return "button_list";
        var keys = list.EnumerateArray().Select(it => Text(it, "key") ?? "").ToList();
        if (
            keys.Exists(key => Encoding.UTF8.GetByteCount(key) is < 1 or > 1024)
            || keys.Distinct(StringComparer.Ordinal).Count() < keys.Count
        )
            return "key";
        return list.EnumerateArray().Any(it => Text(it, "text") is not { Length: > 0 } || it.GetProperty("style").GetInt32() is < 1 or > 4)
            ? "text or style"
            : null;
    }

    [GeneratedRegex(@"(?<!\\)(\\\\)*\\u[0-9A-Fa-f]{4}")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"\A[0-9A-Za-z_\-@]{1,128}\z")]
    private static partial Regex TaskId();
}
