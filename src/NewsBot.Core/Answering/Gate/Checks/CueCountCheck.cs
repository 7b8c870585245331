using NewsBot.Core.Answering.Gate.Wordings;

namespace NewsBot.Core.Answering.Gate.Checks;

/// <summary>
/// The negations and modal words of a statement, counted by kind: no sentence of it may have more of a kind than the sentences
/// that its words come from, and all of it not fewer than the clauses that it retells have. A clause is retold when the statement has at
/// least <see cref="Retold"/> of its content words. This finds cues whose words no other rule can compare ("is not 98 per cent").
/// </summary>
internal static class CueCountCheck
{
    private const double Retold = 0.7;
    private const int Kinds = 8;
    private const int NegationKind = 0;

    public static Rejection? Check(Claim claim, Ground ground)
    {
        var own = claim.Own;
        var (available, required) = Evidence(claim, ground);
        var told = new int[Kinds];
        var sentences = own.Words.Length == 0 ? 0 : own.Words[^1].Sentence + 1;
        var bySentence = new int[sentences, Kinds];
        foreach (var (index, modality) in own.Cues)
        {
            told[Kind(modality)]++;
            bySentence[own.Words[index].Sentence, Kind(modality)]++;
        }

        for (var kind = 0; kind < Kinds; kind++)
        {
            var most = 0;
            for (var sentence = 0; sentence < sentences; sentence++)
                most = Math.Max(most, bySentence[sentence, kind]);
            if (most > available[kind] || told[kind] < required[kind])
                return kind == NegationKind
                    ? new Rejection(RejectionReason.Negation, "more or fewer negations than the evidence has")
                    : new Rejection(RejectionReason.Modality, "something told as surer or less sure than in the evidence");
        }

        return null;
    }

    private static (int[] Available, int[] Required) Evidence(Claim claim, Ground ground)
    {
        var available = new int[Kinds];
        var required = new int[Kinds];
        var aligned = new HashSet<Position>();
        for (var i = 0; i < claim.Own.Words.Length; i++)
            aligned.UnionWith(claim.Alignment.Of(i));
        for (var p = 0; p < ground.Places.Count; p++)
        {
            var words = ground.Places[p].Wording.Words;
            var clauses = new Dictionary<int, (int All, int Found)>();
            var sentences = new HashSet<int>();
            for (var i = 0; i < words.Length; i++)
            {
                if (words[i].IsStop || words[i].IsAdverb)
                    continue;
                var found = aligned.Contains(new Position(p, i));
                var (all, hits) = clauses.GetValueOrDefault(words[i].Clause);
                clauses[words[i].Clause] = (all + 1, hits + (found ? 1 : 0));
                if (found)
                    sentences.Add(words[i].Sentence);
            }

            foreach (var (index, modality) in ground.Places[p].Wording.Cues)
            {
                if (sentences.Contains(words[index].Sentence))
                    available[Kind(modality)]++;
                if (clauses.GetValueOrDefault(words[index].Clause) is { All: > 0 } clause && clause.Found >= Retold * clause.All)
                    required[Kind(modality)]++;
            }
        }

        return (available, required);
    }

    /// <summary>"Would" counts as "will" and "can" as "may", as <see cref="Marks.AgreesInModality"/> has it.</summary>
    private static int Kind(Modality? modality) => modality switch
    {
        null => NegationKind,
        Modality.Future or Modality.Conditional => 1,
        Modality.Possible or Modality.Able => 2,
        Modality.Duty => 3,
        Modality.Advice => 4,
        Modality.Intent => 5,
        Modality.Expected => 6,
        _ => 7,
    };
}
