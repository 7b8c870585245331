using System.Globalization;
using NewsBot.Core.Answering;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Commands.Said;

/// <summary><c>/said PERSON [about TOPIC]</c>: what somebody said, verbatim, newest article first; time words bound the articles' publication.</summary>
internal sealed class SaidCommand : ICommand
{
    private const int MostStatements = 8;
    private const int MostQuotes = 500;

    public CommandDefinition Definition { get; } = new("said", "What somebody said, newest first", "PERSON [about TOPIC]", "Lukashenko about China");

    public async Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var time = QuestionTime.Of(context.Text, context.Anchor);
        var filter = context.Filter;
        if (time.Interval is { } asked && filter.Published == default)
            filter = filter with { Published = asked };
        var query = SaidQuery.Parse(time.Strip(context.Text));
        var speakers = await context.Snapshot.SpeakersAsync(cancellationToken).ConfigureAwait(false);
        var entries = SpeakerDirectory.Build(speakers.Select(speaker => new SpeakerName(speaker.Name, speaker.Quotes))).Find(query.Person);
        var several = entries;
        if (entries.Count > 1 && SpeakerDirectory.WhoStandsOut(entries) is { } foremost)
            entries = [foremost];
        if (entries.Count > 1)
            return AnswerDraft.DeclineWith($"Several speakers answer to \"{query.Person}\": {string.Join(", ", entries.Take(6).Select(entry => Described(entry, speakers)))}. Whom do you mean?");
        if (entries.Count == 0)
            return AnswerDraft.DeclineWith(
                $"The articles quote nobody called \"{query.Person}\".",
                await NearestArticles.FindAsync(context.Snapshot, context.Text, context.Filter, cancellationToken).ConfigureAwait(false));

        var entry = entries[0];
        var quotes = await QuotesAsync(context.Snapshot, entry, query.Topic, filter, cancellationToken).ConfigureAwait(false);
        if (quotes.Count == 0)
            return AnswerDraft.DeclineWith(
                query.Topic is null ? $"Nothing that {entry.Name} said is in the range you asked for." : $"The articles have nothing that {entry.Name} said about \"{query.Topic}\".",
                await NearestArticles.FindAsync(context.Snapshot, context.Text, context.Filter, cancellationToken).ConfigureAwait(false));

        var notes = new List<string>();
        if (several.Count > 1)
            notes.Add($"I took \"{query.Person}\" for {Described(entry, speakers)}; also quoted: {string.Join(", ", several.Where(other => other.Name.Contains(' ') && other.Name != entry.Name).Take(4).Select(other => other.Name))}.");
        if (time.Phrase is { } range)
            notes.Add($"In articles published in the time asked about: {range}.");
        if (quotes.Count > MostStatements)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"The newest {MostStatements} of {quotes.Count} quotes."));
        if (entry.Spellings.Count > 1)
            notes.Add($"Spelled in the articles: {string.Join(", ", entry.Spellings)}.");
        return new AnswerDraft
        {
            Statements = [.. quotes.Take(MostStatements).Select(quote => QuoteStatement.Of(quote.Article, quote.Quote))],
            Speaker = new AnswerSpeaker(entry.Name, speakers.FirstOrDefault(speaker => entry.Spellings.Contains(speaker.Name) && speaker.Title is not null)?.Title, []),
            Notes = notes,
        };
    }

    /// <summary>What they assert, newest article first; the same words in another article count once.</summary>
    private static async Task<IReadOnlyList<(AnalyzedArticle Article, Quote Quote)>> QuotesAsync(
        ICorpusSnapshot snapshot, SpeakerEntry entry, string? topic, ArticleFilter filter, CancellationToken cancellationToken)
    {
        var refs = await snapshot.QuotesByAsync([.. entry.Spellings], filter, MostQuotes, cancellationToken).ConfigureAwait(false);
        var articles = await snapshot.ArticlesAsync([.. refs.Select(quote => quote.Article).Distinct()], cancellationToken).ConfigureAwait(false);
        var byId = articles.ToDictionary(article => article.Article.Id);
        var about = topic is null ? null : SentenceSearch.Weights(snapshot, topic);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var quotes = new List<(AnalyzedArticle, Quote)>();
        foreach (var reference in refs)
        {
            if (!byId.TryGetValue(reference.Article, out var article))
                continue;
            var quote = article.Analysis.Quotes[reference.Ordinal];
            if (quote is not { Stance: QuoteStance.Asserted, Type: AttributionType.Assertion } || (about is not null && !IsAbout(article, quote, about)))
                continue;
            if (seen.Add(string.Join(' ', quote.Content.SelectMany(span => Tokenizer.Tokenize(article.Article.Text, span)).Select(token => token.Term))))
                quotes.Add((article, quote));
        }

        return quotes;
    }

    /// <summary>Half of the topic's weight must be in the quote's own paragraph, and something of it in the quote or its sentence.</summary>
    private static bool IsAbout(AnalyzedArticle article, Quote quote, Dictionary<string, double> topic)
    {
        var text = article.Article.Text;
        var sentences = article.Analysis.Sentences;
        var own = sentences.Where(sentence => quote.Content.Any(content => content.Overlaps(sentence.Span))).ToList();
        if (own.Count == 0)
            return false;
        var near = Terms(text, own);
        var wide = Terms(text, sentences.Where(sentence => own.Exists(o => o.Paragraph == sentence.Paragraph)));
        return topic.Keys.Any(near.Contains) && topic.Where(term => wide.Contains(term.Key)).Sum(term => term.Value) >= 0.5 * topic.Values.Sum();
    }

    private static HashSet<string> Terms(string text, IEnumerable<Sentence> sentences) =>
        [.. sentences.SelectMany(sentence => Tokenizer.Tokenize(text, sentence.Span)).Select(token => token.Term)];

    private static string Described(SpeakerEntry entry, IReadOnlyList<SpeakerCount> speakers) =>
        speakers.FirstOrDefault(speaker => entry.Spellings.Contains(speaker.Name) && speaker.Title is not null) is { Title: { } title } ? $"{entry.Name} ({title})" : entry.Name;
}
