using Microsoft.SemanticKernel;
using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Gate;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Models.Evidence;

namespace NewsBot.Models.Planning;

/// <summary>
/// The commands as functions that a model may call while it answers one question. Each runs the same handler as the
/// command, over the same revision and within the same limits as the question; what it finds passes the gate and comes back
/// as numbered evidence. Lookups are counted, and beyond their number nothing is found any more.
/// </summary>
internal sealed class NewsPlugin(IEnumerable<ICommand> commands, AnswerGate gate, AnswerRequest request, NumberedEvidence evidence, int mostLookups)
{
    private const string Name = "news";
    private const int LongestText = 500;
    private readonly Dictionary<string, ICommand> _commands = commands.ToDictionary(command => command.Definition.Name, StringComparer.Ordinal);
    private int _lookups;

    public KernelPlugin Functions() => KernelPluginFactory.CreateFromFunctions(Name, NewsTool.All.Select(Function));

    private KernelFunction Function(NewsTool tool) => KernelFunctionFactory.CreateFromMethod(
        (string text, CancellationToken cancellationToken) => LookUpAsync(tool, text, cancellationToken),
        tool.Name,
        tool.Description,
        [new KernelParameterMetadata("text") { Description = tool.Text, IsRequired = true, ParameterType = typeof(string) }]);

    private async Task<string> LookUpAsync(NewsTool tool, string text, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _lookups) > mostLookups)
            return "No more lookups: answer now from what you have.";
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
            return $"The text must have 1 to {LongestText} characters.";
        request.Asker.Progress?.Report($"Looking up: {tool.Name.Replace('_', ' ')}");
        var question = request.Question;
        var call = new CommandCall
        {
            Command = tool.Command,
            Text = text,
            Caller = new Caller(request.Asker.Account, IsAdmin: false),
            Source = question.Filter.Source,
            Published = question.Filter.Published,
            Now = question.Now,
            AsExtracts = true,
        };
        var draft = await _commands[tool.Command].HandleAsync(new CommandContext(call, request.Snapshot, question.Now), cancellationToken).ConfigureAwait(false);
        var answer = gate.Check(draft, request.Snapshot);
        return Numbered(draft, answer);
    }

    private string Numbered(AnswerDraft draft, Answer answer)
    {
        if (answer.Statements.Count == 0)
            return answer.Message ?? "Nothing found.";
        var passed = answer.Statements.Select(statement => statement.Text).ToHashSet(StringComparer.Ordinal);
        var lines = draft.Statements.Where(statement => passed.Contains(statement.Text)).SelectMany(statement => statement.Evidence)
            .Select(span => evidence.TryAdd(span.Article, span.Span, _ => true))
            .OfType<string>()
            .ToList();
        return lines.Count > 0 ? string.Join('\n', lines) : "Nothing that you have not been given already.";
    }
}
