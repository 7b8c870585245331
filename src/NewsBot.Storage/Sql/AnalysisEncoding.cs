using NewsBot.Core.Articles;
using NewsBot.Core.Dates;
using NewsBot.Core.Quotes;

namespace NewsBot.Storage.Sql;

/// <summary>
/// The analysis of an article as bytes: every number a varint, every offset the distance from the one before, and words
/// that the text has at their span left out. A sentence takes about three bytes, a quote about twenty.
/// </summary>
internal static class AnalysisEncoding
{
    private const byte Version = 1;

    public static byte[] Encode(string text, ArticleAnalysis analysis)
    {
        var stream = new MemoryStream(256);
        var writer = new SpanWriter(stream, text);
        writer.Write(Version);
        writer.WriteCount(analysis.Sentences.Count);
        var paragraph = 0;
        foreach (var sentence in analysis.Sentences)
        {
            writer.WriteSpan(sentence.Span);
            writer.WriteSigned(sentence.Paragraph - paragraph);
            paragraph = sentence.Paragraph;
        }

        writer.WriteCount(analysis.Passages.Count);
        foreach (var passage in analysis.Passages)
            writer.WriteSpan(passage.Span);
        writer.WriteCount(analysis.Quotes.Count);
        foreach (var quote in analysis.Quotes)
            WriteQuote(writer, quote);
        writer.WriteCount(analysis.Times.Count);
        foreach (var time in analysis.Times)
            WriteTime(writer, time);
        writer.Flush();
        return stream.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are of another version of the encoding.</exception>
    public static ArticleAnalysis Decode(string text, byte[] bytes)
    {
        var reader = new SpanReader(bytes, text);
        if (reader.ReadByte() != Version)
            throw new InvalidDataException("The stored analysis of an article is of another version.");
        var sentences = new Sentence[reader.ReadCount()];
        var paragraph = 0;
        for (var i = 0; i < sentences.Length; i++)
        {
            var span = reader.ReadSpan();
            paragraph += reader.ReadSigned();
            sentences[i] = new Sentence(span, paragraph);
        }

        var passages = new Passage[reader.ReadCount()];
        for (var i = 0; i < passages.Length; i++)
            passages[i] = new Passage(i, reader.ReadSpan());
        var quotes = new Quote[reader.ReadCount()];
        for (var i = 0; i < quotes.Length; i++)
            quotes[i] = ReadQuote(reader);
        var times = new TimeExpression[reader.ReadCount()];
        for (var i = 0; i < times.Length; i++)
            times[i] = ReadTime(reader);
        return new ArticleAnalysis(sentences, passages, quotes, times);
    }

    private static void WriteQuote(SpanWriter writer, Quote quote)
    {
        writer.Write((byte)quote.Kind);
        writer.Write((byte)quote.Stance);
        writer.Write((byte)quote.Type);
        writer.WriteCount(quote.Content.Count);
        foreach (var span in quote.Content)
            writer.WriteSpan(span);
        writer.WriteOptionalSpan(quote.Cue);
        var speaker = quote.Speaker;
        writer.Write((byte)speaker.Kind);
        writer.WriteOptionalSpan(speaker.Span);
        writer.WriteWords(speaker.Text, speaker.Span);
        writer.WriteOptional(speaker.Name);
        writer.WriteOptional(speaker.Title);
        writer.WriteOptional(speaker.Channel);
        writer.WriteCount(speaker.Candidates.Count);
        foreach (var candidate in speaker.Candidates)
            writer.Write(candidate);
    }

    private static Quote ReadQuote(SpanReader reader)
    {
        var kind = (QuoteKind)reader.ReadByte();
        var stance = (QuoteStance)reader.ReadByte();
        var type = (AttributionType)reader.ReadByte();
        var content = new TextSpan[reader.ReadCount()];
        for (var i = 0; i < content.Length; i++)
            content[i] = reader.ReadSpan();
        var cue = reader.ReadOptionalSpan();
        var speakerKind = (SpeakerKind)reader.ReadByte();
        var speakerSpan = reader.ReadOptionalSpan();
        var speaker = new Speaker
        {
            Kind = speakerKind,
            Span = speakerSpan,
            Text = reader.ReadWords(speakerSpan),
            Name = reader.ReadOptional(),
            Title = reader.ReadOptional(),
            Channel = reader.ReadOptional(),
            Candidates = ReadCandidates(reader),
        };
        return new Quote { Kind = kind, Stance = stance, Type = type, Content = content, Cue = cue, Speaker = speaker };
    }

    private static string[] ReadCandidates(SpanReader reader)
    {
        var count = reader.ReadCount();
        if (count == 0)
            return [];
        var candidates = new string[count];
        for (var i = 0; i < count; i++)
            candidates[i] = reader.ReadString();
        return candidates;
    }

    private static void WriteTime(SpanWriter writer, TimeExpression time)
    {
        writer.WriteSpan(time.Span);
        writer.WriteWords(time.Text, time.Span);
        writer.Write((byte)time.Type);
        writer.Write((byte)time.Precision);
        writer.Write((byte)time.Basis);
        writer.Write(time.Value);
        writer.WriteOptional(time.Modifier);
        writer.WriteOptionalNumber(time.UtcOffsetMinutes);
        writer.Write(time.Interval is not null);
        if (time.Interval is not { } interval)
            return;
        writer.WriteOptionalNumber(interval.Start?.DayNumber);
        writer.WriteOptionalNumber(interval.End?.DayNumber);
    }

    private static TimeExpression ReadTime(SpanReader reader)
    {
        var span = reader.ReadSpan();
        return new TimeExpression
        {
            Span = span,
            Text = reader.ReadWords(span),
            Type = (TimeType)reader.ReadByte(),
            Precision = (DatePrecision)reader.ReadByte(),
            Basis = (TimeBasis)reader.ReadByte(),
            Value = reader.ReadString(),
            Modifier = reader.ReadOptional(),
            UtcOffsetMinutes = reader.ReadOptionalNumber(),
            Interval = reader.ReadBoolean() ? new DateInterval(ReadDay(reader), ReadDay(reader)) : null,
        };
    }

    private static DateOnly? ReadDay(SpanReader reader) =>
        reader.ReadOptionalNumber() is { } day ? DateOnly.FromDayNumber(day) : null;
}
