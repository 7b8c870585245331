using NewsBot.Core.Answering;
using NewsBot.Core.Commands.Reload;
using NewsBot.Core.Corpus;

namespace NewsBot.Core.Commands.Source;

/// <summary><c>/source add URL</c>, <c>remove</c>, <c>pause</c>, <c>resume</c>, <c>list</c>, <c>test URL</c>: which outlets are read.</summary>
internal sealed class SourceCommand(ISourceRegistry registry, Reloader reloader, ReloadSources sources) : ICommand
{
    private const string Usage = "/source takes one of: add URL, remove URL, pause URL, resume URL, list, test URL. After add URL there may be "
        + "name:\"...\" timezone:Europe/Berlin language:en refresh:30m keep:90d fulltext:yes.";

    public CommandDefinition Definition { get; } = new(
        "source", "Adds, removes, pauses, lists or tries the feeds and pages that are read", "add | remove | pause | resume | list | test [URL]",
        "add https://example.com/feed.xml", AdminOnly: true);

    public async Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var request = SourceRequest.Parse(context.Text);
        var audience = context.Call.Audience;
        if (request.Action == "list")
            return AnswerDraft.Say(SourceText.List(registry.List(audience), context.Now));
        if (request.Action is not ("add" or "remove" or "pause" or "resume" or "test"))
            return AnswerDraft.Say(Usage);
        if (request.Address.Length == 0)
            return AnswerDraft.Say($"/source {request.Action} needs an address, for example: /source {request.Action} https://example.com/feed.xml");
        if (request.Fields.Count > 0 && request.Action != "add")
            return AnswerDraft.Say($"/source {request.Action} takes an address and nothing else.");
        switch (request.Action)
        {
            case "test":
                return AnswerDraft.Say(SourceText.Trial(request.Address, await registry.TryAsync(request.Address, cancellationToken).ConfigureAwait(false)));
            case "add":
                context.Call.Progress?.Report("Looking at the address");
                var added = await registry.AddAsync(request.Address, request.Fields, audience, cancellationToken).ConfigureAwait(false);
                return await ReloadedAsync(added, "read", context, cancellationToken).ConfigureAwait(false);
            case "remove":
                return await ReloadedAsync(registry.Remove(request.Address, audience), "taken out", context, cancellationToken).ConfigureAwait(false);
            default:
                return AnswerDraft.Say(registry.Pause(request.Address, request.Action == "pause", audience).Message);
        }
    }

    /// <summary>Brings the archive to the change at once, unless a reload is under way, which then must not be waited for.</summary>
    private async Task<AnswerDraft> ReloadedAsync(SourceChange change, string done, CommandContext context, CancellationToken cancellationToken)
    {
        if (!change.Succeeded)
            return AnswerDraft.Say(change.Message);
        var request = new ReloadRequest(sources.Paths, context.Call.Caller.Name) { Scope = ReadingScope.New };
        var outcome = await reloader.ReloadAsync(request, null, cancellationToken).ConfigureAwait(false);
        return AnswerDraft.Say(outcome switch
        {
            { Report: { } report } => $"{change.Message} It has been {done}: {ChangeReportText.Of(report)}",
            { Busy: not null } => $"{change.Message} A reload is under way; it is {done} with the next one.",
            _ => $"{change.Message} It is {done} with the next reload. {ChangeReportText.Of(outcome)}",
        });
    }
}
