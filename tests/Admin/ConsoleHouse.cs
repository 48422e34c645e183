using System.Net;
using System.Text.RegularExpressions;
using MutualAid.Bot.Host;
using MutualAid.Core.Accounts;
using MutualAid.Core.Data;
using MutualAid.Core.People;
using MutualAid.Tests.Channels;
using MutualAid.Tests.Channels.Telegram;

namespace MutualAid.Tests.Admin;

/// <summary>The whole program on two ports and a data folder of its own, with a clock that the test moves.</summary>
internal sealed partial class ConsoleHouse : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly SocketsHttpHandler handler = new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        Expect100ContinueTimeout = TimeSpan.FromSeconds(30),
    };

    private ConsoleHouse(DirectoryInfo folder, WebApplication app, MovedClock clock, int publicPort, int consolePort)
    {
        (this.folder, App, Clock) = (folder, app, clock);
        (PublicAddress, Address) = (new Uri($"http://127.0.0.1:{publicPort}/"), new Uri($"http://127.0.0.1:{consolePort}/"));
        Http = new HttpClient(handler) { BaseAddress = Address };
        Http.DefaultRequestHeaders.Add("Accept-Language", "zh-CN");
    }

    public WebApplication App { get; }

    public MovedClock Clock { get; }

    public Uri Address { get; }

    public Uri PublicAddress { get; }

    /// <summary>On the console's port, without cookies of its own.</summary>
    public HttpClient Http { get; }

    public string Folder => folder.FullName;

    public string LinkFile => Path.Combine(Folder, "setup-link");

    public string Link => File.ReadAllText(LinkFile).Trim();

    public string Token => Link[(Link.IndexOf('=', StringComparison.Ordinal) + 1)..];

    public static async Task<ConsoleHouse> StartAsync(string? consoleUrl = null, Action<WebApplicationBuilder>? adjust = null)
    {
        var folder = Directory.CreateTempSubdirectory("console-");
        var (publicPort, consolePort) = (FreePort.Take(), FreePort.Take());
        var clock = new MovedClock(new DateTimeOffset(2020, 2, 5, 4, 0, 0, TimeSpan.Zero));
        string[] args =
        [
            $"--Storage:ConnectionString={Path.Combine(folder.FullName, "test.db")}",
            $"--Room:DataFolder={folder.FullName}",
            $"--Public:Listen=http://127.0.0.1:{publicPort}",
            $"--Console:Listen=http://127.0.0.1:{consolePort}",
            "--Run:Timetable=false",
            .. consoleUrl is null ? (string[])[] : [$"--Console:Url={consoleUrl}"],
        ];
        var app = await House.BuildAsync(args, clock, adjust);
        await app.StartAsync();
        return new ConsoleHouse(folder, app, clock, publicPort, consolePort);
    }

    public Task DoAsync(Func<Db, Task> work) => App.Services.GetRequiredService<Writer>().DoAsync("test", work);

    /// <summary>An account with one role; the result is the secret of its invitation.</summary>
    public async Task<string> InviteAsync(string name, ConsoleRole role, long? group)
    {
        var secret = "";
        await DoAsync(async db =>
        {
            var desk = new AccountDesk(db, Clock);
            var (refusal, account) = await desk.CreateAsync(name, new Person { Name = name });
            Assert.Equal(AccountRefusal.None, refusal);
            Assert.Equal(AccountRefusal.None, await desk.GrantAsync(account!, role, group, by: 0));
            secret = await desk.LinkAsync(account!, AccountDesk.InvitationLasts);
        });
        return secret;
    }

    /// <summary>All rows of all nouns as text.</summary>
    public async Task<string> DumpAsync()
    {
        await using var db = Read();
        return await Talk.Nouns.DumpAsync(db);
    }

    public Db Read() => App.Services.GetRequiredService<Store>().Read();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        handler.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    internal static partial Regex FormToken();
}

/// <summary>A browser without scripts: it keeps cookies and fills in forms.</summary>
internal sealed class ConsoleGuest(ConsoleHouse house)
{
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Cookies => cookies;

    public string FormToken { get; private set; } = "";

    public async Task<(HttpResponseMessage Answer, string Text)> GetAsync(string path)
    {
        var (answer, text) = await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
        if (ConsoleHouse.FormToken().Match(text) is { Success: true } found)
            FormToken = WebUtility.HtmlDecode(found.Groups[1].Value);
        return (answer, text);
    }

    /// <summary>Presses a button of the page that was opened last.</summary>
    public Task<(HttpResponseMessage Answer, string Text)> PostAsync(string path, params (string Name, string Value)[] fields) =>
        PostAsync(path, FormToken, fields);

    public Task<(HttpResponseMessage Answer, string Text)> PostAsync(string path, string? formToken, (string Name, string Value)[] fields)
    {
        var all = fields.Select(it => KeyValuePair.Create(it.Name, it.Value));
        if (formToken is not null)
            all = all.Append(KeyValuePair.Create("__RequestVerificationToken", formToken));
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(all) });
    }

    public const string Owner = "温静宜";
    public const string Password = "杏花台的第三棵老槐树下有口井";

    /// <summary>Opens the setup link and becomes the owner.</summary>
    public async Task<ConsoleGuest> EnterAsync()
    {
        var token = house.Token;
        await GetAsync($"/setup?token={token}");
        var (answer, _) = await PostAsync("/setup", ("token", token), ("name", Owner), ("password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await GetAsync("/");
        return this;
    }

    /// <summary>Signs in by name and password.</summary>
    public async Task<HttpResponseMessage> SignInAsync(string name = Owner, string password = Password, string? back = null)
    {
        await GetAsync("/sign-in");
        return (await PostAsync("/sign-in", ("name", name), ("password", password), ("back", back ?? ""))).Answer;
    }

    /// <summary>Gives the owner's password once more, as the console asks before what would hurt most.</summary>
    public async Task ProveAsync() => await PostAsync("/prove", ("proof", Password));

    /// <summary>Comes in as somebody with this role, by an invitation.</summary>
    public async Task<ConsoleGuest> EnterAsAsync(string name, ConsoleRole role, long? group)
    {
        var key = await house.InviteAsync(name, role, group);
        await GetAsync($"/enter?key={key}");
        var (answer, _) = await PostAsync("/enter", ("key", key));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await GetAsync("/");
        return this;
    }

    public async Task<(HttpResponseMessage Answer, string Text)> SendAsync(HttpRequestMessage request)
    {
        if (cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(it => $"{it.Key}={it.Value}")));
        var answer = await house.Http.SendAsync(request);
        foreach (var line in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = line.Split(';')[0].Split('=', 2);
            cookies[pair[0]] = pair[1];
        }

        return (answer, await answer.Content.ReadAsStringAsync());
    }
}
