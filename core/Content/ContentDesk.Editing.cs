using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;

namespace MutualAid.Core.Content;

/// <summary>What editors decide: organisers in chat, the staff in the console (an actor without a group that is an organiser).</summary>
public sealed partial class ContentDesk
{
    /// <summary>通过: people see it from now on, or from a set time.</summary>
    public async Task<PostResult> ApproveAsync(int number, Actor who, DateTime? publishAt = null)
    {
        var found = await EditableAsync(number, who);
        if (found is not { Done: true, Post: { } post })
            return found;
        if (post.ApprovedAt is not null)
            return new(ContentRefusal.AlreadyApproved, post);
        Approve(post, who, publishAt ?? Now);
        return found;
    }

    /// <summary>全部通过: everything of a language that waits for this person.</summary>
    public async Task<IReadOnlyList<Post>> ApproveAllAsync(Actor who, string language)
    {
        var posts = await db.Posts.WaitingFor(db, who, language).WithAll().ToListAsync();
        foreach (var post in posts)
            Approve(post, who, Now);
        return posts;
    }

    /// <summary>Written and let out in one act by somebody who decides about it, now or at a set time.</summary>
    public ContentRefusal Release(Post post, Actor who, DateTime? publishAt = null)
    {
        if (post.ApprovedAt is not null)
            return ContentRefusal.AlreadyApproved;
        Approve(post, who, publishAt ?? Now);
        return ContentRefusal.None;
    }

    /// <summary>改时间: what is scheduled comes out at another time.</summary>
    public async Task<PostResult> MoveAsync(int number, Actor who, DateTime publishAt)
    {
        var found = await ScheduledAsync(number, who);
        if (found is { Done: true, Post: { } post })
            Approve(post, who, publishAt);
        return found;
    }

    /// <summary>取消定时: what is scheduled is a draft again.</summary>
    public async Task<PostResult> UnscheduleAsync(int number, Actor who)
    {
        var found = await ScheduledAsync(number, who);
        if (found is { Done: true, Post: { } post })
            DraftAgain(post);
        return found;
    }

    /// <summary>What was withdrawn before anybody could see it is a draft again.</summary>
    public async Task<PostResult> RestoreAsync(int number, Actor who)
    {
        var found = await EditableAsync(number, who);
        if (found is not { Refusal: ContentRefusal.AlreadyWithdrawn, Post: { } post } || !post.IsUnseen())
            return found;
        DraftAgain(post);
        return new(ContentRefusal.None, post);
    }

    /// <summary>不用, or later 撤下: it is shown no more.</summary>
    public async Task<PostResult> WithdrawAsync(int number, Actor who)
    {
        var found = await EditableAsync(number, who);
        if (found is { Done: true, Post: { } post })
        {
            (post.WithdrawnBy, post.WithdrawnAt) = (who.Person, Now);
            Changed(post);
        }

        return found;
    }

    /// <summary>The words are put right: what stood there is kept, and every message that shows it says 已更正; what nobody saw yet is only changed.</summary>
    public async Task<PostResult> CorrectAsync(int number, Actor who, PostWords words)
    {
        var found = await EditableAsync(number, who);
        if (found is not { Done: true, Post: { } post })
            return found;
        if (Wrong(words) is var refusal and not ContentRefusal.None)
            return new(refusal, post);
        if (post.State(Now) == PostState.Published)
            Revise(post, who);
        Fill(post, words);
        Changed(post);
        return found;
    }

    private void Revise(Post post, Actor who)
    {
        db.PostRevisions.Add(
            new PostRevision
            {
                Post = post,
                Edition = post.Edition++,
                Title = post.Title,
                Body = post.Body,
                By = who.Person,
                At = Now,
            }
        );
        (post.CorrectedBy, post.CorrectedAt) = (who.Person, Now);
    }

    private void Approve(Post post, Actor who, DateTime publishAt)
    {
        post.SubmittedAt ??= Now;
        (post.ApprovedBy, post.ApprovedAt, post.PublishAt) = (who.Person, Now, publishAt);
        post.Version++;
        if (post.Supersedes is { } old)
            Replace(old, post);
    }

    private static void DraftAgain(Post post)
    {
        (post.ApprovedBy, post.ApprovedById, post.ApprovedAt) = (null, null, null);
        (post.WithdrawnBy, post.WithdrawnById, post.WithdrawnAt) = (null, null, null);
        (post.PublishAt, post.SubmittedAt) = (null, null);
        post.Version++;
    }

    // On the first day of the new one, which begins in other zones up to a day later.
    private void Replace(Post old, Post by)
    {
        old.Version++;
        var from = by.PublishAt!.Value;
        DrawAnew(old, from);
        if (by.ValidFrom is not { } day)
            return;
        var start = Zone.ToUtc(day.ToDateTime(TimeOnly.MinValue), by.Group?.TimeZone ?? "Asia/Shanghai");
        foreach (var at in new[] { start, start.AddDays(1) }.Where(at => at > from))
            DrawAnew(old, at);
    }

    private async Task<PostResult> ScheduledAsync(int number, Actor who)
    {
        var found = await EditableAsync(number, who);
        return found is { Done: true, Post: { } post } && post.State(Now) != PostState.Scheduled
            ? new(ContentRefusal.NotScheduled, post)
            : found;
    }

    private async Task<PostResult> EditableAsync(int number, Actor who)
    {
        if (await FindAsync(number) is not { } post)
            return new(ContentRefusal.NoSuchPost);
        if (!await db.Posts.DecidedBy(db, who).AnyAsync(it => it.Id == post.Id))
            return new(ContentRefusal.NotEditor, post);
        return post.WithdrawnAt is null ? new(ContentRefusal.None, post) : new(ContentRefusal.AlreadyWithdrawn, post);
    }
}

/// <summary>Who decides about which posts.</summary>
public static class Editors
{
    /// <summary>What waits for this person's decision, oldest first: what people sent in, and the library in their language.</summary>
    public static IQueryable<Post> WaitingFor(this IQueryable<Post> posts, Db db, Actor who, string language) =>
        posts.InReview().DecidedBy(db, who).Where(post => post.LibraryKey == null || post.Language == language).OldestFirst();

    /// <summary>Posts that this person decides about: the console's staff about all, organisers about their groups' and about what is for all.</summary>
    public static IQueryable<Post> DecidedBy(this IQueryable<Post> posts, Db db, Actor who)
    {
        if (who is { Group: null, Organiser: true })
            return posts;
        var person = who.Person.Id;
        var mine = db.Members.Where(member => member.PersonId == person && member.LeftAt == null && member.Role == Role.Organiser);
        return posts.Where(post => mine.Any(member => post.GroupId == null || member.GroupId == post.GroupId));
    }
}
