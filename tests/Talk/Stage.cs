using MutualAid.Bot.Engine;
using MutualAid.Bot.Verbs;
using MutualAid.Core.Data;
using MutualAid.Tests.Channels;

namespace MutualAid.Tests.Talk;

/// <summary>The cast in one group with the real engine; what differs is how words reach it and where it is heard.</summary>
internal abstract class Stage(MovedClock clock) : IAsyncDisposable
{
    public const string Group = "group";

    public MovedClock Clock { get; } = clock;

    protected static MovedClock NewClock() => new(At("2026-11-22 10:00"));

    public abstract IServiceProvider Services { get; }

    /// <summary>The name of the channel and of the group in it, as rows hold them.</summary>
    public abstract (string Channel, string ChatId) Place { get; }

    public Store Store => Services.GetRequiredService<Store>();

    public Writer Writer => Services.GetRequiredService<Writer>();

    public Courier Courier => Services.GetRequiredService<Courier>();

    public static DateTimeOffset At(string local) =>
        new(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    public async Task<Heard> Says(string who, string text) => await HearAsync(async () => await SayAsync(who, text, null, null));

    public async Task<Heard> Replies(string who, Shown to, string text) =>
        await HearAsync(async () => await SayAsync(who, text, to.Id, null));

    public async Task<Heard> SendsPhoto(string who, string text) => await HearAsync(async () => await SayAsync(who, text, null, "photo"));

    public async Task<Heard> Whispers(string who, string text) => await HearAsync(async () => await WhisperAsync(who, text));

    public async Task<Heard> Edits(string who, string said, string text) =>
        await HearAsync(async () =>
        {
            await EditAsync(who, said, text);
            return said;
        });

    public Task<Heard> Presses(string who, Shown on, string label) => PressesData(who, on, on.Button(label).Data!);

    public async Task<Heard> PressesData(string who, Shown on, string data)
    {
        string? press = null;
        var heard = await HearAsync(async () =>
        {
            press = await PressAsync(who, on, data);
            return null;
        });
        return heard with { Toast = await ToastAsync(who, press!) };
    }

    /// <summary>Time passes and what is due in it happens.</summary>
    public async Task<Heard> Until(string local)
    {
        var end = At(local);
        return await HearAsync(async () =>
        {
            await new TimeLapse(Services, Clock.MoveTo).ToAsync(end.UtcDateTime, SettleAsync);
            return null;
        });
    }

    /// <summary>The card of a need as it reads now.</summary>
    public async Task<Shown> CardAsync(int number) =>
        (await LookAsync()).Last(post =>
            post.Chat == Group
            && post.Text.StartsWith($"#{number}", StringComparison.Ordinal)
            && post.Text.Contains('｜', StringComparison.Ordinal)
        );

    public async Task<T> Look<T>(Func<Db, Task<T>> look)
    {
        await using var db = Store.Read();
        return await look(db);
    }

    /// <summary>Every post of the bot that stands now.</summary>
    public abstract Task<IReadOnlyList<Shown>> LookAsync();

    public abstract ValueTask DisposeAsync();

    protected abstract Task<string> SayAsync(string who, string text, string? replyTo, string? photo);

    protected abstract Task<string> WhisperAsync(string who, string text);

    protected abstract Task EditAsync(string who, string said, string text);

    protected abstract Task<string> PressAsync(string who, Shown on, string data);

    protected abstract Task<string?> ToastAsync(string who, string press);

    /// <summary>Everything said is taken in and everything due within seconds is carried.</summary>
    protected abstract Task SettleAsync();

    protected async Task<Heard> HearAsync(Func<Task<string?>> act)
    {
        // Edits keep their distance from what was shown last.
        Clock.Move(TimeSpan.FromSeconds(4));
        var before = (await LookAsync()).ToDictionary(post => (post.Chat, post.Id));
        var said = await act();
        await SettleAsync();
        var after = await LookAsync();
        var now = after.Select(post => (post.Chat, post.Id)).ToHashSet();
        return new Heard(
            [.. after.Where(post => !before.ContainsKey((post.Chat, post.Id)))],
            [.. after.Where(post => before.TryGetValue((post.Chat, post.Id), out var old) && old.Look != post.Look)],
            [.. before.Values.Where(post => !now.Contains((post.Chat, post.Id)))]
        )
        {
            Said = said,
        };
    }
}
