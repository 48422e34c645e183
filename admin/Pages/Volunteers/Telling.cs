namespace MutualAid.Admin.Pages;

/// <param name="Told">Null: nobody tried.</param>
public sealed record Telling(ShiftModel Page, long Person, string Name, Told? Told);
