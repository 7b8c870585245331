using System.Collections.Frozen;

namespace NewsBot.Core.Text;

/// <summary>English words that carry no topic, as terms of <see cref="Tokenizer"/>.</summary>
public static class StopWords
{
    private static readonly FrozenSet<string> Terms = (
        "a an the and or but nor so yet if then than as at by for from in into of off on onto out over to up with about above after again " +
        "against all am any are arent be because been before being below between both can cannot could couldnt did didnt do does doesnt doing " +
        "dont down during each few further had hadnt has hasnt have havent having he her here hers herself him himself his how i im ive is its it " +
        "itself just me more most my myself no not now only other our ours ourselves own same she should shouldnt some such that thats their " +
        "theirs them themselves there these they this those through too under until very was wasnt we were werent what when where which while " +
        "who whom whose why will wont would wouldnt you your yours yourself yourselves also may might must shall us")
        .Split(' ').Select(word => Tokenizer.TermOf(word)).ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string term) => Terms.Contains(term);
}
