namespace NewsBot.Storage.Vectors;

/// <summary>
/// The codes of all vectors of a set in memory, by row, in blocks that never move: written by one thread at a time, read
/// by many without a lock.
/// </summary>
internal sealed class CodeRows(int dimension)
{
    private const int BlockRows = 1024;

    private volatile Block[] _blocks = [];
    private volatile int _count;

    public int Count => _count;

    /// <summary>Writes the row after the last, or one that nobody looks at.</summary>
    public void Write(int row, ReadOnlySpan<sbyte> codes, float scale)
    {
        while (row / BlockRows >= _blocks.Length)
            _blocks = [.. _blocks, new Block(new sbyte[BlockRows * dimension], new float[BlockRows])];
        var block = _blocks[row / BlockRows];
        codes.CopyTo(block.Codes.AsSpan(row % BlockRows * dimension, dimension));
        block.Scales[row % BlockRows] = scale;
        _count = Math.Max(_count, row + 1);
    }

    /// <summary>Looks at every row below <paramref name="rows"/> that <paramref name="top"/> may want.</summary>
    public void Scan(ReadOnlySpan<short> query, int rows, TopRows top)
    {
        var blocks = _blocks;
        for (var first = 0; first < rows; first += BlockRows)
        {
            var block = blocks[first / BlockRows];
            var codes = block.Codes.AsSpan();
            var length = Math.Min(BlockRows, rows - first);
            for (var i = 0; i < length; i++)
            {
                var score = Int8Dot.Of(query, codes.Slice(i * dimension, dimension)) * block.Scales[i];
                if (score > top.Bar)
                    top.Offer(first + i, score);
            }
        }
    }

    private sealed record Block(sbyte[] Codes, float[] Scales);
}
