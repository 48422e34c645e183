namespace MutualAid.Core.Language;

/// <summary>Adds up the parts of a number while it is read from left to right.</summary>
internal struct Sum
{
    private const decimal Ceiling = 1_000_000_000_000_000_000m;
    private decimal total;
    private decimal section;
    private decimal number;
    private decimal last;
    private bool hasNumber;
    private bool zeroed;
    private int positional;

    public Sum() { }

    public bool Fresh { get; private set; } = true;
    public bool HasDigit { get; private set; }
    public bool LastWasArabic { get; private set; }
    public bool Done { get; set; }

    public readonly bool TakesNumber => !hasNumber && !Done;

    public void Arabic(decimal value)
    {
        (number, hasNumber, LastWasArabic, Fresh, HasDigit) = (value, true, true, false, false);
    }

    public void Add(decimal value)
    {
        section = Cap(section + value);
        (last, Fresh, zeroed) = (10, false, false);
    }

    public void Digit(int digit)
    {
        (number, hasNumber, HasDigit, LastWasArabic, Fresh, positional) = (digit, true, true, false, false, 1);
    }

    /// <summary>一二三 and 二〇二六: digits one after another, when nothing but digits came before.</summary>
    public bool Positional(int digit)
    {
        if (section != 0 || total != 0 || zeroed)
        {
            return false;
        }

        number = Cap((number * 10) + digit);
        positional++;
        return true;
    }

    public readonly bool TakesZero(string text, int i)
    {
        var next = i + 1 < text.Length ? text[i + 1] : '\0';
        var followed = Numerals.IsDigit(next) || next == '十';
        return HasDigit ? section == 0 && total == 0 && !zeroed : !LastWasArabic && (Fresh || (last > 0 && followed));
    }

    public int Zero(int i)
    {
        if (HasDigit)
        {
            number = Cap(number * 10);
            positional++;
        }
        else if (Fresh)
        {
            Digit(0);
        }
        else
        {
            zeroed = true;
        }

        return i + 1;
    }

    public readonly bool Takes(decimal multiplier, string text, int i)
    {
        var next = i + 1 < text.Length ? text[i + 1] : '\0';
        var isMeasure = multiplier == 1000 && next is '克' or '瓦' or '米' or '伏' && text[i] == '千';
        if (Done || isMeasure || (multiplier == 100 && next == '分') || (positional > 1 && hasNumber && HasDigit))
        {
            return false;
        }

        if (multiplier >= 10_000)
        {
            return !Fresh && (hasNumber || section > 0 || total > 0);
        }

        // 十 may stand alone (十二, 一百十二); 百 and 千 need a digit, but for 百来个 and 千把个.
        var bare = multiplier == 10 || next is '来' or '把' or '余' or '十';
        var smaller = last == 0 || multiplier < last || last >= 10_000;
        return smaller && (hasNumber ? !(LastWasArabic && multiplier == 10 && last == 0) : bare && (Fresh || multiplier == 10));
    }

    public void Multiply(decimal multiplier)
    {
        if (multiplier >= 10_000)
        {
            var part = section + (hasNumber ? number : 0);
            total = multiplier == 100_000_000 || total == 0 ? Cap((total + part) * multiplier) : Cap(total + (part * multiplier));
            section = 0;
        }
        else
        {
            section = Cap(section + ((hasNumber ? number : 1) * multiplier));
        }

        (number, hasNumber, HasDigit, LastWasArabic, Fresh, zeroed, last) = (0, false, false, false, false, false, multiplier);
    }

    /// <summary>两百五 is 250 and 一万二 12,000: a last digit without its multiplier counts tenths of the one before.</summary>
    public readonly decimal Total()
    {
        var tenths = hasNumber && !zeroed && last > 10 && number is >= 1 and <= 9 && positional <= 1 && number == decimal.Truncate(number);
        return Cap(total + section + (hasNumber ? (tenths ? number * last / 10 : number) : 0));
    }

    private static decimal Cap(decimal value) => value > Ceiling ? Ceiling : value;
}
