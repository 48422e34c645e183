using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Content;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Content;

/// <summary>每日小贴士: the next post of a column that this group has not had.</summary>
public sealed class DailyAct : IDueAct
{
    public string Kind => Mornings.Daily;

    public TimeSpan UsefulFor => TimeSpan.FromHours(3);

    public async Task ActAsync(DueTurn turn)
    {
        var group = turn.Row.Group!;
        var rule = await turn.Db.Rules.FirstAsync(it => it.Id == turn.Row.RuleId);
        // Set before the quiet hours were: the digest has a tip of its own.
        if (group.InactiveAt is not null || group.IsQuiet(turn.Now) || await Mornings.RidesInDigestAsync(turn.Db, rule, group))
            return;
        if (await turn.Db.NextAsync(group, null, group.Language, rule.SubjectId, turn.Now) is not { } next)
            return;
        new ContentDesk(turn.Db, turn.Clock).Show(next.Post, group, null, pushed: true);
        var form = turn.IsLate ? PostForm.Late : PostForm.Short;
        await turn.Notices.PostCardAsync(group, PostFace.Key(next.Post, form, turn.Now), Why.Digest);
    }
}

/// <summary>A post was put right, withdrawn or replaced: every message that shows it follows.</summary>
public sealed class RedrawAct : IDueAct
{
    public string Kind => ContentDesk.Redraw;

    public TimeSpan UsefulFor => TimeSpan.FromDays(365);

    public async Task ActAsync(DueTurn turn)
    {
        var post = await turn.Db.Posts.FirstAsync(it => it.Id == turn.Row.SubjectId);
        var stem = PostFace.Stem(post);
        var cards = await turn.Db.Cards.Where(card => card.Key.StartsWith(stem)).Select(card => card.Key).Distinct().ToListAsync();
        var digests = await turn
            .Db.Digests.Include(digest => digest.Group)
            .Where(digest => digest.TipId == post.Id || digest.PolicyId == post.Id)
            .ToListAsync();
        foreach (var card in cards.Concat(digests.Select(DigestFace.Key)))
            await turn.Notices.RedrawAsync(card, Why.Notice);
    }
}
