using MutualAid.Bot.Channels.BotFramework.Api;
using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Channels.BotFramework;

/// <summary>Hands activities to the engine.</summary>
internal sealed class BotFrameworkReception(
    IIntake intake,
    TeamsMembers members,
    ConnectorClient client,
    BotFrameworkSettings settings,
    ServiceHosts hosts,
    BotFrameworkPhotos photos,
    TimeProvider time
)
{
    /// <summary>After so long a person sees that the bot is at it.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    public IReadOnlyList<Incoming> Read(Activity activity) =>
        [.. Activities.Read(activity, settings.Nickname, time.GetUtcNow().UtcDateTime).Select(WithOwnFile)];

    // Whoever opened it would call wherever the sender likes.
    private Incoming WithOwnFile(Incoming said) =>
        said.File is null || hosts.ReadFile(said.File) is not null ? said : said with { File = null };

    /// <summary>Ends after the turn's commit; throws when nothing was stored.</summary>
    public async Task ReceiveAsync(Incoming incoming, CancellationToken stop)
    {
        var turn = intake.ReceiveAsync(await photos.KeepAsync(await WithRoleAsync(incoming, stop), stop), stop);
        if (incoming.ToBot && !turn.IsCompleted)
            await Task.WhenAny(turn, TypeAsync(incoming, turn, stop));
        await turn;
    }

    private async Task TypeAsync(Incoming incoming, Task turn, CancellationToken stop)
    {
        if (await Task.WhenAny(turn, Task.Delay(Slow, time, stop)) == turn || Reference.Read(incoming.Reference) is not { } to)
            return;
        var conversation = ChatIds.Join(ChatIds.Bare(incoming.Place.ChatId), incoming.Place.Topic);
        var typing = new Activity
        {
            Type = "typing",
            From = new ChannelAccount(to.Bot),
            Conversation = new ConversationAccount(conversation),
        };
        await client.SendAsync(to, conversation, typing, stop);
    }

    // Nobody loses a role by the roster, which does not always name it.
    private async Task<Incoming> WithRoleAsync(Incoming incoming, CancellationToken stop)
    {
        var asks = !incoming.Place.IsPrivate && incoming.Kind is not (IncomingKind.Removed or IncomingKind.Membership);
        if (!asks || ChatIds.PlatformOf(incoming.Place.ChatId) != ChatIds.Teams || Reference.Read(incoming.Reference) is not { } group)
            return incoming;
        var (chat, user) = (ChatIds.Bare(incoming.Place.ChatId), ChatIds.Bare(incoming.From.ExternalId));
        if (await members.FindAsync(group, chat, user, stop) is not { } member)
            return incoming;
        var isAdmin = incoming.From.IsAdmin ?? (member.UserRole is "owner" or "admin" ? true : null);
        return incoming with { From = incoming.From with { IsAdmin = isAdmin, Name = Named(incoming.From.Name, member.Name) } };
    }

    private static string Named(string said, string? known) => said.Length > 0 ? said : known ?? "";
}
