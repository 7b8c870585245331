using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Coverage;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;
using NewsBot.Core.Retrieval.Parsing.Parts;

namespace NewsBot.Core.Commands.Ask;

/// <summary>Finds what the parts of a question are answered from, each as if it had been asked alone.</summary>
internal static class PartedRequest
{
    /// <summary>Commands that draft a part by themselves; what asks for another is a question like any.</summary>
    private static readonly string[] Drafting = ["when", "whosaid", "said"];

    public static async Task<AnswerRequest> BuildAsync(
        CommandContext context, Question question, IReadOnlyList<QuestionPart> parts, ArchiveNames names, IEnumerable<ICommand> commands, CancellationToken cancellationToken)
    {
        var drafting = commands.Where(command => Drafting.Contains(command.Definition.Name)).ToDictionary(command => command.Definition.Name);
        var requests = new List<AnswerRequestPart>(parts.Count);
        foreach (var part in parts)
        {
            var (name, text) = FreeTextIntent.Of(part.Text);
            if (drafting.TryGetValue(name, out var command) && text.Length > 0)
            {
                var call = context with { Call = context.Call with { Command = name, Text = text, AsExtracts = true } };
                requests.Add(new AnswerRequestPart(part.Words, null, await command.HandleAsync(call, cancellationToken).ConfigureAwait(false)));
                continue;
            }

            var asked = QuestionParser.Parse(part.Text, context.Now, context.Filter, names);
            if (await CoverageAnswer.FindAsync(asked, context.Snapshot, cancellationToken).ConfigureAwait(false) is { } coverage)
            {
                requests.Add(new AnswerRequestPart(part.Words, null, coverage with { Notes = [.. coverage.Headline is { } headline ? [headline] : Array.Empty<string>(), .. coverage.Notes] }));
                continue;
            }

            requests.Add(new AnswerRequestPart(part.Words, await FindAsync(context, asked, cancellationToken).ConfigureAwait(false)) { Own = part.Own });
        }

        var found = requests.Where(part => part.Request is not null).Select(part => part.Request!).ToList();
        return new AnswerRequest(question, Together(found), context.Snapshot) { Copies = Copies(found), Asker = context.Asker, Parts = requests };
    }

    public static async Task<AnswerRequest> FindAsync(CommandContext context, Question question, CancellationToken cancellationToken)
    {
        var retrieved = await Retriever.FindAsync(question, context.Snapshot, Retriever.DefaultCount, cancellationToken).ConfigureAwait(false);
        return new AnswerRequest(question, retrieved.Evidence, context.Snapshot) { Copies = retrieved.Copies, Asker = context.Asker };
    }

    /// <summary>The evidence of all parts, the best of each before the second best of any; no passage twice.</summary>
    private static List<Evidence> Together(IReadOnlyList<AnswerRequest> parts) =>
    [
        .. parts.SelectMany(part => part.Evidence.Index())
            .OrderBy(entry => entry.Index)
            .Select(entry => entry.Item)
            .DistinctBy(item => (item.Article.Article.Id, item.Passage.Span))
            .Take(Retriever.DefaultCount),
    ];

    private static Dictionary<ArticleId, IReadOnlyList<ArticleHeader>> Copies(IReadOnlyList<AnswerRequest> parts) =>
        parts.SelectMany(part => part.Copies).DistinctBy(entry => entry.Key).ToDictionary(entry => entry.Key, entry => entry.Value);
}
