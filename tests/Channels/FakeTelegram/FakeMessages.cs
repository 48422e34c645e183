using System.Text.Json;
using System.Text.Json.Nodes;

namespace MutualAid.Tests.Channels.FakeTelegram;

/// <summary>The methods that say, change and take back messages. Called within the gate.</summary>
internal sealed class FakeMessages(FakeTelegramServer telegram)
{
    private const int LongestText = 4096;
    private const int LongestCaption = 1024;
    private const int LongestToast = 200;
    private static readonly TimeSpan Deletable = TimeSpan.FromHours(48);
    private static readonly string[] Reactions =
    [
        "👍",
        "👎",
        "❤",
        "🔥",
        "🎉",
        "👏",
        "🙏",
        "👌",
        "🤝",
        "✍",
        "👀",
        "🫡",
        "😁",
        "🤔",
        "💯",
        "🤗",
    ];

    private static readonly string[] PreviewFields = ["is_disabled", "url", "prefer_small_media", "prefer_large_media", "show_above_text"];

    public JsonNode? Carry(string method, FakeArguments arguments) =>
        method.ToLowerInvariant() switch
        {
            "sendmessage" => Send(arguments, "text", LongestText),
            "sendphoto" => Send(arguments, "caption", LongestCaption, arguments.Text("photo")),
            "senddocument" => Send(arguments, "caption", LongestCaption, "document"),
            "editmessagetext" => EditText(arguments),
            "editmessagereplymarkup" => EditMarkup(arguments),
            "deletemessage" => Delete(arguments),
            "pinchatmessage" => Pin(arguments, true),
            "unpinchatmessage" => Pin(arguments, false),
            "setmessagereaction" => React(arguments),
            "answercallbackquery" => Answer(arguments),
            _ => null,
        };

    private JsonObject Send(FakeArguments arguments, string field, int longest, string? file = null)
    {
        var chat = Open(arguments);
        var (text, entities) = Text(arguments, field);
        if (text.Length == 0 && file is null)
            throw FakeRefusal.Bad("message text is empty");
        if (text.Length > longest)
            throw FakeRefusal.Bad(file is null ? "message is too long" : "message caption is too long");
        var (buttons, forces) = FakeMarkup.Read(arguments.Object("reply_markup"));
        var topic = Topic(chat, arguments.NumberOrNull("message_thread_id"));
        var answered = Answered(chat, arguments.Object("reply_parameters"));
        telegram.Meter.Take(chat);
        var message = chat.Add(number => new FakeMessage
        {
            Chat = chat,
            Id = number,
            From = telegram.Bot,
            At = telegram.Now,
            Text = text,
            Entities = entities,
            Buttons = buttons,
            ForcesReply = forces,
            Silent = arguments.Flag("disable_notification"),
            ReplyTo = answered,
            Topic = topic,
            Photo = file,
            Preview = Preview(arguments),
        });
        return message.ToJson();
    }

    private JsonObject EditText(FakeArguments arguments)
    {
        var chat = Open(arguments);
        var message = Own(chat, arguments);
        var (text, entities) = Text(arguments, "text");
        if (text.Length is 0 or > LongestText)
            throw FakeRefusal.Bad(text.Length == 0 ? "message text is empty" : "MESSAGE_TOO_LONG");
        if (message.Photo is not null)
            throw FakeRefusal.Bad("there is no text in the message to edit");
        var (buttons, _) = FakeMarkup.Read(arguments.Object("reply_markup"));
        RefuseSame(message.Text == text && message.Entities.SequenceEqual(entities) && Same(message.Buttons, buttons));
        telegram.Meter.Take(chat);
        (message.Text, message.Entities, message.Preview) = (text, entities, Preview(arguments));
        return Edited(message, buttons);
    }

    // https://core.telegram.org/bots/api#linkpreviewoptions
    private static string? Preview(FakeArguments arguments)
    {
        if (arguments.Object("link_preview_options") is not { } options)
            return null;
        if (options.EnumerateObject().Select(field => field.Name).FirstOrDefault(name => !PreviewFields.Contains(name)) is { } unknown)
            throw FakeRefusal.Bad($"LinkPreviewOptions has no field {unknown}");
        var isShown = !options.TryGetProperty("is_disabled", out var off) || !off.GetBoolean();
        return isShown && options.TryGetProperty("url", out var url) ? url.GetString() : null;
    }

    private JsonObject EditMarkup(FakeArguments arguments)
    {
        var chat = Open(arguments);
        var message = Own(chat, arguments);
        var (buttons, _) = FakeMarkup.Read(arguments.Object("reply_markup"));
        RefuseSame(Same(message.Buttons, buttons));
        telegram.Meter.Take(chat);
        return Edited(message, buttons);
    }

    private JsonObject Edited(FakeMessage message, IReadOnlyList<IReadOnlyList<FakeButton>> buttons)
    {
        message.Buttons = buttons;
        message.Edits++;
        message.EditedAt = telegram.Now;
        return message.ToJson();
    }

