using NewsBot.Core.Articles;

namespace NewsBot.Evaluation.Polnear;

/// <summary>
/// Token overlap and exact match as in bbc/citron's metrics: over all articles, precision is the share of predicted
/// tokens that lie in a gold span, recall the share of gold tokens that lie in a predicted span, F1 their harmonic mean;
/// a prediction is an exact match when its list of spans equals that of a gold one. A token is a run of letters and
/// digits, or any other single character that is no white space; edges of an exact match ignore punctuation.
/// </summary>
internal sealed class OverlapScore
{
    private int _predicted;
    private int _predictedHit;
    private int _gold;
    private int _goldHit;

    public double Precision => _predicted == 0 ? 0 : (double)_predictedHit / _predicted;

    public double Recall => _gold == 0 ? 0 : (double)_goldHit / _gold;

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public string Note => FormattableString.Invariant($"P {Precision:0.000} R {Recall:0.000} ({_predictedHit}/{_predicted}, {_goldHit}/{_gold})");

    public void AddPredicted(int hit, int all)
    {
        _predictedHit += hit;
        _predicted += all;
    }

    public void AddGold(int hit, int all)
    {
        _goldHit += hit;
        _gold += all;
    }

    /// <summary>Marks the characters of spans, so that overlaps can be counted by token.</summary>
    public static bool[] Mark(int length, IEnumerable<TextSpan> spans)
    {
        var marks = new bool[length];
        foreach (var span in spans)
            marks.AsSpan(span.Start, Math.Min(span.End, length) - span.Start).Fill(true);
        return marks;
    }

    /// <returns>How many tokens of the spans are marked, and how many there are.</returns>
    public static (int Hit, int All) Count(string text, IEnumerable<TextSpan> spans, bool[] marks)
    {
        int hit = 0, all = 0;
        foreach (var span in spans)
        {
            var inWord = false;
            for (var i = span.Start; i < span.End; i++)
            {
                var isWord = char.IsLetterOrDigit(text[i]);
                if (!char.IsWhiteSpace(text[i]) && !(isWord && inWord))
                {
                    all++;
                    hit += marks[i] ? 1 : 0;
                }

                inWord = isWord;
            }
        }

        return (hit, all);
    }

    /// <summary>Spans without the punctuation at their edges, neighbours joined, for exact comparison.</summary>
    public static string Exact(string text, IEnumerable<TextSpan> spans)
    {
        var edges = new List<TextSpan>();
        foreach (var span in spans.Order())
        {
            var (start, end) = (span.Start, span.End);
            while (start < end && !char.IsLetterOrDigit(text[start]))
                start++;
            while (end > start && !char.IsLetterOrDigit(text[end - 1]))
                end--;
            if (end <= start)
                continue;
            if (edges.Count > 0 && !text.AsSpan(edges[^1].End, start - edges[^1].End).ContainsAnyInRange('0', 'z'))
                edges[^1] = edges[^1] with { End = end };
            else
                edges.Add(new TextSpan(start, end));
        }

        return string.Join(' ', edges.Select(e => FormattableString.Invariant($"{e.Start}-{e.End}")));
    }
}
