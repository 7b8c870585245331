using System.Text.RegularExpressions;
using NewsBot.Core.Answering.Gate.Checks;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Gate;

/// <summary>
/// The rules that a statement must keep. In order: it names evidence that exists; links are the store's; quotation marks
/// stand in pairs and beside a speaker; what stands in them is verbatim and by the speaker who is said to say it; an extract is verbatim but for bracketed explanations; and what is told in the bot's own
/// words keeps the amounts, dates and names of the evidence, what it negates and how sure it is, the direction of
/// comparisons, who did what to whom, causes and speakers, and has words enough that the evidence has. Each rule is a file of its own
/// in <c>Checks</c>. The cheap ones come first.
/// </summary>
internal static partial class StatementCheck
{
    private static readonly Func<Claim, Ground, Rejection?>[] Rules =
    [
        AmountCheck.Check,
        DateCheck.Check,
        NameCheck.Check,
        MarkCheck.Check,
        CueCountCheck.Check,
        DirectionCheck.Check,
        Slots.Check,
        RoleCheck.Check,
        CauseCheck.Check,
        PronounCheck.Check,
        SupportCheck.Check,
        SpeakerCheck.Check,
    ];

    /// <summary>A short answer by itself, or with the bot's word before a sentence of the article: "**Yes**: ...".</summary>
    [GeneratedRegex(@"^\*\*(?<brief>[^*]+)\*\*(?::\s*(?<rest>.+))?$", RegexOptions.Singleline)]
    private static partial Regex Brief();

    /// <returns>Why the statement may not go out; null when it may.</returns>
    public static Rejection? Rejection(DraftStatement statement) => Rejection(statement, evidence => new Place(evidence));

    /// <param name="statement">What is checked.</param>
    /// <param name="read">Reads a place; a caller with several statements over the same places reads each once.</param>
    public static Rejection? Rejection(DraftStatement statement, Func<EvidenceSpan, Place> read)
    {
        if (string.IsNullOrWhiteSpace(statement.Text))
            return new Rejection(RejectionReason.Empty, "empty");
        if (statement.Evidence.Count == 0)
            return new Rejection(RejectionReason.NoEvidence, "no evidence");
        foreach (var evidence in statement.Evidence)
            if (evidence.Span.IsEmpty || evidence.Span.Start < 0 || evidence.Span.End > evidence.Article.Article.Text.Length)
                return new Rejection(RejectionReason.OutsideArticle, "evidence outside the article");

        var ground = new Ground([.. statement.Evidence.Select(read)]);
        if ((LinkCheck.Rejection(statement.Text, ground) ?? VoiceCheck.Marks(statement.Text) ?? QuotationCheck.Rejection(statement, ground)) is { } rejection)
            return rejection;
        return statement.Kind switch
        {
            StatementKind.Extract => ExtractCheck.Rejection(statement.Text, ground),
            StatementKind.Quote => ShortAnswerCheck.Rejection(statement.Text, ground) ?? SpeakerCheck.CheckQuote(statement.Text, ground),
            _ => OwnWords(statement.Text, ground),
        };
    }

    private static Rejection? OwnWords(string text, Ground ground)
    {
        if (Brief().Match(text) is { Success: true } brief && (!brief.Groups["rest"].Success || IsOfArticle(brief.Groups["rest"].Value, ground)))
            return ShortAnswerCheck.Rejection(text, ground);
        if (OutletPrefix.Behind(text, ground) is { } told && ExtractCheck.Rejection(told, ground) is null)
            return VoiceCheck.Verbatim(told, ground);
        var folded = Typography.Fold(text);
        if (ExtractCheck.IsCited(folded, ground))
            return VoiceCheck.Verbatim(folded, ground);
        var claim = new Claim(text, ground);
        foreach (var rule in Rules)
            if (rule(claim, ground) is { } broken)
                return broken;
        return null;
    }

    /// <summary>Whether what stands behind the bot's word is a sentence of the article, or its speaker's words with their name before them.</summary>
    private static bool IsOfArticle(string text, Ground ground) =>
        ExtractCheck.Rejection(text, ground) is null
        || (SpeakerCheck.IsHeaded(text) && ShortAnswerCheck.Rejection(text, ground) is null && SpeakerCheck.CheckQuote(text, ground) is null);
}
