using System.Text;

namespace MutualAid.Admin.Exports;

/// <summary>CSV that office programs open with a double click: UTF-8 with its mark, CRLF, every cell quoted.</summary>
public static class Csv
{
    public static byte[] Write(Sheet sheet)
    {
        var text = new StringBuilder();
        foreach (var row in sheet.Rows.Prepend(sheet.Head))
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Cell(object? cell) => $"\"{Sheet.Safe(cell).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
