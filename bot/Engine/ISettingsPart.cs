using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>What a slice lets organisers set for their group, and people for themselves. Found by its type.</summary>
public interface ISettingsPart
{
    /// <summary>How it is set now, in one HTML line; empty: there is nothing to say of it here.</summary>
    Task<string> LineAsync(Turn turn);

    /// <summary>For organisers.</summary>
    Task<IReadOnlyList<Button>> ButtonsAsync(Turn turn);

    /// <summary>An organiser said <c>设置 每日小贴士 8点</c>. False: these words are not about it.</summary>
    Task<bool> TakeAsync(Turn turn, string words);

    /// <summary>In private: how the person set it for themselves; null: there is nothing to set.</summary>
    Task<string?> OwnLineAsync(Turn turn) => Task.FromResult<string?>(null);

    Task<IReadOnlyList<Button>> OwnButtonsAsync(Turn turn) => Task.FromResult<IReadOnlyList<Button>>([]);
}
