namespace NewsBot.Storage.Vectors;

/// <summary>The articles of the revision that served when this was made. It holds none of them, so that others can be purged meanwhile.</summary>
internal sealed class StoredArticles(CorpusStore corpus) : IRoundArticles
{
    private readonly long _revision = corpus.Readers.Current.Revision.Number;

    public bool AreCurrent => corpus.Readers.Current.Revision.Number == _revision;

    public Task<IReadOnlyList<ArticlePassages>> ListAsync(CancellationToken cancellationToken) =>
        ArticlePassages.ReadAsync(corpus.Store.Readers, _revision, cancellationToken);

    public async Task<IReadOnlyList<(UInt128 Article, IReadOnlyList<PassageToEmbed> Passages)>> TextsAsync(
        IReadOnlyList<ArticlePassages> some, CancellationToken cancellationToken)
    {
        var keys = some.ToDictionary(article => article.RowKey, article => article.Key);
        var read = await ArticlePassages.ReadTextsAsync(corpus.Store.Readers, keys.Keys, cancellationToken).ConfigureAwait(false);
        return
        [
            .. read.Select(row => (keys[row.RowKey], (IReadOnlyList<PassageToEmbed>)
            [
                .. row.Article.Analysis.Passages.Select(passage => PassageText.Of(row.Article.Article, passage)).Select(text => new PassageToEmbed(ContentKey.Of(text), text)),
            ])),
        ];
    }

    public Task<HashSet<UInt128>> ReadKeptAsync(CancellationToken cancellationToken) => ArticlePassages.ReadKeptAsync(corpus.Store.Readers, cancellationToken);
}
