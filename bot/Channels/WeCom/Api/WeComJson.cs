using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MutualAid.Bot.Channels.WeCom.Api;

[JsonSerializable(typeof(Frame))]
[JsonSerializable(typeof(Callback))]
[JsonSerializable(typeof(Sealed))]
[JsonSerializable(typeof(Verdict))]
[JsonSerializable(typeof(SentFrame))]
[JsonSerializable(typeof(Subscribe))]
[JsonSerializable(typeof(Body))]
[JsonSerializable(typeof(SealedReply))]
internal sealed partial class WeComJson : JsonSerializerContext
{
    /// <summary>WeCom's names, and Chinese as it is: \u escapes are refused and lengths count the text itself.</summary>
    public static readonly WeComJson Wire = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );
}