    private JsonValue Delete(FakeArguments arguments)
    {
        var chat = Open(arguments);
        var message = chat.Find(arguments.Number("message_id")) ?? throw FakeRefusal.Bad("message to delete not found");
        if (telegram.Now - message.At >= Deletable)
            throw FakeRefusal.Bad("message can't be deleted for everyone");
        if (!message.IsBots && !chat.IsPrivate && !chat.BotIsAdmin)
            throw FakeRefusal.Bad("message can't be deleted");
        message.Deleted = true;
        return JsonValue.Create(true);
    }

    private JsonValue Pin(FakeArguments arguments, bool pinned)
    {
        var chat = Open(arguments);
        var message = chat.Find(arguments.Number("message_id")) ?? throw FakeRefusal.Bad("message to pin not found");
        if (!chat.IsPrivate && !chat.BotIsAdmin)
            throw FakeRefusal.Bad("not enough rights to manage pinned messages in the chat");
        if (pinned && !message.Pinned)
            telegram.Announce(chat, "pinned_message", message.ToJson());
        message.Pinned = pinned;
        return JsonValue.Create(true);
    }

    private JsonValue React(FakeArguments arguments)
    {
        var chat = Open(arguments);
        var message = chat.Find(arguments.Number("message_id")) ?? throw FakeRefusal.Bad("message to react not found");
        var emoji = arguments.Object("reaction")?.EnumerateArray().Select(Emoji).ToList() ?? [];
        if (emoji.Count > 1 || emoji.Exists(one => !Reactions.Contains(one)))
            throw FakeRefusal.Bad("REACTION_INVALID");
        message.Reaction = emoji.FirstOrDefault();
        return JsonValue.Create(true);
    }

    private JsonValue Answer(FakeArguments arguments)
    {
        var text = arguments.Text("text");
        if (text?.Length > LongestToast)
            throw FakeRefusal.Bad("MESSAGE_TOO_LONG");
        telegram.AnswerPress(arguments.Text("callback_query_id")!, text);
        return JsonValue.Create(true);
    }

    /// <summary>The chat, if the bot may act in it.</summary>
    private FakeChat Open(FakeArguments arguments) => FakeChats.Open(telegram, arguments);

    private static FakeMessage Own(FakeChat chat, FakeArguments arguments)
    {
        var message = chat.Find(arguments.Number("message_id")) ?? throw FakeRefusal.Bad("message to edit not found");
        return message.IsBots ? message : throw FakeRefusal.Bad("message can't be edited");
    }

    private static (string Text, IReadOnlyList<FakeEntity> Entities) Text(FakeArguments arguments, string field)
    {
        var given = arguments.Text(field) ?? "";
        var (text, entities) = arguments.Text("parse_mode") switch
        {
            null => (FakeEntities.Clean(given), []),
            "HTML" => FakeEntities.Parse(given),
            _ => throw FakeRefusal.Bad("unsupported parse_mode"),
        };
        var start = text.Length - text.TrimStart().Length;
        var trimmed = text.Trim();
        var kept = entities.Select(entity => Move(entity, start, trimmed.Length)).Where(entity => entity.Length > 0);
        return (trimmed, [.. kept.OrderBy(entity => entity.Offset).ThenByDescending(entity => entity.Length)]);
    }

    private static FakeEntity Move(FakeEntity entity, int start, int length)
    {
        var from = Math.Clamp(entity.Offset - start, 0, length);
        return entity with { Offset = from, Length = Math.Clamp(entity.Offset - start + entity.Length, 0, length) - from };
    }

    private static long? Topic(FakeChat chat, long? thread) =>
        thread is null ? null
        : chat.IsForum && chat.Topics.Contains(thread.Value) ? thread
        : throw FakeRefusal.Bad("message thread not found");

    private static FakeMessage? Answered(FakeChat chat, JsonElement? reply)
    {
        if (reply is not { } given)
            return null;
        var message = chat.Find(given.GetProperty("message_id").GetInt64());
        var anyway = given.TryGetProperty("allow_sending_without_reply", out var allow) && allow.ValueKind == JsonValueKind.True;
        return message is null && !anyway ? throw FakeRefusal.Bad("message to be replied not found") : message;
    }

    private static void RefuseSame(bool same)
    {
        if (same)
            throw FakeRefusal.Bad(
                "message is not modified: specified new message content and reply markup are exactly the same as a current content "
                    + "and reply markup of the message"
            );
    }

    private static bool Same(IReadOnlyList<IReadOnlyList<FakeButton>> one, IReadOnlyList<IReadOnlyList<FakeButton>> other) =>
        one.Count == other.Count && one.Zip(other).All(rows => rows.First.SequenceEqual(rows.Second));

    private static string Emoji(JsonElement reaction) =>
        reaction.GetProperty("type").GetString() == "emoji" ? reaction.GetProperty("emoji").GetString()! : "";
}
