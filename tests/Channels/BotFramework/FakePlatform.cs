using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using MutualAid.Tests.Channels.Telegram;

namespace MutualAid.Tests.Channels.BotFramework;

/// <summary>The Bot Framework on loopback: keys and their document, the token address, and the connector with its laws.</summary>
internal sealed partial class FakePlatform : IAsyncDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string Secret = "canary-secret-of-the-bot";
    public const string Tenant = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    private readonly TimeProvider clock;
    private WebApplication? app;
    private int tokens;

    private FakePlatform(TimeProvider clock)
    {
        this.clock = clock;
        Connector = new FakeConnector(clock);
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public Uri Bot { get; set; } = new("http://127.0.0.1");

    public string Host => Address.Authority;

    public string ServiceUrl => $"{Address}amer/";

    public string Metadata => $"{Address}v1/.well-known/openidconfiguration";

    public FakeKeys Keys { get; } = new();

    public FakeConnector Connector { get; }

    public ConcurrentQueue<FakeRequest> Requests { get; } = new();

    /// <summary>What went over the wire both ways, in order: to the bot and to the connector.</summary>
    public ConcurrentQueue<FakeExchange> Exchanges { get; } = new();

    public string Token => $"token-{tokens}";

    /// <summary>What people sent beside their words, for whoever shows the token.</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    public int TokenLife { get; set; } = 3599;

    /// <summary>Asked for each request to the connector and the token address.</summary>
    public Func<FakeRequest, FakeFault?> Fault { get; set; } = _ => null;

    public IEnumerable<FakeRequest> ToConnector => Requests.Where(IsToConnector);

    public int MetadataReads => Requests.Count(it => it.Target == "/v1/.well-known/openidconfiguration");

    public static async Task<FakePlatform> StartAsync(TimeProvider? clock = null)
    {
        var platform = new FakePlatform(clock ?? TimeProvider.System);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        platform.Address = new Uri($"http://127.0.0.1:{FreePort.Take()}/");
        builder.WebHost.UseUrls($"{platform.Address}");
        platform.app = builder.Build();
        platform.app.Run(platform.AnswerAsync);
        await platform.app.StartAsync();
        return platform;
    }

    /// <summary>The settings that lead the bot here.</summary>
    public string[] Settings() =>
        [
            $"--BotFramework:AppId={AppId}",
            $"--BotFramework:AppSecret={Secret}",
            $"--BotFramework:TenantId={Tenant}",
            $"--BotFramework:OpenIdMetadataUrl={Metadata}",
            $"--BotFramework:LoginUrl={Address}",
            $"--BotFramework:AllowedServiceHosts:0={Host}",
            "--BotFramework:AllowedServiceHosts:1=smba.trafficmanager.net",
        ];

    /// <summary>Its address, as it stands in an activity.</summary>
    public string Upload(byte[] file)
    {
        var target = $"/amer/v3/attachments/0-{Files.Count}/views/original";
        Files[target] = file;
        return $"http://{Host}{target}";
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (app is not null)
            await app.DisposeAsync();
    }

    private static bool IsToConnector(FakeRequest request) => request.Target.StartsWith("/amer/", StringComparison.Ordinal);

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var request = new FakeRequest(
            context.Request.Method,
            context.Features.Get<IHttpRequestFeature>()!.RawTarget,
            context.Request.Headers.Authorization,
            context.Request.ContentType,
            await reader.ReadToEndAsync()
        );
        Requests.Enqueue(request);
        if (Fault(request) is { } fault)
            await FailAsync(context, request, fault);
        else
            await ServeAsync(context, request);
    }

    private async Task FailAsync(HttpContext context, FakeRequest request, FakeFault fault)
    {
        if (fault.IsTakenFirst && request.Method != "GET" && IsToConnector(request))
            Connector.Answer(request, Token);
        if (fault.Hangs)
        {
            var gone = new TaskCompletionSource();
            await using var _ = context.RequestAborted.Register(gone.SetResult);
            await gone.Task;
            return;
        }

        if (fault.Cuts)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = fault.Status;
        if (fault.RetryAfter is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (fault.Location is { } elsewhere)
            context.Response.Headers.Location = elsewhere;
        await context.Response.WriteAsync(fault.Body ?? "");
    }

    private Task ServeAsync(HttpContext context, FakeRequest request)
    {
        switch (request.Target)
        {
            case "/v1/.well-known/openidconfiguration":
                return context.Response.WriteAsJsonAsync(
                    new { issuer = "https://api.botframework.com", jwks_uri = $"{Address}v1/.well-known/keys" }
                );
            case "/common/v2.0/.well-known/openid-configuration":
                return context.Response.WriteAsJsonAsync(new { jwks_uri = $"{Address}v1/.well-known/keys" });
            case "/v1/.well-known/keys":
                return context.Response.WriteAsJsonAsync(Keys.Set());
            case $"/{Tenant}/oauth2/v2.0/token":
                return TokenAsync(context, request);
        }

        if (Files.TryGetValue(request.Target, out var file) && request.Authorization == $"Bearer {Token}")
            return context.Response.Body.WriteAsync(file).AsTask();
        var (status, body) = Connector.Answer(request, Token);
        var answer = body is null ? "" : JsonSerializer.Serialize(body);
        Exchanges.Enqueue(new FakeExchange(request) { Status = status, Answer = answer });
        context.Response.StatusCode = status;
        context.Response.ContentType = body is null ? null : "application/json";
        return context.Response.WriteAsync(answer);
    }

    private Task TokenAsync(HttpContext context, FakeRequest request)
    {
        var form = request
            .Text.Split('&')
            .Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        var isGood =
            form.GetValueOrDefault("grant_type") == "client_credentials"
            && form.GetValueOrDefault("client_id") == AppId
            && form.GetValueOrDefault("client_secret") == Secret
            && form.GetValueOrDefault("scope") == "https://api.botframework.com/.default";
        context.Response.StatusCode = isGood ? 200 : 401;
        if (!isGood)
            return context.Response.WriteAsJsonAsync(new { error = "invalid_client", error_description = $"AADSTS7000215 {request.Text}" });
        tokens++;
        return context.Response.WriteAsJsonAsync(
            new
            {
                token_type = "Bearer",
                expires_in = TokenLife,
                access_token = Token,
            }
        );
    }
}
