using MutualAid.Core.Accounts;
using MutualAid.Core.Classes;
using MutualAid.Core.Content;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.People;
using MutualAid.Core.Supplies;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin;

/// <summary>What the console asks of the program that it is mounted in.</summary>
public interface IConsoleHost
{
    /// <summary>Draws a need anew wherever it is shown in chats, in the commit that changed it; returns the step that takes the change back.</summary>
    /// <param name="claimer">Whose private card of it changes too.</param>
    /// <param name="by">The person who may take it back, for ten minutes.</param>
    Task<long> ShowAsync(Db db, Need need, long? claimer, long by);

    /// <summary>Shows a need that was registered here in its group, as an answer to the message that asked.</summary>
    Task PostAsync(Db db, Need need, string? replyTo);

    /// <summary>Draws anew what its organisers see in private of lines that may be requests.</summary>
    Task ShowMissedAsync(Db db, Group group);

    /// <summary>Draws it anew wherever it is shown.</summary>
    Task RedrawAsync(Db db, Need need);

    /// <summary>Draws many that one act changed; the step takes all of them back, each by itself.</summary>
    Task<long> ShowManyAsync(Db db, IReadOnlyList<Need> needs, long by);

    /// <summary>The numbers of those that stand as before the step, and of those that others have gone on from.</summary>
    Task<(IReadOnlyList<int> Undone, IReadOnlyList<int> Left)> UndoManyAsync(Db db, long step, long by);

    /// <summary>Saves, and keeps what was changed so that this person may take it back for ten minutes.</summary>
    /// <param name="card">What it is about: <c>shift:8</c>.</param>
    Task<long> StepAsync(Db db, string card, long by);

    /// <summary>Restores the rows of that step; false: it is too late, or others have gone on from it.</summary>
    Task<bool> TakeBackAsync(Db db, string card, long step, long by);

    /// <summary>Takes back what that step did; false: it is too late, or others have gone on from it.</summary>
    Task<bool> UndoAsync(Db db, Need need, long step, long by);

    /// <summary>Draws anew every open need that somebody asked or promised, when they are not called by their name any more.</summary>
    Task RedrawOfAsync(Db db, long person);

    Running Running();

    /// <summary>What keeps messages of this channel from going out now, as far as this program knows.</summary>
    Silence SilenceOf(string channel);

    /// <summary>What the first screens ask, as it is now.</summary>
    Installation Installation();

    /// <summary>Asks Telegram whose token it is, and keeps it for the next start.</summary>
    Task<TokenAnswer> KeepTokenAsync(string? token, CancellationToken stop);

    /// <summary>Keeps zone and language of new groups for the next start.</summary>
    void KeepPlace(string zone, string language);

    void KeepStep(FirstStep step);

    /// <summary>Begins anew with what was kept.</summary>
    void Restart();

    Backups Backups();

    /// <summary>One more checked copy, now; its name. Null: this database is backed up by its own tools.</summary>
    Task<string?> BackUpAsync(CancellationToken stop);

    /// <summary>Makes whoever opens it first an organiser; without a group, of a new one.</summary>
    Task<string> OrganiserLinkAsync(string? chatId, CancellationToken stop);

    /// <summary>Opens a group of the chat room to whoever has it.</summary>
    Task<string> InvitationLinkAsync(string chatId, CancellationToken stop);

    /// <summary>A fresh way back for a lost person, whose devices are signed out; null: not in this group.</summary>
    Task<WayBack?> ReattachAsync(string chatId, string seatId, string by, CancellationToken stop);

    /// <summary>The messages that show a post, byte for byte: as it comes, and whole where that is cut. The post need not be stored.</summary>
    IReadOnlyList<string> Preview(Post post);

    /// <summary>What a need's card says of it to whoever could help, as HTML, without the name of who asked.</summary>
    string Preview(Need need);

    /// <summary>What a class's card says of it, as HTML; the class need not be stored.</summary>
    string Preview(Class it);

