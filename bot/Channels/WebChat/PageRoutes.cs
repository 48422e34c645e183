using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace MutualAid.Bot.Channels.WebChat;

/// <summary>The page and its parts: they travel inside the program, the words lie in <c>content/</c>.</summary>
internal static class PageRoutes
{
    private const string Folder = "room/";
    private static readonly string[] Languages = ["zh-CN", "en"];

    private const string Policy =
        "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private sealed record Part(byte[] Bytes, string Type, string Tag);

    public static void MapPage(this RouteGroupBuilder room)
    {
        var parts = ReadParts();
        room.MapGet("/", (HttpContext context) => Send(context, parts["index.html"]));
        room.MapGet(
            "/room/{part}",
            (string part, HttpContext context) => parts.TryGetValue(part, out var found) ? Send(context, found) : Results.NotFound()
        );
    }

    public static void Protect(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        // Invitation and return codes stand in the address.
        response.Headers["Referrer-Policy"] = "no-referrer";
    }

    private static IResult Send(HttpContext context, Part part)
    {
        Protect(context.Response);
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.ETag = part.Tag;
        return context.Request.Headers.IfNoneMatch == part.Tag
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(part.Bytes, part.Type);
    }

    private static FrozenDictionary<string, Part> ReadParts()
    {
        var from = Assembly.GetExecutingAssembly();
        var parts = from.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
            .ToDictionary(n => n[Folder.Length..], n => NewPart(n, ReadAll(from, n)));
        parts["words.js"] = NewPart("words.js", Encoding.UTF8.GetBytes($"window.roomWords = {Words()};"));
        return parts.ToFrozenDictionary();
    }

    private static string Words()
    {
        var all = new JsonObject();
        foreach (var language in Languages)
        {
            var folder = Path.Combine(AppContext.BaseDirectory, "content", language);
            var words = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "room.json")))!.AsObject();
            foreach (var (key, word) in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).SelectMany(Buttons))
                words[key] = word;
            all[language] = words;
        }
        return all.ToJsonString(RoomSetup.Json);
    }

    // A card stands in its group's language, its buttons in the reader's.
    private static IEnumerable<(string Key, string Word)> Buttons(string file)
    {
        var slice = Path.GetFileNameWithoutExtension(file);
        return JsonNode
            .Parse(File.ReadAllText(file))!
            .AsObject()
            .Where(it => it.Key.StartsWith("button.", StringComparison.Ordinal))
            .Select(it => ($"{slice}.{it.Key}", it.Value!.GetValue<string>()));
    }

    private static byte[] ReadAll(Assembly from, string name)
    {
        using var stream = from.GetManifestResourceStream(name)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private static Part NewPart(string name, byte[] bytes) =>
        new(bytes, TypeOf(name), $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"");

    private static string TypeOf(string name) =>
        Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "application/manifest+json",
        };
}
