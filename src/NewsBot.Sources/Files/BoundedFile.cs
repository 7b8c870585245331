using System.Diagnostics.CodeAnalysis;

namespace NewsBot.Sources.Files;

/// <summary>Opens and reads files whose size is bounded; what cannot be read is told in plain words.</summary>
public static class BoundedFile
{
    /// <summary>The size of a regular file; pipes and devices, which have none, are refused as empty before they can block.</summary>
    public static bool TryMeasure(string path, long most, out long size, out string reason)
    {
        size = 0;
        try
        {
            var info = new FileInfo(path);
            var target = info.LinkTarget is null ? info : info.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
            if (target is not { Exists: true })
            {
                reason = "does not exist";
                return false;
            }

            size = target.Length;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            reason = Reason(fault);
            return false;
        }

        reason = size == 0 ? "is empty" : $"is larger than {Megabytes(most)}";
        return size > 0 && size <= most;
    }

    public static bool TryRead(string path, long most, [NotNullWhen(true)] out byte[]? bytes, out string reason)
    {
        bytes = null;
        if (!TryMeasure(path, most, out var size, out reason))
            return false;
        try
        {
            // No more than was measured is read, should the file grow meanwhile.
            using var handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
            var buffer = new byte[size];
            var read = 0;
            while (read < buffer.Length && RandomAccess.Read(handle, buffer.AsSpan(read), read) is > 0 and var count)
                read += count;
            bytes = read == buffer.Length ? buffer : buffer[..read];
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            reason = Reason(fault);
            return false;
        }
    }

    public static string Reason(Exception fault) => fault switch
    {
        UnauthorizedAccessException => "may not be read",
        FileNotFoundException or DirectoryNotFoundException => "does not exist",
        PathTooLongException => "has too long a path",
        _ => "cannot be read",
    };

    public static string Megabytes(long bytes) => bytes >= 1024 * 1024 ? $"{bytes / (1024.0 * 1024):0.#} MiB" : $"{bytes / 1024.0:0.#} KiB";
}
