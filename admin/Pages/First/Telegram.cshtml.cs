using Microsoft.AspNetCore.Mvc;

namespace MutualAid.Admin.Pages.First;

/// <summary>The bot's token: asked of Telegram before it is kept, and its name shown.</summary>
public sealed class TelegramModel(Office office) : FirstPage(office)
{
    public const string Key = "Telegram:Token";

    public bool IsGiven => Installation.Given.Contains(Key);

    public IActionResult OnPostLater() => GoOn(FirstStep.Place);

    public async Task<IActionResult> OnPostAsync(string? token)
    {
        if (IsGiven)
            return GoOn(FirstStep.Place);
        var answer = await Office.Host.KeepTokenAsync(token, Stop);
        if (answer.Refusal is { } refusal)
        {
            Wrong("token", "first.token." + refusal);
            return Again();
        }

        await NoteAsync();
        if (Installation.Step == FirstStep.Done)
            return StartAnew();
        Office.Host.KeepStep(FirstStep.Place);
        return Tell("/first/place", "first.token.kept", answer.Name);
    }
}
