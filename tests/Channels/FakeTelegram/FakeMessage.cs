using System.Text.Json.Nodes;

namespace MutualAid.Tests.Channels.FakeTelegram;

/// <summary>A user of Telegram: a person, the bot, or one of Telegram's stand-ins.</summary>
internal sealed record FakeUser(long Id, string Name, string? Username = null, string? Language = null, bool IsBot = false)
{
    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["is_bot"] = IsBot,
            ["first_name"] = Name,
        };
        if (Username is not null)
            json["username"] = Username;
        if (Language is not null)
            json["language_code"] = Language;
        return json;
    }
}

internal sealed record FakeButton(string Label, string? Data, string? Url);

/// <summary>A message as it stands now in a chat.</summary>
internal sealed class FakeMessage
{
    public required FakeChat Chat { get; init; }
    public required long Id { get; init; }
    public required FakeUser From { get; init; }
    public required DateTimeOffset At { get; init; }
    public string Text { get; set; } = "";
    public IReadOnlyList<FakeEntity> Entities { get; set; } = [];
    public IReadOnlyList<IReadOnlyList<FakeButton>> Buttons { get; set; } = [];
    public bool ForcesReply { get; set; }
    public bool Silent { get; set; }
    public FakeMessage? ReplyTo { get; init; }
    public long? Topic { get; init; }
    public string? Photo { get; init; }

    /// <summary>What stands above the words as the preview of a link.</summary>
    public string? Preview { get; set; }
    public string? Voice { get; init; }

    /// <summary>A service message: its one field.</summary>
    public (string Name, JsonNode Value)? Service { get; init; }

    /// <summary>An anonymous admin or a channel speaks in the name of a chat.</summary>
    public FakeChat? InTheNameOf { get; init; }
    public int Edits { get; set; }
    public DateTimeOffset? EditedAt { get; set; }
    public bool Deleted { get; set; }
    public bool Pinned { get; set; }
    public string? Reaction { get; set; }

    public bool IsBots => From.Id == Chat.Telegram.Bot.Id;

    /// <summary>The text with its entities written as tags, as a person would see them.</summary>
    public string Shown
    {
        get
        {
            var marks = Entities.SelectMany(
                (entity, order) =>
                    new[]
                    {
                        (At: entity.Offset, Rank: 1, Order: -entity.Length, Text: $"<{entity.Type}>"),
                        (At: entity.Offset + entity.Length, Rank: 0, Order: order, Text: $"</{entity.Type}>"),
                    }
            );
            var shown = Text;
            foreach (
                var mark in marks
                    .OrderByDescending(mark => mark.At)
                    .ThenByDescending(mark => mark.Rank)
                    .ThenByDescending(mark => mark.Order)
            )
                shown = shown.Insert(mark.At, mark.Text);
            return shown;
        }
    }

    public FakeButton Button(string label) =>
        Buttons.SelectMany(row => row).FirstOrDefault(button => button.Label == label)
        ?? throw new InvalidOperationException(
            $"The message \"{Text}\" has no button {label}, only {string.Join(", ", Buttons.SelectMany(row => row).Select(button => button.Label))}"
        );

    public JsonObject ToJson(bool withReply = true)
    {
        var json = new JsonObject
        {
            ["message_id"] = Id,
            ["from"] = From.ToJson(),
            ["chat"] = Chat.ToJson(),
            ["date"] = At.ToUnixTimeSeconds(),
        };
        if (Text.Length > 0)
            json[Photo is null && Voice is null ? "text" : "caption"] = Text;
        if (Entities.Count > 0)
            json[Photo is null && Voice is null ? "entities" : "caption_entities"] = new JsonArray([.. Entities.Select(ToJson)]);
        AddPlace(json, withReply);
        AddFiles(json);
        if (EditedAt is { } edited)
            json["edit_date"] = edited.ToUnixTimeSeconds();
        if (Service is { } service)
            json[service.Name] = service.Value.DeepClone();
        return json;
    }

    private void AddPlace(JsonObject json, bool withReply)
    {
        if (InTheNameOf is { } chat)
            json["sender_chat"] = chat.ToJson();
        if (Topic is { } topic)
        {
            json["message_thread_id"] = topic;
            json["is_topic_message"] = true;
        }
        if (withReply && ReplyTo is { } answered)
            json["reply_to_message"] = answered.ToJson(withReply: false);
        else if (withReply && Topic is { } stub)
            json["reply_to_message"] = Chat.TopicStub(stub, At);
    }

    private void AddFiles(JsonObject json)
    {
        if (Photo is not null)
            json["photo"] = new JsonArray(Size($"{Photo}-small", 90), Size(Photo, 1280));
        if (Voice is not null)
            json["voice"] = new JsonObject
            {
                ["file_id"] = Voice,
                ["file_unique_id"] = Voice,
                ["duration"] = 3,
            };
    }

    private static JsonObject Size(string file, int width) =>
        new()
        {
            ["file_id"] = file,
            ["file_unique_id"] = file,
            ["width"] = width,
            ["height"] = width,
        };

    private static JsonNode ToJson(FakeEntity entity)
    {
        var json = new JsonObject
        {
            ["type"] = entity.Type,
            ["offset"] = entity.Offset,
            ["length"] = entity.Length,
        };
        if (entity.Url is not null)
            json["url"] = entity.Url;
        return json;
    }
}
