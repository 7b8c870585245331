using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Core.Dates;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;
using NewsBot.Core.Text;
using Token = NewsBot.Core.Text.Token;

namespace NewsBot.Core.Answering.Extractive.Telling;

/// <summary>
/// Whether the articles tell what a question asks, and not only of its topic: "Why was the final cancelled?" is no
/// question for an article that has the final and no cancelling. A sentence tells when
/// <list type="bullet">
/// <item>its article is of the time asked about, or it names that time;</item>
/// <item>at least 0.7 of the names are said by it, next to it or in the lead; a name that its article has elsewhere counts
/// 0.75 where the article comes back to it, else half;</item>
/// <item>what is asked for can be read from it (<see cref="AnswerSlot"/>);</item>
/// <item>of up to four asked words, those that are no names, 0.7 of the weight (of four 0.6) is said by it or next to it
/// (<see cref="WordKinship"/>); a word that stands only next to it counts 0.9, one in the lead 0.6, and none weighs less than half
/// of the heaviest, because a verb may be frequent and still be what is asked; and the deed is told of the one whom the
/// question names (<see cref="DeedTie"/>).</item>
/// </list>
/// A question of more words describes what it asks in so many ways that its coverage alone decides
/// (<see cref="Sufficiency"/>), and so it is with one that asks several outlets.
/// </summary>
/// <param name="question">The question.</param>
/// <param name="weights">Weights of its terms.</param>
/// <param name="strictness">Factor on the shares that are needed; 1 is tuned.</param>
internal sealed partial class Answerability(Question question, QuestionWeights weights, double strictness = 1)
{
    private const double LeastNamed = 0.7;
    private const double Near = 0.9;
    private const double InLead = 0.6;
    private const double Repeated = 0.75;
    private const double Elsewhere = 0.5;
    private const int MostDays = 31;
    private const int ShortQuestion = 4;
    private const int LongQuestion = 5;
    private const int Looked = 40;

    private static readonly FrozenSet<string> MoneyWords = QuestionWords.Set("money cash sum");

    /// <summary>Words that say next to nothing of what is asked.</summary>
    private static readonly FrozenSet<string> LightWords = QuestionWords.Set("get go make take become use less fewer new");

    private readonly List<string> _asked = AskedWords(question);
    private readonly TellingWords _words = new(AskedWords(question), question.Terms);
    private readonly AnswerSlot _slot = new(question);
    private readonly string? _verb = AskedDeed.Of(question.Text)?.Term;
    private readonly DeedTie? _deed = AskedDeed.Of(question.Text) is { } deed && question.Kind != AnswerKind.Measure && !AnswerSlot.IsLight(deed.Term) ? new DeedTie(question, deed, new TellingWords([deed.Term], question.Terms)) : null;
    private readonly Dictionary<ArticleId, SentenceTerms> _terms = [];

    /// <summary>Whether the question is so long, or asks so many, that nothing is required of single sentences.</summary>
    public bool IsOpen => _asked.Count > LongQuestion || question.Clauses.Count > 0;

    /// <summary>Whether only sentences that tell have a place in the answer (<see cref="AnswerSlot.IsExclusive"/>).</summary>
    public bool IsExclusive => _slot.IsExclusive;

    /// <returns>The sentences that tell, in their order.</returns>
    public IReadOnlyList<ScoredSentence> Told(IReadOnlyList<ScoredSentence> sentences) => [.. sentences.Take(Looked).Where(Tells)];

    private bool Tells(ScoredSentence sentence)
    {
        var id = sentence.Article.Article.Id;
        if (!_terms.TryGetValue(id, out var terms))
            _terms[id] = terms = new SentenceTerms(sentence.Article);
        var around = new Surroundings(sentence, terms, _words);
        if (_asked.Count == 0 && question.Names.Count == 0 && question.Period is null && !question.WantsLatest)
            return false; // "How old is he?" names nobody.
        return IsOfItsTime(sentence)
            && Named(around) >= LeastNamed * strictness
            && _slot.IsFilled(around, weights)
            && (_asked.Count > ShortQuestion || (IsDone(around) && Share(around) >= LeastTold(_asked.Count) * strictness));
    }

    private bool IsDone(Surroundings around) => _deed is null || _deed.Holds(around) || (question.Kind == AnswerKind.YesNo && Denies(around.Sentence));

    /// <summary>A sentence that denies something answers a yes-or-no question in other words than it is asked.</summary>
    private bool Denies(ScoredSentence sentence) =>
        (_asked.Count > 1 && (Gate.Negation.In(sentence.Text) || sentence.Terms.Contains("deni"))) || (_verb is not null && Candidates.Readings.Opposites.Of(_verb).Any(sentence.Terms.Contains));

    private static double LeastTold(int words) => words < ShortQuestion ? 0.7 : 0.6;

    private double Share(Surroundings around)
    {
        if (_asked.Count == 0)
            return 1;
        var floor = _asked.Where(term => !TellingWords.IsFrame(term)).Select(weights.Of).DefaultIfEmpty(1).Max() / 2;
        double total = 0, told = 0;
        var denies = question.Kind == AnswerKind.YesNo && Denies(around.Sentence);
        foreach (var term in _asked)
        {
            if (denies && term == _verb)
                continue;
            var weight = TellingWords.IsFrame(term) ? floor : Math.Max(floor, weights.Of(term));
            total += weight;
            told += weight * (around.Says(term) ? 1 : around.SaysNear(term) ? Near : around.IsAbout(term) ? InLead : 0);
        }

        if (question is { Kind: AnswerKind.Measure, Focus: [var dimension] })
        {
            total += floor;
            told += floor * (Candidates.Measures.WordsOf(dimension).Any(around.Own.Contains) ? 1 : 0);
        }

        return total <= 0 ? 1 : told / total;
    }

