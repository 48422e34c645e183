using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Classes;
using MutualAid.Core.Content;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.Schedule;
using Post = MutualAid.Core.Content.Post;

namespace MutualAid.Bot.Content;

/// <summary>The morning's one message of a group: what is open, a tip, a policy, and what came up in the night. Nothing new: no message.</summary>
public sealed class DigestAct(IEnumerable<IDigestPart> parts) : IDueAct
{
    public string Kind => Mornings.Digest;

    /// <summary>At noon it is no morning message any more.</summary>
    public TimeSpan UsefulFor => TimeSpan.FromHours(4);

    public async Task ActAsync(DueTurn turn)
    {
        var group = turn.Row.Group!;
        var date = group.LocalDate(turn.Row.At);
        if (group.InactiveAt is not null || await turn.Db.Digests.AnyAsync(it => it.GroupId == group.Id && it.Date == date))
            return;
        var running = await turn.Db.Classes.RunningAsync(group, turn.Now);
        if (new[] { group.MutedUntil, running?.EndsAt }.Max() is { } silent && silent > turn.Now)
        {
            await WaitAsync(turn, group, date, silent);
            return;
        }

        var digest = await MakeAsync(turn, group, date);
        turn.Db.Digests.Add(digest);
        if (digest.Lines.Length > 0)
            await turn.Notices.PostCardAsync(group, DigestFace.Key(digest), Why.Digest);
    }

    // Held back while the group is muted or a class runs: made anew at its end, if that is the same day.
    private static async Task WaitAsync(DueTurn turn, Group group, DateOnly date, DateTime until)
    {
        if (group.LocalDate(until) == date)
            await new ScheduleDesk(turn.Db, turn.Clock).PlanAsync(
                Mornings.Digest,
                string.Create(CultureInfo.InvariantCulture, $"{Mornings.Digest}:{group.Id}:{until:yyyyMMdd'T'HHmmss}"),
                until,
                group
            );
    }

    private async Task<Digest> MakeAsync(DueTurn turn, Group group, DateOnly date)
    {
        var speech = turn.Notices.SpeechOf(group);
        var lines = new List<string>();
        foreach (var part in parts.OrderBy(part => part.Order))
            lines.AddRange(await part.LinesAsync(new DigestPage(turn.Db, group, speech, turn.Now, date)));
        lines.AddRange(await turn.Notices.TakeHeldAsync(group));
        var tip = await Mornings.HasTipOfItsOwnAsync(turn.Db, group)
            ? null
            : await turn.Db.NextAsync(group, null, group.Language, column: null, turn.Now);
        var digest = new Digest
        {
            Group = group,
            Date = date,
            MadeAt = turn.Now,
        };
        var policy = await turn.Db.NewPolicyAsync(group, turn.Now);
        // A tip that all have seen is no reason to speak.
        if (lines.Count == 0 && policy is null && tip is null or { IsRepeat: true })
            return digest;
        (digest.Tip, digest.Policy) = (tip?.Post, policy);
        foreach (var post in new[] { digest.Tip, digest.Policy }.OfType<Post>())
            new ContentDesk(turn.Db, turn.Clock).Show(post, group, null, pushed: true);
        lines.Insert(0, speech.Say(turn.IsLate ? "content.digest.late" : "content.digest.head", PostText.Day(date, speech)));
        digest.Lines = string.Join('\n', lines);
        return digest;
    }
}
