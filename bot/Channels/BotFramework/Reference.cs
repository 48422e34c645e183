using System.Text.Json;
using System.Text.Json.Serialization;
using MutualAid.Bot.Channels.BotFramework.Api;

namespace MutualAid.Bot.Channels.BotFramework;

/// <summary>All that is needed to speak in a conversation again, without anybody's name.</summary>
/// <param name="Service">Where the platform's connector is.</param>
/// <param name="Bot">Who the bot is there.</param>
/// <param name="User">The person, in a private chat.</param>
/// <param name="IsChannel">A Teams channel, where a new message opens a thread.</param>
internal sealed record Reference(string Service, string Bot, string? BotName, string? Tenant, string? User, bool IsChannel)
{
    public static Reference Of(Activity activity, string? user) =>
        new(
            activity.ServiceUrl!,
            activity.Recipient?.Id ?? "",
            activity.Recipient?.Name,
            activity.Conversation?.TenantId,
            user,
            activity.Conversation?.ConversationType == "channel"
        );

    public static Reference? Read(string? text) => text is null ? null : JsonSerializer.Deserialize(text, ReferenceJson.Default.Reference);

    public string Write() => JsonSerializer.Serialize(this, ReferenceJson.Default.Reference);
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Reference))]
internal sealed partial class ReferenceJson : JsonSerializerContext;
