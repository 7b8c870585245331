using System.Text.RegularExpressions;
using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Answering.Extractive.Telling;
using NewsBot.Core.Dates;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Candidates.Readings;

/// <summary>Reads short answers from sentences by how they are built, each kind of question by its own pattern.</summary>
internal sealed partial class ShortReadings(Question question)
{
    /// <summary>Days.</summary>
    private const int LongBefore = 60;

    private readonly AskedRole? _role = AskedRole.Of(question);
    private readonly AskedGap? _gap = AskedGap.Of(question);
    private readonly AskedDeed? _deed = AskedDeed.Of(question.Text);
    private readonly IReadOnlyList<string> _doer = Doer(question);

    /// <summary>The place whose people are counted.</summary>
    private readonly string? _inhabited = AsksInhabitants().IsMatch(question.Text) && question.Names.Count == 1 ? question.Names[0].Terms[^1] : null;

    /// <summary>A figure in the question tells which one of its kind is meant: "the 7.4 magnitude earthquake".</summary>
    private readonly IReadOnlyList<string> _numbers = question.Period is null && question.Days.Count == 0 ? [.. question.Terms.Where(term => char.IsDigit(term[0]))] : [];
    private readonly IReadOnlyList<string> _valued = ValuedNoun(question);

    /// <returns>What the sentence gives; none where its build tells nothing.</returns>
    public IEnumerable<AnswerCandidate> In(Surroundings around, QuestionWeights weights) =>
        Read(around, weights).Where(candidate => question.Kind == AnswerKind.Definition || (AnswerCandidates.IsNew(candidate, question, weights) && Fits(candidate)));

    private IEnumerable<AnswerCandidate> Read(Surroundings around, QuestionWeights weights)
    {
        var scored = around.Sentence;
        if (scored.Text.EndsWith('?') || IsOfAnotherTime(scored) || !_numbers.All(around.Own.Contains))
            return [];
        var sentence = new ReadSentence(scored.Article, scored.Article.Analysis.Sentences[scored.Index]);
        return question.Kind switch
        {
            AnswerKind.Person when _role is not null => RoleTie.Heads(_role, around, isClose: true).SelectMany(head => OfficeHolders.At(sentence, head, [.. _role.Complement])),
            AnswerKind.Definition => Descriptions.In(question, sentence),
            AnswerKind.Place when _gap is null && AsksWhere().IsMatch(question.Text) => _deed is null ? Whereabouts.Of(question, sentence) : Whereabouts.Behind(_deed, question.Names, sentence),
            AnswerKind.Name when question.Focus.Count > 0 => NamedThings.In(question.Focus[^1], sentence),
            AnswerKind.Number when _inhabited is not null => Inhabitants.Of(_inhabited, sentence, WordKinship.Says(around.Lead, _inhabited) || WordKinship.Says(around.Title, _inhabited)),
            AnswerKind.Number or AnswerKind.Money or AnswerKind.Percent or AnswerKind.Measure when _deed is not null => Counts.In(_deed.Term, _doer, sentence, AnswerCandidates.In(question, scored.Article, scored.Index, weights)),
            AnswerKind.Person or AnswerKind.Place or AnswerKind.Organisation or AnswerKind.Name => Gap(sentence, namesOnly: true),
            AnswerKind.Any when _valued.Count > 0 => Values.Of(_valued, sentence),
            AnswerKind.Any => Gap(sentence, namesOnly: _gap?.Noun is not null),
            _ => [],
        };
    }

    /// <summary>A sentence that names a year or day long before the time asked about tells of that time.</summary>
    private bool IsOfAnotherTime(ScoredSentence scored)
    {
        var asked = question.Period?.Start ?? (AsksNews().IsMatch(question.Text) ? scored.Article.Article.Published.Day : null);
        if (asked is not { } start)
            return false;
        var dates = scored.Article.Analysis.Times.Where(time => time.Basis == TimeBasis.Explicit && time.Type == TimeType.Date && scored.Span.Contains(time.Span) && time.Interval is { End: not null }).ToList();
        return dates.Count > 0 && dates.TrueForAll(time => time.Interval!.Value.End!.Value.DayNumber < start.DayNumber - LongBefore);
    }

    /// <summary>A person is no company and no place, and "which comedian" is no company.</summary>
    private bool Fits(AnswerCandidate candidate)
    {
        var words = candidate.Text.Split(' ');
        return question.Kind switch
        {
            AnswerKind.Place or AnswerKind.Organisation => !(words.Length > 1 && FirstNames.IsKnown(words[0])),
            AnswerKind.Person when question.Focus.Count > 0 => NameKinds.Fits(candidate.Text, AnswerKind.Person, titled: true, ""),
            _ => true,
        };
    }

    private IEnumerable<AnswerCandidate> Gap(ReadSentence sentence, bool namesOnly) => _gap switch
    {
        { Kind: GapKind.Doer } => Doers.In(_gap, sentence),
        { Kind: GapKind.DoneTo } => Sufferers.In(_gap, _doer, sentence, namesOnly),
        _ => [],
    };

    /// <summary>The name before the verb: "How many seats did the Green List win?".</summary>
    private static IReadOnlyList<string> Doer(Question question) => AskedDeed.Of(question.Text) is { IsPassive: false } deed
        ? question.Names.LastOrDefault(name => question.Text.IndexOf(name.Text, StringComparison.Ordinal) is >= 0 and var at && at < deed.At)?.Terms ?? []
        : [];

    /// <summary>"What is the key rate of": the noun and the words before it.</summary>
    private static IReadOnlyList<string> ValuedNoun(Question question) =>
        question.Kind == AnswerKind.Any && AsksValue().Match(question.Text) is { Success: true } asked && !asked.Groups["noun"].Value.EndsWith("ing", StringComparison.Ordinal) && !asked.Groups["noun"].Value.EndsWith("ed", StringComparison.Ordinal)
            ? [.. Tokenizer.Tokenize(asked.Groups["noun"].Value).Select(token => token.Term)]
            : [];

    /// <summary>Whether a question counts the people of a place.</summary>
    public static bool CountsInhabitants(string question) => AsksInhabitants().IsMatch(question);

    [GeneratedRegex(@"\bhow many (?:people|inhabitants|residents) (?:live in|does|are there in)\b|\bwhat (?:is|was) the population of\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksInhabitants();

    [GeneratedRegex(@"\b(?:recently|recent|just|latest|newest)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksNews();

    [GeneratedRegex(@"^\s*where\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksWhere();

    [GeneratedRegex(@"^\s*what (?:is|are|was|were) (?:the |its |their )?(?<noun>\p{Ll}+(?: \p{Ll}+)?)(?: (?:of|in|at|for)\b|\?|$)", RegexOptions.IgnoreCase)]
    private static partial Regex AsksValue();
}
