using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NewsBot.Core.Answering.Candidates;
using NewsBot.Core.Answering.Candidates.Readings;
using NewsBot.Core.Articles;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Extractive.Telling;

/// <summary>
/// Whether what a question asks for can be read from a sentence: a name, place, amount or date of the kind asked for that
/// the question does not have itself, in the right part; for "why" words of cause in it or beside it; for an office its
/// holder and not another's (<see cref="RoleTie"/>).
/// </summary>
internal sealed partial class AnswerSlot(Question question)
{
    /// <summary>An amount belongs to what is asked only where its own sentence says half of it.</summary>
    private const double LeastOwn = 0.5;

    /// <summary>A name belongs to a noun within so many words.</summary>
    private const int NearNoun = 4;

    /// <summary>Characters between an amount and a word of lasting.</summary>
    private const int NearAmount = 30;

    /// <summary>Verbs of time itself.</summary>
    private static readonly FrozenSet<string> LightDeeds = QuestionWords.Set("last take continue live");

    /// <summary>Words before a noun that tell it from the one that is meant without them.</summary>
    private static readonly FrozenSet<string> Others = QuestionWords.Set("last next previous earlier former");

    private readonly IReadOnlyList<string> _things = Tokenizer.Tokenize(question.Text).Any(token => Others.Contains(token.Term)) ? [] : question.Terms;
    private readonly AskedRole? _role = AskedRole.Of(question);
    private readonly AskedDeed? _deed = AskedDeed.Of(question.Text);
    private readonly ShortReadings _readings = new(question);

    /// <summary>Kinds whose answers are found as words of a sentence.</summary>
    public static bool IsTyped(AnswerKind kind) => kind is AnswerKind.Place or AnswerKind.Organisation or AnswerKind.Name or AnswerKind.Money
        or AnswerKind.Percent or AnswerKind.Duration or AnswerKind.Number or AnswerKind.Measure or AnswerKind.Age;

    public bool AsksRole => _role is not null;

    /// <summary>Whether only the sentences that tell it have a place in the answer: those of other offices, or of nothing that recurs, have none.</summary>
    public bool IsExclusive => AsksRole || AsksHowOften().IsMatch(question.Text) || AsksContent().IsMatch(question.Text);

    /// <summary>Whether a verb only says that a time passes.</summary>
    public static bool IsLight(string verb) => LightDeeds.Contains(verb);

    public bool IsFilled(Surroundings around, QuestionWeights weights) => !IsOfAnother(around.Sentence) && (_readings.In(around, weights).Any() || HasKind(around, weights));

    /// <summary>Whether the sentence speaks of another of its kind than the question: "the last strike", "the next final".</summary>
    private bool IsOfAnother(ScoredSentence sentence)
    {
        var tokens = Tokenizer.Tokenize(sentence.Article.Article.Text, sentence.Span);
        return _things.Any(thing =>
        {
            var at = tokens.Index().Where(token => token.Item.Term == thing).Select(token => token.Index).ToList();
            return at.Count > 0 && at.TrueForAll(i => i > 0 && Others.Contains(tokens[i - 1].Term));
        });
    }

