using MutualAid.Core.People;

namespace MutualAid.Core.Groups;

/// <summary>Who acts, and where.</summary>
/// <param name="Group">The group it is done in; null in a private chat or the console.</param>
/// <param name="Organiser">Organiser of <paramref name="Group"/>.</param>
public sealed record Actor(Person Person, Group? Group, bool Organiser = false);
