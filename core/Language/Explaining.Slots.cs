namespace MutualAid.Core.Language;

/// <summary>What each part of the meaning was read from.</summary>
public sealed partial class Explaining
{
    private void Slots()
    {
        foreach (var item in meaning.Items)
        {
            Slot("items", item.Name, null);
            Amount("quantity", item.Quantity, item.Unit);
        }

        Slot("community", meaning.Community, null);
        Urgent();
        Moment("by", meaning.By);
        Slot("provider", meaning.Provider, null);
        Slot("donor", meaning.Donor, null);
        Number();
        Amount("quantity", meaning.Quantity, null);
        Slot("title", meaning.Title, null);
        Moment("start", meaning.Start);
        Slot("speaker", meaning.Speaker, null);
        Slot("filter", meaning.Filter, null);
        Slot("text", meaning.Intent == "unknown" ? null : meaning.Text, null);
        foreach (var skill in meaning.Skills)
        {
            Slot("skills", skill, null);
        }
    }

    private void Slot(string slot, string? typed, string? value)
    {
        var at = typed is null ? -1 : Find(typed);
        if (at >= 0)
        {
            Slot(slot, new Span(at, at + typed!.Length), value ?? typed);
        }
    }

    private void Slot(string slot, Span span, string value)
    {
        reasons.Add(new Reason(ReasonKind.Slot, message.Slice(span)) { Slot = slot, Value = value });
        used.Add(span);
    }

    // The first place that nothing else was made of, else the first.
    private int Find(string typed)
    {
        for (
            var at = message.Text.IndexOf(typed, StringComparison.Ordinal);
            at >= 0;
            at = message.Text.IndexOf(typed, at + 1, StringComparison.Ordinal)
        )
        {
            if (!used.Exists(span => span.Start < at + typed.Length && at < span.End))
            {
                return at;
            }
        }

        return message.Text.IndexOf(typed, StringComparison.Ordinal);
    }

    private void Amount(string slot, decimal? quantity, string? unit)
    {
        if (quantity is not { } value)
        {
            return;
        }

        foreach (var amount in Clauses.Of(message.Masked(Phones.Find(message.Folded))).SelectMany(clause => clause.Amounts))
        {
            var span = new Span(amount.Start, amount.End);
            if (amount.Value == value && !used.Exists(other => other.Start < span.End && span.Start < other.End))
            {
                Slot(slot, span, value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture) + unit);
                return;
            }
        }
    }

    private void Urgent()
    {
        if (meaning.Urgent && Supplies.Urgent(message.Folded) is { Length: > 0 } span)
        {
            Slot("urgent", span, "true");
        }
    }

    private void Moment(string slot, When? when)
    {
        if (when is not null && message.Moments.Find(moment => moment.When == when) is { } said)
        {
            Slot(slot, new Span(said.Start, Math.Min(said.End, message.Text.Length)), when.ToString());
        }
    }

    private void Number()
    {
        if (meaning.Number is not { } number)
        {
            return;
        }

        var span =
            message.Reference is { } reference && reference.Number == number ? new Span(reference.Start, reference.End) : Digits(number);
        if (!span.IsEmpty)
        {
            Slot("request", span, $"#{number}");
        }
    }

    private Span Digits(int number)
    {
        for (var i = start; i < message.Folded.Length; i++)
        {
            if (References.Number(message.Folded, i) is { } said && said.Value == number)
            {
                return new Span(i, said.End);
            }
        }

        return default;
    }
}
