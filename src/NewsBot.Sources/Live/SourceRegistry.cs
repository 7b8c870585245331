using NewsBot.Core.Commands.Source;
using NewsBot.Core.Corpus;
using NewsBot.Sources.Cleaning;
using NewsBot.Sources.Configuration;

namespace NewsBot.Sources.Live;

/// <summary>
/// The sources as <c>/source</c> shows and changes them. What an admin of a server adds is for that server alone, and
/// nobody but the operator changes what is for others too; the operator's own files are never written to.
/// </summary>
internal sealed class SourceRegistry(SourceCatalog catalog, SourceStates states, SourceTrials trials, IReadOnlyList<string> named) : ISourceRegistry, ISourceAccess
{
    private const int MostOfOneServer = 100;

    public HiddenOrigins HiddenFrom(Audience audience) => catalog.HiddenFrom(audience, named);

    public IReadOnlyList<SourceReport> List(Audience audience) => [.. catalog.Read(named).Sources.Where(source => MaySee(source, audience)).Select(Report)];

    public Task<SourceTrial> TryAsync(string address, CancellationToken cancellationToken) => trials.TryAsync(address, cancellationToken);

    public async Task<SourceChange> AddAsync(
        string address, IReadOnlyList<KeyValuePair<string, string>> fields, Audience audience, CancellationToken cancellationToken)
    {
        if (SourceFields.At(SourceKind.Any, address, out var fault) is not { } source)
            return No($"{SafeText.Excerpt(address)} {fault}.");
        foreach (var (name, value) in fields)
        {
            if (!SourceFields.Names.Contains(name) || name is "watch" or "paused")
                return No($"There is no setting \"{SafeText.Excerpt(name)}\"; there are name, timezone, language, refresh, servers, fulltext and keep.");
            if (name == "servers" && !audience.SeesAll)
                return No("Only the operator may say for which servers a source is; what you add is for this server.");
            if (SourceFields.With(source, name, name == "servers" ? value.Split(',', StringSplitOptions.TrimEntries) : [value], out fault) is not { } with)
                return No($"\"{name}\" {fault}.");
            source = with;
        }

        if (!audience.SeesAll && audience.Server is null)
            return No("Sources are added in a server, by those who may manage it.");
        if (audience.Server is { } server)
            source = source with { Servers = [server] };
        if (catalog.Read(named).Sources.FirstOrDefault(other => other.Place == source.Place) is { } known)
            return Join(known, audience);
        if (audience.Server is { } own && catalog.Chat.Read().File.Sources.Count(other => other.Servers.Contains(own)) >= MostOfOneServer)
            return No($"This server has {MostOfOneServer} sources already, which is the most.");

        var trial = await trials.TryAsync(source.Place, cancellationToken).ConfigureAwait(false);
        if (trial.Kind is null)
            return No($"{source.Place} was not added: it {trial.Problem}.");
        var kind = Enum.Parse<SourceKind>(trial.Kind, ignoreCase: true);
        source = source with { Kind = kind, Refresh = fields.Any(field => field.Key == "refresh") ? source.Refresh : SourceSettings.UsualRefresh(kind) };
        return Changed(file => file with { Sources = [.. file.Sources, source] }, $"The {trial.Kind} {source.Place} was added{(source.Servers.Count > 0 && !audience.SeesAll ? " for this server" : "")}.");
    }

    public SourceChange Remove(string address, Audience audience)
    {
        var (known, problem) = Own(address, audience);
        if (known is null)
            return No(problem);
        if (audience is { SeesAll: false, Server: { } server } && known.Servers.Count > 1)
            return Changed(Replaced(known, known with { Servers = [.. known.Servers.Where(other => other != server)] }), $"{known.Described} is no longer read for this server.");
        return Changed(file => file with { Sources = [.. file.Sources.Where(source => source.Place != known.Place)] }, $"{known.Described} was removed.");
    }