    private bool HasKind(Surroundings around, QuestionWeights weights)
    {
        if (Excludes().IsMatch(question.Text) || (IsPast().IsMatch(question.Text) && IsAllAhead(around.Sentence)))
            return false; // What is asked besides something that is told must be read.
        if (_role is not null)
            return RoleTie.Holds(_role, around) && (question.Kind != AnswerKind.Person || HasPerson(around, weights));
        var sentence = around.Sentence;
        if (AsksHowOften().IsMatch(question.Text))
            return Recurs().IsMatch(sentence.Text) && (_deed is null || around.Says(_deed.Term));
        if (AsksContent().IsMatch(question.Text))
            return TellsContent().IsMatch(sentence.Text) && question.Terms.All(term => around.Says(term) || WordKinship.Says(around.Before, term));
        if (AsksWords().Match(question.Text) is { Success: true } words && !around.SaysNear(Tokenizer.TermOf(words.Groups["topic"].Value)))
            return false;
        return question.Kind switch
        {
            AnswerKind.Person => HasDoer(around, weights),
            AnswerKind.Place when question.Terms.Count <= question.Names.Sum(name => name.Terms.Count) => IsLocated().IsMatch(sentence.Text) && HasName(around, weights),
            AnswerKind.Place or AnswerKind.Organisation => HasName(around, weights),
            AnswerKind.Name => NamesOf(around, weights).Any(),
            AnswerKind.Number or AnswerKind.Money or AnswerKind.Percent or AnswerKind.Duration => SaysAmount(around, weights),
            AnswerKind.Measure => Candidates(sentence, weights).Any() && IsOfDimension(around),
            AnswerKind.Age => Candidates(sentence, weights).Any(),
            AnswerKind.Reason => CauseCues.At(sentence.Article, sentence.Index),
            AnswerKind.Any when AsksWhich().Match(question.Text) is { Success: true } asked => TellsWhich(around, weights, Tokenizer.TermOf(asked.Groups["noun"].Value)),
            _ => true,
        };
    }

    /// <summary>Whether a sentence speaks of the deed only as still to come.</summary>
    private bool IsAllAhead(ScoredSentence sentence)
    {
        if (_deed is null || !sentence.Terms.Contains(_deed.Term))
            return false;
        var sites = DeedSite.Of(new ReadSentence(sentence.Article, sentence.Article.Analysis.Sentences[sentence.Index]), _deed.Term).ToList();
        return sites.Count > 0 && sites.TrueForAll(site => site.IsAhead);
    }

    private IEnumerable<AnswerCandidate> Candidates(ScoredSentence sentence, QuestionWeights weights) =>
        AnswerCandidates.In(question, sentence.Article, sentence.Index, weights);

    private IEnumerable<AnswerCandidate> AnyName(ScoredSentence sentence, QuestionWeights weights) =>
        AnswerCandidates.In(question with { Kind = AnswerKind.Name, Focus = [] }, sentence.Article, sentence.Index, weights);

    private bool HasName(Surroundings around, QuestionWeights weights) =>
        Candidates(around.Sentence, weights).Any() || AnyName(around.Sentence, weights).Any();

    /// <summary>Some name that the question does not have; where it asks who did something, before the deed or behind "by".</summary>
    private bool HasDoer(Surroundings around, QuestionWeights weights)
    {
        var names = AnyName(around.Sentence, weights).ToList();
        if (names.Count == 0)
            return false;
        var text = around.Sentence.Article.Article.Text;
        if (_deed is not { IsPassive: false } || !around.Own.Contains(_deed.Term))
            return true;
        var span = around.Sentence.Article.WithoutDateline(around.Sentence.Span);
        var deed = Tokenizer.Tokenize(text, span).Find(token => token.Term == _deed.Term);
        return names.Exists(name => span.Contains(name.Span) && (name.Span.Start < deed.Span.Start || IsBehindBy(text, span, name.Span)));
    }

    private static bool IsBehindBy(string text, TextSpan sentence, TextSpan name) =>
        text[Math.Max(sentence.Start, name.Start - 40)..name.Start].Contains(" by ", StringComparison.Ordinal);

    private bool IsOfDimension(Surroundings around)
    {
        if (question.Focus.Count == 0)
            return true;
        var words = Measures.WordsOf(question.Focus[0]);
        return words.Count == 0 || words.Any(around.Own.Contains) || (_deed is not null && around.Says(_deed.Term) && ByHow().IsMatch(around.Sentence.Text));
    }

    /// <summary>
    /// An amount in a sentence that has the verb itself, or where the headline has it (or there is none), half of what is
    /// asked. Where only a name is asked about ("how long is the lake"), it must stand at the name or be said to last or take.
    /// </summary>
    private bool SaysAmount(Surroundings around, QuestionWeights weights)
    {
        var sentence = around.Sentence;
        var amounts = Candidates(sentence, weights).ToList();
        if (amounts.Count == 0 || ((_deed is null || LightDeeds.Contains(_deed.Term)) && !question.Names.All(name => IsClose(around, name.Terms[^1]))))
            return false;
        if (IsBareName())
            return amounts.Exists(amount => LastsOf(sentence, amount)) || amounts.Exists(amount => Distance(sentence, question.Names[0].Terms[^1], amount) <= NearNoun);
        if (_deed is null || LightDeeds.Contains(_deed.Term))
            return OwnShare(around, weights) >= LeastOwn;
        return around.Says(_deed.Term) || (WordKinship.Says(around.Title, _deed.Term) && OwnShare(around, weights) >= LeastOwn);
    }

