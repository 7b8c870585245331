using NewsBot.Core.Articles;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Candidates.Readings;

/// <summary>
/// Reads who or what something is from the words set beside its name: a title before it ("Chinese Defense Minister Li
/// Shangfu"), an apposition behind or before it ("Yannis Hollow, the Green List leader", "The ship, the Merle,", "a vaccine called
/// Palvinex"), a verb of leading ("who heads the statistics office"), a copula ("Marsh fever is an infection"), or the long form
/// before an abbreviation in brackets.
/// </summary>
internal static class Descriptions
{
    private static readonly HashSet<string> Leading = [.. "lead head chair run coach own direct manage command edit found".Split(' ').Select(word => Tokenizer.TermOf(word))];

    public static IEnumerable<AnswerCandidate> In(Question question, ReadSentence sentence)
    {
        var asked = question.Names.Count > 0 ? question.Names[0].Terms : question.Terms;
        if (asked.Count == 0 || (question.Names.Count > 0 && question.Terms.Any(term => !asked.Contains(term) && !QuestionWords.IsTitle(term))))
            yield break; // "What is the Tolna recall about?" asks for more than what Tolna is.
        var unit = sentence.Unit;
        for (var i = 0; i + asked.Count <= sentence.Count; i++)
        {
            if (!StandsAt(sentence, i, asked))
                continue;
            var last = i + asked.Count - 1;
            if (sentence.NameAt(last) is { } name && name.Title.Length > 0 && name.Name.Last == last)
            {
                if (!unit.Is(name.First - 1, WordClass.PossessivePronoun) && TitleOf(sentence, name) is { } title)
                    yield return title;
            }
            else if (Before(sentence, i) is { } before)
                yield return before;
            if (Behind(sentence, last) is { } behind)
                yield return behind;
            if (LongForm(sentence, i, last) is { } form)
                yield return form;
        }
    }

    /// <summary>The title before a name, without words of the sentence that have run into it.</summary>
    private static AnswerCandidate? TitleOf(ReadSentence sentence, NameMention name)
    {
        var first = name.First;
        for (var i = name.First; i < name.Name.First; i++)
            if (sentence.Unit.Is(i, WordClass.Function) && !sentence.Unit.IsWord(i, "of") && !sentence.Unit.IsWord(i, "for") && !sentence.Unit.IsWord(i, "and") && !sentence.Unit.IsWord(i, "the"))
                first = i + 1;
        while (first < name.Name.First && (sentence.Unit.Is(first, WordClass.Function) || (sentence.IsLower(first) && !sentence.Unit.Is(first, WordClass.Role | WordClass.Adverb) && sentence.Unit.Is(first + 1, WordClass.Capital) && first + 1 < name.Name.First)))
            first++;
        if (first == name.Name.First - 1 && (sentence.IsLower(first) || sentence.Unit.Is(first - 1, WordClass.Capital)))
            return null; // "secretary" alone, or torn off from "White House Press Secretary", says too little.
        return first < name.Name.First ? Candidate(sentence, sentence.Unit.SpanOf(first, name.Name.First - 1)) : null;
    }

    private static bool StandsAt(ReadSentence sentence, int first, IReadOnlyList<string> terms)
    {
        for (var i = 0; i < terms.Count; i++)
            if (sentence.Terms[first + i] != terms[i])
                return false;
        return !sentence.Unit.Is(first + terms.Count, WordClass.Genitive) && !(sentence.NameAt(first + terms.Count - 1) is { } name && name.Name.Last > first + terms.Count - 1);
    }

    /// <summary>"the hydrologist Maud Ferrin", "the Chinese leader's spouse, Peng Liyuan", "The vaccine, called Palvinex".</summary>
    private static AnswerCandidate? Before(ReadSentence sentence, int first)
    {
        var unit = sentence.Unit;
        var end = first - 1;
        if (unit.IsWord(end, "the"))
            end--;
        if (unit.IsWord(end, "called") || unit.IsWord(end, "named"))
            end--;
        else if (end == first - 1 && !unit.IsKind(end, TokenKind.Comma) && !(sentence.IsLower(end) && (unit.Is(end, WordClass.Role) || (unit.Is(end - 1, WordClass.Determiner) && unit.Is(first, WordClass.Capital)))))
            return null;
        var isSetOff = unit.IsKind(end, TokenKind.Comma);
        if (isSetOff)
            end--;
        if (!sentence.IsLower(end) || unit.Is(end, WordClass.Function | WordClass.Adverb | WordClass.Time | WordClass.Verb) || unit.Tokens[end].Cue is not null && !unit.Is(end, WordClass.Role))
            return null;
        var start = end;
        while (start > 0 && end - start < 6 && unit.Tokens[start - 1].IsWord && !unit.Is(start, WordClass.Determiner | WordClass.PossessivePronoun)
            && !unit.Is(start - 1, WordClass.Auxiliary | WordClass.Subordinator | WordClass.Coordinator | WordClass.Pronoun & ~WordClass.Determiner) && (!unit.Is(start - 1, WordClass.Preposition) || unit.IsWord(start - 1, "of")) && unit.Tokens[start - 1].Cue is null)
            start--;
        return unit.Is(start, WordClass.Determiner) || (!isSetOff && (start == 0 || end - start > 0)) ? Candidate(sentence, unit.SpanOf(start, end)) : null;
    }

