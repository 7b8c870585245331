using NewsBot.Core.Articles;

namespace NewsBot.Core.Corpus;

/// <summary>
/// Sources whose articles somebody may not see: values of <see cref="Article.Origin"/>, or folders that origins lie in. Immutable,
/// so that what was worked out for one can be kept.
/// </summary>
public sealed class HiddenOrigins
{
    public static readonly HiddenOrigins None = new([]);

    private readonly HashSet<string> _origins;

    public HiddenOrigins(IEnumerable<string> origins)
    {
        _origins = new HashSet<string>(origins.Select(ArticleOrigin.Absolute), StringComparer.Ordinal);
        Origins = [.. _origins.Order(StringComparer.Ordinal)];
        Key = string.Join('\n', Origins);
    }

    public bool IsEmpty => _origins.Count == 0;

    public IReadOnlyList<string> Origins { get; }

    /// <summary>The same for two that hide the same; empty for none.</summary>
    public string Key { get; }

    /// <summary>What hiding goes by: the file or address of an origin, without the line.</summary>
    public static string PlaceOf(string origin) => ArticleOrigin.Split(origin).File;

    public bool Hides(string origin) => ArticleOrigin.IsWithin(origin, _origins);
}

/// <summary>Who will see an answer, as far as sources are meant for some only. The default sees what everybody may see.</summary>
/// <param name="Server">The server in which it is shown; null outside of any.</param>
/// <param name="SeesAll">Whether all sources may be shown: to whoever runs the program on its own machine.</param>
public readonly record struct Audience(string? Server, bool SeesAll = false)
{
    public static readonly Audience Operator = new(null, SeesAll: true);
}

/// <summary>Knows which sources are meant for whom.</summary>
public interface ISourceAccess
{
    HiddenOrigins HiddenFrom(Audience audience);
}
