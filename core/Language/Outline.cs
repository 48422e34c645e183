using System.Text;

namespace MutualAid.Core.Language;

/// <summary>The words of a message with its amounts, things, moments, places and numbers each as one capital: 给P送N个G.</summary>
internal static class Outline
{
    public static string Of(Message message)
    {
        var text = message.Folded;
        var kinds = new char[text.Length];
        Mark(kinds, 'N', Clauses.Of(text).SelectMany(clause => clause.Amounts).Select(amount => new Span(amount.Start, amount.End)));
        Mark(kinds, 'G', Things(text));
        Mark(kinds, 'T', message.Moments.Select(moment => new Span(moment.Start, moment.End)));
        Mark(kinds, 'P', message.Places.Select(place => new Span(place.Start, place.End)));
        foreach (var (span, kind) in Numbers(message))
        {
            Mark(kinds, kind, [span]);
        }

        return Write(text, kinds);
    }

    private static IEnumerable<Span> Things(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Goods.Heads.At(text, i) is var head and > 1)
            {
                yield return new Span(i, i + head);
                i += head - 1;
            }
        }
    }

    private static IEnumerable<(Span Span, char Kind)> Numbers(Message message)
    {
        for (var i = 0; i < message.Folded.Length; i++)
        {
            if (References.At(message.Folded, i, message.Context.Now) is { } found)
            {
                var kind = found.Kind switch
                {
                    ReferenceKind.Class => 'K',
                    ReferenceKind.Shift => 'S',
                    _ => 'R',
                };
                yield return (new Span(i, found.End), kind);
                i = Math.Max(i, found.End - 1);
            }
        }
    }

    private static void Mark(char[] kinds, char kind, IEnumerable<Span> spans)
    {
        foreach (var span in spans)
        {
            for (var i = span.Start; i < Math.Min(span.End, kinds.Length); i++)
            {
                kinds[i] = kind == 'G' && kinds[i] != '\0' ? kinds[i] : kind;
            }
        }
    }

    private static string Write(string text, char[] kinds)
    {
        var outline = new StringBuilder("^");
        for (var i = 0; i < text.Length; i++)
        {
            if (kinds[i] == '\0')
            {
                outline.Append(text[i] is '\n' or '\t' || char.IsSurrogate(text[i]) || char.IsControl(text[i]) ? ' ' : text[i]);
            }
            else if (i == 0 || kinds[i - 1] != kinds[i])
            {
                outline.Append(kinds[i]);
            }
        }

        return outline.Append('$').ToString();
    }
}
