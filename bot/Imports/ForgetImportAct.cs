using MutualAid.Bot.Engine;
using MutualAid.Core.Imports;

namespace MutualAid.Bot.Imports;

/// <summary>What was in a sheet that somebody brought is kept for a day.</summary>
public sealed class ForgetImportAct : IDueAct
{
    public string Kind => ImportDesk.Forgetting;

    // Late or not, it goes.
    public TimeSpan UsefulFor => TimeSpan.MaxValue;

    public Task ActAsync(DueTurn turn) =>
        turn.Row.SubjectId is { } id ? new ImportDesk(turn.Db, turn.Clock).ForgetAsync(id) : Task.CompletedTask;
}
