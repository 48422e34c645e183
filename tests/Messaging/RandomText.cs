using System.Text;

namespace MutualAid.Tests.Messaging;

/// <summary>Text as people and their keyboards can make it, from a seed.</summary>
internal sealed class RandomText(int seed)
{
    private static readonly string[] Pieces =
    [
        "👨‍👩‍👧‍👦",
        "🧑🏽‍🚒",
        "🇨🇳",
        "e\u0301\u0323",
        "שלום",
        "مرحبا",
        "口罩200个",
        "𠮷野家",
        "\\",
        "\n",
        " ",
        "\t",
        "<b>",
        "</b>",
        "<script>",
        "&amp;",
        "&lt;",
        "&#65;",
        "&",
        "<",
        ">",
        "\"",
        "'",
        "_*[]()~`>#+-=|{}.!",
        "😀",
        "\uD83D",
        "\uDE00",
    ];

    private readonly Random random = new(seed);

    public int Next(int below) => random.Next(below);

    public string Text(int pieces)
    {
        var text = new StringBuilder();
        for (var i = 0; i < pieces; i++)
            text.Append(random.Next(3) == 0 ? char.ConvertFromUtf32(AnyScalar()) : Pieces[random.Next(Pieces.Length)]);
        return text.ToString();
    }

    /// <summary>Balanced HTML of the small set around escaped text.</summary>
    public string Message(int pieces, int depth = 0)
    {
        var html = new StringBuilder();
        for (var i = 0; i < pieces; i++)
        {
            var tag = random.Next(depth > 3 ? 1 : 6) switch
            {
                1 => "b",
                2 => "i",
                3 => "code",
                4 => "a",
                _ => null,
            };
            html.Append(
                tag is null
                    ? Core.Messaging.Html.Escape(Text(3))
                    : $"<{tag}{(tag == "a" ? " href=\"https://example.org/?a=1&amp;b=2\"" : "")}>{Message(random.Next(6), depth + 1)}</{tag}>"
            );
        }
        return html.ToString();
    }

    private int AnyScalar()
    {
        var code = random.Next(0x21, 0x10FFFF);
        return code is >= 0xD800 and <= 0xDFFF ? 0x4E00 + (code & 0xFF) : code;
    }
}
