using System.Text.Json;

namespace NewsBot.EndToEnd.Tests.Discord.Support;

/// <summary>Articles that a test writes, changes and takes away, in a file that the bot reads.</summary>
internal sealed class OwnArticles(string file)
{
    private readonly SortedDictionary<string, string> _lines = new(StringComparer.Ordinal);

    public string File => file;

    /// <summary>Adds an article, or changes the one of that id.</summary>
    public OwnArticles Put(string id, string title, string text, DateTimeOffset published)
    {
        _lines[id] = JsonSerializer.Serialize(new { id, title, text, source = "Fiction Wire", published = published.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture), url = $"https://wire.fiction.example/{id}" });
        System.IO.File.WriteAllLines(file, _lines.Values);
        return this;
    }

    public OwnArticles Remove(string id)
    {
        _lines.Remove(id);
        System.IO.File.WriteAllLines(file, _lines.Values);
        return this;
    }
}
