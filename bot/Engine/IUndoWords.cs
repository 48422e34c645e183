using MutualAid.Core.Data;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>What a slice says of an act of its own that was taken back. Found by its type.</summary>
public interface IUndoWords
{
    /// <summary>Looks at the rows as the undo is about to leave them; null: it was no act of this slice.</summary>
    Task<Undone?> OfAsync(Db db, string card, Speech speech);
}

/// <param name="What">提供 口罩 80个</param>
/// <param name="SaidIn">The message that was answered then, whose answer no longer holds.</param>
/// <param name="Asked">How the buttons of questions begin that no longer hold.</param>
public sealed record Undone(string What, string? SaidIn = null, string? Asked = null);
