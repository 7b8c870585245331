using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using NewsBot.Core.Articles;
using Tokenizer = NewsBot.Core.Text.Tokenizer;

namespace NewsBot.Storage.Index;

/// <summary>
/// Gives the terms of <see cref="Tokenizer"/> to Lucene, straight from the strings that they stand in and without an
/// allocation for each. Between parts there is a gap that no phrase reaches across.
/// </summary>
internal sealed class TermStream : TokenStream
{
    public const int Gap = 100;

    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _increment;
    private readonly List<(string Text, TextSpan Span)> _parts = [];
    private int _part;
    private int _position;
    private bool _first;

    public TermStream()
    {
        _term = AddAttribute<ICharTermAttribute>();
        _increment = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>Forgets the parts of the document before.</summary>
    public void Clear() => _parts.Clear();

    public void Append(string text, TextSpan span) => _parts.Add((text, span));

    public void Append(string text) => _parts.Add((text, new TextSpan(0, text.Length)));

    public override void Reset()
    {
        base.Reset();
        MoveTo(0);
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        var buffer = _term.ResizeBuffer(Tokenizer.LongestTerm);
        while (_part < _parts.Count)
        {
            var (text, span) = _parts[_part];
            if (Tokenizer.TryNext(text.AsSpan(0, span.End), ref _position, buffer, out _, out var length))
            {
                _term.Length = length;
                if (_first && _part > 0)
                    _increment.PositionIncrement = Gap;
                _first = false;
                return true;
            }

            MoveTo(_part + 1);
        }

        return false;
    }

    private void MoveTo(int part)
    {
        _part = part;
        _first = true;
        _position = part < _parts.Count ? _parts[part].Span.Start : 0;
    }
}
