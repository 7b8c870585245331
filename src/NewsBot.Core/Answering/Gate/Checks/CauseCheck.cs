using NewsBot.Core.Answering.Gate.Wordings;

namespace NewsBot.Core.Answering.Gate.Checks;

/// <summary>
/// A statement gives a cause only where the evidence does: a sentence with a causal word of its own that has the words
/// which the statement's causal word takes, and has them on the same side (what follows "because" is the cause, what
/// follows "led to" the effect).
/// </summary>
internal static class CauseCheck
{
    private const int Reach = 8;

    private enum Side
    {
        Cause,
        Effect,
    }

    public static Rejection? Check(Claim claim, Ground ground)
    {
        if (Cues(claim.Own).Count() > ground.Places.Sum(place => Cues(place.Wording).Count()))
            return new Rejection(RejectionReason.Cause, "a cause that the evidence does not give");
        foreach (var (first, last, behind) in Cues(claim.Own))
        {
            var right = Content(claim.Own, last + 1, 1);
            if (claim.Own.Words[first].IsOpener)
                right.ExceptWith(Rest(claim.Own, last + 1)); // "Because of X, Y": the cause ends with its clause.
            if (!ground.Places.Any(place => Cues(place.Wording).Any(cue => Bears(place.Wording, cue, right, behind))))
                return new Rejection(RejectionReason.Cause, "a cause that the evidence does not give");
        }

        return null;
    }

    /// <summary>Whether a cue of the evidence has the words on the side on which the statement has them.</summary>
    private static bool Bears(Wording cited, (int First, int Last, Side Behind) cue, HashSet<string> words, Side side)
    {
        var behind = Content(cited, cue.Last + 1, 1);
        var before = Content(cited, cue.First - 1, -1);
        if (cue.First == 0 || cited.Words[cue.First].IsOpener)
            before = Rest(cited, cue.Last + 1); // "Because of X, Y": what it explains comes later.
        behind.IntersectWith(words);
        before.IntersectWith(words);
        var right = cue.Behind == side ? behind.Count : before.Count;
        var wrong = cue.Behind == side ? before.Count : behind.Count;
        return words.Count == 0 || (right > 0 && right >= wrong);
    }

    private static HashSet<string> Rest(Wording wording, int from)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        for (var i = from; i < wording.Words.Length && wording.Words[i].Sentence == wording.Words[from].Sentence; i++)
            if (wording.Words[i].IsContent && wording.Words[i].Clause > wording.Words[from].Clause)
                terms.Add(wording.Words[i].Term);
        return terms;
    }

    private static HashSet<string> Content(Wording wording, int from, int step)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        for (var i = from; i >= 0 && i < wording.Words.Length && Math.Abs(i - from) < Reach && wording.Words[i].Sentence == wording.Words[Math.Clamp(from - step, 0, wording.Words.Length - 1)].Sentence; i += step)
            if (wording.Words[i].IsContent)
                terms.Add(wording.Words[i].Term);
        return terms;
    }

    private static IEnumerable<(int First, int Last, Side Behind)> Cues(Wording wording)
    {
        for (var i = 0; i < wording.Words.Length; i++)
        {
            var next = wording.Lower(i + 1);
            switch (wording.Lower(i))
            {
                case "because":
                    yield return (i, next == "of" ? i + 1 : i, Side.Cause);
                    break;
                case "due" or "owing" or "thanks" when next == "to" && !IsInfinitive(wording, i + 2):
                    yield return (i, i + 1, Side.Cause);
                    break;
                case "result" or "consequence" when next == "of":
                    yield return (i, i + 1, Side.Cause);
                    break;
                case "resulted" or "results" or "resulting" or "stemmed" or "stems" or "stemming" when next == "from":
                    yield return (i, i + 1, Side.Cause);
                    break;
                case "caused" or "triggered" or "prompted" or "sparked" or "provoked" when next == "by":
                    yield return (i, i + 1, Side.Cause);
                    break;
                case "blamed" or "blames" or "blaming" or "attributed":
                    yield return (i, i, Side.Effect);
                    yield return (i, i, Side.Cause);
                    break;
                case "resulted" or "resulting" when next == "in":
                    yield return (i, i + 1, Side.Effect);
                    break;
                case "led" or "leads" or "leading" when next == "to":
                    yield return (i, i + 1, Side.Effect);
                    break;
                case "caused" or "causes" or "causing" or "cause" or "triggered" or "triggering" or "prompted" or "prompting" or "sparked" or "sparking" or "provoked" or "provoking" or "forced" or "forcing":
                    yield return (i, i, Side.Effect);
                    break;
                case "why" when wording.Lower(i - 1) is "is" or "was" && wording.Lower(i - 2) is "which" or "that":
                    yield return (i, i, Side.Effect);
                    break;
                case "therefore" or "consequently" or "hence" or "thereby":
                    yield return (i, i, Side.Effect);
                    break;
            }
        }
    }

    /// <summary>"is due to arrive" against "due to rain".</summary>
    private static bool IsInfinitive(Wording wording, int i) => wording.Lower(i - 3) is "is" or "are" or "was" or "were" or "be" && i < wording.Words.Length && !wording.Words[i].IsStop && wording.Lower(i + 1) is "on" or "in" or "at" or "the" or "a";
}
