using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>Refusals of one group that still wait go out as one message: a line each, with the person's name in front.</summary>
internal static class Merging
{
    private const int MostInOne = 10;

    /// <summary>Takes the waiting ones into the row that goes now.</summary>
    /// <returns>Their buttons.</returns>
    public static async Task<IReadOnlyList<List<Button>>> TakeInAsync(Db db, OutboxRow row)
    {
        var others = await db
            .Outbox.Where(it =>
                it.MayMerge
                && it.State == OutboxState.Queued
                && it.Id > row.Id
                && it.Channel == row.Channel
                && it.ChatId == row.ChatId
                && it.Topic == row.Topic
            )
            .OrderBy(it => it.Id)
            .Take(MostInOne - 1)
            .ToListAsync();
        if (others.Count == 0)
            return [];
        row.Text = string.Join('\n', others.Prepend(row).Select(it => $"{Html.Escape(it.Reason)}：{it.Text}"));
        row.ReplyTo = null;
        var buttons = others.SelectMany(Buttons).ToList();
        foreach (var other in others)
        {
            other.State = OutboxState.Cancelled;
            other.Reason = $"merged into {row.Id}";
        }

        return buttons;
    }

    private static List<List<Button>> Buttons(OutboxRow row) =>
        row.Buttons is null ? [] : JsonSerializer.Deserialize<List<List<Button>>>(row.Buttons)!;
}
