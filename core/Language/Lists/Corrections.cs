namespace MutualAid.Core.Language.Lists;

/// <summary>Rows that change what the same person asked for further up: 蒋霞 苹果改成2箱, 车姐 鸭脖不要了, 更正：宁宁 米2袋. The earlier row counts no more.</summary>
internal static class Corrections
{
    private static readonly Lexicon Changed = new(
        "改成 改为 改到 改要 改 更正为 更改为 修改为 换成 变成 调成 调到 调整为 加到 增加到 减到 减为 减成"
    );
    private static readonly Lexicon Unsettled = new("改成 改为 改要 更正 更改 换成 变成 调成 不要了 不用了 不要 取消");
    private static readonly Lexicon TakenBack = new("取消 取消了 不要了 不用了 退出");
    private static readonly Lexicon Labels = new("更正: 更正一下: 修改: 更改: 改一下: 纠正: 订正: 改正: 勘误:");
    private static readonly Lexicon Moved = new("把 将");

    /// <summary>更正：宁宁 米2袋: length of the label in front.</summary>
    public static int Label(string folded) => Labels.At(folded, 0);

    public static List<PastedRow> Applied(List<PastedRow> rows)
    {
        var settled = new List<PastedRow>();
        foreach (var row in rows.Select(Named))
        {
            settled.Add(
                row.Doubts.Contains(RowDoubt.Withdrawn) ? Withdrawn(row, settled)
                : Label(Folding.Align(row.Line)) > 0 || row.Items.Any(item => Change(item) > 0) ? Amended(row, settled)
                : row.Items.Any(item => Unsettled.In(Folding.Align(item.Name))) ? Doubtful(row)
                : row
            );
        }

        return settled;
    }

    // 7-302 牛奶改2箱: the room stands for the person; 骆老师取消 ends the name before what is glued to it.
    private static PastedRow Named(PastedRow row) =>
        row.Doubts.Contains(RowDoubt.Withdrawn) && TakenBack.Before(Folding.Align(row.Name), row.Name.Length, 1) is var end and > 0
            ? row with
            {
                Name = row.Name[..^end],
            }
        : row.Items is [{ Name: "" } item] && Change(new Item(row.Name)) > 0
            ? row with
            {
                Name = Room(row) ?? "",
                Note = "",
                Items = [item with { Name = row.Name }],
                Doubts = Room(row) is null ? [.. row.Doubts, RowDoubt.Unreadable] : row.Doubts,
            }
        : row;

    private static PastedRow Amended(PastedRow row, List<PastedRow> earlier)
    {
        var items = row.Items.Select(Bare).ToList();
        var at = earlier.FindLastIndex(other => IsSame(other, row) && other.Counts && items.Exists(item => Has(other, item)));
        if (at < 0 && row.Counts && Label(Folding.Align(row.Line)) > 0 && earlier.Exists(other => IsReplaced(other, row)))
        {
            return row;
        }

        if (at < 0 || !row.Counts || row.Items.Where(item => Change(item) > 0).Any(item => !Has(earlier[at], Bare(item))))
        {
            return Doubtful(row with { Items = items });
        }

        var kept = earlier[at].Items.Select(item => items.Find(other => Folding.SameName(other.Name, item.Name)) ?? item).ToList();
        earlier[at] = Gone(earlier[at]);
        return row with { Items = [.. kept, .. items.Where(item => !kept.Contains(item))] };
    }

    private static PastedRow Withdrawn(PastedRow row, List<PastedRow> earlier)
    {
        var line = Folding.Align(row.Line);
        var same = earlier.FindAll(other => row.Name.Length > 0 && other.Counts && IsSame(other, row));
        if (row.Items.Count > 0 && !same.Exists(other => row.Items.All(item => other.Items.Contains(item))))
        {
            return row;
        }

        var named = same.FindAll(other => other.Items.Any(item => IsIn(line, item)));
        var kept = named.SelectMany(other => other.Items.Where(item => !IsIn(line, item))).ToList();
        foreach (var other in named.Count > 0 ? named : same)
        {
            earlier[earlier.IndexOf(other)] = Gone(other);
        }

        return kept.Count == 0 || row.Items.Count > 0 ? row : row with { Items = kept, Doubts = [], Note = Kept(row.Note) };
    }

    // A list that was written out says both: what is taken back, and what stands in its place.
    private static bool IsReplaced(PastedRow earlier, PastedRow row) =>
        earlier.Doubts.Contains(RowDoubt.Withdrawn) && IsSame(earlier, row) && row.Items.Any(item => Has(earlier, item));

    private static bool IsIn(string line, Item item) =>
        item.Name.Length > 0 && line.Contains(Folding.Align(item.Name), StringComparison.Ordinal);

    private static string Kept(string note) => string.Join(' ', note.Split(' ').Where(word => !Unsettled.In(Folding.Align(word))));

    private static bool Has(PastedRow row, Item item) => row.Items.Any(other => Folding.SameName(other.Name, item.Name));

    private static PastedRow Gone(PastedRow row) => row with { Doubts = [RowDoubt.Withdrawn] };

    private static PastedRow Doubtful(PastedRow row) => row.Counts ? row with { Doubts = [.. row.Doubts, RowDoubt.VagueQuantity] } : row;

    // Two people of one name live at two doors.
    private static bool IsSame(PastedRow one, PastedRow other) =>
        Folding.SameName(one.Name, other.Name)
        && (one.Community is null || other.Community is null || one.Community == other.Community)
        && (Room(one) is not { } room || Room(other) is not { } door || room == door);

    private static string? Room(PastedRow row) =>
        row.Note.Split(' ') is [{ Length: > 0 } first, ..] && RowAsides.End(Folding.Align(first), 0, false) == first.Length ? first : null;

    private static int Change(Item item) => item.Name.Length > 1 ? Changed.Before(Folding.Align(item.Name), item.Name.Length, 1) : 0;

    private static Item Bare(Item item)
    {
        var end = item.Name.Length - Change(item);
        return end == item.Name.Length ? item : item with { Name = item.Name[Moved.At(item.Name, 0)..end] };
    }
}
