using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Relays;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Pages;

/// <summary>Something that volunteers copy by hand into groups where no bot may be.</summary>
/// <param name="Kind">As in its address: needs, classes, posts.</param>
/// <param name="Html">As chats show it.</param>
public sealed record Copied(string Kind, int Number, string Title, string Html)
{
    private static readonly Dictionary<string, string> Cards = new(StringComparer.Ordinal)
    {
        ["needs"] = "need",
        ["classes"] = "class",
        ["posts"] = "post",
    };

    public static IEnumerable<string> Kinds => Cards.Keys;

    /// <summary>As relays name it.</summary>
    public string Subject => SubjectOf(Kind, Number);

    public static string SubjectOf(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{Cards[kind]}:{number}");

    /// <summary>Null: there is none in sight.</summary>
    public static async Task<Copied?> FindAsync(
        Sight sight,
        string kind,
        int number,
        IConsoleHost host,
        ConsoleWords t,
        CancellationToken stop
    )
    {
        switch (kind)
        {
            case "needs" when await sight.Needs.WithAll().FirstOrDefaultAsync(it => it.Number == number, stop) is { } need:
                return new(kind, number, $"#{number} {NeedWords.Goods(need, t)}", host.Preview(need));
            case "classes"
                when await sight
                    .Classes.Include(it => it.Group)
                    .Include(it => it.SignUps)
                    .FirstOrDefaultAsync(it => it.Number == number, stop)
                    is { } one:
                return new(kind, number, $"#{number} {one.Title}", host.Preview(one));
            case "posts"
                when await sight.Posts.Include(it => it.Group).Include(it => it.Column).FirstOrDefaultAsync(it => it.Number == number, stop)
                    is { ApprovedAt: not null } post:
                return new(kind, number, $"#{number} {post.Title}", host.Preview(post)[^1]);
            default:
                return null;
        }
    }

    /// <summary>What was copied where, of this one: the chats name a post with its form behind.</summary>
    public IQueryable<Relay> Of(IQueryable<Relay> relays)
    {
        var (subject, forms) = (Subject, Subject + "-");
        return relays.Where(it => it.Subject == subject || it.Subject.StartsWith(forms));
    }
}
