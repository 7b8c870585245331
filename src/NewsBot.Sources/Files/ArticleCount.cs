namespace NewsBot.Sources.Files;

/// <summary>Counts the articles of files without reading them as such: one a file, and one a line of JSON Lines.</summary>
internal static class ArticleCount
{
    private const int BufferSize = 1 << 16;

    /// <returns>Null where a file can only be counted by reading it, or not at all.</returns>
    public static int? Of(IEnumerable<(SourceFile? File, Core.Corpus.SourceFailure? Failure)> walk, FileSourceOptions options, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var (file, _) in walk)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (file is { Format: FileFormat.Json })
                return null;
            if (file is not { Format: FileFormat.JsonLines })
                count++;
            else if (BoundedFile.TryMeasure(file.Path, options.MaxJsonLinesBytes, out var size, out _) && Lines(file.Path, size) is { } lines)
                count += lines;
            else
                return null;
        }

        return count;
    }

    private static int? Lines(string path, long size)
    {
        try
        {
            using var handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
            Span<byte> buffer = new byte[BufferSize];
            var lines = 0;
            var last = (byte)'\n';
            for (long at = 0; at < size;)
            {
                var read = RandomAccess.Read(handle, buffer, at);
                if (read == 0)
                    break;
                lines += buffer[..read].Count((byte)'\n');
                last = buffer[read - 1];
                at += read;
            }

            return last == '\n' ? lines : lines + 1;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