    /// <summary>What an amount is of stands in its sentence or before it: what follows may be another's.</summary>
    private static bool IsClose(Surroundings around, string term) =>
        around.Says(term) || WordKinship.Says(around.Before, term) || WordKinship.Says(around.Title, term) || WordKinship.Says(around.Lead, term);

    /// <summary>"the lake is 40 kilometres long", "the trial of Moss lasted 17 days": the word of lasting stands between the name and the amount, or at the amount.</summary>
    private bool LastsOf(ScoredSentence sentence, AnswerCandidate amount)
    {
        var name = sentence.Article.Article.Text.IndexOf(question.Names[0].Text, sentence.Span.Start, sentence.Span.Length, StringComparison.Ordinal);
        return name >= 0 && Lasts().Matches(sentence.Text).Any(match =>
        {
            var at = sentence.Span.Start + match.Index;
            return at > name && Math.Abs(at - amount.Span.Start) <= NearAmount && at <= amount.Span.End + NearAmount;
        });
    }

    private bool IsBareName() => question.Names.Count > 0 && question.Terms.Count <= question.Names.Sum(name => name.Terms.Count) && question.Focus.Count == 0;

    /// <summary>Which of a kind: some name, or the noun itself with a word that tells.</summary>
    private bool TellsWhich(Surroundings around, QuestionWeights weights, string noun) =>
        WordKinship.Says(around.Own, noun) ? !IsBare(around, noun) : !Buildings.Contains(noun) && AnyName(around.Sentence, weights).Any();

    /// <summary>Nouns that stand with the name of the one that is meant: no prison is named where there is no word of one.</summary>
    private static readonly FrozenSet<string> Buildings = QuestionWords.Set("prison jail hospital hotel school university court airport station bridge museum church hall theatre theater stadium factory plant");

    /// <summary>The share of the question's words without names that the sentence itself says.</summary>
    private double OwnShare(Surroundings around, QuestionWeights weights) =>
        weights.PredicateShare(question.Terms.Where(around.Says).ToHashSet(StringComparer.Ordinal));

    /// <summary>A person whom the question does not name, in the sentence or beside it.</summary>
    private bool HasPerson(Surroundings around, QuestionWeights weights)
    {
        var (article, index) = (around.Sentence.Article, around.Sentence.Index);
        for (var i = Math.Max(0, index - 1); i <= Math.Min(article.Analysis.Sentences.Count - 1, index + 1); i++)
            if (!article.Analysis.IsDateline(article.Analysis.Sentences[i]) && AnswerCandidates.In(question, article, i, weights).Any())
                return true;
        return false;
    }

    /// <summary>Names close to the noun whose name is asked; of a thing none that speaks.</summary>
    private IEnumerable<AnswerCandidate> NamesOf(Surroundings around, QuestionWeights weights)
    {
        var sentence = around.Sentence;
        var names = AnyName(sentence, weights);
        if (question.Focus.Count == 0)
            return names;
        var text = sentence.Article.Article.Text;
        var tokens = Tokenizer.Tokenize(text, sentence.Article.WithoutDateline(sentence.Span));
        var nouns = tokens.Index().Where(token => WordKinship.IsCognate(token.Item.Term, question.Focus[^1])).Select(token => token.Index).ToList();
        var isPerson = RoleWords.IsRole(question.Focus[^1]);
        return names.Where(name => nouns.Exists(noun => Distance(tokens, noun, name) <= NearNoun) && (isPerson || !Speaks(sentence.Article, name)));
    }

