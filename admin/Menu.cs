namespace MutualAid.Admin;

/// <param name="Route">As in the table of access.</param>
/// <param name="Sign">The drawing beside its name.</param>
public sealed record MenuLine(string Route, string Key, string Sign);

/// <param name="Key">What people do there.</param>
/// <param name="IsAlike">Their names alone do not tell them apart.</param>
public sealed record MenuPart(string Key, IReadOnlyList<MenuLine> Lines, bool IsAlike = false);

/// <summary>The pages by what people do, in the order in which they are needed. The first page of each of the first four parts stands in the bar of a telephone.</summary>
public static class Menu
{
    private const int InTheBar = 4;

    private static readonly MenuPart[] Parts =
    [
        new("menu.today", [new("", "nav.now", "sun"), new("search", "nav.search", "glass")]),
        new(
            "menu.supplies",
            [
                new("needs", "nav.needs", "box"),
                new("missed", "nav.missed", "ear"),
                new("donations", "nav.donations", "gift"),
                new("offers", "nav.offers", "hand"),
            ]
        ),
        new("menu.volunteers", [new("shifts", "nav.shifts", "shift"), new("volunteers", "nav.volunteers", "heart")]),
        new("menu.content", [new("posts", "nav.posts", "page"), new("classes", "nav.classes", "board")]),
        new(
            "menu.people",
            [new("groups", "nav.groups", "people"), new("people", "nav.people", "person"), new("communities", "nav.communities", "house")]
        ),
        new(
            "menu.sending",
            [
                new("broadcasts", "nav.broadcasts", "horn"),
                new("relays", "nav.relays", "share"),
                new("messages", "nav.messages", "letter"),
                new("schedule", "nav.schedule", "clock"),
            ],
            IsAlike: true
        ),
        new(
            "menu.house",
            [
                new("imports", "nav.imports", "sheet"),
                new("exports", "nav.exports", "out"),
                new("audit", "nav.audit", "trail"),
                new("accounts", "nav.accounts", "door"),
                new("backups", "nav.backups", "copy"),
                new("running", "nav.running", "gear"),
            ]
        ),
    ];

    // Below one of those above: found by its name only.
    private static readonly MenuLine[] Further =
    [
        new("shifts/new", "shifts.new", "shift"),
        new("classes/new", "classes.new", "board"),
        new("donations/new", "donations.new", "gift"),
        new("posts/new", "posts.new", "page"),
        new("broadcasts/new", "broadcast.new", "horn"),
        new("posts/calendar", "posts.tab.calendar", "page"),
        new("posts/columns", "posts.tab.columns", "page"),
        new("volunteers/teams", "shifts.tab.teams", "heart"),
        new("volunteers/teams/new", "shifts.teams.new", "heart"),
        new("volunteers/hours", "shifts.tab.hours", "heart"),
        new("volunteers/hours/new", "shifts.hours.new", "heart"),
        new("first/telegram", "first.telegram", "gear"),
        new("first/place", "first.place", "gear"),
        new("me", "nav.me", "key"),
        new("me/codes", "codes.title", "key"),
    ];

    /// <summary>Every page with a name that this caller may open, those of the menu first.</summary>
    public static IEnumerable<MenuLine> All(Caller caller) =>
        For(caller).SelectMany(part => part.Lines).Concat(Further.Where(line => MayOpen(caller, line)));

    /// <summary>What this caller may open.</summary>
    public static IEnumerable<MenuPart> For(Caller caller) =>
        Parts
            .Select(part => part with { Lines = [.. part.Lines.Where(line => MayOpen(caller, line))] })
            .Where(part => part.Lines.Count > 0);

    public static IEnumerable<MenuLine> Bar(Caller caller) => For(caller).Select(part => part.Lines[0]).Take(InTheBar);

    private static bool MayOpen(Caller caller, MenuLine line) =>
        Access.RolesFor(line.Route, HttpMethods.Get, "") is { } roles && !caller.For(roles).IsEmpty;
}
