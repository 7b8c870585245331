using Dapper;
using Microsoft.Data.Sqlite;
using NewsBot.Core.Retrieval.Stories;

namespace NewsBot.Storage.Sql;

/// <summary>
/// Puts the articles of a revision into stories: two articles that have a key in common and are the same story by their
/// sketches are joined, and a story is what is joined to each other, over however many links. That does not depend on the
/// order in which articles came, but for keys that more than <see cref="MostSharing"/> articles have: of those only the
/// first ones are compared with.
/// <para>
/// Only what a revision touches is put together anew: its own articles, the stories that they join, and those that lose an
/// article. Not thread-safe.
/// </para>
/// </summary>
internal sealed class StoryWriter(SqliteTransaction transaction, long revision) : IDisposable
{
    private const int MostSharing = 100;

    private readonly StoryKeys _keys = new(transaction, MostSharing);
    private readonly Dictionary<long, StorySketch> _put = [];
    private readonly HashSet<long> _takenOut = [];
    private readonly Dictionary<long, StorySketch> _read = [];
    private readonly Dictionary<long, long> _stories = [];
    private readonly DisjointSets _sets = new();

    public void Put(long article, StorySketch sketch)
    {
        if (sketch.IsEmpty)
            return;
        _put.Add(article, sketch);
        Execute("INSERT INTO story_sketch (article, sketch) VALUES (@article, @sketch)", new { article, sketch = sketch.ToBytes() });
    }

    /// <summary>Puts a copy of an earlier row with its sketch.</summary>
    public void PutCopy(long article, long newArticle)
    {
        if (Sketch(article) is { } sketch)
            Put(newArticle, sketch);
    }

    public void TakeOut(long article)
    {
        if (_put.Remove(article))
        {
            Execute("DELETE FROM story_sketch WHERE article = @article", new { article });
        }
        else if (Sketch(article) is { } sketch)
        {
            foreach (var key in sketch.Keys)
                _keys.Remove(key, article);
            _read.Remove(article);
            _takenOut.Add(article);
        }
    }

    /// <returns>How many of the articles that were put are copies: their story has another article that speaks for it.</returns>
    public int Finish()
    {
        foreach (var article in _put.Keys)
            _sets.Add(article);
        Dissolve();
        Join();
        WriteMembers();
        return _sets.Sets().Where(set => set.Count > 1).Sum(set => set.Count(_put.ContainsKey) is var put && put == set.Count ? put - 1 : put);
    }

    /// <summary>Takes away what no revision from <paramref name="oldest"/> on uses; before the articles themselves are taken away.</summary>
    public void Purge(long oldest)
    {
        Execute("DELETE FROM story_sketch WHERE article IN (SELECT a.key FROM article a WHERE a.removed <= @oldest)", new { oldest });
        Execute("DELETE FROM story_member WHERE removed <= @oldest", new { oldest });
    }

    public void Dispose() => _keys.Dispose();

    /// <summary>Compares what is left of the stories that lost an article, as that may have held them together.</summary>
    private void Dissolve()
    {
        var lost = _takenOut.Select(StoryOf).OfType<long>().Distinct().ToList();
        foreach (var story in lost)
        {
            var members = Members(story);
            foreach (var member in members)
                _stories[member] = story;
            var left = members.Where(member => !_takenOut.Contains(member)).ToList();
            foreach (var member in left)
                _sets.Add(member);
            for (var i = 0; i < left.Count; i++)
                for (var j = 0; j < i; j++)
                    JoinIfSame(left[i], left[j]);
        }
    }

    /// <summary>Compares the new articles with those that they have a key in common with, and writes their keys in the order of the index.</summary>
    private void Join()
    {
        var entries = _put.SelectMany(put => put.Value.Keys.Select(key => (Key: key, Article: put.Key))).ToArray();
        Array.Sort(entries);
        for (var first = 0; first < entries.Length;)
        {
            var key = entries[first].Key;
            var next = first;
            while (next < entries.Length && entries[next].Key == key)
                next++;
            var others = _keys.HasAny ? _keys.Find(key) : [];
            for (var i = first; i < next; i++)
            {
                foreach (var other in others)
                    JoinIfSame(entries[i].Article, other);
                if (others.Count < MostSharing)
                    others.Add(entries[i].Article);
                _keys.Add(key, entries[i].Article);
            }

            first = next;
        }
    }

    private void JoinIfSame(long article, long other)
    {
        if (_sets.AreJoined(article, other) || Sketch(article) is not { } a || Sketch(other) is not { } b || !a.IsSameStory(b))
            return;
        foreach (var one in (long[])[article, other])
            if (!_put.ContainsKey(one) && !_stories.ContainsKey(one) && StoryOf(one) is { } story)
                foreach (var member in Members(story))
                {
                    _stories[member] = story;
                    _sets.Join(member, one);
                }

        _sets.Join(article, other);
    }

    private void WriteMembers()
    {
        foreach (var article in _takenOut.Where(_stories.ContainsKey))
            Leave(article);
        foreach (var set in _sets.Sets())
        {
            long? story = set.Count > 1 ? set[0] : null;
            foreach (var article in set)
            {
                var isMember = _stories.TryGetValue(article, out var before);
                if (isMember && story == before)
                    continue;
                if (isMember)
                    Leave(article);
                if (story is not null)
                    Execute(
                        "INSERT INTO story_member (article, story, added, removed) VALUES (@article, @story, @revision, @inUse)",
                        new { article, story, revision, inUse = VisibleArticles.InUse });
            }
        }
    }

    private void Leave(long article) =>
        Execute("UPDATE story_member SET removed = @revision WHERE article = @article AND removed = @inUse", new { article, revision, inUse = VisibleArticles.InUse });

    private long? StoryOf(long article) => transaction.Connection!.ExecuteScalar<long?>(
        "SELECT m.story FROM story_member m WHERE m.article = @article AND m.removed = @inUse", new { article, inUse = VisibleArticles.InUse }, transaction);

    private List<long> Members(long story) => transaction.Connection!.Query<long>(
        "SELECT m.article FROM story_member m WHERE m.story = @story AND m.removed = @inUse", new { story, inUse = VisibleArticles.InUse }, transaction).AsList();

    private StorySketch? Sketch(long article)
    {
        if (_put.TryGetValue(article, out var sketch) || _read.TryGetValue(article, out sketch))
            return sketch;
        var bytes = transaction.Connection!.ExecuteScalar<byte[]>("SELECT s.sketch FROM story_sketch s WHERE s.article = @article", new { article }, transaction);
        return bytes is null ? null : _read[article] = StorySketch.FromBytes(bytes);
    }

    private void Execute(string sql, object values) => transaction.Connection!.Execute(sql, values, transaction);
}
