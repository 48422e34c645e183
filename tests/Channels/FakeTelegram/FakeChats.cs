using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MutualAid.Tests.Channels.FakeTelegram;

/// <summary>The methods about the bot itself, its commands, web hook and chats. Called within the gate.</summary>
internal sealed partial class FakeChats(FakeTelegramServer telegram)
{
    private static readonly string[] Scopes =
    [
        "default",
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
        "chat",
        "chat_administrators",
        "chat_member",
    ];

    public JsonNode? Carry(string method, FakeArguments arguments) =>
        method.ToLowerInvariant() switch
        {
            "getme" => Me(),
            "setwebhook" => SetHook(arguments),
            "deletewebhook" => DeleteHook(arguments),
            "getwebhookinfo" => HookInfo(),
            "setmycommands" => SetCommands(arguments),
            "sendchataction" => Yes(Open(telegram, arguments)),
            "getchat" => Open(telegram, arguments).ToJson(),
            "leavechat" => Leave(Open(telegram, arguments)),
            "getchatmember" => Member(Open(telegram, arguments), arguments.Number("user_id")),
            "getchatadministrators" => Administrators(Open(telegram, arguments)),
            "getfile" => File(arguments.Text("file_id")!),
            _ => null,
        };

    /// <summary>The chat a call is for, or the refusal that Telegram would give.</summary>
    public static FakeChat Open(FakeTelegramServer telegram, FakeArguments arguments)
    {
        var chat = telegram.Find(arguments.Number("chat_id")) ?? throw FakeRefusal.Bad("chat not found");
        if (chat.MigratedTo is { } successor)
            throw new FakeRefusal(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                new JsonObject { ["migrate_to_chat_id"] = successor.Id }
            );
        if (chat is { IsPrivate: true, Opened: false })
            throw FakeRefusal.Forbidden("bot can't initiate conversation with a user");
        return chat.BotIs switch
        {
            "kicked" when chat.IsPrivate => throw FakeRefusal.Forbidden("bot was blocked by the user"),
            "kicked" => throw FakeRefusal.Forbidden($"bot was kicked from the {chat.Type} chat"),
            "left" => throw FakeRefusal.Forbidden($"bot is not a member of the {chat.Type} chat"),
            _ => chat,
        };
    }

    private JsonObject Me()
    {
        var me = telegram.Bot.ToJson();
        me["can_join_groups"] = true;
        me["can_read_all_group_messages"] = !telegram.PrivacyMode;
        return me;
    }

    private JsonValue SetHook(FakeArguments arguments)
    {
        if (arguments.Object("allowed_updates") is { } kinds)
            telegram.Updates.Allowed = [.. kinds.EnumerateArray().Select(kind => kind.GetString()!)];
        if (arguments.NumberOrNull("max_connections") is < 1 or > 100)
            throw FakeRefusal.Bad("max_connections must be from 1 to 100");
        telegram.Hook.Set(arguments.Text("url")!, arguments.Text("secret_token"));
        return JsonValue.Create(true);
    }

    private JsonValue DeleteHook(FakeArguments arguments)
    {
        telegram.Hook.Set("", null);
        if (arguments.Flag("drop_pending_updates"))
            telegram.Updates.Clear();
        return JsonValue.Create(true);
    }

    private JsonObject HookInfo()
    {
        var info = new JsonObject
        {
            ["url"] = telegram.Hook.Address?.ToString() ?? "",
            ["has_custom_certificate"] = false,
            ["pending_update_count"] = telegram.Updates.Pending,
        };
        if (telegram.Hook.LastError is { } error)
            info["last_error_message"] = error;
        return info;
    }

    private JsonValue SetCommands(FakeArguments arguments)
    {
        var commands = arguments.Object("commands")!.Value.EnumerateArray().ToList();
        var scope = arguments.Object("scope")?.GetProperty("type").GetString() ?? "default";
        if (commands.Count > 100)
            throw FakeRefusal.Bad("BOT_COMMANDS_TOO_MUCH");
        if (!Scopes.Contains(scope))
            throw FakeRefusal.Bad("unsupported type specified");
        if (arguments.Text("language_code") is { Length: not 2 })
            throw FakeRefusal.Bad("invalid language code specified");
        if (commands.Exists(command => !CommandName().IsMatch(command.GetProperty("command").GetString()!)))
            throw FakeRefusal.Bad("BOT_COMMAND_INVALID");
        if (commands.Exists(command => command.GetProperty("description").GetString()!.Length is < 1 or > 256))
            throw FakeRefusal.Bad("BOT_COMMAND_DESCRIPTION_INVALID");
        telegram.Commands[(scope, arguments.Text("language_code"))] = [.. commands.Select(Line)];
        return JsonValue.Create(true);
    }

    private JsonValue Leave(FakeChat chat)
    {
        chat.SetStanding(telegram.Bot, "left", telegram.Bot);
        return JsonValue.Create(true);
    }

    private static JsonObject Member(FakeChat chat, long user) =>
        chat.Users.TryGetValue(user, out var known)
            ? FakeChat.Standing(known, chat.Members.GetValueOrDefault(user, "left"))
            : throw FakeRefusal.Bad("member not found");

    private static JsonArray Administrators(FakeChat chat) =>
        chat.IsPrivate
            ? throw FakeRefusal.Bad("there are no administrators in the private chat")
            :
            [
                .. chat
                    .Members.Where(one => one.Value is "creator" or "administrator")
                    .Select(one => FakeChat.Standing(chat.Users[one.Key], one.Value)),
            ];

    private static JsonObject File(string id) =>
        new()
        {
            ["file_id"] = id,
            ["file_unique_id"] = id,
            ["file_size"] = 20,
            ["file_path"] = $"files/{id}.bin",
        };

    private static string Line(JsonElement command) =>
        $"{command.GetProperty("command").GetString()} {command.GetProperty("description").GetString()}";

    private static JsonValue Yes(FakeChat _) => JsonValue.Create(true);

    [GeneratedRegex("^[a-z0-9_]{1,32}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommandName();
}