    /// <summary>Who sent the text in hears in private what became of it.</summary>
    Task TellAuthorAsync(Db db, Post post, bool isApproved);

    /// <summary>A class's card is posted in its group, or drawn anew where it stands; those concerned hear in private what happened.</summary>
    Task ShowAsync(Db db, Class it, ClassNews news, IReadOnlyList<SignUp> concerned);

    /// <summary>The same for a shift.</summary>
    /// <param name="by">Who did it, by name.</param>
    /// <returns>Those of them whom the bot cannot write to: somebody has to call them.</returns>
    Task<IReadOnlyList<Person>> ShowAsync(Db db, Shift it, ShiftNews news, IReadOnlyList<Person> concerned, string by);

    /// <summary>The holder of an account hears in private what was done to it; who cannot be written to reads it in the console.</summary>
    Task TellHolderAsync(Db db, ConsoleAccount account);

    /// <summary>The address of a calendar feed.</summary>
    string CalendarLink(CalendarKey key);
}

/// <summary>Why nothing goes out on a channel; the names are phrase keys.</summary>
public enum Silence
{
    None,

    /// <summary>Nobody connected it: what waits for it may wait for ever.</summary>
    Off,

    /// <summary>The platform cannot be reached, or does not know us.</summary>
    Trouble,
}

/// <summary>What those on a shift are told.</summary>
public enum ShiftNews
{
    Made,

    /// <summary>The card says it all.</summary>
    Changed,

    /// <summary>They were put onto it.</summary>
    Assigned,

    /// <summary>Place, hours or number were put right.</summary>
    Corrected,
    Cancelled,
}

/// <summary>What those who signed up are told.</summary>
public enum ClassNews
{
    Made,

    /// <summary>It is elsewhere now.</summary>
    Changed,

    /// <summary>Another time, and they stay on the list.</summary>
    Moved,

    /// <summary>Another time, and the list begins anew.</summary>
    MovedAnew,
    Cancelled,
}

/// <summary>The screens after the owner's account, in their order.</summary>
public enum FirstStep
{
    Telegram,
    Place,
    Done,
}

/// <param name="Given">The keys of these that are set from outside, where the console cannot change them.</param>
/// <param name="Overruled">Those of them for which the console was told something else.</param>
public sealed record Installation(
    FirstStep Step,
    string TimeZone,
    string Language,
    ChannelState Telegram,
    IReadOnlyList<string> Given,
    IReadOnlyList<string> Overruled
);

/// <param name="Name">Of the bot; null: not kept.</param>
/// <param name="Refusal"><c>malformed</c>, <c>refused</c> or <c>unreachable</c>.</param>
public sealed record TokenAnswer(string? Name, string? Refusal);

/// <param name="Link">The return link.</param>
public sealed record WayBack(string Name, string Link, string Pin);

/// <param name="Storage">The kind of the database: <c>SQLite</c>, <c>PostgreSQL</c>.</param>
public sealed record Running(string Storage, bool Timetable, Uri ChatRoom, IReadOnlyList<ChannelState> Channels);

/// <param name="Name">As in rows of the database: <c>room</c>, <c>telegram</c>.</param>
/// <param name="Setting">For a channel that is off: the setting that turns it on.</param>
/// <param name="IsSwitchedOff">That setting says no, rather than nothing.</param>
public sealed record ChannelState(string Name, bool IsOn, string? Setting = null, bool IsSwitchedOff = false)
{
    /// <summary>The bot's name there, once it is known.</summary>
    public string? Identity { get; init; }

    /// <summary>What keeps it from working, in words; null: all well.</summary>
    public string? Trouble { get; init; }
}

/// <param name="CanMake">False: this database is backed up by its own tools.</param>
/// <param name="Keep">So many of the newest stay.</param>
/// <param name="Copies">The newest first.</param>
public sealed record Backups(bool CanMake, string Folder, int Keep, IReadOnlyList<BackupCopy> Copies);

public sealed record BackupCopy(string Name, DateTime At, long Bytes);