    /// <summary>A name is said by its last word, which names a person or an organisation alone.</summary>
    private double Named(Surroundings around)
    {
        double total = 0, named = 0;
        foreach (var name in question.Names)
        {
            if (IsOfAnswer(name))
                continue;
            var weight = name.Terms.Max(weights.Of);
            total += weight;
            named += weight * Named(around, name);
        }

        return total <= 0 ? 1 : named / total;
    }

    /// <summary>"Which European city": the answer is known to be one, so nobody says it.</summary>
    private bool IsOfAnswer(QuestionName name) =>
        Nationalities.IsOne(name.Text) && AsksWhich().Match(question.Text) is { Success: true } which && which.Groups["name"].Value == name.Text;

    private static double Named(Surroundings around, QuestionName name)
    {
        var last = name.Terms[^1];
        if (!IsWhole(around, name) || IsNamesake(around.Sentence, name))
            return 0;
        return around.IsAbout(last) ? 1 : around.IsRepeated(last) ? Repeated : around.HasAnywhere(last) ? Elsewhere : 0;
    }

    /// <summary>Whether a sentence has the name's last word only as that of others: "Jorun Pallister" where Mika is asked about.</summary>
    private static bool IsNamesake(ScoredSentence sentence, QuestionName name)
    {
        if (name.Terms.Count < 2 || sentence.Terms.Contains(name.Terms[0]) || !sentence.Terms.Contains(name.Terms[^1]))
            return false;
        var text = sentence.Article.Article.Text;
        var tokens = Tokenizer.Tokenize(text, sentence.Span);
        return tokens.Index().Where(token => token.Item.Term == name.Terms[^1]).All(token => token.Index > 0 && IsAnotherName(text, tokens[token.Index - 1], token.Item, name));
    }

    private static bool IsAnotherName(string text, Token before, Token last, QuestionName name) =>
        last.Span.Start - before.Span.End == 1 && char.IsUpper(text[before.Span.Start]) && !StopWords.Contains(before.Term) && !QuestionWords.IsTitle(before.Term)
        && !RoleWords.IsRole(before.Span.In(text)) && !name.Terms.Contains(before.Term, StringComparer.Ordinal);

    /// <summary>The article must have the other words too: the Communist Party is not another party, but Joe Biden may go by his last name.</summary>
    private static bool IsWhole(Surroundings around, QuestionName name) =>
        name.Terms.Where((_, i) => i > 0 || name.Terms.Count == 1 || !FirstNames.IsKnown(name.Text.Split(' ')[0])).Count(term => !around.HasAnywhere(term)) <= name.Terms.Count / 4;

    /// <summary>Published in the time asked about or soon after, or it speaks of that time.</summary>
    private bool IsOfItsTime(ScoredSentence sentence)
    {
        if (question.Period is not { } period || question.Days.Count > 0 || !IsFixed().IsMatch(question.Text))
            return true;
        var days = period is { Start: { } start, End: { } end } ? end.DayNumber - start.DayNumber + 1 : 1;
        var published = sentence.Article.Article.Published.Day;
        var reported = new DateInterval(period.Start?.AddDays(-Math.Min(days - 1, 7)), period.End?.AddDays(Math.Clamp(days, 1, 7)));
        return reported.Contains(published)
            || sentence.Article.Analysis.Times.Any(time => sentence.Span.Contains(time.Span) && time.Interval is { Start: { } from, End: { } to } said && to.DayNumber - from.DayNumber <= Math.Max(days, MostDays) && said.Overlaps(period));
    }

    /// <summary>A time that only one can be meant by; a month or season without a year may be any year's.</summary>
    [GeneratedRegex(@"\b(?:(?:19|20)\d\d|today|tonight|yesterday|tomorrow|ago|last|this|past|next|recent(?:ly)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex IsFixed();

    [GeneratedRegex(@"\b[Ww](?:hich|hat) (?<name>\p{Lu}[\w.]*) \p{Ll}")]
    private static partial Regex AsksWhich();

    /// <summary>"What is the capital of": the noun is what is asked, not only its kind.</summary>
    [GeneratedRegex(@"\bwhat(?:['’]s| is| was| are| were| will be) the\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksOf();

    /// <summary>What is asked about the names: all other terms but the noun that only tells the kind of answer.</summary>
    private static List<string> AskedWords(Question question)
    {
        var left = question.Names.SelectMany(name => name.Terms).ToHashSet(StringComparer.Ordinal);
        if (AnswerSlot.IsTyped(question.Kind) && !AsksOf().IsMatch(question.Text))
            left.UnionWith(question.Focus);
        if (question.Kind == AnswerKind.Money)
            left.UnionWith(MoneyWords);
        if (Candidates.Readings.ShortReadings.CountsInhabitants(question.Text))
            left.Add("live");
        return [.. question.Terms.Where(term => !left.Contains(term) && !LightWords.Contains(term))];
    }
}
