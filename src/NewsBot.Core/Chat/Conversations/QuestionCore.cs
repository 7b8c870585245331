using System.Text.RegularExpressions;

namespace NewsBot.Core.Chat.Conversations;

/// <summary>What a question is about, without the words that ask: "the visit of the minister" of "How long is the visit of the minister?".</summary>
internal static partial class QuestionCore
{
    [GeneratedRegex(@"^(?:(?:and|but|so|then)\s+)?(?:(?:in|on|at|by|for|from|to)\s+)?(?:who|whom|whose|what else|what|which|when|where|why|how (?:many|much|long|old|far|often|big|high|deep)|how)\b\s*(?:(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should)\b)?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Asking();

    [GeneratedRegex(@"^(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should)\b\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Auxiliary();

    public static string Of(string question)
    {
        var bare = question.Trim().TrimEnd('?', '.', '!').Trim();
        var core = Asking().Replace(bare, "", 1);
        return core.Length == bare.Length ? Auxiliary().Replace(bare, "", 1) : core;
    }
}
