using NewsBot.Core.Answering;
using NewsBot.Core.Commands.WhoSaid;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Commands.QuoteCheck;

/// <summary>
/// <c>/quote TEXT</c>: whether a quote is real. Verbatim (where, who, when), altered (what differs from the true words),
/// said by somebody else than claimed, or not in the archive.
/// </summary>
internal sealed class QuoteCheckCommand : ICommand
{
    private const int PassagesForNarration = 10;

    public CommandDefinition Definition { get; } = new("quote", "Is this quote real: verbatim, altered or not in the articles", "TEXT", "\"We are strong advocates for a multipolar world\"");

    public async Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var claim = ClaimedQuote.Read(context.Text);
        var found = await QuoteFinder.FindAsync(context.Snapshot, claim.Words, context.Filter, cancellationToken).ConfigureAwait(false);
        if (found is [{ Match.Kind: QuoteMatchKind.Verbatim or QuoteMatchKind.Altered } best, ..])
            return Verdict(claim, best, found);
        if (await NarratedAsync(context, claim.Words, cancellationToken).ConfigureAwait(false) is { } narrated)
            return narrated;
        return AnswerDraft.DeclineWith(
            "Not found: no article in the archive has these words.",
            await NearestArticles.FindAsync(context.Snapshot, claim.Words, context.Filter, cancellationToken).ConfigureAwait(false));
    }

    private static AnswerDraft Verdict(ClaimedQuote claim, FoundQuote best, IReadOnlyList<FoundQuote> found)
    {
        var claimed = claim.Speaker is { } name ? found.FirstOrDefault(quote => quote.Match.Kind == best.Match.Kind && IsSpeaker(quote.Quote.Speaker, name)) : null;
        var shown = claimed ?? best;
        var headline = shown.Match.Kind == QuoteMatchKind.Verbatim ? "Verbatim: the article has exactly these words." : "Altered: the article has these words, but not exactly.";
        if (claim.Speaker is { } speaker && claimed is null && best.Quote.Speaker.Candidates.Count == 0)
            headline = best.Quote.Speaker.Name is null && best.Quote.Speaker.Kind == SpeakerKind.Unknown
                ? $"{headline} It does not say that these are words of {speaker}."
                : $"{headline} But not said by {speaker}: the article gives these words to {QuoteStatement.SpeakerOf(best.Quote).Name}.";
        return new AnswerDraft
        {
            Statements = [QuoteStatement.Of(shown.Article, shown.Quote)],
            Speaker = QuoteStatement.SpeakerOf(shown.Quote),
            Headline = headline,
            Notes = [.. QuoteNotes.Of(shown)],
        };
    }

    private static bool IsSpeaker(Speaker speaker, string claimed)
    {
        if (speaker.Text.Contains(claimed, StringComparison.OrdinalIgnoreCase))
            return true;
        return speaker.Name is { } name && SpeakerDirectory.Build([new SpeakerName(name, 1)]).Find(claimed).Count > 0;
    }

    /// <summary>Words that an article has, but as its own and nobody's.</summary>
    private static async Task<AnswerDraft?> NarratedAsync(CommandContext context, string words, CancellationToken cancellationToken)
    {
        var matcher = new QuoteMatcher(words);
        var sentences = await SentenceSearch.FindAsync(context.Snapshot, words, context.Filter, PassagesForNarration, cancellationToken).ConfigureAwait(false);
        foreach (var sentence in sentences.Take(PassagesForNarration))
        {
            var match = matcher.Match(sentence.Article.Article.Text, [sentence.Sentence.Span]);
            if (match.Kind is not (QuoteMatchKind.Verbatim or QuoteMatchKind.Altered))
                continue;
            return new AnswerDraft
            {
                Statements = [new DraftStatement(sentence.Sentence.Span.In(sentence.Article.Article.Text), StatementKind.Extract, [sentence.Evidence])],
                Headline = match.Kind == QuoteMatchKind.Verbatim
                    ? "Verbatim, but the article's own words: it does not quote anybody with them."
                    : "Altered, and the article's own words: it does not quote anybody with them.",
                Notes = [.. match.Changes.Select(QuoteNotes.Of)],
            };
        }

        return null;
    }
}
