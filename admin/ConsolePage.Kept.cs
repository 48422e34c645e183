using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace MutualAid.Admin;

/// <summary>What is being typed outlives the browser: it is kept while one writes, and offered again.</summary>
public abstract partial class ConsolePage
{
    private const string LastGroup = "group";

    // As typed, so that a name that is forgotten is found in it.
    private static readonly JsonSerializerOptions AsTyped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The form is known by the address of its page.</summary>
    protected Task KeepAsync<T>(T typed) => Office.KeepAsync(Caller, Request.Path, JsonSerializer.Serialize(typed, AsTyped), Stop);

    /// <summary>What somebody chose in this form last, for the next time.</summary>
    protected Task RememberAsync(string field, string chosen) => Office.KeepAsync(Caller, $"{Request.Path}#{field}", chosen, Stop);

    protected async Task<string?> RememberedAsync(string field)
    {
        var form = $"{Request.Path}#{field}";
        return await LookAsync(sight => sight.Drafts.Where(it => it.Form == form).Select(it => it.Fields).FirstOrDefaultAsync(Stop));
    }

    /// <summary>The group for which this form was saved last: it is most likely meant again, where that can be taken back.</summary>
    protected async Task<long?> LastGroupAsync() =>
        long.TryParse(await RememberedAsync(LastGroup), NumberStyles.None, CultureInfo.InvariantCulture, out var group) ? group : null;

    protected Task RememberGroupAsync(long? group) =>
        group is { } id ? RememberAsync(LastGroup, id.ToString(CultureInfo.InvariantCulture)) : Task.CompletedTask;

    /// <summary>It was saved, or is not wanted any more.</summary>
    protected Task DropAsync() => Office.DropAsync(Caller, Request.Path, Stop);

    /// <summary>Null: nothing is kept, or the form has other fields by now.</summary>
    protected async Task<(T Typed, DateTime At)?> KeptAsync<T>()
        where T : class
    {
        var form = Request.Path.Value;
        var kept = await LookAsync(sight => sight.Drafts.AsNoTracking().FirstOrDefaultAsync(it => it.Form == form, Stop));
        return kept is not null && JsonSerializer.Deserialize<T>(kept.Fields, AsTyped) is { } typed ? (typed, kept.KeptAt) : null;
    }
}

/// <summary>What was typed and not saved, beside what the form would show.</summary>
/// <param name="Form">Its address.</param>
public sealed record KeptDraft(DateTime At, string Form, IReadOnlyList<TwoVersions> Fields);
