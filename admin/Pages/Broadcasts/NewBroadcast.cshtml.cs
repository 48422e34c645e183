using Microsoft.AspNetCore.Mvc;
using MutualAid.Core.Broadcasts;

namespace MutualAid.Admin.Pages;

/// <summary>The words of a new broadcast; whom it is for comes next.</summary>
public sealed class NewBroadcastModel(Office office) : ConsolePage(office)
{
    public string? Body { get; private set; }

    public IReadOnlyList<string> Preview { get; private set; } = [];

    public void OnPostPreview(string? body)
    {
        Body = body;
        Preview = BroadcastModel.Shown(body, Words.Plain("broadcast.sample"));
    }

    public async Task<IActionResult> OnPostAsync(string? body)
    {
        Body = body;
        var words = new BroadcastWords((body ?? "").ReplaceLineEndings("\n"));
        var result = await ActAsync(async sight =>
            await sight
                .Desk<BroadcastDesk>()
                .DraftAsync(await sight.PersonAsync(), words, sight.IsAll ? Core.Broadcasts.Reach.House : Core.Broadcasts.Reach.Own)
        );
        if (result.Broadcast is { } made)
            return Tell($"/broadcasts/{made.Number}", "broadcast.made.draft");
        Wrong("body", "broadcast.refused." + result.Refusal, result.About);
        return Again();
    }
}
