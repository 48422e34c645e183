using System.Globalization;
using MutualAid.Bot.Channels.BotFramework.Api;
using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Channels.BotFramework;

/// <summary>An activity in the engine's words; empty when it is nothing for the bot. Pure. Types it does not know are passed over (A2014).</summary>
internal static class Activities
{
    /// <summary>What a button's data is called in <c>value</c>.</summary>
    public const string PressField = "press";
    public const string CardAction = "adaptiveCard/action";

    public static IEnumerable<Incoming> Read(Activity activity, string nickname, DateTime now)
    {
        if (activity.Conversation?.Id is not { Length: > 0 } || activity.From?.Id is not { Length: > 0 } || IsBot(activity, activity.From))
            return activity.Type is "conversationUpdate" ? Members(activity, now) : [];
        return activity.Type switch
        {
            "message" => Said(activity, nickname, IncomingKind.Text, now),
            "messageUpdate" => Said(activity, nickname, IncomingKind.Edited, now),
            "invoke" when activity.Name == CardAction => Press(activity, Data(activity), now),
            "conversationUpdate" => Members(activity, now),
            "installationUpdate" when activity.Action?.StartsWith("remove", StringComparison.Ordinal) == true =>
            [
                New(activity, IncomingKind.Removed, activity.From!, now),
            ],
            _ => [],
        };
    }

    public static bool IsGroup(Activity activity) =>
        activity.Conversation is { IsGroup: true } or { ConversationType: "groupChat" or "channel" };

    private static IEnumerable<Incoming> Said(Activity activity, string nickname, IncomingKind kind, DateTime now)
    {
        // A card's button comes as a message without words; some platforms add the button's own.
        if (Fields.Text(activity.Value, PressField) is { } press)
            return Press(activity, press, now);
        var text = ActivityText.Read(activity, nickname);
        var (voice, photo) = (File(activity, "audio/"), File(activity, "image/"));
        if (text.Words.Length == 0 && voice is null && photo is null)
            return [];
        var answered = Answered.Read(activity);
        return
        [
            New(activity, kind == IncomingKind.Text && voice is not null ? IncomingKind.Voice : kind, activity.From!, now) with
            {
                Text = text.Words,
                MessageId = activity.Id,
                ReplyTo = answered?.MessageId,
                ToBot = text.CallsBot || !IsGroup(activity) || answered?.Author == activity.Recipient?.Id,
                File = voice ?? photo,
            },
        ];
    }

    private static IEnumerable<Incoming> Press(Activity activity, string? data, DateTime now)
    {
        if (data is null)
            return [];
        var press = New(activity, IncomingKind.Press, activity.From!, now);
        return
        [
            press with
            {
                At = now,
                Button = data,
                MessageId = activity.ReplyToId,
                ToBot = true,
                // Only who waits for an answer can be shown one.
                CallbackId = activity.Type == "invoke" ? press.UpdateId : null,
            },
        ];
    }

    private static string? Data(Activity activity) => Fields.Text(Fields.Of(Fields.Of(activity.Value, "action"), "data"), PressField);

    private static IEnumerable<Incoming> Members(Activity activity, DateTime now)
    {
        if (activity.Conversation?.Id is not { Length: > 0 })
            return [];
        var came = (activity.MembersAdded ?? []).SelectMany(member => Came(activity, member, now));
        var went = (activity.MembersRemoved ?? []).SelectMany(member => Went(activity, member, now));
        return came.Concat(went);
    }

