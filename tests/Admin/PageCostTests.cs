using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MutualAid.Tests.Admin;

public sealed class PageCostTests
{
    private static readonly string[] Pages =
    [
        "/",
        "/menu",
        "/needs",
        "/needs?q=口罩&group=1",
        "/needs/1",
        "/needs/many?pick=1&pick=2",
        "/needs/many?all=true&act=Verify",
        "/relays",
        "/relays/needs/1",
        "/relays/classes/1",
        "/relays/posts/2",
        "/missed",
        "/donations",
        "/donations/new",
        "/donations/1",
        "/offers",
        "/offers/1",
        "/exports",
        "/people",
        "/people/1",
        "/people/1?ask=erase",
        "/audit",
        "/search",
        "/search?q=口罩",
        "/backups",
        "/groups",
        "/groups/1",
        "/groups/2",
        "/communities",
        "/messages",
        "/schedule",
        "/posts",
        "/posts/2",
        "/posts/3/edit",
        "/posts/calendar",
        "/posts/columns",
        "/classes",
        "/classes/1",
        "/classes/1/sign-ups.csv",
        "/broadcasts",
        "/broadcasts/1",
        "/broadcasts/2",
        "/broadcasts/2?ask=aim",
        "/broadcasts/2?ask=when",
        "/shifts",
        "/shifts/1",
        "/shifts/1/edit",
        "/volunteers",
        "/volunteers/teams",
        "/volunteers/teams/new?group=1",
        "/volunteers/teams/1",
        "/volunteers/hours",
        "/volunteers/hours/new?group=1",
        "/imports",
        "/imports/1",
        "/imports/2",
        "/accounts",
        "/accounts/1",
        "/running",
        "/me",
    ];

    [Fact]
    public async Task No_page_asks_more_than_eight_questions()
    {
        await using var house = await ConsoleHouse.StartAsync(adjust: it => it.Services.AddHttpContextAccessor());
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        using var asked = new Asked(house.Address.Port);
        var costs = new List<string>();
        foreach (var page in Pages)
        {
            asked.Commands.Clear();
            Assert.Equal(System.Net.HttpStatusCode.OK, (await guest.GetAsync(page)).Answer.StatusCode);
            Assert.NotEmpty(asked.Commands);
            if (asked.Commands.Count > 8)
                costs.Add($"{page}: {asked.Commands.Count}");
        }

        Assert.Equal([], costs);
    }

    /// <summary>What the requests to one port ask of the database, courier and other tests left aside.</summary>
    private sealed class Asked : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly HttpContextAccessor requests = new();
        private readonly ConcurrentBag<IDisposable> subscriptions = [];
        private readonly int port;

        public Asked(int port)
        {
            this.port = port;
            subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public ConcurrentBag<string> Commands { get; } = [];

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                subscriptions.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandExecutedEventData done && requests.HttpContext?.Connection.LocalPort == port)
                Commands.Add(done.Command.CommandText);
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }

        public void Dispose()
        {
            foreach (var it in subscriptions)
                it.Dispose();
        }
    }
}
