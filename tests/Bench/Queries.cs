using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MutualAid.Bench;

/// <summary>How many statements one update costs, turn and courier together.</summary>
internal static class Queries
{
    public static async Task CountAsync(int updates)
    {
        using var count = new Counter();
        using (DiagnosticListener.AllListeners.Subscribe(count))
            await Load.EngineAsync(updates, TimeSpan.Zero);
        Console.WriteLine($"{count.Total / (double)updates:0.0} statements an update; the most frequent:");
        foreach (var (text, times) in count.ByText.OrderByDescending(pair => pair.Value).Take(25))
            Console.WriteLine($"  {times / (double)updates, 5:0.00}  {text}");
    }

    private sealed class Counter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly List<IDisposable> subscriptions = [];

        public Dictionary<string, int> ByText { get; } = new(StringComparer.Ordinal);

        public int Total => ByText.Values.Sum();

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
                subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuted.Name));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is not CommandExecutedEventData executed)
                return;
            var lines = executed.Command.CommandText.Split('\n');
            var text =
                $"{lines[0][..Math.Min(60, lines[0].Length)]} … {Array.Find(lines, line => line.StartsWith("FROM", StringComparison.Ordinal))} {Array.Find(lines, line => line.StartsWith("WHERE", StringComparison.Ordinal))}";
            lock (ByText)
                ByText[text] = ByText.GetValueOrDefault(text) + 1;
        }

        public void OnCompleted() { }

        public void OnError(Exception error) => Console.Error.WriteLine(error);

        public void Dispose() => subscriptions.ForEach(it => it.Dispose());
    }
}
