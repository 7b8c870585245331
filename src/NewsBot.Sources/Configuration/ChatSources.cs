using System.Globalization;
using System.Text;
using NewsBot.Core.Corpus;

namespace NewsBot.Sources.Configuration;

/// <summary>
/// The sources that were added in chat, in a file of their own in the data folder: <c>sources.yaml</c>. It is written as a
/// whole, so comments in it are lost; the files of operators are never written to.
/// </summary>
internal sealed class ChatSources(string dataFolder, ConfigurationFolder folder)
{
    private readonly Lock _lock = new();

    public string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(dataFolder, "sources.yaml"));

    public (SourcesFile File, IReadOnlyList<SourceFailure> Faults) Read() => File.Exists(Path) ? folder.Read(Path) : (SourcesFile.Empty, []);

    /// <summary>Reads, changes and writes as one.</summary>
    /// <param name="change">Gives the new content.</param>
    /// <returns>Why nothing was written; null when it was.</returns>
    public string? Change(Func<SourcesFile, SourcesFile> change)
    {
        lock (_lock)
        {
            var (file, faults) = Read();
            if (faults.Count > 0)
                return $"{faults[0]}. Please mend the file first.";
            try
            {
                ConfigurationFolder.Replace(Path, Text(change(file)));
                return null;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                return $"{Path} cannot be written to.";
            }
        }
    }

    private static string Text(SourcesFile file)
    {
        var text = new StringBuilder("# The sources that were added in chat. The bot writes this file anew with every change.\nsources:\n");
        foreach (var source in file.Sources)
        {
            var kind = source.Kind switch { SourceKind.Page => "page", SourceKind.Sitemap => "sitemap", SourceKind.Files => "path", _ => "feed" };
            text.Append(CultureInfo.InvariantCulture, $"  - {kind}: {Quoted(source.Place)}\n");
            Field("name", source.Name);
            Field("timezone", source.TimeZone?.Id);
            Field("language", source.Language);
            Field("refresh", source.IsLive && source.Refresh != SourceSettings.UsualRefresh(source.Kind) ? $"{source.Refresh.TotalSeconds:0}s" : null);
            Field("fulltext", source.FullText switch { true => "yes", false => "no", null => null });
            Field("keep", source.KeepCount is { } count ? $"{count} articles" : source.KeepAge is { } age ? $"{age.TotalHours:0}h" : null);
            Field("paused", source.Paused ? "yes" : null);
            if (source.Servers.Count > 0)
                text.Append(CultureInfo.InvariantCulture, $"    servers: [{string.Join(", ", source.Servers.Select(Quoted))}]\n");
        }

        if (file.Paused.Count > 0)
            text.Append("paused:\n");
        foreach (var place in file.Paused)
            text.Append(CultureInfo.InvariantCulture, $"  - {Quoted(place)}\n");
        return text.ToString();

        void Field(string name, string? value)
        {
            if (value is not null)
                text.Append(CultureInfo.InvariantCulture, $"    {name}: {Quoted(value)}\n");
        }
    }

    /// <summary>In double quotes, with everything escaped that is not plain.</summary>
    private static string Quoted(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in value)
            _ = c is '"' or '\\' ? quoted.Append('\\').Append(c) : c is < ' ' or '\u007f' or '\u0085' or '\u2028' or '\u2029' ? quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : quoted.Append(c);
        return quoted.Append('"').ToString();
    }
}
