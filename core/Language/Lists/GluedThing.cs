namespace MutualAid.Core.Language.Lists;

/// <summary>Finds the thing that is glued to a name: 小庞酸奶2箱, 小曲粥一碗.</summary>
internal static class GluedThing
{
    /// <summary>Where the thing begins; the end when there is none. Only a nickname or the list itself makes it sure.</summary>
    public static int Find(string text, int start, int end, ThingNames things, out bool isSure)
    {
        for (var at = start + 1; at < end; at++)
        {
            var (name, thing) = (text[start..at], text[at..end]);
            var isNick = Names.IsNick(name) && Goods.Heads.Is(thing);
            if (isNick || (at < end - 1 && (things.Says(thing) || (at > start + 1 && Goods.Heads.Is(thing)))))
            {
                isSure = isNick || things.IsSure(thing);
                return at;
            }
        }

        isSure = true;
        return end;
    }
}
