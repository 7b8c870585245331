using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Gate;
using NewsBot.Core.Articles;
using NewsBot.Evaluation.Gate.Adversarial;

namespace NewsBot.Evaluation.Gate;

/// <summary>
/// What the gate lets through of harmful edits of true cited sentences, and what it drops of faithful rewordings, by kind.
/// Statements are made by program (<see cref="IRewriter"/>) over any articles: a folder of article files or of gzipped
/// JSON lines with articles. Of every kind the same number is drawn at most, spread over all articles.
/// <para>
/// What it cannot show: edits are of one place in a sentence and follow word lists, while a model's slips have other forms
/// and mix; some edits happen to say nothing false (a name that fits as well), some rewordings are bad English; and kinds
/// that are rare in the articles rest on few statements.
/// </para>
/// </summary>
internal sealed class AdversarialEvaluation : IEvaluation
{
    private const int MostOfKind = 400;

    public string Name => "gate-adversarial";

    public async Task<EvaluationReport> RunAsync(string data, CancellationToken cancellationToken) =>
        Measure(await AdversarialArticles.ReadAsync(data, cancellationToken), MostOfKind);

    public static EvaluationReport Measure(IReadOnlyList<AnalyzedArticle> articles, int mostOfKind)
    {
        var scores = new List<Score>();
        var misses = new List<string>();
        var (harmful, through) = Run(HarmfulEdits.All, "harmful let through: ");
        var (faithful, kept) = Run(FaithfulRewordings.All, "faithful kept: ");
        Run([.. HarmfulEdits.All.Where(edit => edit is not MovedCitation).Select(edit => new EditAfterRewording(edit))], "harmful after a rewording let through: ");
        scores.Insert(0, new Score("faithful dropped", 1 - ((double)kept / Math.Max(1, faithful)), 0.10, $"{faithful - kept}/{faithful}; at most"));
        scores.Insert(0, new Score("harmful let through", (double)through / Math.Max(1, harmful), 0.02, $"{through}/{harmful}; at most"));
        return new EvaluationReport("The gate against edits and rewordings of true sentences", scores, misses);

        (int All, int Passed) Run(IReadOnlyList<IRewriter> rewriters, string prefix)
        {
            int all = 0, passed = 0;
            foreach (var rewriter in rewriters)
            {
                var made = Draw(rewriter, articles, mostOfKind);
                var checks = made.ConvertAll(rewriting => (rewriting, Rejection: StatementCheck.Rejection(new DraftStatement(rewriting.Text, StatementKind.Paraphrase, rewriting.Evidence))));
                var went = checks.Count(check => check.Rejection is null);
                var note = $"{went}/{checks.Count}";
                if (rewriter.Kind == "direction")
                {
                    var unknown = checks.Where(check => HarmfulEdits.IsUnknownPair(check.rewriting.Detail)).ToList();
                    note += $"; of pairs that the gate's list lacks {unknown.Count(check => check.Rejection is null)}/{unknown.Count}";
                }

                scores.Add(new Score(prefix + rewriter.Kind, checks.Count == 0 ? 0 : (double)went / checks.Count, null, note));
                (all, passed) = (all + checks.Count, passed + went);
                misses.AddRange(checks.Where(check => rewriter.IsHarmful == check.Rejection is null).Take(25).Select(check =>
                    string.Create(CultureInfo.InvariantCulture, $"{rewriter.Kind} [{check.Rejection?.Reason} {check.Rejection?.Detail}] ({check.rewriting.Detail}) {check.rewriting.Text}")));
            }

            return (all, passed);
        }
    }

    /// <summary>In turns from all articles, so that long ones do not fill a kind.</summary>
    private static List<Rewriting> Draw(IRewriter rewriter, IReadOnlyList<AnalyzedArticle> articles, int most)
    {
        var random = new Random(20240601);
        var drawn = new List<Rewriting>();
        var names = OtherNames(articles);
        foreach (var article in articles.OrderBy(_ => random.Next()).Take(most * 4))
        {
            if (drawn.Count >= most)
                break;
            var sentences = TrueSentences(article);
            var around = new Neighbourhood(sentences, [.. names.OrderBy(_ => random.Next()).Take(8)]);
            var made = sentences.SelectMany(sentence => rewriter.Of(sentence, around, random)).OrderBy(_ => random.Next());
            drawn.AddRange(articles.Count > 60 ? made.Take(4) : made);
        }

        return [.. drawn.Take(most)];
    }

    private static List<string> OtherNames(IReadOnlyList<AnalyzedArticle> articles) =>
        [.. articles.Take(60).SelectMany(TrueSentences).SelectMany(sentence => SentenceNames.In(sentence.Text)).Select(name => name.Name).Where(name => name.Contains(' ', StringComparison.Ordinal)).Distinct().Take(400)];

    private static List<TrueSentence> TrueSentences(AnalyzedArticle article) =>
    [
        .. article.Analysis.Sentences.Select(sentence => new TrueSentence(article, sentence, article.WithoutDateline(sentence.Span).In(article.Article.Text)))
            .Where(sentence => sentence.Text.Length is > 45 and < 320 && sentence.Text[^1] is '.' or '”' or '"' && sentence.Text.Count(c => c == ' ') is > 6 and < 50 && Regex.IsMatch(sentence.Text, @"^[\p{Lu}“""]") && !sentence.Text.Contains('\n', StringComparison.Ordinal)),
    ];
}
