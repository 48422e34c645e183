namespace MutualAid.Admin.Pages;

/// <param name="Groups">To choose from; empty: the group stands already.</param>
/// <param name="Button">The key of its words.</param>
public sealed record DonationFields(DonationPage.Form Typed, IReadOnlyList<(long Id, string Title)> Groups, string Action, string Button);
