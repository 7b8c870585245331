using Microsoft.Data.Sqlite;

namespace NewsBot.Storage.Vectors;

/// <summary>
/// The vectors that one model made of passages, each text once, and which articles have them for all their passages. Texts
/// and articles go by what they say (<see cref="ContentKey"/>), so the set fits any store and any revision. Written by one
/// at a time, read by many.
/// </summary>
internal sealed class VectorSet : IDisposable
{
    /// <summary>In place of a row, for a passage that the model does not take.</summary>
    public const int NoRow = -1;

    private readonly Lock _lock = new();
    private readonly VectorFiles _files;
    private readonly Dictionary<UInt128, int> _rows = [];
    private readonly Dictionary<UInt128, int[]> _articles = [];
    private readonly Stack<int> _free = [];
    private int _version;

    private VectorSet(VectorFiles files)
    {
        _files = files;
        Codes = new CodeRows(files.Stamp.Dimension);
    }

    public VectorStamp Stamp => _files.Stamp;

    public string Folder => _files.Folder;

    public CodeRows Codes { get; }

    /// <summary>What the model said when it was last asked whether it made the set; null while it was not asked in this process.</summary>
    public ModelProof? Proof { get; set; }

    /// <summary>Changes with the articles that have their vectors.</summary>
    public int Version => Volatile.Read(ref _version);

    /// <summary>How many texts have a vector.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _rows.Count;
        }
    }

    public static VectorSet Create(string folder, VectorStamp stamp) => new(VectorFiles.Create(folder, stamp));

    /// <returns>Null where the folder has no set of this format, or a damaged one.</returns>
    public static VectorSet? Open(string folder)
    {
        VectorFiles? files = null;
        try
        {
            files = VectorFiles.Open(folder);
            if (files is null)
                return null;
            var set = new VectorSet(files);
            set.Load();
            return set;
        }
        catch (Exception e) when (e is SqliteException or InvalidCastException or IOException)
        {
            files?.Dispose();
            return null;
        }
    }

    public bool Has(UInt128 content)
    {
        lock (_lock)
            return _rows.ContainsKey(content);
    }

    /// <summary>Rows of an article's passages, by ordinal; null while some are lacking.</summary>
    public int[]? RowsOf(UInt128 article)
    {
        lock (_lock)
            return _articles.GetValueOrDefault(article);
    }

    public void ReadFloats(int row, Span<float> vector) => _files.ReadFloats(row, vector);

    /// <summary>Keeps vectors of length 1; those of texts that have one are left out.</summary>
    public void Add(IEnumerable<(UInt128 Content, float[] Vector)> vectors)
    {
        lock (_lock)
        {
            var next = Codes.Count;
            var rows = new List<VectorRow>();
            foreach (var (content, vector) in vectors.DistinctBy(pair => pair.Content).Where(pair => !_rows.ContainsKey(pair.Content)))
            {
                var codes = new sbyte[vector.Length];
                var scale = Int8Codes.Encode(vector, codes);
                rows.Add(new VectorRow(_free.TryPop(out var free) ? free : next++, content, vector, scale, codes));
            }

            _files.Add(rows);
            foreach (var row in rows)
            {
                Codes.Write(row.Row, row.Codes, row.Scale);
                _rows[row.Content] = row.Row;
            }
        }
    }

    /// <summary>Gives an article the vectors of its passages.</summary>
    /// <param name="article">The article.</param>
    /// <param name="passages">Its passages by ordinal. One that has no vector gets none before the set is opened anew.</param>
    public void Place(UInt128 article, IReadOnlyList<UInt128> passages)
    {
        lock (_lock)
        {
            var rows = passages.Select(content => _rows.GetValueOrDefault(content, NoRow)).ToArray();
            if (!rows.Contains(NoRow))
                _files.Place(article, rows);
            _articles[article] = rows;
            Volatile.Write(ref _version, _version + 1);
        }
    }

    /// <summary>Forgets articles that are not among these, and the vectors that only they had. Nobody may be adding.</summary>
    public void Keep(IReadOnlySet<UInt128> articles)
    {
        lock (_lock)
        {
            var gone = _articles.Keys.Where(article => !articles.Contains(article)).ToList();
            foreach (var article in gone)
                _articles.Remove(article);
            var used = _articles.Values.SelectMany(rows => rows).ToHashSet();
            var unused = _rows.Where(pair => !used.Contains(pair.Value)).ToList();
            if (gone.Count + unused.Count == 0)
                return;
            _files.Remove(gone, unused.Select(pair => pair.Value));
            foreach (var (content, row) in unused)
            {
                _rows.Remove(content);
                _free.Push(row);
            }
        }
    }

    public void Dispose() => _files.Dispose();

    private void Load()
    {
        foreach (var (row, content, scale, codes) in _files.Rows())
        {
            Codes.Write(row, codes, scale);
            _rows[content] = row;
        }

        var known = _rows.Values.ToHashSet();
        foreach (var (article, rows) in _files.Articles())
            if (Array.TrueForAll(rows, known.Contains))
                _articles[article] = rows;
        for (var row = 0; row < Codes.Count; row++)
            if (!known.Contains(row))
                _free.Push(row);
    }
}
