using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;

namespace NewsBot.Storage.Index;

/// <summary>
/// The ranking index, derived from the store. What is added and removed is seen by no view before <see cref="Commit"/>
/// and one is opened anew, and is lost with a crash before it.
/// </summary>
internal interface IPassageIndex : IDisposable
{
    /// <summary>What the committed state was derived from; null when there is none.</summary>
    IndexStamp? Stamp { get; }

    /// <summary>May be called by several threads at once.</summary>
    void Add(long key, AnalyzedArticle article);

    void Remove(long key);

    void RemoveAll();

    /// <summary>Does all of the work of a commit that may fail, so that <see cref="Commit"/> only has to make it valid.</summary>
    void Prepare(IndexStamp stamp);

    void Commit();

    /// <summary>Forgets everything since the last commit.</summary>
    void Rollback();

    /// <summary>A view of the committed state.</summary>
    /// <param name="previous">An earlier view to share unchanged parts with.</param>
    IIndexView Open(IIndexView? previous);
}

/// <summary>One state of the index, for reading by several threads.</summary>
internal interface IIndexView : IDisposable
{
    int Passages { get; }

    int Quotes { get; }

    IReadOnlyList<PassageHit> SearchPassages(PassageQuery query, int count);

    IReadOnlyList<QuoteHit> SearchQuotes(IReadOnlyList<string> terms, ArticleFilter filter, int count);

    int PassageFrequency(string term);

    IReadOnlyList<string> CloseTerms(string term, int edits, int most);
}

/// <summary>What an index was derived from. Another store, revision or format means other content.</summary>
internal sealed record IndexStamp(string Store, long Revision, string Format);
