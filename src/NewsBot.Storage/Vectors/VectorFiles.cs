using System.Runtime.InteropServices;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;

namespace NewsBot.Storage.Vectors;

/// <summary>
/// A set of vectors on disk: <c>floats</c> has each row's numbers at row · dimension · 4, <c>vectors.db</c> (SQLite) has the
/// stamp, and by row the key and the codes, and by article its rows. The floats of a row are flushed before the row is
/// committed, so after a crash there is nothing of which only a part is there; floats without a row are written over.
/// </summary>
internal sealed class VectorFiles : IDisposable
{
    /// <summary>Raised with every change to the tables, to the codes and to what is embedded of a passage.</summary>
    private const int Format = 1;

    private const string Schema = """
        CREATE TABLE stamp (format INTEGER NOT NULL, model TEXT NOT NULL, passage_prefix TEXT NOT NULL, query_prefix TEXT NOT NULL, probe BLOB NOT NULL);
        CREATE TABLE vector (row INTEGER NOT NULL PRIMARY KEY, content BLOB NOT NULL, scale REAL NOT NULL, codes BLOB NOT NULL);
        CREATE TABLE article (key BLOB NOT NULL PRIMARY KEY, rows BLOB NOT NULL);
        """;

    private readonly SqliteConnection _database;
    private readonly SafeFileHandle _floats;

    private VectorFiles(string folder, SqliteConnection database, SafeFileHandle floats, VectorStamp stamp)
    {
        Folder = folder;
        _database = database;
        _floats = floats;
        Stamp = stamp;
    }

    public string Folder { get; }

    public VectorStamp Stamp { get; }

    public static VectorFiles Create(string folder, VectorStamp stamp)
    {
        Directory.CreateDirectory(folder);
        var database = Connect(folder);
        try
        {
            using var transaction = database.BeginTransaction();
            database.Execute(Schema, transaction: transaction);
            database.Execute(
                "INSERT INTO stamp (format, model, passage_prefix, query_prefix, probe) VALUES (@Format, @Model, @PassagePrefix, @QueryPrefix, @probe)",
                new { Format, stamp.Model, stamp.PassagePrefix, stamp.QueryPrefix, probe = Bytes(stamp.Probe).ToArray() },
                transaction);
            transaction.Commit();
            return new VectorFiles(folder, database, OpenFloats(folder), stamp);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <returns>Null for a folder that has no set of this format, or only a part of one.</returns>
    /// <exception cref="SqliteException">It is damaged.</exception>
    public static VectorFiles? Open(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "vectors.db")))
            return null;
        var database = Connect(folder);
        try
        {
            var row = database.QueryFirstOrDefault<StampRow>("SELECT format, model, passage_prefix AS PassagePrefix, query_prefix AS QueryPrefix, probe FROM stamp");
            if (row is { Format: Format, Probe.Length: > 0 } && row.Probe.Length % sizeof(float) == 0)
            {
                var floats = OpenFloats(folder);
                if (RandomAccess.GetLength(floats) >= database.ExecuteScalar<long>("SELECT COALESCE(MAX(row) + 1, 0) FROM vector") * row.Probe.Length)
                    return new VectorFiles(folder, database, floats, row.ToStamp());
                floats.Dispose();
            }

            database.Dispose();
            return null;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Every row; the codes are valid until the next is taken.</summary>
    public IEnumerable<(int Row, UInt128 Content, float Scale, sbyte[] Codes)> Rows()
    {
        using var command = _database.CreateCommand();
        command.CommandText = "SELECT row, content, scale, codes FROM vector";
        using var reader = command.ExecuteReader();
        var codes = new sbyte[Stamp.Dimension];
        var content = new byte[16];
        var bytes = (byte[])(object)codes;
        while (reader.Read())
        {
            if (reader.GetBytes(1, 0, content, 0, 16) == 16 && reader.GetBytes(3, 0, bytes, 0, bytes.Length) == bytes.Length)
                yield return (reader.GetInt32(0), ContentKey.FromBytes(content), reader.GetFloat(2), codes);
        }
    }

    public IEnumerable<(UInt128 Article, int[] Rows)> Articles() =>
        _database.Query<(byte[] Key, byte[] Rows)>("SELECT key, rows FROM article", buffered: false)
            .Where(row => row.Key.Length == 16)
            .Select(row => (ContentKey.FromBytes(row.Key), MemoryMarshal.Cast<byte, int>(row.Rows).ToArray()));

    /// <summary>The numbers of a row that is committed.</summary>
    public void ReadFloats(int row, Span<float> vector)
    {
        var bytes = MemoryMarshal.AsBytes(vector);
        if (RandomAccess.Read(_floats, bytes, (long)row * bytes.Length) != bytes.Length)
            vector.Clear(); // Somebody cut the file meanwhile; the row matches nothing then.
    }

    public void Add(IReadOnlyList<VectorRow> rows)
    {
        foreach (var row in rows)
            RandomAccess.Write(_floats, Bytes(row.Vector), (long)row.Row * Stamp.Dimension * sizeof(float));
        RandomAccess.FlushToDisk(_floats);
        using var transaction = _database.BeginTransaction();
        _database.Execute(
            "INSERT INTO vector (row, content, scale, codes) VALUES (@row, @content, @scale, @codes)",
            rows.Select(row => new { row = row.Row, content = ContentKey.ToBytes(row.Content), scale = row.Scale, codes = MemoryMarshal.AsBytes(row.Codes.AsSpan()).ToArray() }),
            transaction);
        transaction.Commit();
    }

    public void Place(UInt128 article, int[] rows) => _database.Execute(
        "INSERT INTO article (key, rows) VALUES (@key, @rows) ON CONFLICT (key) DO UPDATE SET rows = excluded.rows",
        new { key = ContentKey.ToBytes(article), rows = MemoryMarshal.AsBytes(rows.AsSpan()).ToArray() });

    public void Remove(IEnumerable<UInt128> articles, IEnumerable<int> rows)
    {
        using var transaction = _database.BeginTransaction();
        _database.Execute("DELETE FROM article WHERE key = @key", articles.Select(article => new { key = ContentKey.ToBytes(article) }), transaction);
        _database.Execute("DELETE FROM vector WHERE row = @row", rows.Select(row => new { row }), transaction);
        transaction.Commit();
    }

    /// <summary>
    /// Lets go of the database. The file of the floats is closed with the last search that may read it, by the finalizer of
    /// its handle.
    /// </summary>
    public void Dispose() => _database.Dispose();

    private static ReadOnlySpan<byte> Bytes(float[] vector) => MemoryMarshal.AsBytes(vector.AsSpan());

    private static SafeFileHandle OpenFloats(string folder) =>
        File.OpenHandle(Path.Combine(folder, "floats"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);

    private static SqliteConnection Connect(string folder)
    {
        var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "vectors.db"), Pooling = false }.ToString());
        database.Open();
        database.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
        return database;
    }

    private sealed class StampRow
    {
        public int Format { get; init; }

        public string Model { get; init; } = "";

        public string PassagePrefix { get; init; } = "";

        public string QueryPrefix { get; init; } = "";

        public byte[] Probe { get; init; } = [];

        public VectorStamp ToStamp() => new(Model, PassagePrefix, QueryPrefix, MemoryMarshal.Cast<byte, float>(Probe).ToArray());
    }
}

/// <summary>A vector of length 1 with its row and codes.</summary>
internal sealed record VectorRow(int Row, UInt128 Content, float[] Vector, float Scale, sbyte[] Codes);
