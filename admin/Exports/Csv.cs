using System.Text;
using Microsoft.AspNetCore.Mvc;

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

    /// <summary>A list as a browser saves it.</summary>
    public static FileContentResult File(string name, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string?>> rows) =>
        new(Write(new Sheet(name, head, [.. rows])), "text/csv; charset=utf-8") { FileDownloadName = name + ".csv" };

    private static string Cell(object? cell) => $"\"{Sheet.Safe(cell).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
