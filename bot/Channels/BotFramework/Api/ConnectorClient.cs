using System.Text.Json;
using static MutualAid.Bot.Channels.BotFramework.Api.ActivityJson;

namespace MutualAid.Bot.Channels.BotFramework.Api;

/// <summary>
/// The operations of the connector that the house uses:
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
/// </summary>
internal sealed class ConnectorClient(ConnectorCall call)
{
    public Task<ConnectorReply> SendAsync(Reference to, string conversation, Activity activity, CancellationToken stop)
    {
        var answered = ChatIds.Segment(activity.ReplyToId);
        return AskAsync(HttpMethod.Post, to, conversation, answered is null ? "/activities" : $"/activities/{answered}", activity, stop);
    }

    public Task<ConnectorReply> UpdateAsync(Reference to, string conversation, string id, Activity activity, CancellationToken stop) =>
        AskAsync(HttpMethod.Put, to, conversation, $"/activities/{ChatIds.Segment(id)}", activity, stop);

    public Task<ConnectorReply> DeleteAsync(Reference to, string conversation, string id, CancellationToken stop) =>
        AskAsync(HttpMethod.Delete, to, conversation, $"/activities/{ChatIds.Segment(id)}", null, stop);

    /// <summary>A new thread in a Teams channel.</summary>
    public Task<ConnectorReply> CreateAsync(Reference to, NewConversation conversation, CancellationToken stop) =>
        call.AskAsync(
            HttpMethod.Post,
            to.Service,
            "v3/conversations",
            JsonSerializer.SerializeToUtf8Bytes(conversation, Wire.NewConversation),
            stop
        );

    public async Task<ChannelAccount?> MemberAsync(
        Reference to,
        string conversation,
        string user,
        TimeSpan patience,
        CancellationToken stop
    )
    {
        if (ChatIds.Segment(conversation) is not { } chat || ChatIds.Segment(user) is not { } member)
            return null;
        var reply = await call.AskAsync(HttpMethod.Get, to.Service, $"v3/conversations/{chat}/members/{member}", null, stop, patience);
        return reply.Error is null ? Read(reply, Wire.ChannelAccount) : null;
    }

    /// <summary>Null: the answer was empty or not of the expected kind, which the protocol allows.</summary>
    public static ResourceResponse? Resource(ConnectorReply reply) => Read(reply, Wire.ResourceResponse);

    private async Task<ConnectorReply> AskAsync(
        HttpMethod method,
        Reference to,
        string conversation,
        string rest,
        Activity? activity,
        CancellationToken stop
    )
    {
        if (ChatIds.Segment(conversation) is not { } chat)
            return new(ReadOnlyMemory<byte>.Empty, new(Trouble.Refused, 0, null, "not a conversation"));
        var body = activity is null ? null : JsonSerializer.SerializeToUtf8Bytes(activity, Wire.Activity);
        return await call.AskAsync(method, to.Service, $"v3/conversations/{chat}{rest}", body, stop);
    }

    private static T? Read<T>(ConnectorReply reply, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return reply.Body.Length == 0 ? null : JsonSerializer.Deserialize(reply.Body.Span, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
