using Microsoft.Extensions.Options;
using MutualAid.Admin;
using MutualAid.Bot.Channels.Telegram;

namespace MutualAid.Bot.Host;

/// <summary>The first screens: whose token, which zone, which language.</summary>
internal sealed partial class ConsoleHost
{
    private const string TokenKey = "Telegram:Token";
    private const string ZoneKey = "Locale:TimeZone";
    private const string LanguageKey = "Locale:Language";
    public const string StepKey = "Console:First";
    private static readonly string[] Kept = [TokenKey, ZoneKey, LanguageKey];

    public Installation Installation() =>
        new(
            Enum.TryParse<FirstStep>(saved[StepKey], out var step) ? step : FirstStep.Telegram,
            settings.TimeZone,
            settings.Language,
            Telegram(),
            [.. Kept.Where(saved.IsGiven)],
            [.. Kept.Where(key => saved.IsGiven(key) && saved[key] is not null)]
        );

    public async Task<TokenAnswer> KeepTokenAsync(string? token, CancellationToken stop)
    {
        TelegramSettings given;
        try
        {
            given = TelegramSettings.Read(configuration, token);
        }
        catch (OptionsValidationException)
        {
            return new TokenAnswer(null, "malformed");
        }

        if (!given.IsOn)
            return new TokenAnswer(null, "malformed");
        var reply = await TelegramRegistration.AskAsync(given, clock, stop);
        if (reply.Result is not { } me)
            return new TokenAnswer(null, reply.Error is { Code: 401 or 404 } ? "refused" : "unreachable");
        saved.Keep(TokenKey, given.Token);
        return new TokenAnswer(me.Username ?? me.FirstName, null);
    }

    public void KeepPlace(string zone, string language)
    {
        saved.Keep(ZoneKey, zone);
        saved.Keep(LanguageKey, language);
    }

    public void KeepStep(FirstStep step) => saved.Keep(StepKey, step.ToString());

    public void Restart() => services.GetRequiredService<Restart>().Ask();
}
