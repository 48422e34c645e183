using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>What a slice has to say in the morning's digest. Found by its type.</summary>
public interface IDigestPart
{
    /// <summary>Its place: needs 10, classes 20, shifts 30.</summary>
    int Order { get; }

    /// <summary>HTML lines, a heading first; none: it has nothing to say today.</summary>
    Task<IReadOnlyList<string>> LinesAsync(DigestPage page);
}

/// <param name="Today">The local date of the group.</param>
public sealed record DigestPage(Db Db, Group Group, Speech Speech, DateTime Now, DateOnly Today);
