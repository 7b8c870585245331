using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Extractive;

/// <summary>
/// How much each term of a question says: <c>idf(t) = ln(1 + (N - df + 0.5) / (df + 0.5))</c> over the N passages of the
/// archive, so a term that the archive does not have weighs most. A floor keeps terms alive in an archive of a few passages.
/// </summary>
internal sealed class QuestionWeights
{
    private const double Floor = 0.3;
    private const double FamilyCredit = 0.6;
    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);
    private readonly ICorpusSnapshot _snapshot;
    private readonly HashSet<string> _names;

    public QuestionWeights(Question question, ICorpusSnapshot snapshot)
    {
        _snapshot = snapshot;
        _names = question.Names.SelectMany(name => name.Terms).ToHashSet(StringComparer.Ordinal);
        foreach (var term in question.Terms.Concat(question.Names.SelectMany(name => name.Terms)))
        {
            if (!_weights.TryAdd(term, Math.Max(Floor, SentenceSearch.InverseFrequency(snapshot, term))))
                continue;
            Total += _weights[term];
            if (snapshot.PassageFrequency(term) == 0)
                _unknown.Add(term);
        }
    }

    public double Total { get; }

    public IReadOnlyDictionary<string, double> Weights => _weights;

    public double Of(string term) => _weights.GetValueOrDefault(term);

    public bool Asks(string term) => _weights.ContainsKey(term);

    /// <summary>Whether a term says one of the question in any form (<see cref="WordKinship"/>).</summary>
    public bool SaysAny(string term) =>
        _weights.ContainsKey(term) || WordFamilies.Of(term).Any(_weights.ContainsKey) || _weights.Keys.Any(asked => WordKinship.IsCognate(asked, term));

    /// <summary>Whether no passage of the archive has the term.</summary>
    public bool IsUnknown(string term) => _unknown.Contains(term);

    /// <summary>The root of the idf of the rarest of some terms, over that of a term in no passage: 0 to 1. 1 for numbers and dates.</summary>
    public double Rarity(string terms)
    {
        if (terms.Any(char.IsAsciiDigit))
            return 1;
        var most = Math.Log(1 + ((_snapshot.Counts.Passages + 0.5) / 0.5));
        return Math.Sqrt(Math.Clamp(terms.Split(' ').Max(term => SentenceSearch.InverseFrequency(_snapshot, term)) / most, 0.05, 1));
    }

    /// <summary>The share of the weight of what is asked about the names, without the names themselves; 1 where only names are asked.</summary>
    public double PredicateShare(IReadOnlySet<string> terms)
    {
        var total = 0.0;
        var sum = 0.0;
        foreach (var (term, weight) in _weights)
        {
            if (_names.Contains(term))
                continue;
            total += weight;
            sum += weight * Credit(terms, term);
        }

        return total <= 0 ? 1 : sum / total;
    }

    /// <summary>Whether a term, or one of its family, says what is asked about the names.</summary>
    public bool IsPredicate(string term) =>
        (_weights.ContainsKey(term) && !_names.Contains(term)) || WordFamilies.Of(term).Any(other => _weights.ContainsKey(other) && !_names.Contains(other));

    /// <summary>How well some terms say a term: 1 with the term itself, <see cref="FamilyCredit"/> with one of its family.</summary>
    public static double Credit(IReadOnlySet<string> terms, string term) => terms.Contains(term) ? 1 : Says(terms, term) ? FamilyCredit : 0;

    /// <summary>Whether some terms have a term or one of its family.</summary>
    public static bool Says(IReadOnlySet<string> terms, string term)
    {
        if (terms.Contains(term))
            return true;
        foreach (var other in WordFamilies.Of(term))
            if (terms.Contains(other))
                return true;
        return false;
    }

    /// <summary>The share of the question's weight that some terms have, 0 to 1.</summary>
    public double Share(Func<string, double> has)
    {
        if (Total <= 0)
            return 0;
        var sum = 0.0;
        foreach (var (term, weight) in _weights)
            sum += weight * has(term);
        return sum / Total;
    }
}
