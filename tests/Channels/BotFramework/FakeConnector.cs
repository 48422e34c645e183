using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MutualAid.Tests.Channels.BotFramework;

/// <summary>A message of the bot as the platform keeps it.</summary>
internal sealed record FakePost(string Id, string Chat, string? Thread, string? ReplyTo, JsonNode Activity, bool Gone = false);

/// <param name="Type">As in <c>conversationType</c>.</param>
internal sealed record FakeConversation(string Id, string Type)
{
    public Dictionary<string, (string Name, string? Role)> Members { get; } = [];
    public bool HasBot { get; set; } = true;
}

/// <summary>The connector's REST side. What is not as published is refused and noted.</summary>
internal sealed partial class FakeConnector(TimeProvider clock)
{
    public const string BotId = "28:" + FakePlatform.AppId;
    private const int LongestBody = 28 * 1024;

    private readonly Lock gate = new();
    private readonly List<FakePost> posts = [];
    private long last;

    public Dictionary<string, FakeConversation> Conversations { get; } = new(StringComparer.Ordinal);

    /// <summary>Whatever the bot did against the protocol.</summary>
    public List<string> Complaints { get; } = [];

    public List<string> Typing { get; } = [];

    /// <summary>The platform may say yes with nothing.</summary>
    public bool AnswersEmpty { get; set; }

    public IReadOnlyList<FakePost> Posts
    {
        get
        {
            lock (gate)
                return [.. posts.Where(post => !post.Gone)];
        }
    }

    public FakeConversation Add(string id, string type) => Conversations[id] = new FakeConversation(id, type);

    public string NextId()
    {
        lock (gate)
            return string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow().ToUnixTimeMilliseconds() + ++last}");
    }

    public (int Status, object? Body) Answer(FakeRequest request, string token)
    {
        if (request.Authorization != $"Bearer {token}")
            return (401, Error("Unauthorized", "Authorization has been denied for this request."));
        var path = Path().Match(request.Target);
        if (!path.Success || !IsEscaped(path.Groups["cid"].Value) || !IsEscaped(path.Groups["id"].Value))
            return Complain(request, 404, "NotFound", "no such path");
        if (request.Text.Length > 0 && request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true)
            return Complain(request, 415, "BadSyntax", "not JSON");
        if (System.Text.Encoding.UTF8.GetByteCount(request.Text) > LongestBody)
            return Complain(request, 413, "MessageSizeTooBig", "too big");
        var (cid, id) = (Uri.UnescapeDataString(path.Groups["cid"].Value), Uri.UnescapeDataString(path.Groups["id"].Value));
        lock (gate)
        {
            return path.Groups["what"].Value switch
            {
                "" when request.Method == "POST" => Create(request),
                "/members" when request.Method == "GET" => Member(cid, id),
                "/activities" when request.Method == "POST" => Post(request, cid, id.Length == 0 ? null : id),
                "/activities" when request.Method == "PUT" => Put(request, cid, id),
                "/activities" when request.Method == "DELETE" => Delete(cid, id),
                _ => Complain(request, 405, "MethodNotAllowed", request.Method),
            };
        }
    }

    private (int, object?) Create(FakeRequest request)
    {
        var body = request.Body!;
        var channel = (string?)body["channelData"]?["channel"]?["id"] ?? "";
        var activity = body["activity"];
        var isGood =
            (bool?)body["isGroup"] == true
            && (string?)body["bot"]?["id"] == BotId
            && (string?)body["tenantId"] == FakePlatform.Tenant
            && (string?)body["channelData"]?["tenant"]?["id"] == FakePlatform.Tenant
            && activity is not null
            && Conversations.GetValueOrDefault(channel)?.Type == "channel";
        if (!isGood || FakeSchema.Fault(activity!) is not null)
            return Complain(request, 400, "BadSyntax", FakeSchema.Fault(activity!) ?? "not a channel");
        var id = NextId();
        posts.Add(new FakePost(id, channel, id, null, activity!.DeepClone()));
        return (201, new { id = $"{channel};messageid={id}", activityId = id });
    }

    private (int, object?) Member(string cid, string id) =>
        Conversations.GetValueOrDefault(cid)?.Members.TryGetValue(id, out var member) == true
            ? (
                200,
                new
                {
                    id,
                    name = member.Name,
                    userRole = member.Role ?? "user",
                    tenantId = FakePlatform.Tenant,
                }
            )
            : (404, Error("MemberNotFoundInConversation", "The member is not in the roster."));

    private (int, object?) Post(FakeRequest request, string cid, string? replyTo)
    {
        var (chat, thread) = Cut(cid);
        if (Refusal(chat) is { } refusal)
            return refusal;
        var activity = request.Body!;
        if (Fault(activity, cid, replyTo) is { } fault)
            return Complain(request, 400, "BadSyntax", fault);
        var id = NextId();
        if ((string?)activity["type"] == "typing")
            Typing.Add(chat);
        else
            posts.Add(new FakePost(id, chat, thread, replyTo, activity.DeepClone()));
        return (201, AnswersEmpty ? null : new { id });
    }

    private (int, object?) Put(FakeRequest request, string cid, string id)
    {
        var (chat, thread) = Cut(cid);
        var at = posts.FindIndex(post => post.Id == id && post.Chat == chat && post.Thread == thread && !post.Gone);
        if (at < 0)
            return (404, Error("ActivityNotFoundInConversation", "The activity is not in the conversation."));
        if (Fault(request.Body!, cid, null) is { } fault)
            return Complain(request, 400, "BadSyntax", fault);
        posts[at] = posts[at] with { Activity = request.Body!.DeepClone() };
        return (200, AnswersEmpty ? null : new { id });
    }

    private (int, object?) Delete(string cid, string id)
    {
        var (chat, thread) = Cut(cid);
        var at = posts.FindIndex(post => post.Id == id && post.Chat == chat && post.Thread == thread && !post.Gone);
        if (at < 0)
            return (404, Error("ActivityNotFoundInConversation", "The activity is not in the conversation."));
        posts[at] = posts[at] with { Gone = true };
        return (200, null);
    }

    private (int, object?)? Refusal(string chat) =>
        !Conversations.TryGetValue(chat, out var conversation) ? (404, Error("ConversationNotFound", "Conversation not found."))
        : !conversation.HasBot ? (403, Error("BotNotInConversationRoster", "The bot is not part of the conversation roster."))
        : null;

    private static string? Fault(JsonNode activity, string cid, string? replyTo) =>
        FakeSchema.Fault(activity)
        ?? ((string?)activity["conversation"]?["id"] != cid ? "conversation.id is another" : null)
        ?? ((string?)activity["replyToId"] != replyTo ? "replyToId is another" : null);

    private (int, object?) Complain(FakeRequest request, int status, string code, string why)
    {
        Complaints.Add($"{request.Method} {request.Target}: {why}");
        return (status, Error(code, why));
    }

    private static object Error(string code, string message) => new { error = new { code, message } };

    private static bool IsEscaped(string part) => part == Uri.EscapeDataString(Uri.UnescapeDataString(part));

    private static (string Chat, string? Thread) Cut(string cid) =>
        cid.Split(";messageid=") is [var chat, var thread] ? (chat, thread) : (cid, null);

    [GeneratedRegex(
        "^/amer/v3/conversations(/(?<cid>[^/?]+)(?<what>/activities|/members)(/(?<id>[^/?]+))?)?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Path();
}
