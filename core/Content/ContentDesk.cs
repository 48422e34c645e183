using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;
using MutualAid.Core.Schedule;

namespace MutualAid.Core.Content;

/// <summary>Decides about posts; a new one per turn, inside <see cref="Writer.DoAsync"/>. A refused act changes nothing.</summary>
public sealed partial class ContentDesk(Db db, TimeProvider clock)
{
    public const int LongestTitle = 60;

    /// <summary>The kind of due row at which every message that shows a post is drawn anew.</summary>
    public const string Redraw = "content.redraw";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<Post?> FindAsync(int number) =>
        db.Posts.Local.FirstOrDefault(post => post.Number == number)
        ?? await db.Posts.WithAll().FirstOrDefaultAsync(post => post.Number == number);

    /// <summary>The column of this name; a new one when there is none.</summary>
    public async Task<Column> ColumnAsync(string name, ColumnKind kind)
    {
        var key = Folding.Fold(name);
        var column =
            db.Columns.Local.FirstOrDefault(it => it.NameKey == key) ?? await db.Columns.FirstOrDefaultAsync(it => it.NameKey == key);
        if (column is null)
        {
            column = new Column
            {
                Name = name.Trim(),
                NameKey = key,
                Kind = kind,
                AddedAt = Now,
            };
            db.Columns.Add(column);
        }

        return column;
    }

    /// <summary>A draft that nobody sees yet.</summary>
    /// <param name="group">The only group it is for; null: all.</param>
    public async Task<PostResult> DraftAsync(Column column, string language, PostWords words, Group? group = null)
    {
        if (Wrong(words) is var refusal and not ContentRefusal.None)
            return new(refusal);
        var post = new Post
        {
            Number = await Numbers.NextAsync<Post>(db, it => it.Number),
            Column = column,
            Language = language,
            Group = group,
            WrittenAt = Now,
        };
        Fill(post, words);
        db.Posts.Add(post);
        return new(ContentRefusal.None, post);
    }

    /// <summary>投稿: somebody's text waits for the organisers of their group, with the community it comes from.</summary>
    public async Task<PostResult> SubmitAsync(Actor who, Column column, string language, PostWords words)
    {
        if (who.Group is not { } group)
            return new(ContentRefusal.NoGroup);
        var result = await DraftAsync(column, language, words, group);
        if (result.Post is { } post)
        {
            (post.Author, post.SubmittedAt) = (who.Person, Now);
            post.Community = who.Person.Community;
            post.CommunityId = who.Person.CommunityId;
        }

        return result;
    }

    /// <summary>Sends a draft to the editors.</summary>
    public void Submit(Post post)
    {
        post.SubmittedAt ??= Now;
        post.Version++;
    }

    /// <summary>From when to when a policy holds, and which one it takes the place of.</summary>
    public ContentRefusal Limit(Post post, DateOnly? from, DateOnly? until, Post? supersedes)
    {
        if (supersedes == post || until < from)
            return ContentRefusal.BadValidity;
        if ((post.ValidFrom, post.ValidUntil, post.SupersedesId) == (from, until, supersedes?.Id))
            return ContentRefusal.None;
        (post.ValidFrom, post.ValidUntil, post.Supersedes) = (from, until, supersedes);
        Changed(post);
        return ContentRefusal.None;
    }

    /// <summary>It moves to another column, language, group or community.</summary>
    public void Place(Post post, PostPlace place)
    {
        if (new PostPlace(post.Column, post.Language, post.Group, post.Community) == place)
            return;
        (post.Column, post.Language, post.Group, post.Community) = place;
        Changed(post);
    }

    private void Changed(Post post)
    {
        post.Version++;
        if (post.ApprovedAt is not null)
            DrawAnew(post, Now);
    }

    // Messages that show it are drawn anew by whoever rings for what is due: the console cannot speak.
    private void DrawAnew(Post post, DateTime at) =>
        db.Due.Add(
            new DueRow
            {
                Kind = Redraw,
                Key = string.Create(CultureInfo.InvariantCulture, $"{Redraw}:{post.Id}:{post.Version}:{at:yyyyMMdd'T'HHmm}"),
                SubjectId = post.Id,
                At = at,
                TryAt = at,
                PlannedAt = Now,
            }
        );

    private static ContentRefusal Wrong(PostWords words) =>
        string.IsNullOrWhiteSpace(words.Title) ? ContentRefusal.NoTitle
        : words.Title.Trim().Length > LongestTitle ? ContentRefusal.TitleTooLong
        : string.IsNullOrWhiteSpace(words.Body) ? ContentRefusal.NoText
        : MarkdownHtml.Render(words.Body) is null ? ContentRefusal.TextTooHeavy
        : IsLink(words.SourceLink) && IsLink(words.ExternalLink) ? ContentRefusal.None
        : ContentRefusal.BadLink;

    private static bool IsLink(string? link) => link is null || MarkdownHtml.IsWeb(link);

    private static void Fill(Post post, PostWords words)
    {
        (post.Title, post.Body) = (words.Title.Trim(), Html.Storable(words.Body.Trim()));
        (post.Summary, post.Tags, post.CheckedOn) = (words.Summary, words.Tags, words.CheckedOn);
        (post.Source, post.SourceLink, post.ExternalLink) = (words.Source, words.SourceLink, words.ExternalLink);
        post.SearchKey = Folding.Fold($"{post.Title} {post.Tags} {post.Body}");
    }
}
