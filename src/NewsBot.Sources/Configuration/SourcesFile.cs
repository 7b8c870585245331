using NewsBot.Core.Corpus;
using NewsBot.Sources.Cleaning;

namespace NewsBot.Sources.Configuration;

/// <summary>
/// A file <c>sources.yaml</c>: a list <c>sources</c> whose entries each have one of <c>path</c>, <c>feed</c>, <c>page</c>,
/// <c>pages</c> and <c>sitemap</c>, and any of <see cref="SourceFields.Names"/>.
/// </summary>
/// <param name="Sources">In the order of the file; each page of <c>pages</c> is a source of its own.</param>
/// <param name="Paused">Places of sources in other files that are paused here, which is how chat pauses what it does not own.</param>
internal sealed record SourcesFile(IReadOnlyList<SourceSettings> Sources, IReadOnlyList<string> Paused)
{
    private const int MostSources = 2000;

    private static readonly Dictionary<string, SourceKind> Kinds = new(StringComparer.Ordinal)
    {
        ["path"] = SourceKind.Files,
        ["feed"] = SourceKind.Feed,
        ["page"] = SourceKind.Page,
        ["pages"] = SourceKind.Page,
        ["sitemap"] = SourceKind.Sitemap,
    };

    public static readonly SourcesFile Empty = new([], []);

    public static bool IsNamedLikeOne(string path) => Path.GetExtension(path).ToLowerInvariant() is ".yaml" or ".yml";

    /// <summary>A file with a fault is no file at all: half of a configuration would take out the articles of the other half.</summary>
    /// <param name="text">The content.</param>
    /// <param name="path">Its full path; paths in it start from its folder.</param>
    /// <returns>The file, or every fault that it has.</returns>
    public static (SourcesFile? File, IReadOnlyList<SourceFailure> Faults) Parse(string text, string path)
    {
        var (tree, line, fault) = YamlTree.Read(text);
        if (fault is not null)
            return (null, [new SourceFailure(path, line, fault)]);
        var reading = new Reading(path);
        var file = reading.Top(tree);
        return reading.Faults.Count == 0 ? (file, []) : (null, reading.Faults);
    }

    private sealed class Reading(string path)
    {
        private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

        public List<SourceFailure> Faults { get; } = [];

        public SourcesFile Top(YamlTree? tree)
        {
            if (tree is null || tree.Scalar is "")
                return Empty;
            if (tree.Items is { } list)
                return new SourcesFile(Sources(list), []);
            if (tree.Fields is not { } fields)
                return Fail(tree.Line, "must have a list \"sources:\"");
            IReadOnlyList<SourceSettings> sources = [];
            IReadOnlyList<string> paused = [];
            foreach (var (name, line, value) in Once(fields))
            {
                if (name == "sources")
                    sources = value.Items is { } items ? Sources(items) : value.Scalar is "" ? [] : Fail(line, "\"sources\" must be a list, whose entries begin with a dash").Sources;
                else if (name == "paused")
                    paused = Texts(value) ?? Fail(line, "\"paused\" must be a list of addresses and paths").Paused;
                else
                    Fail(line, $"has the unknown field \"{SafeText.Excerpt(name)}\"; known are sources and paused");
            }

            return new SourcesFile(sources, paused);
        }

        private List<SourceSettings> Sources(IReadOnlyList<YamlTree> entries)
        {
            var sources = entries.SelectMany(Entry).ToList();
            if (sources.Count > MostSources)
                Fail(entries[0].Line, $"has more than {MostSources} sources");
            foreach (var source in sources)
                if (!_places.TryAdd(source.Place, source.Line))
                    Fail(source.Line, $"has {SafeText.Excerpt(source.Place)} a second time; it is in line {_places[source.Place]} already");
            return sources;
        }

        private List<SourceSettings> Entry(YamlTree entry)
        {
            if (entry.Fields is not { } all)
            {
                Fail(entry.Line, "has an entry that is not a source such as \"- feed: https://...\"");
                return [];
            }

            var fields = Once(all);
            var places = fields.Where(field => Kinds.ContainsKey(field.Name)).ToList();
            if (places.Count != 1)
            {
                Fail(entry.Line, places.Count == 0
                    ? "has a source without a place: one of path, feed, page, pages or sitemap"
                    : $"has a source with several places ({string.Join(", ", places.Select(place => place.Name))}); it must have one");
                return [];
            }

            var sources = Places(places[0].Name, places[0].Line, places[0].Value);
            foreach (var (name, line, value) in fields)
                if (!Kinds.ContainsKey(name))
                    sources = Set(sources, name, line, value);
            return sources;
        }

        private List<SourceSettings> Places(string name, int line, YamlTree value)
        {
            var texts = Texts(value);
            if (texts is null || (name == "pages" ? texts.Count == 0 : value.Items is not null))
            {
                Fail(line, name == "pages" ? "\"pages\" must be a list of addresses" : $"\"{name}\" must have one value");
                return [];
            }

            var sources = new List<SourceSettings>();
            foreach (var (text, at) in texts.Zip(value.Items?.Select(item => item.Line) ?? [line]))
            {
                var fault = "";
                var source = Kinds[name] == SourceKind.Files
                    ? SourceFields.Files(text, Path.GetDirectoryName(path)!, out fault)
                    : SourceFields.At(Kinds[name], text, out fault);
                if (source is null)
                    Fail(at, $"\"{name}\" {fault}: \"{SafeText.Excerpt(text)}\"");
                else
                    sources.Add(source with { File = path, Line = at });
            }

            return sources;
        }

        private List<SourceSettings> Set(List<SourceSettings> sources, string name, int line, YamlTree value)
        {
            if (!SourceFields.Names.Contains(name))
                Fail(line, $"has the unknown field \"{SafeText.Excerpt(name)}\"; known are {string.Join(", ", Kinds.Keys.Concat(SourceFields.Names))}");
            else if (name == "watch" && sources.Exists(source => source.IsLive))
                Fail(line, "\"watch\" is for a path only");
            else if (name is "refresh" or "fulltext" && sources.Exists(source => !source.IsLive))
                Fail(line, $"\"{name}\" is not for a path");
            else if (Texts(value) is not { } texts)
                Fail(line, $"\"{name}\" must have a plain value");
            else
            {
                var changed = new List<SourceSettings>();
                foreach (var source in sources)
                {
                    if (SourceFields.With(source, name, texts, out var fault) is { } with)
                        changed.Add(with);
                    else
                    {
                        Fail(line, $"\"{name}\" {fault}");
                        break;
                    }
                }

                return changed;
            }

            return sources;
        }

        /// <summary>The fields, each name once.</summary>
        private List<(string Name, int Line, YamlTree Value)> Once(IReadOnlyList<(string Name, int Line, YamlTree Value)> fields)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var once = new List<(string, int, YamlTree)>();
            foreach (var field in fields)
            {
                if (seen.Add(field.Name))
                    once.Add(field);
                else
                    Fail(field.Line, $"has the field \"{SafeText.Excerpt(field.Name)}\" twice");
            }

            return once;
        }

        private static IReadOnlyList<string>? Texts(YamlTree value) =>
            value.Scalar is { } one ? [one]
            : value.Items is { } items && items.All(item => item.Scalar is not null) ? [.. items.Select(item => item.Scalar!)]
            : null;

        private SourcesFile Fail(int line, string reason)
        {
            Faults.Add(new SourceFailure(path, line, reason));
            return Empty;
        }
    }
}
