using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Supplies;

/// <summary>可能漏登 N 句: an organiser's private list of lines that look like requests, each with two buttons.</summary>
public sealed class MissedFace : IFace
{
    private const int MostShown = 5;
    private const int LongestQuote = 80;

    public static string Key(long groupId, long personId) => $"missed:{groupId}-{personId}";

    public string Prefix => "missed";

    public async Task<Drawing?> DrawAsync(Canvas canvas)
    {
        var ids = canvas.Id.Split('-').Select(part => long.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        var (group, person) = (ids[0], ids[1]);
        var open = await canvas
            .Db.Missed.Where(line => line.GroupId == group && line.SettledAt == null)
            .OrderBy(line => line.Id)
            .Select(line => new
            {
                line.Id,
                line.Text,
                line.SaidBy.Name,
            })
            .ToListAsync();
        if (open.Count == 0)
            return new Drawing(canvas.Speech.Say("supplies.missed.none"), []);
        var shown = open.Take(MostShown).ToList();
        var lines = new List<string> { canvas.Speech.Say("supplies.missed.title", open.Count) };
        lines.AddRange(shown.Select((it, at) => $"{(open.Count > 1 ? $"{at + 1}. " : "")}{Html.Escape($"{it.Name}：{Quote(it.Text)}")}"));
        var buttons = shown.Select((it, at) => Row(canvas, person, it.Id, open.Count > 1 ? $" {at + 1}" : ""));
        return new Drawing(string.Join('\n', lines), [.. buttons]);
    }

    private static List<Button> Row(Canvas canvas, long person, long id, string mark) =>
        [
            Named(canvas.ButtonOf(person, "supplies.missed.button.register", $"!register {id}"), mark),
            Named(canvas.ButtonOf(person, "supplies.missed.button.ignore", $"!ignore {id}"), mark),
        ];

    private static Button Named(Button button, string mark) => button with { Label = button.Label + mark };

    private static string Quote(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= LongestQuote ? line : line[..(LongestQuote - 1)] + "…";
    }
}
