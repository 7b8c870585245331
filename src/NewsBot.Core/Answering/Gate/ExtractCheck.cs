using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Gate;

/// <summary>
/// An extract is a cited place word for word. Explanations that the bot put in square brackets are left out of the
/// comparison, but the names in them must be resolved by the article.
/// </summary>
internal static partial class ExtractCheck
{
    [GeneratedRegex(@"\s*\[(?<inside>[^\[\]]*)\]")]
    private static partial Regex Bracket();

    /// <summary>Words that say what an explanation is, not what happened.</summary>
    private static readonly FrozenSet<string> Labels = new[] { "planned", "published" }.Select(word => Tokenizer.TermOf(word)).ToFrozenSet(StringComparer.Ordinal);

    public static Rejection? Rejection(string text, Ground ground)
    {
        var folded = Typography.Fold(text);
        if (IsCited(folded, ground))
            return VoiceCheck.Verbatim(folded, ground);
        var unexplained = new List<string>();
        var bare = Bracket().Replace(folded, match =>
        {
            if (ground.Folded.Any(cited => cited.Contains(match.Value.Trim(), StringComparison.Ordinal)))
                return match.Value; // The article's own brackets.
            unexplained.Add(match.Groups["inside"].Value);
            return "";
        });
        bare = bare.Trim();
        if (!IsCited(bare, ground))
            return new Rejection(RejectionReason.Extract, "an extract that is not in the cited place");
        if (VoiceCheck.Verbatim(bare, ground) is { } torn)
            return torn;
        foreach (var explanation in unexplained)
            foreach (var token in Tokenizer.Tokenize(explanation))
                if (!ground.Has(token.Term) && !StopWords.Contains(token.Term) && !Labels.Contains(token.Term))
                    return new Rejection(RejectionReason.Explanation, "an explanation that the article does not support");
        return null;
    }

    public static bool IsCited(string text, Ground ground) =>
        text.Any(char.IsLetterOrDigit) && ground.Folded.Any(cited => WholeWords.IndexOf(cited, text, 0) >= 0);
}
