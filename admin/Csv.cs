using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace MutualAid.Admin;

/// <summary>A list to take away (RFC 4180): with the mark that spreadsheets need to read Chinese, every field quoted.</summary>
public static class Csv
{
    // A spreadsheet would run what begins so.
    private const string Formulas = "=+-@\t\r";

    public static FileContentResult File(string name, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(head))
            text.AppendJoin(',', row.Select(Field)).Append("\r\n");
        return new FileContentResult([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8")
        {
            FileDownloadName = name + ".csv",
        };
    }

    private static string Field(string? value)
    {
        var text = value ?? "";
        var plain = text.Length > 0 && Formulas.Contains(text[0]) ? "'" + text : text;
        return $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
