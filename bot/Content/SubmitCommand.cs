using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Content;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using Post = MutualAid.Core.Content.Post;

namespace MutualAid.Bot.Content;

/// <summary>投稿: title and text, asked one after the other in private; the organisers of the group decide.</summary>
[Command("submit_story")]
public sealed class SubmitCommand : ICommand
{
    private const int TitleFromText = 20;
    private const int MostGroups = 6;

    public async Task RunAsync(Turn turn)
    {
        if (turn.Group is not null && turn.Meaning.Text is null)
        {
            turn.Vanish(
                turn.ReplyWith(
                    turn.Speech.Say("content.submit.inPrivate"),
                    [
                        [new Button(turn.Speech.Plain("engine.button.openPrivate"), null, Turn.OpenPrivate)],
                    ]
                )
            );
            return;
        }

        if (Words(turn) is not { } words || await GroupAsync(turn) is not { } group)
            return;
        var desk = turn.Desk();
        var column = await desk.ColumnAsync(new Speech(turn.Phrases, group.Language).Plain("content.column.story"), ColumnKind.Story);
        var result = await desk.SubmitAsync(new Actor(turn.From, group), column, group.Language, words);
        if (result.Post is not { } post)
        {
            turn.Refuse(result.Refusal);
            return;
        }

        turn.CanBeUndone($"review:{post.Number}");
        turn.React("👍");
        turn.Vanish(turn.Reply("content.submit.noted", post.Title));
        await TellEditorsAsync(turn, post, group);
    }

    /// <summary>Null: the person has to answer first.</summary>
    private static PostWords? Words(Turn turn)
    {
        if (turn.Meaning.Text is { } said)
            return FromText(said);
        if (turn.NextAnswer() is not { } title)
            turn.Ask(AnswerKind.Text, turn.Speech.Say("content.submit.title"));
        else if (turn.NextAnswer() is not { } text)
            turn.Ask(AnswerKind.Text, turn.Speech.Say("content.submit.text", title));
        else
            return new PostWords(title, text);
        return null;
    }

    // 投稿：text without a title: its first line, or how it begins.
    private static PostWords FromText(string text)
    {
        var lines = text.Split('\n', 2, StringSplitOptions.TrimEntries);
        if (lines is [{ Length: > 0 and <= ContentDesk.LongestTitle } title, { Length: > 0 } rest])
            return new PostWords(title, rest);
        var end = text.IndexOfAny(['。', '！', '？', '，', '!', '?', ',', '.', '\n']);
        var first = end > 0 ? text[..end] : text;
        return new PostWords(first.Length <= TitleFromText ? first : Html.Storable(first[..TitleFromText]) + "…", text);
    }

    /// <summary>Whose organisers read it; null: the person has to choose first, or is in none.</summary>
    private static async Task<Group?> GroupAsync(Turn turn)
    {
        if (turn.Group is not null)
            return turn.Group;
        var mine = await turn
            .Db.Members.Where(member => member.PersonId == turn.From.Id && member.LeftAt == null && member.Group.InactiveAt == null)
            .OrderBy(member => member.GroupId)
            .Select(member => member.Group)
            .Take(MostGroups)
            .ToListAsync();
        if (mine.Count == 0)
            turn.Refuse(ContentRefusal.NoGroup);
        if (mine.Count <= 1)
            return mine.SingleOrDefault();
        if (turn.NextAnswer() is { } answer)
            return mine.Find(group => $"{group.Id}" == answer) ?? mine[0];
        turn.Ask(
            AnswerKind.Choice,
            turn.Speech.Say("content.submit.group"),
            [.. mine.Select(group => (IReadOnlyList<Choice>)[new Choice(group.Title, $"={group.Id}")])]
        );
        return null;
    }

    private static async Task TellEditorsAsync(Turn turn, Post post, Group group)
    {
        var editors = await turn
            .Db.Members.Where(member => member.GroupId == group.Id && member.Role == Role.Organiser && member.LeftAt == null)
            .Select(member => member.Person)
            .ToListAsync();
        foreach (var editor in editors)
            await turn.TellAsync(
                editor,
                speech => speech.Say("content.submit.arrived", turn.From.Name, post.Title),
                speech => [new Choice(speech.Plain("content.button.look"), "!review")]
            );
    }
}
