namespace MutualAid.Core.Language;

/// <summary>Counts of people: helpers are asked for, inhabitants are not.</summary>
internal static class People
{
    private static readonly Lexicon Measures = new("人 名 位 口 人次");

    private static readonly Lexicon Roles = Lexicon.Listed("PeopleRoles");

    // 俩老人 counts whom it is for.
    private static readonly Lexicon Kin = Lexicon.Listed("PeopleKin");

    public static bool IsKin(string name) => Kin.Before(name, name.Length) > 0;

    public static bool Counts(string unit) => Measures.Is(unit);

    public static bool IsRole(string name) => Roles.Before(name, name.Length) > 0;
}
