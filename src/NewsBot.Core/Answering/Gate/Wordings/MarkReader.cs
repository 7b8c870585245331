using System.Collections.Frozen;

namespace NewsBot.Core.Answering.Gate.Wordings;

/// <summary>
/// Finds what negations and modal words stand over. A cue marks the next content word of its clause ("did not <i>sign</i>",
/// "may soon <i>fall</i>"); words that follow that one in the clause are left open, as the form does not tell how far the
/// cue reaches. Two negations of one word cancel.
/// </summary>
internal static class MarkReader
{
    private static readonly FrozenSet<string> Negations =
        Set("not never no nobody nothing neither nor cannot without none hardly scarcely");

    /// <summary>Verbs that negate what depends on them: "denied that", "failed to", "refuses to".</summary>
    private static readonly FrozenSet<string> NegatingVerbs = Set(
        "deny denies denied denying refuse refuses refused refusing fail fails failed failing decline declines declined declining unable unwilling unlikely refute refuted dispute disputes disputed " +
        "avoid avoids avoided rule rules ruled neglect neglected neglects forget forgot hesitate stop stops stopped prevent prevents prevented");

    private static readonly FrozenSet<string> Intents = Set(
        "plan plans planned planning intend intends intended intending want wants wanted hope hopes hoped hoping aim aims aimed aiming seek seeks sought seeking try tries tried trying attempt attempts attempted attempting " +
        "vow vows vowed pledge pledges pledged promise promises promised threaten threatens threatened agree agrees agreed offer offers offered propose proposes proposed decide decides decided wish wishes wished prepare prepares prepared preparing ready " +
        "consider considers considered considering");

    private static readonly FrozenSet<string> Expectations = Set("expected expects expect likely scheduled supposed believed thought bound anticipated anticipates anticipate forecast projected predicted slated due");

    private static readonly FrozenSet<string> Hedges = Set("may might could possibly perhaps maybe reportedly allegedly apparently supposedly potentially presumably probably purportedly seemingly conceivably arguably");

    private static readonly FrozenSet<string> Coordinators = Set("and or");

    /// <summary>The words that negate (null) or tell how sure something is.</summary>
    public static IReadOnlyList<(int Index, Modality? Modality)> Cues(Wording wording)
    {
        var cues = new List<(int, Modality?)>();
        for (var i = 0; i < wording.Words.Length; i++)
        {
            if (IsNegation(wording, i) || NegatesNext(wording, i))
                cues.Add((i, null));
            if (OfCue(wording, i) is { } modality)
                cues.Add((i, modality));
        }

        return cues;
    }

    public static Marks[] Read(Wording wording)
    {
        var words = wording.Words;
        var marks = new Marks[words.Length];
        Modality? modality = null;
        var negations = 0;
        var reach = default(Marks); // What words behind the marked one may still be under.
        for (var i = 0; i < words.Length; i++)
        {
            if (i > 0 && !wording.Joined(i - 1, i))
            {
                // A hedge or an auxiliary goes on over an aside: "will, however, sign".
                if (words[i].Sentence != words[i - 1].Sentence || !(words[i].IsAdverb || words[i - 1].IsAdverb) || wording.Text.AsSpan(words[i - 1].Span.End, Math.Max(0, words[i].Span.Start - words[i - 1].Span.End)).Contains('"'))
                    (modality, negations) = (null, 0);
                reach = default;
            }

            var lower = words[i].Lower;
            if (IsNegation(wording, i))
            {
                negations++;
                continue;
            }

            if (OfCue(wording, i) is { } cue)
            {
                modality = cue;
                if (words[i].IsStop || words[i].IsAdverb)
                    continue;
            }
            else if (lower == "to" && modality is null && words[i].IsStop && i + 1 < words.Length && IsVerbLike(words[i + 1]))
            {
                modality = Modality.Open;
                continue;
            }

            if (words[i].IsStop)
            {
                if (lower is "on" or "in" or "at" or "from" or "by" or "of" or "with" or "about")
                    (modality, negations) = (null, 0); // "is not supposed to be on the list": it stands over no word of its own.
                // The second verb of "will meet and discuss": its governor may be either.
                if (Coordinators.Contains(lower) && reach.Modality != Modality.Fact)
                    reach = new Marks(reach.Polarity, Modality.Open);
                continue;
            }

            if (words[i].IsAdverb && i + 1 < words.Length && wording.Joined(i, i + 1))
            {
                marks[i] = reach;
                continue;
            }

            if (OfCue(wording, i) is not null)
            {
                // "plans to": the verb of planning is itself a fact.
                marks[i] = reach;
                if (NegatesNext(wording, i))
                    negations++;
                continue;
            }

            if (modality is null && negations == 0)
            {
                marks[i] = reach;
            }
            else
            {
                marks[i] = new Marks(negations % 2 == 1 ? Polarity.Negated : reach.Polarity, modality ?? reach.Modality);
                reach = new Marks(negations > 0 ? Polarity.Open : reach.Polarity, modality is null ? reach.Modality : Modality.Open);
                (modality, negations) = (null, 0);
            }

            if (NegatesNext(wording, i))
                negations++;
        }

        return marks;
    }

