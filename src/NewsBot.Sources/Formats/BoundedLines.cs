using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace NewsBot.Sources.Formats;

/// <summary>One line of a file; its bytes are null when it was too long to be read.</summary>
internal readonly record struct FileLine(int Number, ReadOnlyMemory<byte>? Utf8);

/// <summary>Reads a file line by line with bounded memory, whatever it holds.</summary>
internal static class BoundedLines
{
    private const int BufferSize = 64 * 1024;

    /// <param name="stream">UTF-8 text.</param>
    /// <param name="longest">The most bytes that a line may have; longer ones are skipped and say so.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The lines that are not blank. The bytes of a line are valid until the next one is asked for.</returns>
    public static async IAsyncEnumerable<FileLine> ReadAsync(Stream stream, int longest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: BufferSize, leaveOpen: true));
        var number = 1;
        var isSkipping = false;
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            var buffer = result.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end || (result.IsCompleted && !buffer.IsEmpty && TakeRest(buffer, out end)))
            {
                var line = buffer.Slice(0, end);
                if (isSkipping || line.Length > longest)
                    yield return new FileLine(number, null);
                else if (!IsBlank(line))
                    yield return new FileLine(number, line.IsSingleSegment ? line.First : line.ToArray());
                isSkipping = false;
                number++;
                buffer = line.Length < buffer.Length ? buffer.Slice(buffer.GetPosition(1, end)) : buffer.Slice(buffer.End);
            }

            if (result.IsCompleted)
                break;
            if (buffer.Length > longest)
            {
                isSkipping = true;
                buffer = buffer.Slice(buffer.End);
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }

        if (isSkipping)
            yield return new FileLine(number, null);
        await reader.CompleteAsync().ConfigureAwait(false);
    }

    private static bool TakeRest(ReadOnlySequence<byte> buffer, out SequencePosition end)
    {
        end = buffer.End;
        return true;
    }

    private static bool IsBlank(ReadOnlySequence<byte> line)
    {
        foreach (var segment in line)
            if (segment.Span.ContainsAnyExcept(" \t\r"u8))
                return false;
        return true;
    }
}
