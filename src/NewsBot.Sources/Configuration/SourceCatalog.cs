using NewsBot.Core.Corpus;
using NewsBot.Sources.Cleaning;

namespace NewsBot.Sources.Configuration;

/// <summary>All sources that are configured now, and what is wrong with the configuration.</summary>
internal sealed record SourceSet(IReadOnlyList<SourceSettings> Sources, IReadOnlyList<SourceFailure> Faults);

/// <summary>
/// Puts together what is configured: files, folders, addresses and sources files that were named, and what was added in
/// chat. The files are read anew each time, so that a change needs no restart.
/// </summary>
internal sealed class SourceCatalog
{
    private readonly ConfigurationFolder _folder;
    private readonly RestrictedPlaces _restricted;
    private volatile SourceSet? _current;

    public SourceCatalog(string dataFolder)
    {
        _folder = new ConfigurationFolder(dataFolder);
        _restricted = new RestrictedPlaces(dataFolder);
        Chat = new ChatSources(dataFolder, _folder);
    }

    public ChatSources Chat { get; }

    /// <summary>What was configured when it was last read.</summary>
    public SourceSet Current(IReadOnlyList<string> named) => _current ?? Read(named);

    /// <summary>What somebody may not see: sources restricted to servers that are not theirs, and those that once were restricted and are gone.</summary>
    public HiddenOrigins HiddenFrom(Audience audience, IReadOnlyList<string> named)
    {
        if (audience.SeesAll)
            return HiddenOrigins.None;
        var restricted = Current(named).Sources.Where(source => source.Servers.Count > 0 && (audience.Server is null || !source.Servers.Contains(audience.Server)));
        return new HiddenOrigins(restricted.Select(source => FileGlob.FolderOf(source.Place)).Concat(_restricted.Gone));
    }

    /// <param name="named">Files, folders, globs, addresses and sources files, as on the command line.</param>
    public SourceSet Read(IReadOnlyList<string> named)
    {
        var faults = new List<SourceFailure>();
        var sources = new Dictionary<string, SourceSettings>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var name in named)
            Add(Named(name, faults));
        var (chat, chatFaults) = Chat.Read();
        faults.AddRange(chatFaults);
        Add(chat.Sources);
        foreach (var place in chat.Paused)
            if (sources.TryGetValue(place, out var paused))
                sources[place] = paused with { Paused = true };
        var set = new SourceSet([.. order.Select(place => sources[place])], faults);
        _restricted.Remember(set);
        return _current = set;

        // Named first wins; an operator's settings win over chat's.
        void Add(IEnumerable<SourceSettings> some)
        {
            foreach (var source in some)
                if (sources.TryAdd(source.Place, source))
                    order.Add(source.Place);
        }
    }

    private IReadOnlyList<SourceSettings> Named(string name, List<SourceFailure> faults)
    {
        if (IsAddress(name))
        {
            if (SourceFields.At(SourceKind.Any, name, out var fault) is { } source)
                return [source];
            faults.Add(new SourceFailure(SafeText.Excerpt(name), null, fault));
            return [];
        }

        if (SourceFields.Files(name, Environment.CurrentDirectory, out var reason) is not { } files)
        {
            faults.Add(new SourceFailure(SafeText.Excerpt(name), null, reason));
            return [];
        }

        if (!SourcesFile.IsNamedLikeOne(files.Place) || files.Place == Chat.Path)
            return files.Place == Chat.Path ? [] : [files];
        var (file, found) = _folder.Read(files.Place);
        faults.AddRange(found);
        return file.Sources;
    }

    /// <summary>Whether something named as a source is an address and no path.</summary>
    public static bool IsAddress(string name) =>
        name.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || name.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
