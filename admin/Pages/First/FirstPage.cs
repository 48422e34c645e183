using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MutualAid.Admin.Pages.First;

/// <summary>A screen of the first run: it can be left for later, and is found again from the first page.</summary>
public abstract class FirstPage(Office office) : ConsolePage(office)
{
    /// <summary>How long a browser waits before it asks for the first page of the new start.</summary>
    private const int Pause = 4;

    public Installation Installation { get; private set; } = office.Host.Installation();

    /// <summary>The program is starting anew; the browser goes on by itself.</summary>
    public bool IsStarting { get; private set; }

    /// <summary>Who changed it stands in the trail, though no row holds it.</summary>
    protected Task NoteAsync() =>
        ActAsync(sight =>
        {
            sight.Note(null);
            return Task.FromResult(true);
        });

    protected IActionResult GoOn(FirstStep to)
    {
        if (Installation.Step != FirstStep.Done)
            Office.Host.KeepStep(to);
        return LocalRedirect(Installation.Step == FirstStep.Done || to == FirstStep.Done ? "/" : "/first/place");
    }

    /// <summary>What was kept holds from the next start on, which begins once this answer is out.</summary>
    protected PageResult StartAnew()
    {
        Office.Host.KeepStep(FirstStep.Done);
        IsStarting = true;
        Response.Headers["Refresh"] = $"{Pause}; url=/";
        Response.OnCompleted(() =>
        {
            Office.Host.Restart();
            return Task.CompletedTask;
        });
        return Page();
    }
}
