using Microsoft.Extensions.Logging;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answering.Gate;

/// <summary>
/// The only way out for an answer. Checks every statement against the words it is said to rest on, whoever wrote it;
/// drops what fails; numbers the citations of what is left 1, 2, 3 ... in the order of their first use; and turns a draft
/// of which nothing is left into a decline with the nearest articles and the reach of the archive.
/// </summary>
public sealed class AnswerGate(ILogger<AnswerGate> logger)
{
    /// <summary>The meter that counts statements: <c>gate.statements.passed</c> by kind, <c>gate.statements.rejected</c> by kind and reason.</summary>
    public const string MeterName = "NewsBot.Gate";

    private const string NothingChecked = "I found nothing in the articles that answers this.";

    public Answer Check(AnswerDraft draft, ICorpusSnapshot snapshot)
    {
        if (draft.Message is { } message)
            return new Answer { Status = AnswerStatus.Answered, Message = message, Notes = draft.Notes, Revision = snapshot.Revision };

        var citations = new List<Citation>();
        var statements = new List<Statement>();
        foreach (var statement in Passing(draft.Statements))
        {
            GateMeter.Pass(statement.Kind);
            statements.Add(new Statement(statement.Text, statement.Kind, Number(statement, citations)));
        }

        return statements.Count == 0
            ? new Answer
            {
                Status = AnswerStatus.Declined,
                Message = draft.Decline ?? NothingChecked,
                Nearest = [.. draft.Nearest.OrderByDescending(header => header.Published.Instant).ThenBy(header => header.Id.Value, StringComparer.Ordinal)],
                Reach = snapshot.Reach,
                Notes = draft.Notes,
                Revision = snapshot.Revision,
            }
            : new Answer
            {
                Status = AnswerStatus.Answered,
                Statements = statements,
                Citations = citations,
                ShortAnswer = draft.ShortAnswer is { } brief && statements[0].Text.Contains(brief, StringComparison.Ordinal) ? brief : null,
                Headline = draft.Headline,
                Speaker = draft.Speaker,
                Date = draft.Date,
                Notes = draft.Notes,
                Revision = snapshot.Revision,
            };
    }

    /// <summary>
    /// The statements that pass, for a writer that looks before it sends. What is dropped is counted here, where it is dropped;
    /// what passes is counted when it goes out through <see cref="Check"/>, so that every statement counts once.
    /// </summary>
    public IReadOnlyList<DraftStatement> Passing(IReadOnlyList<DraftStatement> statements)
    {
        var places = new Dictionary<(ArticleId, TextSpan), Place>();
        var passing = new List<DraftStatement>(statements.Count);
        foreach (var statement in statements)
        {
            if (StatementCheck.Rejection(statement, Read) is not { } rejection)
            {
                passing.Add(statement);
                continue;
            }

            GateMeter.Reject(statement.Kind, rejection.Reason);
            logger.LogDebug("Statement dropped: {Reason}: {Detail}", rejection.Reason, rejection.Detail);
        }

        return passing;

        Place Read(EvidenceSpan evidence)
        {
            var key = (evidence.Article.Article.Id, evidence.Span);
            return places.TryGetValue(key, out var known) && ReferenceEquals(known.Article, evidence.Article) ? known : places[key] = new Place(evidence);
        }
    }

    /// <summary>One number for each place in an article, widened to whole sentences.</summary>
    private static List<int> Number(DraftStatement statement, List<Citation> citations)
    {
        var numbers = new SortedSet<int>();
        foreach (var evidence in statement.Evidence)
        {
            var article = evidence.Article.Article;
            var span = WholeSentences(evidence.Article, evidence.Span);
            var known = citations.Find(citation => citation.Article == article.Id && citation.Span == span);
            if (known is null)
            {
                known = new Citation(
                    citations.Count + 1, article.Id, article.Title, article.Source, article.Published, article.Url, span.In(article.Text), span);
                citations.Add(known);
            }

            numbers.Add(known.Number);
        }

        return [.. numbers];
    }

    private static TextSpan WholeSentences(AnalyzedArticle article, TextSpan span)
    {
        var covered = span;
        foreach (var sentence in article.Analysis.Sentences)
            if (sentence.Span.Overlaps(span))
                covered = TextSpan.Cover(covered, sentence.Span);
        return covered;
    }
}
