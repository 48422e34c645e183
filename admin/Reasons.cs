namespace MutualAid.Admin;

/// <summary>Why a message did not go out or a task was not done, in people's words; platforms and programs say it in theirs.</summary>
public static class Reasons
{
    // The first that fits.
    private static readonly (string Part, string Key)[] Messages =
    [
        ("seen by a person", "seen"),
        ("stopped", "stopped"),
        ("merged into", "merged"),
        ("in the digest", "digest"),
        ("the same group twice", "twice"),
        ("not within a day", "late"),
        ("interrupted", "interrupted"),
        ("another copy took over", "interrupted"),
        ("unchanged", "unchanged"),
        ("taken back", "recalled"),
        ("nothing new to read", "unchanged"),
        ("nothing to show", "gone"),
        ("no message", "gone"),
        ("message gone", "gone"),
        ("message to ", "gone"),
        ("pressed too long ago", "gone"),
        ("the channel cannot", "cannot"),
        ("blocked by the user", "blocked"),
        ("BlockedByUser", "blocked"),
        ("deactivated", "deactivated"),
        ("removed", "removed"),
        ("kicked", "removed"),
        ("not a member", "removed"),
        ("NotInConversationRoster", "removed"),
        ("not enough rights", "rights"),
        ("have no rights", "rights"),
        ("administrator rights", "rights"),
        ("CHAT_WRITE_FORBIDDEN", "rights"),
        ("MessageWritesBlocked", "rights"),
        ("DisabledByAdmin", "rights"),
        ("chat closed", "closed"),
        ("chat not found", "closed"),
        ("invalid chat", "closed"),
        ("ConversationNotFound", "closed"),
        ("group chat was", "closed"),
        ("its key is no longer", "closed"),
        ("nobody spoke there yet", "unspoken"),
        ("too long", "tooLong"),
        ("message is empty", "empty"),
        ("429", "busy"),
        ("Too Many", "busy"),
        ("NotSent", "network"),
        ("Lost", "network"),
        ("Timeout", "network"),
        ("timed out", "network"),
        ("HttpRequest", "network"),
        ("502", "network"),
        ("503", "network"),
        ("504", "network"),
    ];

    private static readonly (string Part, string Key)[] Tasks =
    [
        ("Timeout", "slow"),
        ("Canceled", "slow"),
        ("Http", "network"),
        ("Socket", "network"),
        ("Sqlite", "busy"),
        ("Npgsql", "busy"),
        ("DbUpdate", "busy"),
    ];

    public static string OfMessage(string said) => "outbox.reason." + Of(Messages, said);

    public static string OfTask(string fault) => "schedule.reason." + Of(Tasks, fault);

    private static string Of((string Part, string Key)[] known, string said) =>
        Array.Find(known, it => said.Contains(it.Part, StringComparison.OrdinalIgnoreCase)).Key ?? "other";
}
