using NewsBot.Core.Articles;

namespace NewsBot.Core.Quotes;

/// <summary>Reads an alignment as changes and says what each of them does.</summary>
internal static class WordChanges
{
    private static readonly HashSet<string> Negations = new(StringComparer.Ordinal)
    {
        "not", "no", "never", "none", "nothing", "nobody", "neither", "nor", "cannot", "without", "hardly", "nowhere",
    };

    private static readonly HashSet<string> NumberWords = new(StringComparer.Ordinal)
    {
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million",
        "billion", "trillion", "dozen", "half", "third", "quarter", "double", "twice", "first", "second",
    };

    public static List<WordChange> Read(string asked, IReadOnlyList<FoldedWord> askedWords, string text, IReadOnlyList<FoldedWord> saidWords, IReadOnlyList<WordAlignment.Step> steps)
    {
        var changes = new List<WordChange>();
        for (var i = 0; i < steps.Count;)
        {
            if (IsSame(steps[i], askedWords, saidWords))
            {
                i++;
                continue;
            }

            List<FoldedWord> from = [], to = [];
            for (; i < steps.Count && !IsSame(steps[i], askedWords, saidWords); i++)
            {
                if (steps[i].Said >= 0)
                    from.Add(saidWords[steps[i].Said]);
                if (steps[i].Asked >= 0)
                    to.Add(askedWords[steps[i].Asked]);
            }

            changes.Add(new WordChange(Kind(from, to), Text(text, from), Text(asked, to), from.Count > 0 ? new TextSpan(from[0].Span.Start, from[^1].Span.End) : null));
        }

        return changes;
    }

    public static bool IsNegation(string word) => Negations.Contains(word) || word.EndsWith("n't", StringComparison.Ordinal);

    private static bool IsSame(WordAlignment.Step step, IReadOnlyList<FoldedWord> asked, IReadOnlyList<FoldedWord> said) =>
        step is { Asked: >= 0, Said: >= 0 } && WordAlignment.AreOne(asked[step.Asked].Text, said[step.Said].Text);

    private static WordChangeKind Kind(List<FoldedWord> from, List<FoldedWord> to)
    {
        if (from.Count(w => IsNegation(w.Text)) % 2 != to.Count(w => IsNegation(w.Text)) % 2)
            return WordChangeKind.NegationFlipped;
        if (from.Exists(IsNumber) || to.Exists(IsNumber))
            return WordChangeKind.NumberChanged;
        if (from.Exists(w => w.IsCapital) || to.Exists(w => w.IsCapital))
            return WordChangeKind.NameChanged;
        return from.Count == 0 ? WordChangeKind.WordAdded : to.Count == 0 ? WordChangeKind.WordDropped : WordChangeKind.WordChanged;
    }

    private static bool IsNumber(FoldedWord word) => word.Text.AsSpan().ContainsAnyInRange('0', '9') || NumberWords.Contains(word.Text);

    private static string Text(string text, List<FoldedWord> words) => words.Count == 0 ? "" : text[words[0].Span.Start..words[^1].Span.End];
}
