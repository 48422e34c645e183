using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MutualAid.Admin;

/// <summary>Two people at one form: what the second would overwrite is shown first.</summary>
public abstract partial class ConsolePage
{
    /// <summary>True: somebody changed the row since the form was opened; the page comes again with both versions, and nothing is stored. Ask inside of the act.</summary>
    /// <param name="seen">The stamp that the form carried (_Seen).</param>
    /// <param name="now">The stamp of the row.</param>
    protected bool IsChanged(long seen, long now, params TwoVersions[] fields)
    {
        IReadOnlyList<TwoVersions> differing = seen == now ? [] : [.. fields.Where(it => it.IsDifferent)];
        ViewData["Clash"] = differing;
        return differing.Count > 0;
    }

    /// <summary>The same page again with both versions; call after reading what it shows.</summary>
    protected PageResult Clashed()
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}

/// <summary>The stamp of a row that has no version of its own, or whose version grows with what the form does not show.</summary>
public static class Stamp
{
    public static long Of(params object?[] values) =>
        BitConverter.ToInt64(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(string.Join('\u0001', values.Select(it => Convert.ToString(it, CultureInfo.InvariantCulture))))
            )
        );
}

/// <summary>A field as it stands in the row now, and as it was typed.</summary>
/// <param name="Label">The key of its name.</param>
public sealed record TwoVersions(string Label, string? Theirs, string? Mine)
{
    public bool IsDifferent => Plain(Theirs) != Plain(Mine);

    private static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
