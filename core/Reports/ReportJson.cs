using System.Text.Encodings.Web;
using System.Text.Json;

namespace MutualAid.Core.Reports;

/// <summary>The closing report as JSON: camel-cased keys, ISO dates, Chinese as it is.</summary>
public static class ReportJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(ClosingReport report) => JsonSerializer.Serialize(report, Options);

    public static Task WriteAsync(ClosingReport report, Stream to, CancellationToken stop = default) =>
        JsonSerializer.SerializeAsync(to, report, Options, stop);
}
