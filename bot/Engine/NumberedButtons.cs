using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>Where nothing can be pressed: buttons become lines with numbers, and a number said in answer presses the button.</summary>
internal static class NumberedButtons
{
    private const int LongestLine = 40;

    /// <summary>In private a number without a quotation means the latest post that has some, for so long.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(24);

    /// <summary>Each button with its number; 0, where a number by itself would be an answer: these are said by their words.</summary>
    public static async Task<List<List<Button>>> GiveAsync(Db db, OutboxRow row, IReadOnlyList<IReadOnlyList<Button>> rows)
    {
        var asked = await db.Unfinished.Where(it => it.QuestionId == row.Id).Select(it => it.Kind).FirstOrDefaultAsync();
        var (isWorded, last) = (asked is not null and not nameof(AnswerKind.Choice), 0);
        return
        [
            .. rows.Select(line =>
                line.Select(button => button.Data is null ? button : button with { Number = isWorded ? 0 : ++last }).ToList()
            ),
        ];
    }

    /// <summary>The text with what can be answered below it, and links.</summary>
    public static string Draw(string html, IReadOnlyList<IReadOnlyList<Button>> rows, Speech speech, bool inGroup)
    {
        var buttons = rows.SelectMany(row => row).ToList();
        var pressed = buttons.FindAll(button => button.Number is not null);
        var key =
            pressed is [{ Number: 0 }, ..] ? "engine.numbers.words"
            : inGroup ? "engine.numbers.inGroup"
            : "engine.numbers";
        List<string> labels =
        [
            .. pressed.Select(button => Html.Escape(button.Number == 0 ? button.Label : $"{button.Number} {button.Label}")),
        ];
        var line = string.Join(" · ", labels);
        if (line.Length > LongestLine)
            line = string.Concat(labels.Select(label => $"\n{label}"));
        var links = buttons.Where(button => button.Url is { } url && url != Turn.OpenPrivate).Select(Link);
        string[] answers = pressed.Count == 0 ? [] : [speech.Say(key, new Markup(line))];
        return string.Join('\n', [html, .. answers, .. links]);
    }

    /// <summary>The press that the message stands for; the message itself where it stands for none; null: that number is not there.</summary>
    public static async Task<Incoming?> PressAsync(Db db, Incoming message, Unfinished? open, DateTime now)
    {
        if (
            message is not { Kind: IncomingKind.Text, File: null }
            || !(message.ReplyTo is not null || message.ToBot || message.Place.IsPrivate)
        )
            return message;
        var number = Read(message.Text);
        // What was asked is answered: 2 may be two boxes.
        var isAnswer = open is not null && open.Kind != nameof(AnswerKind.Choice) && message.ReplyTo is null;
        if ((number is null && open is null) || (number is not null && isAnswer) || await PostAsync(db, message, now) is not { } post)
            return message;
        var buttons = JsonSerializer.Deserialize<List<List<Button>>>(post.Buttons!)!.SelectMany(row => row).ToList();
        var meant = buttons.Find(button =>
            button.Number is > 0 ? button.Number == number : button.Number == 0 && button.Label == message.Text.Trim()
        );
        if (meant is null)
            return number is not null && buttons.Exists(button => button.Number is > 0) ? null : message;
        return message with { Kind = IncomingKind.Press, Button = meant.Data, MessageId = post.MessageId };
    }

    private static int? Read(string text) =>
        text.Length < 5
        && Quantities.Read(text) is { Outcome: QuantityOutcome.Value, Value: { } value, Unit: null, PackSize: null, Hedge: Hedge.Exact }
        && value is > 0 and < 100
        && value == decimal.Truncate(value)
            ? (int)value
            : null;

    private static Task<OutboxRow?> PostAsync(Db db, Incoming message, DateTime now)
    {
        var posts = db.Outbox.Where(row =>
            row.Channel == message.Place.Channel
            && row.ChatId == message.Place.ChatId
            && row.Topic == message.Place.Topic
            && row.State == OutboxState.Sent
            && row.Buttons != null
            && row.Buttons.Contains("\"Number\":")
        );
        var since = now - Fresh;
        posts = message.ReplyTo is { } quoted
            ? posts.Where(row => row.MessageId == quoted)
            : posts.Where(row => row.SentAt > since && row.Kind == OutboxKind.Send);
        return posts.OrderByDescending(row => row.Id).FirstOrDefaultAsync();
    }

    private static string Link(Button button) => $"<a href=\"{Html.Escape(button.Url)}\">{Html.Escape(button.Label)}</a>";
}
