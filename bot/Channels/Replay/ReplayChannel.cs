using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Channels.Replay;

/// <summary>A platform that only writes down what the bot said; its limits are none.</summary>
internal sealed class ReplayChannel(TextWriter output, TimeProvider clock) : IChannel
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private int last;

    public string Name => "replay";

    public Abilities Can => Abilities.All & ~Abilities.Pin;

    public Pace Pace => Pace.Free;

    /// <summary>The offset in which times are written.</summary>
    public TimeSpan Offset { get; set; } = TimeSpan.FromHours(8);

    public async Task<Delivery> CarryAsync(Outgoing message, CancellationToken stop)
    {
        if (message.Kind == OutboxKind.Answer)
            return new Delivery(Outcome.Sent);
        var id = message.Kind == OutboxKind.Send ? $"b{++last}" : message.MessageId!;
        var line = new Dictionary<string, object?>
        {
            ["at"] = clock.GetUtcNow().ToOffset(Offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            ["chat"] = message.ChatId,
            ["text"] = message.Kind is OutboxKind.Send or OutboxKind.Edit ? Html.ToPlain(message.Text) : "",
            ["buttons"] = message.Buttons.SelectMany(row => row).Select(button => button.Label).ToArray(),
            ["edits"] = message.Kind is OutboxKind.Edit or OutboxKind.Delete ? message.MessageId : null,
            ["id"] = id,
            ["why"] = message.Why.ToString().ToLowerInvariant(),
        };
        if (message.Kind == OutboxKind.React)
            line["reaction"] = message.Text;
        await output.WriteLineAsync(JsonSerializer.Serialize(line, Json));
        return new Delivery(Outcome.Sent, id);
    }
}
