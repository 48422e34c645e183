using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>The one pinned board of a group: what is open, the urgent first.</summary>
public sealed class BoardFace : IFace
{
    private const int MostShown = 12;

    public static string Key(Group group) => $"board:{group.Id}";

    public string Prefix => "board";

    public async Task<Drawing?> DrawAsync(Canvas canvas)
    {
        var id = long.Parse(canvas.Id, CultureInfo.InvariantCulture);
        var group = await canvas.Db.Groups.FirstAsync(it => it.Id == id);
        var open = canvas.Db.Needs.Open().OfGroup(id);
        var count = await open.CountAsync();
        var shown = await open.MostUrgentFirst().Take(MostShown).WithAll().ToListAsync();
        var speech = canvas.Speech;
        var lines = new List<string> { count == 0 ? speech.Say("supplies.board.empty") : speech.Say("supplies.board.title", count) };
        lines.AddRange(shown.Select(need => NeedText.Row(need, speech)));
        if (count > shown.Count)
            lines.Add(speech.Say("supplies.board.more", count - shown.Count));
        var updated = speech.Say(
            "supplies.board.updated",
            NeedText.Day(Zone.ToLocal(canvas.Now, group.TimeZone).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture), speech)
        );
        return new Drawing(string.Join('\n', lines), [], Silent: true, Footer: updated);
    }
}
