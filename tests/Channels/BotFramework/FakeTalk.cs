using System.Globalization;
using System.Text.Json.Nodes;

namespace MutualAid.Tests.Channels.BotFramework;

/// <summary>What Teams sends when people do something, in its own shapes.</summary>
internal sealed class FakeTalk(FakePlatform platform, TimeProvider clock)
{
    public const string BotName = "小助手";

    public string ChannelId { get; init; } = "msteams";

    /// <summary>Anything that somebody did in a conversation.</summary>
    public JsonObject Activity(string type, string userId, string? name, FakeConversation place, string? thread = null, string? id = null)
    {
        var conversation = new JsonObject
        {
            ["id"] = thread is null ? place.Id : $"{place.Id};messageid={thread}",
            ["conversationType"] = place.Type,
            ["tenantId"] = FakePlatform.Tenant,
        };
        if (place.Type != "personal")
            conversation["isGroup"] = true;
        return new JsonObject
        {
            ["type"] = type,
            ["id"] = id ?? platform.Connector.NextId(),
            ["timestamp"] = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["serviceUrl"] = platform.ServiceUrl,
            ["channelId"] = ChannelId,
            ["from"] = new JsonObject
            {
                ["id"] = userId,
                ["name"] = name,
                ["aadObjectId"] = "0f0f0f0f-0000-0000-0000-000000000001",
            },
            ["conversation"] = conversation,
            ["recipient"] = new JsonObject { ["id"] = FakeConnector.BotId, ["name"] = BotName },
            ["locale"] = "zh-CN",
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = FakePlatform.Tenant } },
        };
    }

    /// <summary>A message; @小助手 at its start becomes a mention as the client makes it.</summary>
    public JsonObject Message(string userId, string name, FakeConversation place, string text, string? thread = null)
    {
        var said = Activity("message", userId, name, place, thread);
        return Worded(said, text);
    }

    public static JsonObject Worded(JsonObject said, string text)
    {
        said["textFormat"] = "plain";
        var called = text.StartsWith("@" + BotName, StringComparison.Ordinal);
        said["text"] = called ? $"<at>{BotName}</at>{text[(BotName.Length + 1)..]}\n" : text;
        if (called)
            Entities(said)
                .Add(
                    new JsonObject
                    {
                        ["type"] = "mention",
                        ["mentioned"] = new JsonObject { ["id"] = FakeConnector.BotId, ["name"] = BotName },
                        ["text"] = $"<at>{BotName}</at>",
                    }
                );
        return said;
    }

    /// <summary>The same message with a photo; Teams names no kind.</summary>
    public static JsonObject Showing(JsonObject said, string address)
    {
        said["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/*", ["contentUrl"] = address });
        return said;
    }

    /// <summary>The same message as an answer to another.</summary>
    public static JsonObject Quoting(JsonObject said, string messageId, string? author)
    {
        said["text"] = $"<quoted messageId=\"{messageId}\"/> {said["text"]}";
        Entities(said)
            .Add(
                new JsonObject
                {
                    ["type"] = "quotedReply",
                    ["quotedReply"] = new JsonObject { ["messageId"] = messageId, ["senderId"] = author },
                }
            );
        return said;
    }

    /// <summary>The press of a card's button, which waits for an answer.</summary>
    public JsonObject Press(string userId, string name, FakeConversation place, string on, string data, string? thread = null)
    {
        var press = Activity("invoke", userId, name, place, thread, $"f:{platform.Connector.NextId()}");
        press["name"] = "adaptiveCard/action";
        press["replyToId"] = on;
        press["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = "press",
                ["data"] = new JsonObject { ["press"] = data },
            },
            ["trigger"] = "manual",
        };
        return press;
    }

    /// <summary>The press as older clients and other platforms send it.</summary>
    public JsonObject Submit(string userId, string name, FakeConversation place, string on, string data)
    {
        var press = Activity("message", userId, name, place);
        press["replyToId"] = on;
        press["value"] = new JsonObject { ["press"] = data };
        ((JsonObject)press["channelData"]!)["postBack"] = true;
        return press;
    }

    public JsonObject Update(string userId, FakeConversation place, string[] came, string[] went)
    {
        var update = Activity("conversationUpdate", userId, null, place, id: $"f:{platform.Connector.NextId()}");
        if (came.Length > 0)
            update["membersAdded"] = new JsonArray([.. came.Select(id => new JsonObject { ["id"] = id })]);
        if (went.Length > 0)
            update["membersRemoved"] = new JsonArray([.. went.Select(id => new JsonObject { ["id"] = id })]);
        return update;
    }

    private static JsonArray Entities(JsonObject said)
    {
        said["entities"] ??= new JsonArray();
        return said["entities"]!.AsArray();
    }
}
