using NewsBot.Core.Answering.Gate.Lexicon;
using NewsBot.Core.Answering.Gate.Wordings;

namespace NewsBot.Core.Answering.Gate.Checks;

/// <summary>The two words on each side of a name, the nearer first; empty beyond the ends of a sentence.</summary>
internal readonly record struct NameContext(string Left, string Right, string FarLeft, string FarRight)
{
    public static NameContext Of(Wording wording, NameRun run) =>
        new(At(wording, run.First, -1), At(wording, run.Last, 1), At(wording, run.First, -2), At(wording, run.Last, 2));

    /// <summary>Whether the words right beside are the same on both sides, and so is a farther one where a near one could stand beside any name.</summary>
    public bool IsSurelySamePlace(NameContext other) => Left == other.Left && Right == other.Right
        && ((IsTelling(Left) && IsTelling(Right)) || (IsTelling(FarLeft) && FarLeft == other.FarLeft) || (IsTelling(FarRight) && FarRight == other.FarRight));

    private static bool IsTelling(string term) => term.Length > 0 && !IsWeak(term);

    /// <summary>
    /// How alike two places are: 2 where both nearest neighbours are alike, 1 where one is that does not stand beside any name, and 1
    /// more for each farther neighbour behind a like one.
    /// </summary>
    public int Likeness(NameContext other)
    {
        bool left = AreAlike(Left, other.Left), right = AreAlike(Right, other.Right);
        var near = (left, right) switch
        {
            (true, true) => 2,
            (true, false) => Left.Length == 0 || IsWeak(Left) ? 0 : 1,
            (false, true) => Right.Length == 0 || IsWeak(Right) ? 0 : 1,
            _ => 0,
        };
        return near == 0 ? 0 : near + (left && AreAlike(FarLeft, other.FarLeft) ? 1 : 0) + (right && AreAlike(FarRight, other.FarRight) ? 1 : 0);
    }

    /// <summary>Articles and conjunctions stand beside any name.</summary>
    public static bool IsWeak(string term) => term is "the" or "a" or "an" or "and" or "or" or "but" or "of" or "in" or "that" or "ha" or "wa" or "is" or "had" or "have" or "also" or "said" or "sai" or "say";

    private static bool AreAlike(string a, string b) => a == b || (a.Length > 0 && b.Length > 0 && Synonyms.AreClose(a, b));

    private static string At(Wording wording, int from, int step) =>
        from + step >= 0 && from + step < wording.Words.Length && wording.Words[from + step].Sentence == wording.Words[from].Sentence ? wording.Words[from + step].Term : "";
}
