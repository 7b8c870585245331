using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;

namespace NewsBot.Evaluation.Answers;

/// <summary>
/// Weekly news quizzes (RealTime QA, Kasai et al. 2022) over the articles of their weeks: for each week one archive, asked
/// at the date of the question.
/// <list type="bullet">
/// <item>reply contains answer: the reply's sentences and short answer, without citations, hold the answer's words together
/// (<see cref="NormalizedText"/>); over all questions, declined ones included.</item>
/// <item>wrong short answers: short answers that neither hold the answer nor are held by it, of all short answers given.</item>
/// <item>four-choice accuracy: <see cref="ChoiceScorer"/> picks one of the four choices from the evidence.</item>
/// </list>
/// </summary>
internal sealed class RealTimeQaEvaluation : IEvaluation
{
    public string Name => "realtimeqa";

    public async Task<EvaluationReport> RunAsync(string data, CancellationToken cancellationToken)
    {
        var articles = await ArticlesAsync(data, cancellationToken);
        var tally = new Tally();
        foreach (var file in Directory.GetFiles(data, "questions.*.jsonl").Order(StringComparer.Ordinal))
        {
            var questions = new List<QuizQuestion>();
            await foreach (var line in EvaluationLines.ReadAsync(file, cancellationToken))
                questions.Add(QuizQuestion.Read(line));
            foreach (var week in questions.GroupBy(question => question.Week))
                await AskAsync(week, articles[week.Key], tally, cancellationToken);
        }

        return tally.Report();
    }

    private static async Task<ILookup<string, AnalyzedArticle>> ArticlesAsync(string data, CancellationToken cancellationToken)
    {
        var articles = new List<(string Week, AnalyzedArticle Article)>();
        foreach (var file in Directory.GetFiles(data, "articles.*.jsonl.gz").Order(StringComparer.Ordinal))
            await foreach (var line in EvaluationLines.ReadAsync(file, cancellationToken))
            {
                var host = Uri.TryCreate(line.Text("url"), UriKind.Absolute, out var url) ? url.Host.Replace("www.", "", StringComparison.Ordinal) : "";
                var article = EvaluationCorpus.Article(line.Text("id"), line.Text("title"), line.Text("text"), host, line.Text("url"), EvaluationCorpus.Day(line.Text("published")));
                foreach (var week in line.Texts("weeks"))
                    articles.Add((week, article));
            }

        return articles.ToLookup(pair => pair.Week, pair => pair.Article);
    }

    private static async Task AskAsync(IEnumerable<QuizQuestion> questions, IEnumerable<AnalyzedArticle> articles, Tally tally, CancellationToken cancellationToken)
    {
        using var built = await EvaluationCorpus.BuildAsync(articles.DistinctBy(article => article.Article.Id), cancellationToken);
        var corpus = built.Snapshot;
        var archive = await ArchiveNames.ReadAsync(corpus, cancellationToken);
        foreach (var asked in questions)
        {
            var question = QuestionParser.Parse(asked.Text, asked.Now, ArticleFilter.All, archive);
            var found = await Retriever.FindAsync(question, corpus, Retriever.DefaultCount, cancellationToken);
            var draft = await new ExtractiveWriter().WriteAsync(new AnswerRequest(question, found.Evidence, corpus) { Copies = found.Copies }, cancellationToken);
            var choice = await ChoiceScorer.PickAsync(question, asked.Choices, corpus, cancellationToken);
            tally.Add(asked, question, draft, choice, found.Evidence);
        }
    }

    private sealed class Tally
    {
        private readonly List<string> _misses = [];
        private int _questions;
        private int _contained;
        private int _declined;
        private int _sentences;
        private int _inEvidence;
        private int _chosen;
        private int _short;
        private int _shortWrong;

        public void Add(QuizQuestion asked, Question question, AnswerDraft draft, int choice, IReadOnlyList<Evidence> evidence)
        {
            var reply = string.Join(' ', draft.Statements.Select(statement => statement.Text).Append(draft.ShortAnswer ?? ""));
            var contained = asked.Answers.Any(answer => NormalizedText.Contains(reply, answer));
            var inEvidence = evidence.Any(item => asked.Answers.Any(answer => NormalizedText.Contains(item.Passage.Span.In(item.Article.Article.Text), answer)));
            _contained += contained ? 1 : 0;
            _declined += draft.Statements.Count == 0 ? 1 : 0;
            _sentences += draft.Statements.Count - (draft.ShortAnswer is not null && draft.Statements.Count > 0 && draft.Statements[0].Text.EndsWith("**", StringComparison.Ordinal) ? 1 : 0);
            _inEvidence += inEvidence ? 1 : 0;
            _chosen += choice == asked.Answer ? 1 : 0;
            var wrong = false;
            if (draft.ShortAnswer is { } brief)
            {
                wrong = !asked.Answers.Any(answer => NormalizedText.Contains(brief, answer) || NormalizedText.Contains(answer, brief));
                _short++;
                _shortWrong += wrong ? 1 : 0;
            }

            // Only every other question is looked at, so that the rest tells whether a cure is general.
            if (_questions++ % 2 == 0 && (!contained || wrong || choice != asked.Answer))
                _misses.Add($"{(contained ? "contained" : inEvidence ? "in evidence" : "not in evidence")}; short {draft.ShortAnswer} {(wrong ? "WRONG" : "")}; chose {(choice == asked.Answer ? "right" : asked.Choices[choice])}: " +
                    $"{asked.Text} -> {string.Join('/', asked.Answers)} [{question.Kind} {string.Join(' ', question.Focus)}; {string.Join(' ', question.Terms)}; {string.Join(", ", question.Names.Select(name => name.Text))}] {draft.Decline}\n    " +
                    string.Join("\n    ", draft.Statements.Select(statement => statement.Text)));
        }

        public EvaluationReport Report() => new(
            "RealTime QA",
            [
                new("reply contains answer", (double)_contained / _questions, 0.42, $"{_contained} of {_questions}"),
                new("four-choice accuracy", (double)_chosen / _questions, 0.60, $"{_chosen} of {_questions}"),
                new("wrong short answers", _short == 0 ? 0 : (double)_shortWrong / _short, 0.25, $"{_shortWrong} of {_short}"),
                new("passages found contain answer", (double)_inEvidence / _questions),
                new("declined", (double)_declined / _questions),
                new("sentences in a reply", (double)_sentences / Math.Max(1, _questions - _declined)),
            ],
            _misses);
    }
}
