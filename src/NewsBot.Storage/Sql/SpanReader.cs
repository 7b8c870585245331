using NewsBot.Core.Articles;

namespace NewsBot.Storage.Sql;

/// <summary>Reads what <see cref="SpanWriter"/> wrote.</summary>
internal sealed class SpanReader(byte[] bytes, string text) : BinaryReader(new MemoryStream(bytes, writable: false))
{
    private int _position;

    public int ReadCount() => Read7BitEncodedInt();

    public int ReadSigned()
    {
        var value = Read7BitEncodedInt();
        return (int)((uint)value >> 1) ^ -(value & 1);
    }

    public TextSpan ReadSpan()
    {
        var start = _position + ReadSigned();
        _position = start + ReadSigned();
        return new TextSpan(start, _position);
    }

    public TextSpan? ReadOptionalSpan() => ReadBoolean() ? ReadSpan() : null;

    public int? ReadOptionalNumber() => ReadBoolean() ? ReadSigned() : null;

    public string? ReadOptional() => ReadBoolean() ? ReadString() : null;

    public string ReadWords(TextSpan? span) => ReadOptional() ?? span!.Value.In(text);
}
