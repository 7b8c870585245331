using System.Globalization;

namespace NewsBot.Storage;

/// <summary>
/// The folder with all state, held by one process at a time. The hold is a lock of the operating system on a file, so it
/// ends with the process however that ends; the process number beside it only serves the message.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    /// <summary>EWOULDBLOCK of Linux and of macOS, and the sharing violation of Windows.</summary>
    private static readonly int[] HeldElsewhere = [11, 35, unchecked((int)0x80070020)];

    public const string StoreName = "articles.db";
    public const string IndexName = "index";
    public const string VectorsName = "vectors";
    public const string LockName = "lock";
    public const string ProcessName = "process";

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream @lock)
    {
        Path = path;
        _lock = @lock;
    }

    public string Path { get; }

    public string StorePath => StorePathIn(Path);

    public string IndexPath => System.IO.Path.Combine(Path, IndexName);

    public string VectorsPath => System.IO.Path.Combine(Path, VectorsName);

    public static string StorePathIn(string folder) => System.IO.Path.Combine(System.IO.Path.GetFullPath(folder), StoreName);

    /// <returns>The folder, or why it cannot be had.</returns>
    public static (DataFolder? Folder, string? Failure) Open(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, $"The data folder {path} cannot be created.");
        }

        var processFile = System.IO.Path.Combine(path, ProcessName);
        try
        {
            var held = new FileStream(System.IO.Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var folder = new DataFolder(path, held);
            folder.WriteProcess(processFile);
            return (folder, null);
        }
        catch (IOException e) when (HeldElsewhere.Contains(e.HResult))
        {
            return (null, $"The data folder {path} is in use by {(ReadProcess(processFile) is { } id ? $"process {id}" : "another process")}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, $"The data folder {path} cannot be written to.");
        }
    }

    public void Dispose() => _lock.Dispose();

    /// <summary>Bytes of all files.</summary>
    public long Size() => new DirectoryInfo(Path).EnumerateFiles("*", SearchOption.AllDirectories).Sum(LengthOf);

    private static long LengthOf(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            return 0; // A merge took it away meanwhile.
        }
    }

    private void WriteProcess(string file)
    {
        try
        {
            File.WriteAllText(file, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception)
        {
            Dispose();
            throw;
        }
    }

    private static int? ReadProcess(string file)
    {
        try
        {
            return int.TryParse(File.ReadAllText(file), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