    public SourceChange Pause(string address, bool isPaused, Audience audience)
    {
        var known = Find(address, audience);
        if (known is null)
            return No(Unknown(address));
        if (known.Paused == isPaused)
            return No($"{known.Described} is {(isPaused ? "paused already" : "not paused")}.");
        if (!MayChange(known, audience))
            return No($"{known.Described} is for other servers too, so only the operator can do that.");
        var said = isPaused ? $"{known.Described} is paused: its articles stay, and nothing new is read." : $"{known.Described} is read again, at the next reload or when it is due.";
        if (catalog.Chat.Read().File.Sources.Any(source => source.Place == known.Place))
            return Changed(Replaced(known, known with { Paused = isPaused }), said);
        var isPausedInChat = catalog.Chat.Read().File.Paused.Contains(known.Place);
        if (!isPaused && !isPausedInChat)
            return No($"{known.Described} is paused in {known.File}, line {known.Line}; please change it there.");
        return Changed(file => file with { Paused = isPaused ? [.. file.Paused, known.Place] : [.. file.Paused.Where(place => place != known.Place)] }, said);
    }

    /// <summary>A feed that another server added already is read once, for both.</summary>
    private SourceChange Join(SourceSettings known, Audience audience)
    {
        if (audience.Server is not { } server || known.Servers.Count == 0 || known.Servers.Contains(server) || audience.SeesAll)
            return No($"{known.Described} is there already.");
        return catalog.Chat.Read().File.Sources.Any(source => source.Place == known.Place)
            ? Changed(Replaced(known, known with { Servers = [.. known.Servers, server] }), $"{known.Place} was added for this server.")
            : No($"{known.Place} is kept for other servers by the operator.");
    }

    private (SourceSettings? Source, string Problem) Own(string address, Audience audience)
    {
        var known = Find(address, audience);
        if (known is null)
            return (null, Unknown(address));
        if (!catalog.Chat.Read().File.Sources.Any(source => source.Place == known.Place))
            return (null, known.File is null
                ? $"{known.Described} was named when the bot was started; it can be paused here, and removed there."
                : $"{known.Described} is in {(audience.SeesAll ? $"{known.File}, line {known.Line}" : "the operator's configuration")}; it can be paused here, and removed there.");
        var isOfServer = audience.Server is { } server && known.Servers.Contains(server);
        return audience.SeesAll || isOfServer ? (known, "") : (null, $"{known.Described} is for other servers too, so only the operator can do that.");
    }

    /// <summary>By its address as typed or as stored, or by its name.</summary>
    private SourceSettings? Find(string address, Audience audience)
    {
        var place = SourceFields.At(SourceKind.Any, address, out _)?.Place ?? address;
        var seen = catalog.Read(named).Sources.Where(source => MaySee(source, audience)).ToList();
        return seen.Find(source => source.Place == place) ?? seen.Find(source => string.Equals(source.Name, address, StringComparison.OrdinalIgnoreCase));
    }

    private static bool MaySee(SourceSettings source, Audience audience) =>
        audience.SeesAll || source.Servers.Count == 0 || (audience.Server is { } server && source.Servers.Contains(server));

    private static bool MayChange(SourceSettings source, Audience audience) =>
        audience.SeesAll || (audience.Server is { } server && source.Servers is [var only] && only == server);

    private SourceReport Report(SourceSettings source)
    {
        var report = new SourceReport(source.Place, KindName(source), source.Name) { IsPaused = source.Paused, Servers = source.Servers, IsLive = source.IsLive };
        if (!source.IsLive)
            return report;
        var state = states.Of(source.Place);
        return report with
        {
            LastSuccess = state.LastSuccess,
            LastFailure = state.LastFailure,
            Reason = state.Reason,
            FailuresInRow = state.FailuresInRow,
            Due = state.Due,
        };
    }

    private string KindName(SourceSettings source) => (source.Kind == SourceKind.Any ? states.Of(source.Place).Kind ?? SourceKind.Any : source.Kind) switch
    {
        SourceKind.Any => "address",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    private static Func<SourcesFile, SourcesFile> Replaced(SourceSettings before, SourceSettings after) =>
        file => file with { Sources = [.. file.Sources.Select(source => source.Place == before.Place ? after : source)] };

    private SourceChange Changed(Func<SourcesFile, SourcesFile> change, string said)
    {
        if (catalog.Chat.Change(change) is { } problem)
            return No($"Nothing was changed: {problem}");
        catalog.Read(named);
        return new SourceChange(true, said);
    }

    private static SourceChange No(string message) => new(false, message);

    private static string Unknown(string address) => $"There is no source {SafeText.Excerpt(address)}. /source list shows them.";
}
