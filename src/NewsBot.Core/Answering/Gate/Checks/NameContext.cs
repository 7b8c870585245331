using NewsBot.Core.Answering.Gate.Wordings;

namespace NewsBot.Core.Answering.Gate.Checks;

/// <summary>The words on both sides of a name; empty at the ends of a sentence.</summary>
internal static class NameContext
{
    public static (string Left, string Right) Of(Wording wording, NameRun run) => (
        run.First > 0 && wording.Words[run.First - 1].Sentence == wording.Words[run.First].Sentence ? wording.Words[run.First - 1].Term : "",
        run.Last + 1 < wording.Words.Length && wording.Words[run.Last + 1].Sentence == wording.Words[run.Last].Sentence ? wording.Words[run.Last + 1].Term : "");

    /// <summary>Articles and conjunctions stand beside any name.</summary>
    public static bool IsWeak(string term) => term is "the" or "a" or "an" or "and" or "or" or "but" or "of" or "in" or "that" or "ha" or "wa" or "is" or "had" or "have" or "also" or "said" or "sai" or "say";
}
