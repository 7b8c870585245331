using System.Collections.Frozen;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;
using NewsBot.Core.Text;

namespace NewsBot.Core.Commands.When;

/// <summary>The words of an event that is asked about, and whether a text says them.</summary>
internal sealed class EventWords
{
    /// <summary>They say what kind of thing a name is, and nothing of what happened: "the Wagner group".</summary>
    private static readonly FrozenSet<string> Kinds = QuestionWords.Set(
        "group company party team club band army force government ministry council court bank airline family president minister leader asteroid comet hurricane storm ship ferry bridge museum");

    /// <summary>Verbs that leave it to another word to say what happened: "become king".</summary>
    private static readonly FrozenSet<string> Light = QuestionWords.Set("become get take make have do go happen occur");

    private readonly ICorpusSnapshot _snapshot;

    private EventWords(ICorpusSnapshot snapshot) => _snapshot = snapshot;

    /// <summary>Content words that are neither names nor years; those that only say of which kind a name is are left out where others remain.</summary>
    public required IReadOnlyList<string> Happening { get; init; }

    /// <summary>All content words that are neither names nor years.</summary>
    public required IReadOnlyList<string> Plain { get; init; }

    /// <summary>The last word of each name, which names a person or an organisation alone.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The verb that says what is asked, among what happened; null where none can be told.</summary>
    public string? Deed { get; private init; }

    /// <summary>Who did it, or to whom it was done; null where no name stands before the deed.</summary>
    public DeedSubject? Subject { get; private init; }

    /// <summary>All content words but years.</summary>
    public required IReadOnlyList<string> Content { get; init; }

    /// <summary>Years that are asked; with them whether they stand at a name, and so may only be part of it: "asteroid 2031 QX7".</summary>
    public required IReadOnlyList<(string Term, bool IsNamed)> Years { get; init; }

    /// <summary>Names of several words, as the question has them.</summary>
    public required IReadOnlyList<string> Phrases { get; init; }

    public static EventWords Of(ICorpusSnapshot snapshot, EventQuery query)
    {
        var words = query.Words;
        var tokens = Tokenizer.Tokenize(words);
        var content = tokens.Where(token => !StopWords.Contains(token.Term)).ToList();
        var years = content.FindAll(token => IsYear(token.Term));
        content.RemoveAll(years.Contains);
        var plain = Terms(content.Where(token => !char.IsUpper(words[token.Span.Start])));
        var happening = plain.FindAll(term => !Kinds.Contains(term));
        if (happening.Exists(term => !Light.Contains(term)))
            happening.RemoveAll(Light.Contains);
        if (happening.Count == 0)
            happening = plain;
        var runs = CapitalisedRuns.In(words, new TextSpan(0, words.Length)).Select(run => run.Span).ToList();
        var names = runs
            .Select(run => Tokenizer.Tokenize(words, run).LastOrDefault(token => !StopWords.Contains(token.Term) && !IsYear(token.Term)).Term)
            .Where(term => term is not null).Distinct(StringComparer.Ordinal).ToList();
        var deed = query.Deed is { } asked && happening.Contains(asked) ? asked : null;
        return new EventWords(snapshot)
        {
            Happening = happening,
            Plain = plain,
            Names = names,
            Deed = deed,
            Subject = deed is null ? null : DeedSubject.Of(words, tokens, deed, runs, query.IsPassive),
            Content = Terms(content),
            Years = [.. years.Select(year => (year.Term, runs.Exists(run => run.Start <= year.Span.End + 1 && run.End >= year.Span.Start - 1)))],
            Phrases = [.. runs.Select(run => run.In(words)).Where(run => run.Contains(' ', StringComparison.Ordinal))],
        };
    }

    private static bool IsYear(string term) => term.Length == 4 && term[0] is '1' or '2' && term.All(char.IsAsciiDigit);

    private static List<string> Terms(IEnumerable<Token> tokens) => [.. tokens.Select(token => token.Term).Distinct(StringComparer.Ordinal)];

    /// <summary>The share of the weight of some words that a text says, in the same or kindred words; 1 of none.</summary>
    public double Share(IReadOnlyList<string> terms, IReadOnlySet<string> said) =>
        terms.Count == 0 ? 1 : terms.Where(term => WordKinship.Says(said, term)).Sum(Weight) / terms.Sum(Weight) + 1e-9;

    private double Weight(string term) => SentenceSearch.InverseFrequency(_snapshot, term);
}
