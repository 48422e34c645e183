using System.Text;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Content;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;
using Post = MutualAid.Core.Content.Post;

namespace MutualAid.Bot.Content;

/// <summary>An answer of posts: the only one that fits, or a list to choose from, five a page.</summary>
internal static class PostList
{
    public const int PerPage = 5;
    private const int LongestLabel = 14;

    // A button carries 64 bytes, token included.
    private const int LongestWords = 24;

    /// <param name="command">The look-up's name; its pages are <c>!command PAGE WORDS</c>.</param>
    /// <param name="detail">What stands behind the title, as HTML.</param>
    public static async Task AnswerAsync(Turn turn, IQueryable<Post> posts, string command, Func<Post, Speech, string> detail)
    {
        var (page, words) = Wanted(turn, command);
        var found = words.Length == 0 ? posts : posts.About(words);
        var count = await found.CountAsync();
        var shown = await found.NewestFirst().Skip(page * PerPage).Take(PerPage).WithAll().ToListAsync();
        if (shown.Count == 0)
            turn.Reply(words.Length == 0 ? $"content.{command}.none" : $"content.{command}.noneOf", words);
        else if (page == 0 && await OnlyAsync(found, shown, words) is { } only)
            turn.Show(only);
        else
            Put(turn, Text(turn, shown, count, command, detail), Buttons(turn, shown, count, page, command, words));
    }

    private static (int Page, string Words) Wanted(Turn turn, string command)
    {
        if (turn.Meaning.Intent != "!" + command)
            return (0, (turn.Meaning.Filter ?? "").Trim());
        var parts = turn.Meaning.Rest.Split(' ', 2);
        return (int.TryParse(parts[0], out var page) ? Math.Clamp(page, 0, 1000) : 0, parts.ElementAtOrDefault(1) ?? "");
    }

    // Asked for by its whole name, it is not hidden among others that mention it.
    private static async Task<Post?> OnlyAsync(IQueryable<Post> found, List<Post> shown, string words)
    {
        if (words.Length == 0)
            return null;
        if (shown is [var single])
            return single;
        var key = Folding.Fold(words);
        return (await found.WithAll().ToListAsync()).Find(post => Folding.Fold(post.Title) == key);
    }

    private static void Put(Turn turn, string html, List<IReadOnlyList<Button>> buttons)
    {
        if (turn.IsPress)
            turn.EditPressed(html, buttons);
        else
            turn.ReplyWith(html, buttons);
    }

    private static string Text(Turn turn, List<Post> shown, int count, string command, Func<Post, Speech, string> detail)
    {
        var lines = new List<string> { turn.Speech.Say($"content.{command}.title", count) };
        lines.AddRange(
            shown.Select(post => turn.Speech.Say("content.list.row", post.Number, post.Title, new Markup(detail(post, turn.Speech))))
        );
        return string.Join('\n', lines);
    }

    private static List<IReadOnlyList<Button>> Buttons(Turn turn, List<Post> shown, int count, int page, string command, string words)
    {
        var rows = shown.ConvertAll(post => (IReadOnlyList<Button>)[turn.Open(Label(post), $"!post {post.Number}")]);
        var pages = new List<Button>();
        if (Encoding.UTF8.GetByteCount(words) <= LongestWords)
        {
            if (page > 0)
                pages.Add(turn.Mine("content.button.before", $"!{command} {page - 1} {words}".TrimEnd()));
            if ((page + 1) * PerPage < count)
                pages.Add(turn.Mine("content.button.after", $"!{command} {page + 1} {words}".TrimEnd()));
        }

        if (pages.Count > 0)
            rows.Add(pages);
        return rows;
    }

    private static string Label(Post post) => post.Title.Length <= LongestLabel ? post.Title : post.Title[..(LongestLabel - 1)] + "…";
}
