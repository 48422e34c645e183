using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace MutualAid.Bot.Channels.WeCom.Api;

[JsonSerializable(typeof(Frame))]
[JsonSerializable(typeof(Callback))]
[JsonSerializable(typeof(Sealed))]
[JsonSerializable(typeof(Verdict))]
[JsonSerializable(typeof(SentFrame))]
[JsonSerializable(typeof(Subscribe))]
[JsonSerializable(typeof(Body))]
[JsonSerializable(typeof(Upload))]
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

    /// <summary>As it goes out: the encoder above still escapes emoji and a few rarer characters.</summary>
    public static byte[] Write<T>(T value, JsonTypeInfo<T> shape)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, shape);
        return json.AsSpan().IndexOf("\\u"u8) < 0
            ? json
            : Encoding.UTF8.GetBytes(Escape().Replace(Encoding.UTF8.GetString(json), escape => Bare(escape)));
    }

    // Nobody sees a control character.
    private static string Bare(Match escape) =>
        !escape.Groups["code"].Success ? escape.Value
        : (char)ushort.Parse(escape.Groups["code"].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) is var letter
        && char.IsControl(letter)
            ? " "
        : $"{letter}";

    [GeneratedRegex(@"\\(?:u(?<code>[0-9A-Fa-f]{4})|.)", RegexOptions.ExplicitCapture)]
    private static partial Regex Escape();
}
