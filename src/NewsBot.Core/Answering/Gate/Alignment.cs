using NewsBot.Core.Answering.Gate.Lexicon;
using NewsBot.Core.Answering.Gate.Wordings;

namespace NewsBot.Core.Answering.Gate;

/// <summary>Where a word of a statement stands in the evidence.</summary>
internal readonly record struct Position(int Place, int Index);

/// <summary>
/// Puts each content word of a statement beside the words of the evidence that say the same: the same term, else a word
/// that may stand for it. Of several positions those in the sentence that has most of the statement's sentence come alone.
/// </summary>
internal sealed class Alignment
{
    private static readonly List<Position> None = [];

    private readonly List<Position>[] _positions;
    private readonly List<Position>[] _all;

    public Alignment(Wording statement, IReadOnlyList<Place> places)
    {
        _positions = new List<Position>[statement.Words.Length];
        for (var i = 0; i < _positions.Length; i++)
            _positions[i] = statement.Words[i].IsContent ? Find(statement.Words[i].Term, places) : None;
        _all = [.. _positions];
        for (var sentence = 0; sentence <= (statement.Words.Length > 0 ? statement.Words[^1].Sentence : -1); sentence++)
            Narrow(statement, places, sentence);
    }

    /// <summary>Empty where the evidence does not have the word.</summary>
    public IReadOnlyList<Position> Of(int word) => _positions[word];

    /// <summary>All positions, whatever sentence they stand in.</summary>
    public IReadOnlyList<Position> AllOf(int word) => _all[word];

    public bool Has(int word) => _positions[word].Count > 0;

    private static List<Position> Find(string term, IReadOnlyList<Place> places)
    {
        var found = new List<Position>();
        for (var place = 0; place < places.Count; place++)
            foreach (var index in places[place].Wording.PositionsOf(term))
                found.Add(new Position(place, index));
        if (found.Count > 0)
            return found;
        for (var place = 0; place < places.Count; place++)
            foreach (var other in places[place].Wording.Terms)
                if (Synonyms.AreClose(term, other))
                    foreach (var index in places[place].Wording.PositionsOf(other))
                        found.Add(new Position(place, index));
        return found;
    }

    private void Narrow(Wording statement, IReadOnlyList<Place> places, int sentence)
    {
        var counts = new Dictionary<(int Place, int Sentence), int>();
        for (var i = 0; i < _positions.Length; i++)
        {
            if (statement.Words[i].Sentence != sentence)
                continue;
            foreach (var key in _positions[i].Select(position => (position.Place, places[position.Place].Wording.Words[position.Index].Sentence)).Distinct())
                counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        if (counts.Count < 2)
            return;
        var best = counts.MaxBy(pair => (pair.Value, -pair.Key.Place, -pair.Key.Sentence)).Key;
        for (var i = 0; i < _positions.Length; i++)
        {
            if (statement.Words[i].Sentence != sentence || _positions[i].Count < 2)
                continue;
            var inBest = _positions[i].FindAll(position => position.Place == best.Place && places[position.Place].Wording.Words[position.Index].Sentence == best.Sentence);
            if (inBest.Count > 0)
                _positions[i] = inBest;
        }
    }
}
