using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Admin;
using MutualAid.Bot.Channels.BotFramework;
using MutualAid.Bot.Channels.Telegram;
using MutualAid.Bot.Channels.WebChat;
using MutualAid.Bot.Channels.WeCom;
using MutualAid.Bot.Engine;
using MutualAid.Bot.Supplies;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Host;

/// <summary>What the console asks of this program: what runs, and the links of the chat room.</summary>
internal sealed partial class ConsoleHost(
    Settings settings,
    SavedSettings saved,
    IConfiguration configuration,
    Writer writer,
    RoomNotes notes,
    TimeProvider clock,
    IServiceProvider services
) : IConsoleHost
{
    private const string Lane = "console";

    public Backups Backups()
    {
        var folder = Path.GetFullPath(settings.BackupFolder);
        var files = settings.OnPostgres || !Directory.Exists(folder) ? [] : new DirectoryInfo(folder).GetFiles("mutualaid-*.db");
        return new Backups(
            !settings.OnPostgres,
            folder,
            settings.BackupKeep,
            [
                .. files
                    .OrderByDescending(it => it.Name, StringComparer.Ordinal)
                    .Select(it => new BackupCopy(it.Name, it.LastWriteTimeUtc, it.Length)),
            ]
        );
    }

    public async Task<string?> BackUpAsync(CancellationToken stop)
    {
        if (writer is not SqliteWriter sqlite)
            return null;
        var now = Zone.ToLocal(clock.GetUtcNow().UtcDateTime, settings.TimeZone);
        var name = $"mutualaid-{now.ToString("yyyy-MM-dd-HHmmss", CultureInfo.InvariantCulture)}.db";
        await SqliteBackup.MakeAsync(sqlite, Path.Combine(settings.BackupFolder, name)).WaitAsync(stop);
        return name;
    }

    public async Task RedrawOfAsync(Db db, long person)
    {
        var notices = new Notices(db, services.GetRequiredService<EngineParts>());
        var needs = await db
            .Needs.Open()
            .Where(it => it.AskedById == person || it.Lines.Any(line => line.Claims.Any(claim => claim.ById == person)))
            .Include(it => it.Group)
            .ToListAsync();
        foreach (var need in needs)
            await notices.RedrawAsync(NeedFace.Key(need), Why.Notice);
        foreach (var group in needs.Select(it => it.Group).Distinct())
            await notices.RedrawAsync(BoardFace.Key(group), Why.Board);
        await notices.SaveAsync();
    }

    public Running Running() =>
        new(
            settings.OnPostgres ? "PostgreSQL" : "SQLite",
            settings.RunsTimetable,
            settings.PublicUrl,
            [new ChannelState("room", true), Telegram(), WeCom(), BotFramework()]
        );

    public Silence SilenceOf(string channel)
    {
        // Another copy may carry what this one does not.
        if (!settings.RunsChannels)
            return settings.OnPostgres ? Silence.None : Silence.Off;
        if (!services.GetServices<IChannel>().Any(it => it.Name == channel))
            return Silence.Off;
        return Running().Channels.Any(it => it.Name == channel && it.Trouble is not null) ? Silence.Trouble : Silence.None;
    }

    public async Task<long> ShowAsync(Db db, Need need, long? claimer, long by)
    {
        var step = await StepAsync(db, NeedFace.Key(need), by);
        await DrawAsync(db, need, claimer);
        await db.SaveChangesAsync();
        return step;
    }

    public async Task<long> StepAsync(Db db, string card, long by)
    {
        var changed = Undo.Watch(db, []);
        // New rows have their ids only now.
        await db.SaveChangesAsync();
        var step = new UndoStep
        {
            PersonId = by,
            Channel = Lane,
            At = clock.GetUtcNow().UtcDateTime,
            Changes = Undo.Changes(changed),
            Card = card,
        };
        db.UndoSteps.Add(step);
        await db.SaveChangesAsync();
        return step.Id;
    }

    public async Task PostAsync(Db db, Need need, string? replyTo)
    {
        var notices = new Notices(db, services.GetRequiredService<EngineParts>());
        await notices.PostCardAsync(need.Group, NeedFace.Key(need), Why.Notice, replyTo);
        await notices.RedrawAsync(BoardFace.Key(need.Group), Why.Board);
        await notices.SaveAsync();
    }

    public async Task ShowMissedAsync(Db db, Group group)
    {
        var notices = new Notices(db, services.GetRequiredService<EngineParts>());
        foreach (var person in await db.Members.Organising(group.Id).Select(it => it.PersonId).ToListAsync())
            await notices.RedrawAsync(MissedFace.Key(group.Id, person), Why.Notice);
        await notices.SaveAsync();
    }

    public async Task<bool> TakeBackAsync(Db db, string card, long step, long by)
    {
        var since = clock.GetUtcNow().UtcDateTime - Undo.Window;
        var known = await db.UndoSteps.FirstOrDefaultAsync(it =>
            it.Id == step && it.PersonId == by && it.Channel == Lane && it.Card == card && it.At >= since && it.UndoneAt == null
        );
        if (known is null || !await Undo.ApplyAsync(db, known))
        {
            db.ChangeTracker.Clear();
            return false;
        }

        known.UndoneAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync();
        return true;
    }

    public async Task<bool> UndoAsync(Db db, Need need, long step, long by)
    {
        if (!await TakeBackAsync(db, NeedFace.Key(need), step, by))
            return false;
        await DrawAsync(db, need, null);
        foreach (var card in await db.Cards.Where(it => it.Key.StartsWith($"dropoff:{need.Number}-")).Select(it => it.Key).ToListAsync())
            await new Notices(db, services.GetRequiredService<EngineParts>()).RedrawAsync(card, Why.Notice);
        return true;
    }

    private async Task DrawAsync(Db db, Need need, long? claimer)
    {
        var notices = new Notices(db, services.GetRequiredService<EngineParts>());
        await notices.RedrawAsync(NeedFace.Key(need), Why.Notice);
        await notices.RedrawAsync(BoardFace.Key(need.Group), Why.Board);
        if (claimer is { } person && await db.People.FindAsync(person) is { } who)
            await notices.ShowInPrivateAsync(who, need.Group, DropOffFace.Key(need, person), Why.Notice);
    }

    public async Task<string> OrganiserLinkAsync(string? chatId, CancellationToken stop) =>
        Link(
            "o",
            await writer.DoAsync(
                Lane,
                db => Task.FromResult(new RoomDesk(db, clock).OrganiserLink(chatId is null ? null : Number(chatId))),
                stop
            )
        );

    public async Task<string> InvitationLinkAsync(string chatId, CancellationToken stop) =>
        Link("i", await writer.DoAsync(Lane, db => Task.FromResult(new RoomDesk(db, clock).Invite(Number(chatId))), stop));

    public async Task<WayBack?> ReattachAsync(string chatId, string seatId, string by, CancellationToken stop)
    {
        var (chat, id) = (Number(chatId), Number(seatId));
        var way = await writer.DoAsync(
            Lane,
            async db =>
            {
                if (
                    await db.RoomMemberships.Include(it => it.Seat).FirstOrDefaultAsync(it => it.ChatId == chat && it.SeatId == id, stop)
                    is not { } place
                )
                    return null;
                var (code, pin) = await new RoomDesk(db, clock).RenewAsync(place.Seat, signOut: true);
                return new WayBack(place.Seat.Name, Link("r", code), pin);
            },
            stop
        );
        // Everyone in the group sees that somebody was let in anew.
        if (way is not null)
            await notes.AddAsync(chatId, "room.note.reattached", by, way.Name, stop);
        return way;
    }

    private ChannelState Telegram()
    {
        if (!settings.RunsChannels)
            return new ChannelState("telegram", false, "Run:Channels", IsSwitchedOff: true);
        return services.GetService<TelegramSelf>() is { } self
            ? new ChannelState("telegram", true) { Identity = self.Me?.Username, Trouble = self.Trouble }
            : new ChannelState("telegram", false, "Telegram:Token");
    }

    private ChannelState BotFramework()
    {
        if (!settings.RunsChannels)
            return new ChannelState(BotFrameworkChannel.ChannelName, false, "Run:Channels", IsSwitchedOff: true);
        return services.GetService<BotFrameworkSelf>() is { } self
            ? new ChannelState(BotFrameworkChannel.ChannelName, true) { Trouble = self.Trouble }
            : new ChannelState(BotFrameworkChannel.ChannelName, false, "BotFramework:AppId");
    }

    private ChannelState WeCom()
    {
        if (!settings.RunsChannels)
            return new ChannelState("wecom", false, "Run:Channels", IsSwitchedOff: true);
        return services.GetService<WeComSettings>() is { } wecom
            ? new ChannelState("wecom", true) { Trouble = wecom.IsConnected ? services.GetRequiredService<WeComSelf>().Trouble : null }
            : new ChannelState("wecom", false, "WeCom:BotId");
    }

    private string Link(string kind, string code) => $"{settings.PublicUrl.ToString().TrimEnd('/')}/?{kind}={code}";

    private static long Number(string id) => long.TryParse(id.AsSpan(1), out var number) ? number : 0;
}
