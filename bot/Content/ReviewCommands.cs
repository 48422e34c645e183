using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Content;
using MutualAid.Core.Messaging;
using Post = MutualAid.Core.Content.Post;

namespace MutualAid.Bot.Content;

/// <summary>待审: what waits for this organiser, five a page, with [通过] and [不用]; in private, so that nobody's text is judged before all.</summary>
[Command("!review")]
public sealed class ReviewCommand : ICommand
{
    private const int Glimpse = 60;

    public Task RunAsync(Turn turn) => OpenAsync(turn, turn.Number());

    /// <param name="decided">The post that was decided in this very turn: it waits no more.</param>
    internal static async Task OpenAsync(Turn turn, int page = 0, Post? decided = null)
    {
        if (turn.Group is not null)
        {
            turn.Refuse("content.review.inPrivate");
            return;
        }

        var waiting = turn.Db.Posts.WaitingFor(turn.Db, turn.Actor(), turn.Speech.Language);
        if (decided is not null)
            waiting = waiting.Where(post => post.Id != decided.Id);
        var count = await waiting.CountAsync();
        page = Math.Clamp(page, 0, Math.Max(0, (count - 1) / PostList.PerPage));
        var shown = await waiting.Skip(page * PostList.PerPage).Take(PostList.PerPage).WithAll().ToListAsync();
        Put(turn, Text(turn, shown, count), Buttons(turn, shown, count, page));
    }

    private static void Put(Turn turn, string html, List<IReadOnlyList<Button>> buttons)
    {
        // The note of a new text stays: it is the record of who sent it.
        if (turn.IsPress && turn.Meaning.Rest.Length > 0)
            turn.EditPressed(html, buttons);
        else
            turn.ReplyWith(html, buttons);
    }

    private static string Text(Turn turn, List<Post> shown, int count)
    {
        if (count == 0)
            return turn.Speech.Say("content.review.none");
        var lines = new List<string> { turn.Speech.Say("content.review.title", count) };
        foreach (var post in shown)
        {
            lines.Add($"#{post.Number} {PostText.Head(post, turn.Speech)}");
            var by = post.Author is { } author ? turn.Speech.Say("content.review.by", author.Name) : "";
            lines.Add(by + Html.Escape(PostText.Glimpse(post, Glimpse)));
        }

        return string.Join('\n', lines);
    }

    private static List<IReadOnlyList<Button>> Buttons(Turn turn, List<Post> shown, int count, int page)
    {
        var rows = shown.ConvertAll(post =>
            (IReadOnlyList<Button>)
                [
                    turn.Mine("content.button.lookAt", $"!read {post.Number}", post.Number),
                    turn.Mine("content.button.approve", $"!approve {post.Number} {page}", post.Number),
                    turn.Mine("content.button.decline", $"!decline {post.Number} {page}", post.Number),
                ]
        );
        var pages = new List<Button>();
        if (page > 0)
            pages.Add(turn.Mine("content.button.before", $"!review {page - 1}"));
        if ((page + 1) * PostList.PerPage < count)
            pages.Add(turn.Mine("content.button.after", $"!review {page + 1}"));
        if (pages.Count > 0)
            rows.Add(pages);
        if (count > 1)
            rows.Add([turn.Mine("content.button.approveAll", "!approveall ask", count)]);
        return rows;
    }
}

/// <summary>[通过] and [不用]: the list goes on without it, the author hears of it.</summary>
[Command("!approve")]
[Command("!decline")]
public sealed class DecideCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var isApproval = turn.Meaning.Intent == "!approve";
        var result = isApproval
            ? await turn.Desk().ApproveAsync(turn.Number(), turn.Actor())
            : await turn.Desk().WithdrawAsync(turn.Number(), turn.Actor());
        if (result is not { Done: true, Post: { } post })
        {
            turn.Refuse(result.Refusal);
            return;
        }

        turn.CanBeUndone($"review:{post.Number}");
        turn.Toast(turn.Speech.Plain(isApproval ? "content.review.approved" : "content.review.declined", post.Title));
        if (post.Author is { } author)
            await turn.TellAsync(
                author,
                speech => speech.Say(isApproval ? "content.outcome.approved" : "content.outcome.declined", post.Title)
            );
        var page = turn.Meaning.Rest.Split(' ') is [_, var said] && int.TryParse(said, out var number) ? number : 0;
        await ReviewCommand.OpenAsync(turn, page, post);
    }
}

/// <summary>[全部通过]: wide, so it is asked once more with its figure.</summary>
[Command("!approveall")]
public sealed class ApproveAllCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (turn.Meaning.Rest == "ask")
        {
            var count = await turn.Db.Posts.WaitingFor(turn.Db, turn.Actor(), turn.Speech.Language).CountAsync();
            turn.EditPressed(
                turn.Speech.Say("content.review.sure", count),
                [turn.Mine("content.button.approveAllNow", "!approveall", count), turn.Mine("content.button.notYet", "!review 0")]
            );
            return;
        }

        var posts = await turn.Desk().ApproveAllAsync(turn.Actor(), turn.Speech.Language);
        foreach (var post in posts.Where(post => post.Author is not null))
            await turn.TellAsync(post.Author!, speech => speech.Say("content.outcome.approved", post.Title));
        turn.EditPressed(turn.Speech.Say("content.review.allApproved", posts.Count));
    }
}
