using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Storage;

namespace NewsBot.Evaluation.Answers;

/// <summary>The articles of a data set in a real corpus in a folder of its own, which is deleted with it.</summary>
internal sealed class EvaluationCorpus : IDisposable
{
    private readonly string _folder;
    private readonly CorpusStore _store;

    private EvaluationCorpus(string folder, CorpusStore store)
    {
        _folder = folder;
        _store = store;
        Snapshot = store.Acquire();
    }

    public ICorpusSnapshot Snapshot { get; }

    public static async Task<EvaluationCorpus> BuildAsync(IEnumerable<AnalyzedArticle> articles, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("newsbot-evaluation-").FullName;
        var opened = await CorpusStore.OpenAsync(folder, TimeProvider.System, NullLoggerFactory.Instance, cancellationToken);
        if (!opened.TryGet(out var store, out var failure))
            throw new IOException(failure);
        await using (var update = await store.BeginUpdateAsync(cancellationToken))
        {
            foreach (var article in articles)
                await update.PutAsync(article, cancellationToken);
            await update.CommitAsync(cancellationToken);
        }

        return new EvaluationCorpus(folder, store);
    }

    public static AnalyzedArticle Article(string id, string title, string text, string source, string? url, DateOnly published) => ArticleAnalyzer.Analyze(new Article
    {
        Id = new ArticleId(id),
        Title = title,
        Text = text,
        Source = source,
        Published = PublicationTime.OnDay(published),
        Url = url,
        Language = "en",
        Origin = "evaluation#" + id,
        ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id + text))),
    });

    public static DateOnly Day(string text) => DateOnly.Parse(text.Replace('/', '-')[..10], CultureInfo.InvariantCulture);

    public void Dispose()
    {
        Snapshot.Dispose();
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
