using System.Diagnostics;
using MutualAid.Bot.Engine;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;

namespace MutualAid.Bench;

/// <summary>Needs from people in many chats, all waiting: each chat in its order, the chats side by side, as the channels hand them in.</summary>
internal static class Load
{
    public const int Chats = 200;

    public static async Task<Figures> EngineAsync(int updates, TimeSpan roundTrip)
    {
        var channel = new BenchChannel(roundTrip) { Awaited = updates };
        await using var rig = await Rig.StartAsync(channel);
        return await RunAsync(updates, channel, rig.Intake);
    }

    /// <summary>The same path without a store: the message is read and answered at once.</summary>
    public static Task<Figures> CeilingAsync(int updates, TimeSpan roundTrip)
    {
        var channel = new BenchChannel(roundTrip) { Awaited = updates };
        return RunAsync(updates, channel, new Echo(channel));
    }

    /// <param name="round">Each round has chats and people of its own.</param>
    public static async Task<Figures> RunAsync(int updates, BenchChannel channel, IIntake intake, int round = 0)
    {
        var latencies = new double[updates];
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Chats).Select(chat => Task.Run(() => SayAsync(chat, round, updates, intake, latencies))));
        var stored = Stopwatch.GetElapsedTime(start);
        await channel.Done.WaitAsync(TimeSpan.FromMinutes(5));
        var answered = Stopwatch.GetElapsedTime(start, channel.Last);
        Array.Sort(latencies);
        return new Figures(
            updates / stored.TotalSeconds,
            updates / answered.TotalSeconds,
            latencies[updates / 2],
            latencies[updates * 99 / 100],
            (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds * 1000 / updates
        );
    }

    private static async Task SayAsync(int chat, int round, int updates, IIntake intake, double[] latencies)
    {
        for (var number = chat; number < updates; number += Chats)
        {
            var start = Stopwatch.GetTimestamp();
            await intake.ReceiveAsync(Say((round * updates) + number, (round * Chats) + chat, $"/need 口罩 {100 + (number % 900)}个"));
            latencies[number] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
    }

    public static Incoming Say(int number, int chat, string text) =>
        new()
        {
            Kind = IncomingKind.Text,
            UpdateId = $"{number}",
            MessageId = $"m{number}",
            At = TimeProvider.System.GetUtcNow().UtcDateTime,
            Place = new Place("bench", $"-{chat + 1}", IsPrivate: false, Title: $"{chat + 1}群"),
            From = new Sender($"{chat}-{number / Chats % 20}", $"邻居{number / Chats % 20}", IsAdmin: false),
            Text = text,
            ToBot = true,
        };

    private sealed class Echo(IChannel channel) : IIntake
    {
        public async Task<bool> ReceiveAsync(Incoming incoming, CancellationToken stop = default)
        {
            var meaning = Reader.Read(incoming.Text, new ReadingContext(incoming.At, incoming.ToBot));
            await channel.CarryAsync(
                new Outgoing
                {
                    Kind = OutboxKind.Send,
                    ChatId = incoming.Place.ChatId,
                    Text = $"#{incoming.UpdateId} {meaning.Items[0].Name} {meaning.Items[0].Quantity}",
                },
                stop
            );
            return true;
        }
    }
}

/// <param name="Stored">Updates a second to the durable commit.</param>
/// <param name="Answered">Updates a second until the platform took the answer.</param>
/// <param name="Cpu">Processor seconds for 1,000 updates.</param>
internal sealed record Figures(double Stored, double Answered, double Median, double P99, double Cpu)
{
    public override string ToString() =>
        $"stored {Stored, 7:0}/s  answered {Answered, 7:0}/s  p50 {Median, 6:0.0} ms  p99 {P99, 6:0.0} ms  CPU {Cpu:0.00} s per 1,000";
}
