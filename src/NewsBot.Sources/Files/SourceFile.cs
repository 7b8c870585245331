namespace NewsBot.Sources.Files;

internal enum FileFormat
{
    Text,
    Markdown,
    JsonLines,
    Json,
}

/// <summary>A file to be read.</summary>
/// <param name="Path">The full path: the same wherever the program is started.</param>
/// <param name="PlaceKey">
/// The path from the source folder on, the folder's own name included, with <c>/</c>: it stays when the folder is moved,
/// and differs between two folders that have a file of one name.
/// </param>
/// <param name="Format">How to read it.</param>
internal sealed record SourceFile(string Path, string PlaceKey, FileFormat Format)
{
    /// <returns>The format that a file's extension stands for; null for other files.</returns>
    public static FileFormat? FormatOf(string path) => System.IO.Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".txt" or ".text" => FileFormat.Text,
        ".md" or ".markdown" => FileFormat.Markdown,
        ".jsonl" or ".ndjson" => FileFormat.JsonLines,
        ".json" => FileFormat.Json,
        _ => null,
    };
}