    private static bool IsNegation(Wording wording, int i)
    {
        var lower = wording.Lower(i);
        if (lower.EndsWith("n't", StringComparison.Ordinal))
            return true;
        if (!Negations.Contains(lower))
            return false;
        // "not only", "no doubt" say nothing against what follows; "No 10" is a number.
        return !(lower is "not" && wording.Lower(i + 1) is "only" or "just" && GoesOnWithBut(wording, i)) && !(lower is "no" && (wording.Lower(i + 1) is "doubt" || (i + 1 < wording.Words.Length && wording.Words[i + 1].IsFigure)));
    }

    private static bool GoesOnWithBut(Wording wording, int i)
    {
        for (var j = i + 2; j < wording.Words.Length && wording.Words[j].Sentence == wording.Words[i].Sentence; j++)
            if (wording.Lower(j) is "but" or "also")
                return true;
        return false;
    }

    /// <summary>A negating verb counts with what it takes: "to", "that", a form in -ing, or a claim.</summary>
    private static bool NegatesNext(Wording wording, int i)
    {
        var lower = wording.Lower(i);
        if (!NegatingVerbs.Contains(lower) || !wording.Joined(i, i + 1))
            return false;
        var next = wording.Lower(i + 1);
        if (lower.StartsWith("rule", StringComparison.Ordinal))
            return next == "out";
        return next is "to" or "that" or "any" or "having" or "being" or "he" or "she" or "they" or "it" || (next.Length > 4 && next.EndsWith("ing", StringComparison.Ordinal));
    }

    private static Modality? OfCue(Wording wording, int i)
    {
        var word = wording.Words[i];
        var lower = word.Lower;
        if (word.IsCapital && !word.IsOpener)
            return null; // The month of May.
        switch (lower)
        {
            case "will" or "shall" or "won't" or "we'll" or "he'll" or "she'll" or "they'll" or "it'll" or "i'll" or "you'll":
                return Modality.Future;
            case "would" or "wouldn't":
                return Modality.Conditional;
            case "can" or "can't" or "cannot":
                return Modality.Able;
            case "must":
                return Modality.Duty;
            case "should" or "shouldn't" or "ought":
                return Modality.Advice;
        }

        if (Hedges.Contains(lower))
            return Modality.Possible;
        if (wording.Lower(i + 1) != "to" || !wording.Joined(i, i + 1) || i + 2 >= wording.Words.Length)
            return null;
        if (lower is "going" or "set" or "poised")
            return IsVerbLike(wording.Words[i + 2]) ? Modality.Future : null;
        if (lower is "has" or "have" or "had" or "need" or "needs" or "needed" or "required" or "forced" or "obliged")
            return Modality.Duty;
        if (lower is "able")
            return Modality.Able;
        if (Intents.Contains(lower))
            return Modality.Intent;
        return Expectations.Contains(lower) ? Modality.Expected : null;
    }

    private static bool IsVerbLike(Word word) => !word.IsCapital && !word.IsFigure && word.Lower is not ("the" or "a" or "an" or "his" or "her" or "their" or "its" or "this" or "that" or "these" or "those" or "him" or "them");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
