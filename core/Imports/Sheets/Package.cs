using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;

namespace MutualAid.Core.Imports;

/// <summary>The parts of an Open Packaging file (ECMA-376 part 2), read with no trust in what it says of itself.</summary>
internal sealed class Package : IDisposable
{
    private static readonly byte[] EndOfDirectory = [0x50, 0x4b, 0x05, 0x06];

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = Ceilings.InflatedBytes,
    };

    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Allowance allowance = new(Ceilings.InflatedBytes);

    public Package(byte[] file)
    {
        // Before the list itself is read: it may hold a hundred thousand names.
        var end = file.AsSpan().LastIndexOf(EndOfDirectory);
        if (end < 0 || end + 12 > file.Length)
            throw new UnreadableSheetException(SheetRefusal.Broken);
        if (BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(end + 10)) > Ceilings.Parts)
            throw new UnreadableSheetException(SheetRefusal.TooLarge);
        zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
            parts.TryAdd(Plain(entry.FullName), entry);
    }

    public bool Has(string part) => parts.ContainsKey(Plain(part));

    public IEnumerable<string> Parts => parts.Keys;

    /// <summary>Null: there is no such part.</summary>
    /// <param name="most">So many bytes of it are read.</param>
    public XmlReader? Open(string part, int most = Ceilings.InflatedBytes)
    {
        if (!parts.TryGetValue(Plain(part), out var entry))
            return null;
        if (entry.IsEncrypted)
            throw new UnreadableSheetException(SheetRefusal.Protected);
        var settings = Settings.Clone();
        (settings.NameTable, settings.CloseInput) = (new FewNames(), true);
        return XmlReader.Create(new GuardedStream(entry.Open(), allowance, most), settings);
    }

    /// <summary>What a part points at: kind and part by id. What lies outside of the file is not followed.</summary>
    public IReadOnlyDictionary<string, (string Kind, string Part)> Relations(string part)
    {
        var found = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        var slash = part.LastIndexOf('/');
        var (folder, name) = (slash < 0 ? "" : part[..(slash + 1)], part[(slash + 1)..]);
        using var xml = Open($"{folder}_rels/{name}.rels", Ceilings.ListBytes);
        while (xml?.Next() == true)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship" || xml.GetAttribute("TargetMode") == "External")
                continue;
            if (xml.GetAttribute("Id") is { } id && xml.GetAttribute("Type") is { } kind && xml.GetAttribute("Target") is { } target)
                found[id] = (kind[(kind.LastIndexOf('/') + 1)..], Resolve(folder, target));
        }

        return found;
    }

    public void Dispose() => zip.Dispose();

    private static string Plain(string name) => name.Replace('\\', '/').TrimStart('/');

    private static string Resolve(string folder, string target)
    {
        var whole = target.Replace('\\', '/') is var plain && plain.StartsWith('/') ? plain : folder + plain;
        var steps = new List<string>();
        foreach (var step in whole.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
                steps.RemoveRange(Math.Max(0, steps.Count - 1), Math.Min(1, steps.Count));
            else if (step != ".")
                steps.Add(step);
        }

        return string.Join('/', steps);
    }
}

internal static class Reading
{
    /// <summary>The next node; a tree as deep as no workbook is refused.</summary>
    public static bool Next(this XmlReader xml)
    {
        if (!xml.Read())
            return false;
        return xml.Depth <= Ceilings.XmlDepth ? true : throw new UnreadableSheetException(SheetRefusal.Broken);
    }

    public static bool IsStart(this XmlReader xml, string name) => xml.NodeType == XmlNodeType.Element && xml.LocalName == name;

    public static bool IsEnd(this XmlReader xml, string name) => xml.NodeType == XmlNodeType.EndElement && xml.LocalName == name;

    public static int? Figure(this XmlReader xml, string attribute) =>
        int.TryParse(
            xml.GetAttribute(attribute),
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out var figure
        )
            ? figure
            : null;
}