    /// <summary>The bot in a group greets it; in private it greets the person, whoever of the two is said to have come.</summary>
    private static IEnumerable<Incoming> Came(Activity activity, ChannelAccount member, DateTime now)
    {
        var isBot = IsBot(activity, member);
        var person = isBot ? activity.From : member;
        if (person?.Id is not { Length: > 0 } || IsBot(activity, person))
            return [];
        if (!IsGroup(activity))
            return
            [
                // Several such events may come for one chat: it is opened once.
                New(activity, IncomingKind.Text, person, now) with
                {
                    UpdateId = $"{activity.ChannelId}|{activity.Conversation!.Id}|start",
                    Text = "/start",
                    ToBot = true,
                },
            ];
        if (!isBot)
            return [New(activity, IncomingKind.Membership, person, now)];
        // The platform names no administrators reliably: who brings the bot in answers for it.
        var added = New(activity, IncomingKind.Added, person, now);
        return [added with { From = added.From with { IsAdmin = true } }];
    }

    private static IEnumerable<Incoming> Went(Activity activity, ChannelAccount member, DateTime now)
    {
        if (IsBot(activity, member))
            return [New(activity, IncomingKind.Removed, activity.From ?? member, now)];
        return IsGroup(activity) && member.Id is { Length: > 0 }
            ? [New(activity, IncomingKind.Membership, member, now) with { Left = true }]
            : [];
    }

    private static Incoming New(Activity activity, IncomingKind kind, ChannelAccount from, DateTime now)
    {
        var (platform, conversation) = (activity.ChannelId!, activity.Conversation!);
        var (chat, thread) = ChatIds.Cut(conversation.Id!);
        var isPrivate = !IsGroup(activity);
        var id = activity.Id ?? $"{activity.Type}:{activity.Timestamp}";
        return new Incoming
        {
            Kind = kind,
            Place = new Place(
                BotFrameworkChannel.ChannelName,
                ChatIds.Of(platform, chat),
                isPrivate,
                thread,
                isPrivate ? null : Title(activity)
            ),
            From = new Sender(ChatIds.Of(platform, from.Id ?? ""), from.Name ?? "", Language: LanguageOf(activity.Locale)),
            UpdateId = $"{platform}|{conversation.Id}|{id}{Mark(activity, kind, from)}",
            At = TimeOf(activity) ?? now,
            Reference = Reference.Of(activity, isPrivate ? from.Id : null).Write(),
        };
    }

    // An edit has the id of what it edits; one event may speak of several people.
    private static string Mark(Activity activity, IncomingKind kind, ChannelAccount from) =>
        kind switch
        {
            IncomingKind.Edited => $"|{activity.Timestamp}",
            IncomingKind.Membership => $"|{from.Id}",
            _ => "",
        };

    /// <summary>When the platform says it happened.</summary>
    public static DateTime? TimeOf(Activity activity) =>
        DateTimeOffset.TryParse(activity.Timestamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.UtcDateTime
            : null;

    private static string? Title(Activity activity)
    {
        var data = activity.ChannelData;
        var team = Fields.Text(Fields.Of(data, "team"), "name");
        var channel = activity.Conversation?.Name ?? Fields.Text(Fields.Of(data, "channel"), "name");
        return team is null || channel is null ? channel ?? team : $"{team} · {channel}";
    }

    private static string? File(Activity activity, string kind)
    {
        foreach (var attachment in activity.Attachments ?? [])
        {
            var isOfKind = Fields.Text(attachment, "contentType")?.StartsWith(kind, StringComparison.Ordinal) == true;
            if (
                isOfKind
                && Fields.Text(attachment, "contentUrl") is { Length: > 0 and < 2000 } address
                && Uri.TryCreate(address, UriKind.Absolute, out var lies)
                && (lies.Scheme == Uri.UriSchemeHttps || (lies.Scheme == Uri.UriSchemeHttp && lies.IsLoopback))
            )
                return address;
        }

        return null;
    }

    private static bool IsBot(Activity activity, ChannelAccount? account) =>
        account?.Role == "bot" || (account?.Id is { } id && id == activity.Recipient?.Id);

    /// <summary>Null for a language the house does not speak: the group's stands.</summary>
    private static string? LanguageOf(string? locale) =>
        locale?.Split('-')[0].ToLowerInvariant() switch
        {
            "zh" => "zh-CN",
            "en" => "en",
            _ => null,
        };
}
