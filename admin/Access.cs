using MutualAid.Core.Accounts;

namespace MutualAid.Admin;

/// <summary>Who may open what, one line a screen: reading it, then each of its acts. What does not stand here is refused.</summary>
/// <remarks>The role counts where it is held: a page sees the groups of the caller's roles that its line names, and no others.</remarks>
internal static class Access
{
    /// <summary>Everybody who reaches the console, signed in or not.</summary>
    private static readonly ConsoleRole[] Open = [];
    private static readonly ConsoleRole[] Owner = [ConsoleRole.Owner];
    private static readonly ConsoleRole[] Organiser = [ConsoleRole.Owner, ConsoleRole.Organiser];
    private static readonly ConsoleRole[] Editor = [ConsoleRole.Owner, ConsoleRole.Organiser, ConsoleRole.Editor];
    private static readonly ConsoleRole[] All = Enum.GetValues<ConsoleRole>();

    /// <summary>What would hurt most in wrong hands: many telephone numbers, roles, the token, what cannot come back.</summary>
    private static readonly HashSet<string> Grave = new(
        [
            .. Acts("accounts", ""),
            .. Acts("accounts/{id:long}", "grant", "revoke", "link", "signOut", "close", "open"),
            .. Acts("groups", "organiser"),
            .. Acts("people/{id:long}", "copy", "erase"),
            .. Acts("first/telegram", ""),
            .. Acts("me/codes", "", "off"),
            Key("volunteers/roster.csv", HttpMethods.Get, ""),
        ],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly Dictionary<string, ConsoleRole[]> Rules = new(StringComparer.OrdinalIgnoreCase);

    static Access()
    {
        Screen("console/{part}", Open);
        Screen("setup", Open, ("", Open));
        Screen("sign-in", Open, ("", Open), ("look", Open));
        Screen("sign-in/code", Open, ("", Open));
        Screen("enter", Open, ("", Open));

        Screen("", All, ("heard", Organiser), ("read", All));
        Screen("menu", All);
        Screen("prove", All, ("", All));
        Screen("me", All, ("password", All), ("end", All), ("endAll", All), ("leave", All));
        Screen("me/codes", All, ("", All), ("off", All));
        Screen("needs", All, ("verify", Organiser));
        Screen(
            "needs/{number:int}",
            All,
            ("verify", Organiser),
            ("unverify", Organiser),
            ("cancel", Organiser),
            ("claim", Organiser),
            ("release", Organiser),
            ("undo", Organiser),
            ("merge", Organiser),
            ("deliver", Organiser),
            ("receive", Organiser)
        );
        Screen("needs/many", Organiser, ("", Organiser), ("undo", Organiser));
        Screen("missed", Organiser, ("register", Organiser), ("ignore", Organiser));
        Screen("donations", All);
        Screen("donations/new", Organiser, ("", Organiser));
        Screen("donations/{number:int}", All, ("", Organiser), ("takeBack", Organiser), ("putBack", Organiser));
        Screen("offers", All);
        Screen("offers/{number:int}", All, ("match", Organiser), ("change", Organiser), ("contact", Organiser), ("withdraw", Organiser));
        Screen("exports", Organiser, ("", Organiser));
        Screen("people", All);
        Screen("people/{id:long}", All, ("contact", Organiser), ("copy", Organiser), ("erase", Organiser));
        Screen("audit", Organiser, ("", Organiser));
        Screen("search", All);
        Screen("backups", Owner, ("", Owner));
        Screen("groups", All, ("organiser", Organiser), ("invite", Organiser), ("reattach", Organiser));
        Screen("groups/{id:long}", All, ("board", Organiser));
        Screen("communities", Organiser, ("", Organiser));
        Screen("messages", Organiser, ("again", Organiser), ("arrived", Organiser));
        Screen("schedule", Organiser, ("run", Organiser), ("drop", Organiser));
        Screen("accounts", Owner, ("", Owner));
        Screen(
            "accounts/{id:long}",
            Owner,
            ("grant", Owner),
            ("revoke", Owner),
            ("link", Owner),
            ("signOut", Owner),
            ("close", Owner),
            ("open", Owner)
        );
        Screen("running", Owner);
        Screen("first/telegram", Owner, ("", Owner), ("later", Owner));
        Screen("first/place", Owner, ("", Owner), ("later", Owner));
        Posts();
        Classes();
        Broadcasts();
        Volunteers();
        Imports();
        // Who may write a text may tell of it.
        Screen("relays", Editor);
        Screen("relays/{kind}/{number:int}", Editor, ("", Editor), ("undo", Editor));
    }

    private static void Imports()
    {
        // Who may write one by hand may bring many; each kind asks for itself.
        Screen("imports", Editor, ("", Editor));
        Screen(
            "imports/{id:long}",
            Editor,
            ("columns", Editor),
            ("group", Editor),
            ("cells", Editor),
            ("confirm", Editor),
            ("undo", Editor),
            ("drop", Editor)
        );
        Screen("imports/{id:long}/bad.xlsx", Editor);
    }

    private static void Posts()
    {
        Screen("posts", Editor, ("approve", Editor));
        Screen("posts/new", Editor, ("", Editor), ("preview", Editor), ("drop", Editor));
        Screen(
            "posts/{number:int}",
            Editor,
            ("submit", Editor),
            ("approve", Editor),
            ("schedule", Editor),
            ("unschedule", Editor),
            ("withdraw", Editor),
            ("restore", Editor),
            ("return", Editor),
            ("figure", Editor)
        );
        Screen("posts/{number:int}/edit", Editor, ("", Editor), ("preview", Editor), ("drop", Editor));
        Screen("posts/{number:int}/cover", Editor, ("", Editor), ("remove", Editor));
        Screen("posts/{number:int}/picture", Editor);
        Screen("posts/calendar", Editor);
        Screen("posts/columns", Editor, ("", Editor));
    }

    private static void Classes()
    {
        Screen("classes", All);
        Screen("classes/new", Organiser, ("", Organiser), ("preview", Organiser));
        Screen(
            "classes/{number:int}",
            All,
            ("move", Organiser),
            ("cancel", Organiser),
            ("off", Organiser),
            ("attend", Organiser),
            ("calendar", Organiser)
        );
        Screen("classes/{number:int}/edit", Organiser, ("", Organiser));
        Screen("classes/{number:int}/sign-ups.csv", Organiser);
    }

    private static void Broadcasts()
    {
        Screen("broadcasts", Organiser);
        Screen("broadcasts/new", Organiser, ("", Organiser), ("preview", Organiser));
        Screen(
            "broadcasts/{number:int}",
            Organiser,
            ("write", Organiser),
            ("preview", Organiser),
            ("aim", Organiser),
            ("when", Organiser),
            ("try", Organiser),
            ("confirm", Organiser),
            ("withdraw", Organiser),
            ("pause", Organiser),
            ("resume", Organiser),
            ("stop", Organiser),
            ("takeBack", Organiser),
            ("discard", Organiser),
            ("retry", Organiser),
            ("again", Organiser),
            ("arrived", Organiser)
        );
    }

    private static void Volunteers()
    {
        Screen("shifts", All);
        Screen("shifts/new", Organiser, ("", Organiser));
        Screen(
            "shifts/{number:int}",
            All,
            ("assign", Organiser),
            ("off", Organiser),
            ("in", Organiser),
            ("hours", Organiser),
            ("cancel", Organiser),
            ("phone", Organiser),
            ("called", Organiser),
            ("uncall", Organiser),
            ("undo", Organiser)
        );
        Screen("shifts/{number:int}/edit", Organiser, ("", Organiser));
        Screen("volunteers", Organiser);
        Screen("volunteers/roster.csv", Organiser);
        Screen("volunteers/teams", Organiser);
        Screen("volunteers/teams/new", Organiser, ("", Organiser));
        Screen("volunteers/teams/{id:long}", Organiser, ("", Organiser), ("dissolve", Organiser), ("undo", Organiser));
        Screen("volunteers/hours", Organiser, ("undo", Organiser));
        Screen("volunteers/hours/new", Organiser, ("", Organiser));
        Screen("volunteers/hours.xlsx", Organiser);
    }

    /// <summary>Null: nobody may. Empty: everybody may.</summary>
    public static IReadOnlyCollection<ConsoleRole>? RolesFor(string route, string method, string handler) =>
        Rules.GetValueOrDefault(Key(route, method, handler));

    public static IReadOnlyCollection<ConsoleRole>? RolesFor(HttpContext context) =>
        KeyOf(context) is { } key ? Rules.GetValueOrDefault(key) : null;

    /// <summary>Whether it is asked for only by who just gave a password or code.</summary>
    public static bool IsGrave(HttpContext context) => KeyOf(context) is { } key && Grave.Contains(key);

    /// <summary>For the house test that compares the table with the pages.</summary>
    internal static IEnumerable<string> Lines => Rules.Keys;

    private static void Screen(string route, ConsoleRole[] see, params (string Handler, ConsoleRole[] Roles)[] acts)
    {
        Rules.Add(Key(route, HttpMethods.Get, ""), see);
        foreach (var (handler, roles) in acts)
            Rules.Add(Key(route, HttpMethods.Post, handler), roles);
    }

    private static IEnumerable<string> Acts(string route, params string[] handlers) =>
        handlers.Select(handler => Key(route, HttpMethods.Post, handler));

    private static string? KeyOf(HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint route
            // The very words by which the page chooses its handler.
            ? Key(route.RoutePattern.RawText ?? "", context.Request.Method, context.Request.Query["handler"].ToString())
            : null;

    private static string Key(string route, string method, string handler) =>
        $"{(HttpMethods.IsHead(method) ? HttpMethods.Get : method)} {route.Trim('/')} {handler}".TrimEnd();
}