    /// <summary>", the Green List leader,", ", a doctoral student,", ", who heads the office", "is an infection".</summary>
    private static AnswerCandidate? Behind(ReadSentence sentence, int last)
    {
        var unit = sentence.Unit;
        var at = last + 1;
        if (unit.Is(at, WordClass.Be) && !unit.Is(at, WordClass.Genitive) && (unit.IsWord(at + 1, "a") || unit.IsWord(at + 1, "an") || unit.IsWord(at + 1, "the")))
            return UpTo(sentence, at + 1, WordClass.Relative | WordClass.Subordinator | WordClass.Coordinator);
        if (!unit.IsKind(at, TokenKind.Comma))
            return null;
        if (unit.Is(at + 1, WordClass.Number) && unit.IsKind(at + 2, TokenKind.Comma))
            at += 2;
        if (unit.IsWord(at + 1, "who"))
        {
            var verb = at + 2;
            while (unit.Is(verb, WordClass.Auxiliary | WordClass.Adverb))
                verb++;
            return verb < sentence.Count && Leading.Contains(sentence.Terms[verb]) && Chunks.From(sentence, verb + 1) is { } led ? Candidate(sentence, unit.SpanOf(at + 2, led.Last)) : null;
        }

        if (unit.IsWord(at + 1, "a") || unit.IsWord(at + 1, "an") || unit.IsWord(at + 1, "the"))
            return UpTo(sentence, at + 1, WordClass.Relative | WordClass.Subordinator | WordClass.Auxiliary | WordClass.Coordinator) is { } found && EndsApart(sentence, found.Span.End) ? found : null;
        return null;
    }

    /// <summary>"People’s Liberation Army (PLA)": as many words before the bracket as the abbreviation has letters, opening with them.</summary>
    private static AnswerCandidate? LongForm(ReadSentence sentence, int first, int last)
    {
        var unit = sentence.Unit;
        var short_ = unit.Word(first).ToString();
        if (first != last || !NameFinder.IsAcronym(short_) || !unit.IsKind(first - 1, TokenKind.Open) || !unit.IsKind(last + 1, TokenKind.Close))
            return null;
        var at = first - 2;
        var start = first - 1;
        for (var letter = short_.Length - 1; letter >= 0 && at >= 0; at--)
        {
            if (unit.Is(at, WordClass.Genitive) || (!unit.Is(at, WordClass.Capital) && unit.Is(at, WordClass.Preposition | WordClass.Coordinator | WordClass.Determiner)))
                continue;
            if (!unit.Tokens[at].IsWord || char.ToUpperInvariant(unit.Word(at)[0]) != short_[letter])
                return null;
            start = at;
            letter--;
            if (letter < 0)
                return Candidate(sentence, unit.SpanOf(start, first - 2));
        }

        return null;
    }

    private static AnswerCandidate? UpTo(ReadSentence sentence, int first, WordClass stop)
    {
        const int Most = 14;
        var unit = sentence.Unit;
        var last = first;
        while (last + 1 < sentence.Count && last - first < Most && unit.Tokens[last + 1].IsWord && !IsSaying(unit, last + 1) && !(unit.Is(last + 1, stop) && !unit.Is(last + 1, WordClass.Capital) && !NounPhrases.IsPlainPreposition(unit, last + 1)))
            last++;
        while (last > first && unit.Is(last, WordClass.Function | WordClass.Adverb))
            last--;
        return last > first ? Candidate(sentence, unit.SpanOf(first, last)) : null;
    }

    /// <summary>", the health office said" is no apposition.</summary>
    private static bool IsSaying(TextUnit unit, int at) =>
        unit.Tokens[at].Cue is { Verb.Speech: true } cue && (cue.Forms & (VerbForms.Past | VerbForms.Third)) != 0 && !unit.Is(at, WordClass.Role) && !unit.IsWord(at + 1, "by");

    /// <summary>An apposition is closed by a mark: else it is the next member of a list or another clause.</summary>
    private static bool EndsApart(ReadSentence sentence, int end)
    {
        var next = Array.FindIndex(sentence.Unit.Tokens, token => token.Span.Start >= end);
        return next < 0 || sentence.Unit.Tokens[next].Kind is TokenKind.Comma or TokenKind.Stop or TokenKind.Semicolon || sentence.Unit.Is(next, WordClass.Relative);
    }

    private static AnswerCandidate Candidate(ReadSentence sentence, TextSpan span)
    {
        var text = span.In(sentence.Unit.Text).TrimEnd(',', ' ');
        if (span.Start == sentence.Unit.Span.Start && text.Split(' ') is [var word, ..] && word is "The" or "A" or "An")
            text = char.ToLowerInvariant(text[0]) + text[1..];
        var of = text.IndexOf(" of ", StringComparison.Ordinal);
        var head = Tokenizer.Tokenize(of > 0 ? text[..of] : text).Where(token => !StopWords.Contains(token.Term)).Select(token => token.Term).LastOrDefault("");
        return new AnswerCandidate(text, head, new TextSpan(span.Start, span.Start + text.Length)) { IsRead = true };
    }
}
