using System.Text.Json;

namespace MutualAid.Tests.Channels.FakeWeCom;

/// <summary>The fields that the published pages know of what a bot sends (document paths 101031, 101032, 101138, 101463, 91770).</summary>
internal static class FakeFields
{
    private static readonly Dictionary<string, string> Of = new(StringComparer.Ordinal)
    {
        ["frame"] = "cmd headers body",
        ["headers"] = "req_id",
        ["aibot_subscribe"] = "bot_id secret scene plug_version",
        ["aibot_respond_msg"] = "msgtype stream template_card markdown image",
        ["aibot_respond_welcome_msg"] = "msgtype text template_card",
        ["aibot_respond_update_msg"] = "response_type template_card userids",
        ["aibot_send_msg"] = "chatid chat_type msgtype markdown template_card image",
        ["aibot_upload_media_init"] = "type filename total_size total_chunks md5",
        ["aibot_upload_media_chunk"] = "upload_id chunk_index base64_data",
        ["aibot_upload_media_finish"] = "upload_id",
        ["webhook"] = "msgtype markdown markdown_v2 text image",
        ["response_url"] = "msgtype markdown template_card",
        ["reply"] = "response_type template_card userids",
        ["sealed"] = "encrypt msgsignature timestamp nonce",
        ["stream"] = "id finish content msg_item feedback",
        ["markdown"] = "content feedback",
        ["text"] = "content mentioned_list mentioned_mobile_list",
        ["template_card"] =
            "card_type source action_menu main_title emphasis_content quote_area sub_title_text horizontal_content_list jump_list "
            + "card_action task_id button_selection button_list checkbox select_list submit_button",
        ["image"] = "base64 md5",
        ["media"] = "media_id",
        ["main_title"] = "title desc",
        ["button_list"] = "text style key",
        ["jump_list"] = "type title url appid pagepath question",
        ["card_action"] = "type url appid pagepath",
    };

    private static readonly HashSet<string> Numbers =
    [
        "chat_type",
        "style",
        "type",
        "timestamp",
        "total_size",
        "total_chunks",
        "chunk_index",
    ];
    private static readonly HashSet<string> Flags = ["finish"];

    /// <summary>Null: no field but known ones, each of its type.</summary>
    public static string? Fault(JsonElement it, string shape)
    {
        if (it.ValueKind == JsonValueKind.Array)
            return it.EnumerateArray().Select(one => Fault(one, shape)).FirstOrDefault(fault => fault is not null);
        if (!Of.TryGetValue(shape, out var fields))
            return OfType(it, shape) ? null : $"{shape} is a {it.ValueKind}";
        if (it.ValueKind != JsonValueKind.Object)
            return $"{shape} is a {it.ValueKind}";
        var known = fields.Split(' ');
        return it.EnumerateObject()
            .Select(field =>
                known.Contains(field.Name, StringComparer.Ordinal)
                    ? Fault(field.Value, ShapeOf(shape, field.Name))
                    : $"{shape} has no {field.Name}"
            )
            .FirstOrDefault(fault => fault is not null);
    }

    // The word for a message's text is also that for a button's label; only a group robot shows a picture that stands in the message.
    private static string ShapeOf(string shape, string field) =>
        (shape, field) switch
        {
            ("button_list", "text") => "label",
            ("aibot_upload_media_init", "type") => "kind",
            ("aibot_respond_msg" or "aibot_send_msg", "image") => "media",
            _ => field,
        };

    private static bool OfType(JsonElement it, string name) =>
        Numbers.Contains(name) ? it.ValueKind == JsonValueKind.Number
        : Flags.Contains(name) ? it.ValueKind is JsonValueKind.True or JsonValueKind.False
        : it.ValueKind == JsonValueKind.String;
}
