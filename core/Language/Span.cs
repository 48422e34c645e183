using System.Runtime.InteropServices;

namespace MutualAid.Core.Language;

/// <summary>A span of folded text.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Span(int Start, int End)
{
    public bool IsEmpty => End <= Start;

    public int Length => End - Start;

    public string Of(string text) => text[Start..End];
}
