using System.Net;
using MutualAid.Bot.Host;
using MutualAid.Tests.Channels.FakeTelegram;
using MutualAid.Tests.Channels.Telegram;

namespace MutualAid.Tests.Admin;

/// <summary>The screens after the owner's account: token, zone and language, each kept at once.</summary>
public sealed class FirstRunTests
{
    private const string Saved = "console-settings.json";

    [Fact]
    public async Task A_token_is_asked_of_Telegram_before_it_is_kept()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        await using var house = await ConsoleHouse.StartAsync(adjust: to =>
            to.Configuration["Telegram:ApiBaseUrl"] = telegram.Address.ToString()
        );
        var owner = await new ConsoleGuest(house).EnterAsync();
        Assert.Contains("首次设置还没走完", (await owner.GetAsync("/")).Text, StringComparison.Ordinal);
        await owner.GetAsync("/first/telegram");

        var malformed = await owner.PostAsync("/first/telegram", ("token", "令牌"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, malformed.Answer.StatusCode);
        Assert.Contains("这不像令牌", malformed.Text, StringComparison.Ordinal);
        Assert.Empty(telegram.Calls);
        var refused = await owner.PostAsync("/first/telegram", ("token", telegram.Token[..^3] + "abc"));
        Assert.Contains("Telegram 不认这个令牌", refused.Text, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(house.Folder, Saved)));

