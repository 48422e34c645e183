namespace MutualAid.Core.Language;

/// <summary>A message with what is found in it once: moments, places, references.</summary>
internal sealed class Message
{
    private List<Moment>? moments;
    private List<(int Start, int End)>? places;
    private Reference? reference;
    private bool soughtReference;

    public Message(string text, ReadingContext context)
    {
        (Text, Context) = (text, context);
        Folded = Retractions.Strike(Dialect.Align(Folding.Align(text)));
    }

    public string Text { get; }
    public string Folded { get; }
    public ReadingContext Context { get; }

    public List<Moment> Moments => moments ??= FindMoments();

    public List<(int Start, int End)> Places => places ??= Language.Places.FindAll(Folded, Context.KnownCommunities);

    public Reference? Reference
    {
        get
        {
            if (!soughtReference)
            {
                (reference, soughtReference) = (References.Find(Folded, Context.Now), true);
            }

            return reference;
        }
    }

    public Message From(int at) => new(Text[at..], Context);

    public string Slice(int start, int end) => Text[start..end];

    public string Slice(Span span) => Text[span.Start..span.End];

    /// <summary>The folded text with moments, places and further spans struck out.</summary>
    public string Masked(params IEnumerable<Span> more)
    {
        return Strike(Places.Select(p => new Span(p.Start, p.End)).Concat(more));
    }

    /// <summary>As <see cref="Masked"/>, but places stay: they may stand in a title.</summary>
    public string WithoutMoments(params IEnumerable<Span> more) => Strike(more);

    private string Strike(IEnumerable<Span> more)
    {
        var masked = Folded.ToCharArray();
        var spans = Moments.Select(m => new Span(m.Start, m.End)).Concat(more);
        foreach (var span in spans)
        {
            for (var i = Math.Max(0, span.Start); i < Math.Min(span.End, masked.Length); i++)
            {
                masked[i] = '\u0001';
            }
        }

        return new string(masked);
    }

    private List<Moment> FindMoments()
    {
        var found = new List<Moment>();
        for (var i = 0; i < Folded.Length; i++)
        {
            if (DateScan.At(Folded, i, Context.Now) is { } moment)
            {
                found.Add(moment);
                i = Math.Max(i, moment.End - 1);
            }
        }

        return found;
    }
}
