using System.Globalization;
using System.Net;
using MutualAid.Bot.Channels.WebChat;
using MutualAid.Core.Classes;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Host;

/// <summary>The public pages as plain HTML that an old telephone reads.</summary>
internal sealed class BoardPage
{
    private readonly HttpContext context;
    private readonly Settings settings;
    private readonly Speech speech;

    public BoardPage(HttpContext context, Phrases phrases, Settings settings)
    {
        (this.context, this.settings) = (context, settings);
        var wanted = context.Request.Query["lang"].ToString();
        speech = new Speech(phrases, wanted is "en" or "zh-CN" ? wanted : settings.Language);
    }

    public string Say(string key, params object?[] values) => speech.Say(key, values);

    public static string Title(Class it) => Text(it.Title);

    public IResult Send(string title, IEnumerable<string> parts, int status = StatusCodes.Status200OK)
    {
        PageRoutes.Protect(context.Response);
        context.Response.Headers.CacheControl = "public, max-age=60";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        return Results.Content(Page(title, string.Concat(parts)), "text/html; charset=utf-8", statusCode: status);
    }

    public string Groups(IReadOnlyList<Group> groups) =>
        groups.Count == 0
            ? $"<p class=\"none\">{Say("board.empty")}</p>"
            : $"<p class=\"soft\">{Say("board.of", new Markup(string.Join(Say("admin.and"), groups.Select(it => Text(it.Title)))))}</p>";

    public string Part(string heading, string empty, IEnumerable<string> rows)
    {
        var list = string.Concat(rows);
        return $"<h2>{Say(heading)}</h2>" + (list.Length == 0 ? $"<p class=\"none\">{Say(empty)}</p>" : $"<ul>{list}</ul>");
    }

    public string Need(Need need)
    {
        var lines = need.Lines.InOrder().Where(line => line.LeftToClaim() > 0).ToList();
        var goods = string.Join(
            Say("admin.and"),
            need.Lines.InOrder().Select(line => $"{Text(line.Item)} {Number(line.Quantity)}{Text(line.Unit)}")
        );
        var left =
            lines.Count == 0
                ? Say("board.need.taken")
                : Say(
                    "board.need.left",
                    new Markup(
                        string.Join(
                            Say("admin.and"),
                            lines.Select(line => $"{Text(line.Item)} {Number(line.LeftToClaim())}{Text(line.Unit)}")
                        )
                    )
                );
        var urgent = need.Urgent ? $" <b class=\"fire\">{Say("board.need.urgent")}</b>" : "";
        return $"<li><strong>#{need.Number} {goods}</strong>{urgent}<br>{Text(need.Community?.Name)} <span class=\"soft\">{left}</span></li>";
    }

    public string Offer(Offer offer) =>
        $"<li>{string.Join(
            Say("admin.and"),
            offer.Lines.OrderBy(it => it.Position).Select(it => $"{Text(it.Item)} {(it.Quantity is { } value ? Number(value) : "")}{Text(it.Unit)}".TrimEnd())
        )}</li>";

    public string Class(Class it) =>
        $"<li><a href=\"/board/classes/{it.Number}{Language}\">{Text(it.Title)}</a><br><span class=\"soft\">{When(it)} {Text(it.Speaker)}</span></li>";

    public string ClassWhole(Class it, DateTime now)
    {
        var going = it.SignUps.Count(signUp => signUp is { LeftAt: null, PlacedAt: not null });
        var places = it.Places is { } most ? Say("board.class.left", Math.Max(0, most - going), most) : Say("board.class.going", going);
        var isOver = it.CancelledAt is not null || it.EndsAt <= now;
        var how = isOver
            ? $"<p class=\"none\">{Say(it.CancelledAt is null ? "board.class.over" : "board.class.cancelled")}</p>"
            : $"<p>{Say("board.class.how", it.Number)}</p>"
                + (it.Group.Channel == RoomChannel.ChannelName ? $"<p><a class=\"go\" href=\"/\">{Say("board.class.signUp")}</a></p>" : "");
        return $"<p>{When(it)}</p><p>{Text(it.Speaker)} {Text(it.Organisation)}</p><p class=\"soft\">{places}</p>{how}<p><a href=\"/board{Language}\">{Say("board.back")}</a></p>";
    }

    /// <summary>What of a need arrived where, the last time it did, and how many it helped.</summary>
    public string Echo(Need need)
    {
        var lines = need
            .Lines.InOrder()
            .Where(line => line.Received() > 0)
            .Select(line => $"{Text(line.Item)} {Number(line.Received())}{Text(line.Unit)}");
        var signed = need.Lines.SelectMany(line => line.Handovers).ToList();
        var helped = signed.Sum(handover => handover.Beneficiaries ?? 0);
        var day = speech.Day(need.Group.Local(signed.Max(handover => handover.ReceivedAt)), clock: false);
        var to = need.Community is { } community ? Say("board.echo.to", new Markup(Text(community.Name))) : "";
        var people = helped > 0 ? Say("board.echo.helped", helped) : "";
        return $"<li><strong>{string.Join(Say("admin.and"), lines)}</strong> {to}<br><span class=\"soft\">{day} {Say("board.echo.thanks")} {people}</span></li>";
    }

    /// <summary>What somebody gave, and when.</summary>
    public string Gift(Donation it) =>
        $"<li>{string.Join(
            Say("admin.and"),
            it.Lines.OrderBy(line => line.Position).Select(line => $"{Text(line.Item)} {(line.Quantity is { } value ? Number(value) : "")}{Text(line.Unit)}".TrimEnd())
        )} <span class=\"soft\">{speech.Day(it.Date.ToDateTime(default), clock: false)}</span></li>";

    /// <summary>A link in the language of this page.</summary>
    public string Way(string path, string phrase) => $"<p><a href=\"{path}{Language}\">{Say(phrase)}</a></p>";

    private string When(Class it) => speech.Day(it.Group.Local(it.StartsAt));

    private string Language => speech.Language == settings.Language ? "" : $"?lang={speech.Language}";

    private static string Number(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Text(string? words) => WebUtility.HtmlEncode(NoContacts.In(words));

    private string Page(string title, string body)
    {
        var (other, name) = speech.Language == "en" ? ("zh-CN", "中文") : ("en", "English");
        return $"""
            <!DOCTYPE html>
            <html lang="{speech.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{title}</title>
            <link rel="icon" href="/room/mark.svg">
            <link rel="stylesheet" href="/room/board.css">
            </head>
            <body>
            <main>
            <p class="top"><a href="?lang={other}" lang="{other}">{name}</a></p>
            <h1>{title}</h1>
            {body}
            <p class="foot">{Say("board.promise")}</p>
            </main>
            </body>
            </html>
            """;
    }
}
