using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using QRCoder;

namespace MutualAid.Admin.Pages;

/// <summary>Turns the second step on and off. The new secret travels sealed in the form until its first code is right.</summary>
public sealed class CodesModel(Office office, Doorman doorman, IDataProtectionProvider protection) : ConsolePage(office)
{
    private const int Dots = 6;

    private readonly IDataProtector seal = protection.CreateProtector("console-codes");

    public string Secret { get; private set; } = "";

    public string Sealed { get; private set; } = "";

    public string Picture { get; private set; } = "";

    /// <summary>Opens the app of codes where it is on the same telephone.</summary>
    public string Link { get; private set; } = "";

    public IReadOnlyList<string> Recovery { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (Caller.HasCodes)
            return LocalRedirect("/me");
        Show(Totp.NewSecret());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? secret, string? code)
    {
        if (Caller.HasCodes || Opened(secret) is not { } known)
            return LocalRedirect("/me");
        Recovery = await ActAsync(async sight =>
        {
            var account = await sight.Accounts.SingleAsync(it => it.Id == Caller.Account);
            var codes = await sight.Desk<AccountDesk>().TurnCodesOnAsync(account, known, code, Caller.Session);
            await Office.Host.TellHolderAsync(sight.Rows, account);
            return codes;
        });
        if (Recovery.Count > 0)
            return Page();
        Show(known);
        Wrong("code", "refusal.CodeNotRight");
        return Again();
    }

    public async Task<IActionResult> OnPostOffAsync(string? password)
    {
        if (Caller.HasPassword && !await doorman.IsOwnAsync(HttpContext, password))
            return Warn("/me", "me.password.wrong");
        await ActAsync(async sight =>
        {
            var account = await sight.Accounts.SingleAsync(it => it.Id == Caller.Account);
            await sight.Desk<AccountDesk>().TurnCodesOffAsync(account, Caller.Session);
            await Office.Host.TellHolderAsync(sight.Rows, account);
            return true;
        });
        return Tell("/me", "made.codesOff");
    }

    private void Show(string secret)
    {
        (Secret, Sealed) = (secret, seal.Protect($"{Caller.Account}:{secret}"));
        Link = Totp.Link(secret, Caller.Name);
        using var picture = new PngByteQRCode(QRCodeGenerator.GenerateQrCode(Link, QRCodeGenerator.ECCLevel.M));
        Picture = Convert.ToBase64String(picture.GetGraphic(Dots));
    }

    private string? Opened(string? text)
    {
        try
        {
            return seal.Unprotect(text ?? "").Split(':') is [var account, var secret] && account == $"{Caller.Account}" ? secret : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
