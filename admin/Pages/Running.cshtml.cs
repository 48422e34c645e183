namespace MutualAid.Admin.Pages;

/// <summary>What runs and what does not, and what went wrong.</summary>
public sealed class RunningModel(Office office) : ConsolePage(office)
{
    public sealed record IncidentRow(string Code, DateTime At, string Channel, string Command, string Error);

    public Installation Installation { get; } = office.Host.Installation();

    public Running Running { get; } = office.Host.Running();

    public Listed<IncidentRow> Incidents { get; private set; } = null!;

    public Task OnGetAsync(int? page) =>
        LookAsync(async sight =>
        {
            Incidents = await sight
                .Incidents.OrderByDescending(it => it.Id)
                .Select(it => new IncidentRow(it.Code, it.At, it.Channel, it.Command, it.Error))
                .PageAsync(page, Stop);
            return true;
        });
}