    private static int Distance(ScoredSentence sentence, string term, AnswerCandidate amount)
    {
        var tokens = Tokenizer.Tokenize(sentence.Article.Article.Text, sentence.Span);
        return tokens.Index().Where(token => WordKinship.IsCognate(token.Item.Term, term)).Select(token => Distance(tokens, token.Index, amount)).DefaultIfEmpty(int.MaxValue).Min();
    }

    private static int Distance(List<Core.Text.Token> tokens, int noun, AnswerCandidate name)
    {
        var first = tokens.FindIndex(token => token.Span.Overlaps(name.Span));
        var last = tokens.FindLastIndex(token => token.Span.Overlaps(name.Span));
        return first < 0 ? int.MaxValue : Math.Min(Math.Abs(first - noun), Math.Abs(last - noun));
    }

    private static bool Speaks(AnalyzedArticle article, AnswerCandidate name) =>
        article.Analysis.Quotes.Any(quote => quote.Speaker.Span is { } speaker && speaker.Overlaps(name.Span));

    /// <summary>
    /// Whether the sentence has the noun of "which prison", but every time alone ("to prison for six years"), so that nothing
    /// tells which one.
    /// </summary>
    private static bool IsBare(Surroundings around, string noun)
    {
        var text = around.Sentence.Article.Article.Text;
        var tokens = Tokenizer.Tokenize(text, around.Sentence.Span);
        var found = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!WordKinship.IsCognate(tokens[i].Term, noun))
                continue;
            found = true;
            var told = (i > 0 && !StopWords.Contains(tokens[i - 1].Term) && tokens[i - 1].Span.End + 1 == tokens[i].Span.Start)
                || (i + 1 < tokens.Count && (char.IsUpper(text[tokens[i + 1].Span.Start]) || tokens[i + 1].Term is "call" or "name" or "known" or "of" or "in"));
            if (told)
                return false;
        }

        return found;
    }

    [GeneratedRegex(@"\b(?:is|are|was|were|lies?|lay|stands?|stood|located|situated|based|kept|held|stored) (?:\w+ ){0,2}(?:in|at|on|near|outside|off|between|north|south|east|west)\b", RegexOptions.IgnoreCase)]
    private static partial Regex IsLocated();

    [GeneratedRegex(@"\b(?:other than|besides|apart from|except|in addition to|aside from)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Excludes();

    [GeneratedRegex(@"\b(?:did|was|were)\b", RegexOptions.IgnoreCase)]
    private static partial Regex IsPast();

    /// <summary>"has fallen by 4.2 metres".</summary>
    [GeneratedRegex(@"\bby (?:\w+ ){0,2}\d", RegexOptions.IgnoreCase)]
    private static partial Regex ByHow();

    [GeneratedRegex(@"\b(?:lasts?|lasted|lasting|takes?|took|taken|long|length|stretche[sd]|runs? for)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Lasts();

    [GeneratedRegex(@"^what(?:['’]s| is| was| are| were) .+ about\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex AsksContent();

    [GeneratedRegex(@"\b(?:about|stor(?:y|ies) of|tells|follows|deals with|depicts|portrays|describes|chronicles|explores|argues|account of|history of|tale of|based on)\b", RegexOptions.IgnoreCase)]
    private static partial Regex TellsContent();

    /// <summary>What somebody said about a thing: the thing itself, "price" of "about the price of the vaccine".</summary>
    [GeneratedRegex(@"\b(?:sa(?:y|id)|think|thought|told?|claim|know|write|wrote) about (?:the |an? |its |his |her |their )?(?<topic>\p{Ll}+) (?:of|for|on|in|at)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksWords();

    [GeneratedRegex(@"\bhow (?:often|frequently)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksHowOften();

    /// <summary>"every five years", "twice a week".</summary>
    [GeneratedRegex(@"\b(?:every|once|twice|times|daily|weekly|monthly|yearly|annual(?:ly)?|quarterly|hourly|regularly|rarely|never|(?:an?|per|each) (?:hour|day|week|month|year))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Recurs();

    [GeneratedRegex(@"\bwhich (?<noun>\p{Ll}+) (?:is|are|was|were|did|does|do|has|have|had|will|would|can|could)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksWhich();
}
