using NewsBot.Core.Answering;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Commands.WhoSaid;

/// <summary><c>/whosaid QUOTE</c>: whose words these are, verbatim, with kind, date and source.</summary>
internal sealed class WhoSaidCommand(IAnswerWriter writer) : ICommand
{
    /// <summary>A paraphrase that shares fewer of the content words is not called one; of a few words it must share nearly all.</summary>
    private const double WeakestParaphrase = 0.36;
    private const double WeakestShortParaphrase = 0.45;
    private const int FewWords = 4;

    private const int MostStatements = 3;

    public CommandDefinition Definition { get; } = new("whosaid", "Who said these words", "QUOTE", "multipolar world");

    public async Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var draft = await FindAsync(context, cancellationToken).ConfigureAwait(false);
        return await writer.WordAsync(context.Wording(WordingTask.WhoSaid, draft), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<AnswerDraft> FindAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var asked = ClaimedQuote.Read(context.Text).Words;
        var found = await QuoteFinder.FindAsync(context.Snapshot, asked, context.Filter, cancellationToken).ConfigureAwait(false);
        var weakest = new QuoteMatcher(asked).ContentWords.Count() <= FewWords ? WeakestShortParaphrase : WeakestParaphrase;
        if (found.Count == 0 || found[0].Match.Score < weakest)
            return AnswerDraft.DeclineWith(
                "I found nobody in the articles who said that.",
                await NearestArticles.FindAsync(context.Snapshot, asked, context.Filter, cancellationToken).ConfigureAwait(false));

        var best = found[0];
        var same = found.Where(quote => quote.Match.Kind == best.Match.Kind && SameWords(quote, best)).ToList();
        var others = found.Except(same).Where(quote => quote.Match.Kind == best.Match.Kind && quote.Match.Score > 0.9 * best.Match.Score);
        var notes = QuoteNotes.Of(best).ToList();
        var copies = same.Select(quote => quote.Article.Article.Id).Distinct().Count() - 1;
        if (copies > 0)
            notes.Add(QuoteNotes.AlsoIn(copies));
        return new AnswerDraft
        {
            Statements = [.. new[] { best }.Concat(others).Take(MostStatements).Select(quote => QuoteStatement.Of(quote.Article, quote.Quote))],
            Speaker = best.Quote.Speaker.Text.Length + (best.Quote.Speaker.Name?.Length ?? 0) > 0 ? QuoteStatement.SpeakerOf(best.Quote) : null,
            Notes = notes,
        };
    }

    /// <summary>One statement that several articles carry.</summary>
    private static bool SameWords(FoundQuote one, FoundQuote other) =>
        string.Equals(one.Quote.Speaker.Name, other.Quote.Speaker.Name, StringComparison.OrdinalIgnoreCase) &&
        new QuoteMatcher(Words(one)).Match(other.Article.Article.Text, other.Quote).Kind is QuoteMatchKind.Verbatim or QuoteMatchKind.Altered;

    private static string Words(FoundQuote found) => string.Join(' ', found.Quote.Content.Select(span => span.In(found.Article.Article.Text)));
}
