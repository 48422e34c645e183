using System.Globalization;
using System.Text.Json;

namespace MutualAid.Tests.Channels.FakeTelegram;

/// <summary>The parameters of a call, checked by name and type against the Bot API (https://core.telegram.org/bots/api#available-methods).</summary>
internal sealed class FakeArguments
{
    private const string Place = "chat_id:int! message_thread_id:int disable_notification:bool protect_content:bool ";
    private const string Reply = "reply_parameters:object reply_markup:object parse_mode:string ";

    /// <summary>name:type, with ! when required.</summary>
    private static readonly Dictionary<string, string> Methods = new(StringComparer.OrdinalIgnoreCase)
    {
        ["getMe"] = "",
        ["getUpdates"] = "offset:int limit:int timeout:int allowed_updates:array",
        ["setWebhook"] = "url:string! secret_token:string max_connections:int drop_pending_updates:bool allowed_updates:array",
        ["deleteWebhook"] = "drop_pending_updates:bool",
        ["getWebhookInfo"] = "",
        ["sendMessage"] = Place + Reply + "text:string! link_preview_options:object",
        ["sendPhoto"] = Place + Reply + "photo:string! caption:string",
        ["sendDocument"] = Place + Reply + "document:file! caption:string",
        ["sendChatAction"] = "chat_id:int! message_thread_id:int action:string!",
        ["editMessageText"] = "chat_id:int! message_id:int! text:string! parse_mode:string link_preview_options:object reply_markup:object",
        ["editMessageReplyMarkup"] = "chat_id:int! message_id:int! reply_markup:object",
        ["deleteMessage"] = "chat_id:int! message_id:int!",
        ["pinChatMessage"] = "chat_id:int! message_id:int! disable_notification:bool",
        ["unpinChatMessage"] = "chat_id:int! message_id:int",
        ["setMessageReaction"] = "chat_id:int! message_id:int! reaction:array is_big:bool",
        ["answerCallbackQuery"] = "callback_query_id:string! text:string show_alert:bool url:string cache_time:int",
        ["setMyCommands"] = "commands:array! scope:object language_code:string",
        ["getChat"] = "chat_id:int!",
        ["leaveChat"] = "chat_id:int!",
        ["getChatMember"] = "chat_id:int! user_id:int!",
        ["getChatAdministrators"] = "chat_id:int!",
        ["getFile"] = "file_id:string!",
    };

    private readonly Dictionary<string, JsonElement> values;

    private FakeArguments(Dictionary<string, JsonElement> values) => this.values = values;

    public static bool Knows(string method) => Methods.ContainsKey(method);

    public static async Task<FakeArguments> ReadAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync();
            var fields = form.Select(field => (field.Key, Value: FromForm(field.Value.ToString())));
            var files = form.Files.Select(file =>
                (Key: file.Name, Value: JsonSerializer.SerializeToElement(new { file.FileName, file.Length }))
            );
            return new(fields.Concat(files).ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal));
        }
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes);
        if (bytes.Length == 0)
            return new([]);
        using var body = JsonDocument.Parse(bytes.ToArray());
        return new(body.RootElement.EnumerateObject().ToDictionary(one => one.Name, one => one.Value.Clone(), StringComparer.Ordinal));
    }

    public void Check(string method)
    {
        var known = Methods[method].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split(':')).ToList();
        foreach (var (name, value) in values)
        {
            var type = known.Find(one => one[0] == name)?[1].TrimEnd('!') ?? throw FakeRefusal.Bad($"{method} has no parameter {name}");
            if (!Fits(value, type))
                throw FakeRefusal.Bad($"parameter \"{name}\" of {method} must be of type {type}");
        }
        if (known.Find(one => one[1].EndsWith('!') && !values.ContainsKey(one[0])) is { } missing)
            throw FakeRefusal.Bad(missing[0] == "text" ? "message text is empty" : $"parameter \"{missing[0]}\" is required");
    }

    public long Number(string name) => NumberOrNull(name) ?? throw FakeRefusal.Bad($"parameter \"{name}\" is required");

    public long? NumberOrNull(string name) => values.TryGetValue(name, out var value) && value.TryGetInt64(out var number) ? number : null;

    public long? Chat => NumberOrNullSafely("chat_id");

    public bool Flag(string name) => values.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.True;

    public JsonElement? Object(string name) => values.TryGetValue(name, out var value) ? value : null;

    public string? Text(string name)
    {
        try
        {
            return values.TryGetValue(name, out var value) ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            throw FakeRefusal.Bad("strings must be encoded in UTF-8");
        }
    }

    private long? NumberOrNullSafely(string name) =>
        values.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : null;

    private static JsonElement FromForm(string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? JsonSerializer.SerializeToElement(number)
            : JsonSerializer.SerializeToElement(value);

    private static bool Fits(JsonElement value, string type) =>
        type switch
        {
            "int" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "string" => value.ValueKind == JsonValueKind.String,
            "bool" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "array" => value.ValueKind == JsonValueKind.Array,
            _ => value.ValueKind == JsonValueKind.Object,
        };
}
