using System.Text.RegularExpressions;

namespace MutualAid.Core.Language.Lists;

/// <summary>Reads messages copied out of a chat: 姜敏 10:32, and below it what she wrote.</summary>
internal static partial class ChatPaste
{
    public static PastedList? Read(List<ListLine> lines)
    {
        if (lines.Count(line => Sender().IsMatch(line.Folded)) < 2)
        {
            return null;
        }

        var rows = new List<PastedRow>();
        var name = "";
        foreach (var line in lines)
        {
            if (Sender().Match(line.Folded) is { Success: true } sender)
            {
                name = Name(line.Typed[..sender.Groups["name"].Length]);
            }
            else if (name.Length > 0 && line.Typed.Length <= ChainList.Longest)
            {
                rows.Add(Row(line, name));
            }
        }

        var asked = rows.Where(row => row.Items.Count > 0).ToList();
        return asked.Count > 0 ? new PastedList(PastedKind.Chain) { Rows = ChainMarks.On(asked) } : null;
    }

    // 霞姐（群主）
    private static string Name(string typed) => typed.Split('(', '（')[0].Trim();

    private static PastedRow Row(ListLine line, string name)
    {
        var row = ChainRow.Things(line.Typed);
        var known = row.Items.All(item => item.Name.Length > 0 && Goods.Ends(Folding.Align(item.Name)));
        return row with { Name = name, Doubts = known ? row.Doubts : [RowDoubt.Unreadable] };
    }

    [GeneratedRegex(
        @"^(?<name>[^\d:][^:]{0,20}?):?\s+(?:(?:今天|昨天|\d{1,4}[-/年]\d{1,2}[-/月]?\d{0,2}日?)\s*)?(?:上午|下午|晚上|中午)?\d{1,2}:\d{2}(?::\d{2})?\s*$"
    )]
    private static partial Regex Sender();
}
