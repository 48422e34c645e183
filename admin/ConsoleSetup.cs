using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.WebEncoders;

namespace MutualAid.Admin;

/// <summary>The console's lines in the host.</summary>
public static class ConsoleSetup
{
    private const string Assets = "console/";

    /// <summary>The console; the host brings <see cref="IConsoleHost"/>.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services, ConsoleSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<SetupLink>();
        services.Configure<WebEncoderOptions>(web => web.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton<Office>();
        services.AddSingleton<Doorman>();
        services.AddSingleton<OncePosts>();
        services.AddSingleton<IHtmlGenerator, OnceForms>();
        services.AddDataProtection().SetApplicationName("MutualAidBot");
        services.AddSingleton<StoredKeys>();
        services.AddOptions<KeyManagementOptions>().Configure<StoredKeys>((management, keys) => management.XmlRepository = keys);
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = settings.CookieName("console-form");
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = settings.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
            forms.Cookie.Path = "/";
            forms.SuppressXFrameOptionsHeader = true;
        });
        services
            .AddRazorPages()
            // Which one an act is about stands in the address, and the trail says so: no field of a form may say another.
            .AddMvcOptions(it =>
            {
                var route = it.ValueProviderFactories.OfType<RouteValueProviderFactory>().Single();
                it.ValueProviderFactories.Remove(route);
                it.ValueProviderFactories.Insert(0, route);
            })
            .AddCookieTempDataProvider(said =>
            {
                said.Cookie.Name = settings.CookieName("console-said");
                said.Cookie.SameSite = SameSiteMode.Strict;
                said.Cookie.SecurePolicy = settings.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
                said.Cookie.Path = "/";
            })
            .ConfigureApplicationPartManager(parts =>
            {
                // Only our own pages, whatever else the program is made of.
                parts.ApplicationParts.Clear();
                var own = typeof(ConsoleSetup).Assembly;
                foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(own).GetApplicationParts(own))
                    parts.ApplicationParts.Add(part);
            });
        return services;
    }

    /// <summary>Around everything that comes in on the console's port: before routing, so that refusals have its headers too.</summary>
    public static void UseConsole(this WebApplication app, int port) =>
        app.UseWhen(context => context.Connection.LocalPort == port, console => console.UseMiddleware<ConsoleShell>());

    /// <summary>Asks for the session, after routing.</summary>
    public static void UseConsoleDoor(this WebApplication app, int port) =>
        app.UseWhen(context => context.Connection.LocalPort == port, console => console.UseMiddleware<ConsoleDoor>());

    /// <summary>The pages and their style, as one group that the host marks as the console's.</summary>
    public static RouteGroupBuilder MapConsole(this IEndpointRouteBuilder app)
    {
        var console = app.MapGroup("");
        console.MapRazorPages();
        console.MapGet("/console/{part}", SendAsset);
        return console;
    }

    private static IResult SendAsset(string part)
    {
        var type = Path.GetExtension(part) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            _ => "image/svg+xml",
        };
        return Assembly.GetExecutingAssembly().GetManifestResourceStream(Assets + part) is { } asset
            ? Results.Stream(asset, type)
            : Results.NotFound();
    }
}
