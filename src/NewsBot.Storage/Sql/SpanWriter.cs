using NewsBot.Core.Articles;

namespace NewsBot.Storage.Sql;

/// <summary>Writes numbers, words and spans of one text for <see cref="AnalysisEncoding"/>; <see cref="SpanReader"/> reads them back.</summary>
internal sealed class SpanWriter(Stream stream, string text) : BinaryWriter(stream)
{
    private int _position;

    public void WriteCount(int count) => Write7BitEncodedInt(count);

    /// <summary>Small numbers of either sign take one byte.</summary>
    public void WriteSigned(int value) => Write7BitEncodedInt((value << 1) ^ (value >> 31));

    public void WriteSpan(TextSpan span)
    {
        WriteSigned(span.Start - _position);
        WriteSigned(span.Length);
        _position = span.End;
    }

    public void WriteOptionalSpan(TextSpan? span)
    {
        Write(span is not null);
        if (span is { } value)
            WriteSpan(value);
    }

    public void WriteOptionalNumber(int? value)
    {
        Write(value is not null);
        if (value is { } number)
            WriteSigned(number);
    }

    public void WriteOptional(string? value)
    {
        Write(value is not null);
        if (value is not null)
            Write(value);
    }

    /// <summary>Words that are mostly those of the text at their span.</summary>
    public void WriteWords(string words, TextSpan? span)
    {
        var same = span is { Start: >= 0, Length: >= 0 } at && at.End <= text.Length && at.Of(text).SequenceEqual(words);
        WriteOptional(same ? null : words);
    }
}
