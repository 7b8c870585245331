using System.Globalization;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Commands.WhoSaid;

/// <summary>Plain sentences about a quote that was found: what differs, what its speaker does with it, who is meant.</summary>
internal static class QuoteNotes
{
    public static IEnumerable<string> Of(FoundQuote found)
    {
        if (found.Match.Kind == QuoteMatchKind.Paraphrase)
            yield return "Your text is a paraphrase; these are the nearest words in the articles.";
        foreach (var change in found.Match.Changes)
            yield return Of(change);
        if (found.Quote.Kind == QuoteKind.Indirect)
            yield return "The article reports this in its own words, without quotation marks.";
        if (Stance(found.Quote.Stance) is { } stance)
            yield return stance;
        if (found.Quote.Speaker is { Channel: { } channel })
            yield return $"Quoted through {channel}.";
        if (found.Quote.Speaker is { Candidates.Count: > 0 } speaker)
            yield return $"The article does not decide who \"{speaker.Text}\" is: {string.Join(" or ", speaker.Candidates)}.";
        else if (found.Quote.Speaker is { Name: null, Kind: SpeakerKind.Unknown })
            yield return "The article does not say whose words these are.";
    }

    /// <summary>A changed word, with what the change does.</summary>
    public static string Of(WordChange change) => change switch
    {
        { Said: "" } => $"Not in the article: \"{change.Asked}\"{Weight(change.Kind)}.",
        { Asked: "" } => $"Left out: \"{change.Said}\"{Weight(change.Kind)}.",
        _ => $"The article has \"{change.Said}\" where your text has \"{change.Asked}\"{Weight(change.Kind)}.",
    };

    private static string Weight(WordChangeKind kind) => kind switch
    {
        WordChangeKind.NegationFlipped => ", which turns the meaning round",
        WordChangeKind.NumberChanged => ", another number",
        WordChangeKind.NameChanged => ", another name",
        _ => "",
    };

    private static string? Stance(QuoteStance stance) => stance switch
    {
        QuoteStance.Denied => "Mind: the article says that this was denied, not said.",
        QuoteStance.Asked => "Mind: this was asked, not stated.",
        QuoteStance.Hypothetical => "Mind: the article gives this as something that might be said.",
        _ => null,
    };

    /// <summary>"Also in 2 other articles."</summary>
    public static string AlsoIn(int others) => string.Create(CultureInfo.InvariantCulture, $"Also in {others} other {(others == 1 ? "article" : "articles")}.");
}