        var kept = await owner.PostAsync("/first/telegram", ("token", $" {telegram.Token} "));
        Assert.Equal("/first/place", kept.Answer.Headers.Location?.ToString());
        Assert.Contains($"已接上 @{telegram.Bot.Username}", (await owner.GetAsync("/first/place")).Text, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(house.Folder, Saved)));
        foreach (var path in new[] { "/", "/first/telegram", "/running" })
            Assert.DoesNotContain(telegram.Token, (await owner.GetAsync(path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_is_found_again_and_can_be_left_for_good()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var owner = await new ConsoleGuest(house).EnterAsync();
        Assert.Contains("href=\"/first/telegram\"", (await owner.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal("/first/place", (await owner.PostAsync("/first/telegram?handler=later")).Answer.Headers.Location?.ToString());
        Assert.Contains("href=\"/first/place\"", (await owner.GetAsync("/")).Text, StringComparison.Ordinal);
        var wrong = await owner.PostAsync("/first/place", ("zone", "Asia/Nirgends"), ("language", "en"));
        Assert.Contains("没有这个时区", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Asia/Nirgends\"", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("/", (await owner.PostAsync("/first/place?handler=later")).Answer.Headers.Location?.ToString());
        Assert.DoesNotContain("首次设置还没走完", (await owner.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_set_from_outside_stands_above_and_is_said()
    {
        await using var house = await ConsoleHouse.StartAsync(adjust: to =>
        {
            to.Configuration["Locale:TimeZone"] = "Asia/Tokyo";
            File.WriteAllText(
                Path.Combine(Path.GetDirectoryName(to.Configuration["Storage:ConnectionString"])!, Saved),
                """{"Locale:TimeZone":"Europe/Berlin","Locale:Language":"en"}"""
            );
        });
        var owner = await new ConsoleGuest(house).EnterAsync();
        var running = (await owner.GetAsync("/running")).Text;
        Assert.Contains("东京时间", running, StringComparison.Ordinal);
        Assert.Contains("English</span> <a", running, StringComparison.Ordinal);
        Assert.Contains("从外面给的设置 Locale:TimeZone 盖过了", running, StringComparison.Ordinal);
        Assert.DoesNotContain("设置 Locale:Language 盖过了", running, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_installation_without_hands_has_its_owner_from_the_settings()
    {
        await using var house = await ConsoleHouse.StartAsync(adjust: to =>
        {
            to.Configuration["Console:OwnerName"] = ConsoleGuest.Owner;
            to.Configuration["Console:OwnerPassword"] = ConsoleGuest.Password;
        });
        Assert.False(File.Exists(house.LinkFile));
        var owner = new ConsoleGuest(house);
        Assert.Equal(HttpStatusCode.Redirect, (await owner.SignInAsync()).StatusCode);
        var (answer, text) = await owner.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("首次设置还没走完", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_that_could_be_guessed_stops_the_start()
    {
        var error = await Assert.ThrowsAsync<SettingException>(() =>
            ConsoleHouse.StartAsync(adjust: to =>
            {
                to.Configuration["Console:OwnerName"] = ConsoleGuest.Owner;
                to.Configuration["Console:OwnerPassword"] = "12345";
            })
        );
        Assert.Equal("Console:OwnerPassword", error.Key);
    }

    [Fact]
    public async Task The_last_screen_starts_anew_with_what_was_kept()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        var folder = Directory.CreateTempSubdirectory("first-");
        var (room, console) = (FreePort.Take(), FreePort.Take());
        string[] args =
        [
            $"--Storage:ConnectionString={Path.Combine(folder.FullName, "test.db")}",
            $"--Room:DataFolder={folder.FullName}",
            $"--Public:Listen=http://127.0.0.1:{room}",
            $"--Console:Listen=http://127.0.0.1:{console}",
            $"--Backup:Folder={Path.Combine(folder.FullName, "backups")}",
            $"--Telegram:ApiBaseUrl={telegram.Address}",
        ];
        using var owner = new Visitor(new Uri($"http://127.0.0.1:{console}/"));
        var first = House.RunAsync(args);
        await owner.OpenAsync(first);
        var link = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "setup-link"));
        await owner.GetAsync(link.Trim());
        await owner.PostAsync(
            "/setup",
            ("token", link.Trim().Split('=')[1]),
            ("name", ConsoleGuest.Owner),
            ("password", ConsoleGuest.Password)
        );
        await owner.PostAsync("/first/telegram", ("token", telegram.Token));
        var last = await owner.PostAsync("/first/place", ("zone", "Europe/Berlin"), ("language", "zh-CN"));
        Assert.Contains("正在换上新设置", last, StringComparison.Ordinal);
        Assert.True(await first);

        using var end = new CancellationTokenSource();
        var second = House.RunAsync(args, end.Token);
        await owner.OpenAsync(second);
        await telegram.WhenAsync(() => telegram.EmptyPolls > 0);
        var running = await owner.GetAsync("/running");
        Assert.Contains("Europe/Berlin", running, StringComparison.Ordinal);
        Assert.Contains("中文</span> <a", running, StringComparison.Ordinal);
        Assert.Contains($"@{telegram.Bot.Username}", running, StringComparison.Ordinal);
        await end.CancelAsync();
        Assert.False(await second);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    /// <summary>A browser that keeps its cookies over the new start.</summary>
    private sealed class Visitor : IDisposable
    {
        private readonly HttpClient http;
        private string form = "";

        public Visitor(Uri console) =>
            http = new HttpClient(new SocketsHttpHandler { UseProxy = false, PooledConnectionLifetime = TimeSpan.Zero })
            {
                BaseAddress = console,
                DefaultRequestHeaders = { { "Accept-Language", "zh-CN" } },
            };

        /// <summary>Until the program listens.</summary>
        public async Task OpenAsync(Task running)
        {
            while (true)
            {
                Assert.False(running.IsCompleted, running.Exception?.ToString());
                try
                {
                    await GetAsync("/sign-in");
                    return;
                }
                catch (HttpRequestException)
                {
                    await Task.Yield();
                }
            }
        }

        public async Task<string> GetAsync(string path) => Keep(await http.GetStringAsync(path));

        public async Task<string> PostAsync(string path, params (string Name, string Value)[] fields)
        {
            var all = fields.Append(("__RequestVerificationToken", form)).Select(it => KeyValuePair.Create(it.Item1, it.Item2));
            using var content = new FormUrlEncodedContent(all);
            return Keep(await (await http.PostAsync(path, content)).Content.ReadAsStringAsync());
        }

        public void Dispose() => http.Dispose();

        private string Keep(string text)
        {
            if (ConsoleHouse.FormToken().Match(text) is { Success: true } found)
                form = WebUtility.HtmlDecode(found.Groups[1].Value);
            return text;
        }
    }
}
