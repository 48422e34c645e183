using System.Xml;

namespace MutualAid.Core.Imports;

/// <summary>How many bytes may still come out of the parts of a workbook.</summary>
internal sealed class Allowance(long bytes)
{
    private long left = bytes;

    public void Take(int count)
    {
        if ((left -= count) < 0)
            throw new UnreadableSheetException(SheetRefusal.TooLarge);
    }
}

/// <summary>A part of a workbook as it inflates: counts what really comes out, and stops at a tag or a text so long that the reader of XML would drown in it.</summary>
internal sealed class GuardedStream(Stream inner, Allowance allowance, int most) : Stream
{
    private int left = most;
    private int run;
    private bool isTag;
    private bool isFirst;
    private bool isPlain;
    private byte quote;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        allowance.Take(read);
        if ((left -= read) < 0)
            throw new UnreadableSheetException(SheetRefusal.TooLarge);
        Watch(buffer[..read]);
        return read;
    }

    // In UTF-16 every other byte is zero, which is of no account here.
    private void Watch(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var at = NextMark(bytes);
            if ((run += at < 0 ? bytes.Length : at) > Ceilings.Run)
                throw new UnreadableSheetException(SheetRefusal.TooLarge);
            if (at < 0)
                return;
            Pass(bytes[at]);
            bytes = bytes[(at + 1)..];
        }
    }

    private int NextMark(ReadOnlySpan<byte> bytes) =>
        !isTag ? bytes.IndexOf((byte)'<')
        : isFirst ? bytes.IndexOfAnyExcept((byte)0)
        : quote != 0 ? bytes.IndexOf(quote)
        : isPlain ? bytes.IndexOf((byte)'>')
        : bytes.IndexOfAny((byte)'>', (byte)'"', (byte)'\'');

    private void Pass(byte mark)
    {
        if (!isTag)
            (isTag, isFirst, isPlain, quote, run) = (true, true, true, 0, 0);
        else if (isFirst)
            (isFirst, isPlain) = (false, mark is (byte)'!' or (byte)'?');
        else if (quote != 0)
            quote = 0;
        else if (mark == '>')
            (isTag, run) = (false, 0);
        else
            quote = mark;
    }

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>The names of elements and attributes; a sheet has some dozens.</summary>
internal sealed class FewNames : NameTable
{
    private int added;

    public override string Add(char[] key, int start, int len)
    {
        // Known names come back without being kept again.
        if (Get(key, start, len) is { } known)
            return known;
        return ++added > Ceilings.XmlNames ? throw new UnreadableSheetException(SheetRefusal.Broken) : base.Add(key, start, len);
    }
}
