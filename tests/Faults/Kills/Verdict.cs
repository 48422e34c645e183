using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;
using MutualAid.Core.Supplies;
using MutualAid.Tests.Channels.FakeTelegram;

namespace MutualAid.Tests.Faults.Kills;

/// <summary>Compares what people said, what stands in the database and what Telegram took: counts of what must not be.</summary>
internal sealed record Verdict
{
    private const string Again = "（补发）";

    public int Lost { get; private set; }
    public int Twice { get; private set; }
    public int RepliesLost { get; private set; }

    /// <summary>Nothing arrived, but the row was attempted twice and says so: a second doubt is left to a person.</summary>
    public int InDoubt { get; private set; }
    public int Unflagged { get; private set; }
    public int Flagged { get; private set; }
    public int Orphans { get; private set; }
    public int Uncalled { get; private set; }
    public int Stale { get; private set; }
    public string Integrity { get; private set; } = "ok";

    /// <summary>The posts that break a promise, for whoever has to find out why.</summary>
    public string Details { get; private set; } = "";

    public bool IsClean => this is { Lost: 0, Twice: 0, RepliesLost: 0, Unflagged: 0, Orphans: 0, Uncalled: 0, Stale: 0, Integrity: "ok" };

    public static async Task<Verdict> OfAsync(Crowd crowd, FakeTelegramServer telegram, Db db, string? file)
    {
        var verdict = new Verdict();
        var needs = await db.Needs.WithAll().ToListAsync();
        foreach (var story in crowd.Stories)
            verdict.Judge(story, needs);
        var known = crowd.Stories.Select(story => (decimal)story.Mark).ToHashSet();
        verdict.Uncalled += needs.Count(need => need.Lines.Count != 1 || !known.Contains(need.Lines[0].Quantity));
        verdict.Uncalled += await db.Incidents.CountAsync();
        var rows = await db.Outbox.Where(row => row.Kind == OutboxKind.Send).ToListAsync();
        verdict.JudgePosts(crowd, Sent(telegram), rows);
        verdict.JudgeAnswers(crowd, rows);
        verdict.Stale = crowd.Stories.Count(story =>
            needs.Exists(need => Has(need, story) && need.IsClosed())
            && story.Card is { Buttons.Count: > 0 } card
            && card.Buttons.SelectMany(row => row).Any(button => button.Label is "认领" or "送到了" or "签收")
        );
        if (file is not null)
            verdict.Check(file);
        return verdict;
    }

    private static bool Has(Need need, Story story) => need.Lines.Exists(line => line.Quantity == story.Mark);

    private void Judge(Story story, List<Need> needs)
    {
        var lines = needs.SelectMany(need => need.Lines).Where(line => line.Quantity == story.Mark).ToList();
        Count(lines.Count, 1);
        if (lines is not [var line, ..])
            return;
        Count(line.Claims.Count, story.Claimer is null ? 0 : 1);
        Count(line.Deliveries.Count, story.Delivered ? 1 : 0);
        Count(line.Handovers.Count, story.Received ? 1 : 0);
    }

    private void Count(int found, int wanted)
    {
        Lost += Math.Max(0, wanted - found);
        Twice += Math.Max(0, found - wanted);
    }

    private static List<(long Chat, string Text)> Sent(FakeTelegramServer telegram) =>
        telegram
            .Calls.Where(call => call is { Method: "sendMessage", Accepted: true, Chat: < 0, Text: not null })
            .Select(call => (call.Chat!.Value, JsonSerializer.Deserialize<string>(call.Text!)!))
            .ToList();

    private void JudgePosts(Crowd crowd, List<(long Chat, string Text)> sent, List<OutboxRow> rows)
    {
        var uncalled = sent.Count;
        foreach (var story in crowd.Stories)
        {
            var posts = sent.Where(post => post.Chat == story.Group.Id && post.Text.Contains(story.Goods, StringComparison.Ordinal))
                .ToList();
            var texts = posts.ToLookup(post => post.Text.Replace(Again, "", StringComparison.Ordinal).StartsWith('#'), post => post.Text);
            Judge(
                [.. texts[true]],
                rows.FindAll(row =>
                    row.CardId is not null && row.ChatId == $"{story.Group.Id}" && row.Text.Contains(story.Goods, StringComparison.Ordinal)
                )
            );
            // Where a run takes long enough for reminders, they call the person by name and say the same once, too.
            foreach (var reminders in texts[false].GroupBy(text => text.Replace(Again, "", StringComparison.Ordinal)))
                JudgeRepeats([.. reminders]);
            uncalled -= posts.Count;
        }

        // A refusal or an incident in a group: nobody did anything that deserves one.
        Uncalled += uncalled;
    }

    private void JudgeAnswers(Crowd crowd, List<OutboxRow> rows)
    {
        foreach (var question in crowd.Questions)
        {
            var answers = question.Chat.Messages.Where(message => message.IsBots && message.ReplyTo == question);
            Judge(
                [.. answers.Select(message => message.Text)],
                rows.FindAll(row => row.ChatId == $"{question.Chat.Id}" && row.ReplyTo == $"{question.Id}")
            );
        }
    }

    private void Judge(List<string> posts, List<OutboxRow> rows)
    {
        JudgeRepeats(posts);
        if (posts.Count == 0 && rows.Exists(row => row is { State: OutboxState.Unknown, IsRepeat: true, Attempts: > 1 }))
            InDoubt++;
        else if (posts.Count == 0)
        {
            RepliesLost++;
            Details += $"\nlost, with rows {string.Join(", ", rows.Select(row => $"{row.Id} {row.State} {row.Reason}"))}";
        }
    }

    private void JudgeRepeats(List<string> posts)
    {
        var flagged = posts.Count(text => text.StartsWith(Again, StringComparison.Ordinal));
        Flagged += flagged;
        Unflagged += Math.Max(0, posts.Count - flagged - 1);
        if (posts.Count - flagged > 1)
            Details += $"\n{string.Join("\n  ", posts)}";
    }

    private void Check(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        Integrity = (string)command.ExecuteScalar()!;
        command.CommandText = "SELECT count(*) FROM pragma_foreign_key_check";
        Orphans = (int)(long)command.ExecuteScalar()!;
    }
}
