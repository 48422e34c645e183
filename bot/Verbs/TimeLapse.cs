using MutualAid.Bot.Engine;
using MutualAid.Bot.Supplies;
using MutualAid.Core.Data;

namespace MutualAid.Bot.Verbs;

/// <summary>Lets a set clock run: everything that falls due on the way happens at its own minute, in order.</summary>
internal sealed class TimeLapse(IServiceProvider services, Action<DateTime> set)
{
    private readonly IDueJob[] jobs =
    [
        ActivatorUtilities.CreateInstance<DueJob>(services),
        ActivatorUtilities.CreateInstance<FreshnessJob>(services),
    ];

    /// <param name="carry">Carries what was said at one minute.</param>
    public async Task ToAsync(DateTime until, Func<Task> carry)
    {
        while (await NextAsync() is { } next && next <= until)
        {
            set(next);
            foreach (var job in jobs)
                await job.RunAsync(CancellationToken.None);
            await carry();
        }

        set(until);
    }

    private async Task<DateTime?> NextAsync()
    {
        var next = await services.GetRequiredService<Postman>().NextDueAsync();
        await using var db = services.GetRequiredService<Store>().Read();
        foreach (var job in jobs)
            next = Earlier(next, await job.NextAsync(db));
        return next;
    }

    private static DateTime? Earlier(DateTime? left, DateTime? right) => left is null || right < left ? right : left;
}
