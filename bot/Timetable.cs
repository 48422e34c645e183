using MutualAid.Bot.Content;
using MutualAid.Bot.Engine;
using MutualAid.Bot.Supplies;
using Quartz;

namespace MutualAid.Bot;

/// <summary>Every schedule of the house, one line each. Quartz only ticks, in memory; what is due stands in rows.</summary>
public static class Timetable
{
    public static void AddTimetable(this IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            quartz.Every<DueJob>(TimeSpan.FromMilliseconds(500));
            quartz.Every<FreshnessJob>(TimeSpan.FromSeconds(30));
            quartz.Every<DoubtfulJob>(TimeSpan.FromSeconds(30));
            quartz.Every<TidyJob>(TimeSpan.FromHours(1));
            quartz.Every<LibraryJob>(TimeSpan.FromHours(6));
            quartz.Every<MorningsJob>(TimeSpan.FromMinutes(10));
            quartz.Every<BackupJob>(TimeSpan.FromMinutes(10));
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    private static void Every<T>(this IQuartzBuilder quartz, TimeSpan pause)
        where T : IDueJob =>
        quartz.ScheduleJob<Tick<T>>(
            trigger => trigger.WithIdentity(typeof(T).Name).WithSimpleSchedule(pause),
            job => job.WithIdentity(typeof(T).Name)
        );

    [DisallowConcurrentExecution]
    internal sealed class Tick<T>(IServiceProvider services) : IJob
        where T : IDueJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
            await ActivatorUtilities.CreateInstance<T>(services).RunAsync(cancellationToken);
    }
}
