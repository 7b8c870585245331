using System.Runtime.CompilerServices;
using System.Text;

namespace NewsBot.Batch;

/// <summary>A line of an input, or what is wrong with it.</summary>
internal readonly record struct InputLine(int Number, string Text, string? Problem)
{
    /// <summary>A longer line is not a request, and is never held in memory.</summary>
    public const int LongestLine = 16 * 1024 * 1024;

    /// <summary>Reads lines one after the other as they come. Empty ones are passed over, and counted.</summary>
    public static async IAsyncEnumerable<InputLine> ReadAsync(TextReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new char[64 * 1024];
        var line = new StringBuilder();
        var number = 1;
        var tooLong = false;
        int read;
        while ((read = await reader.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            var from = 0;
            while (from < read)
            {
                var end = Array.IndexOf(buffer, '\n', from, read - from);
                var part = (end < 0 ? read : end) - from;
                tooLong |= line.Length + part > LongestLine;
                if (!tooLong)
                    line.Append(buffer, from, part);
                if (end < 0)
                    break;
                if (Finished(line, number, tooLong) is { } finished)
                    yield return finished;
                line.Clear();
                tooLong = false;
                number++;
                from = end + 1;
            }
        }

        if (Finished(line, number, tooLong) is { } last)
            yield return last;
    }

    private static InputLine? Finished(StringBuilder line, int number, bool tooLong)
    {
        if (tooLong)
            return new InputLine(number, "", $"longer than {LongestLine} characters");
        var text = line.ToString().Trim().Trim('\uFEFF');
        return text.Length == 0 ? null : new InputLine(number, text, null);
    }
}
