namespace MutualAid.Admin.Pages;

/// <summary>Everything that this caller may open, for small screens.</summary>
public sealed class MenuModel(Office office) : ConsolePage(office);
