namespace MutualAid.Core.Language.Lists;

/// <summary>Reads a pasted WeChat chain (接龙) or a list of goods, and writes one back. Pure, linear, never throws.</summary>
public static class PastedLists
{
    /// <summary>What the text says; <see cref="PastedList.Nothing"/> when it is no list.</summary>
    public static PastedList Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = ListLine.Of(text);
        if (lines.Count == 0)
        {
            return PastedList.Nothing;
        }

        var isChain = ChainList.IsMarked(lines);
        return (isChain ? null : ChatPaste.Read(lines) ?? GoodsTable.Read(lines)) ?? ChainList.Read(lines, isChain) ?? PastedList.Nothing;
    }

    /// <summary>The list as text to paste; read again, it is the same list.</summary>
    public static string Write(PastedList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return ListText.Of(list);
    }
}
