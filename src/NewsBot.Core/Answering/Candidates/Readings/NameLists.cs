using NewsBot.Core.Articles;
using NewsBot.Core.Quotes;

namespace NewsBot.Core.Answering.Candidates.Readings;

/// <summary>Reads the names that a noun phrase is about: its head's, joined by commas and "and"; not those behind a preposition.</summary>
internal static class NameLists
{
    /// <returns>The joined names, first to last; empty where the phrase is about none.</returns>
    public static List<NameMention> Heading(ReadSentence sentence, Phrase phrase)
    {
        var unit = sentence.Unit;
        var names = new List<NameMention>();
        for (var i = phrase.First; i <= phrase.Last; i++)
        {
            if (sentence.NameAt(i) is { } name)
            {
                names.Add(name);
                i = AfterOf(sentence, name);
                var next = i + 1;
                while (next < sentence.Count && (unit.IsKind(next, TokenKind.Comma) || unit.IsWord(next, "and") || unit.IsWord(next, "the")))
                    next++;
                if (next == i + 1 || next > phrase.Last || sentence.NameAt(next) is null)
                    break;
                i = next - 1;
                continue;
            }

            if (names.Count > 0 || !unit.Tokens[i].IsWord || unit.Is(i, WordClass.Preposition | WordClass.Coordinator | WordClass.Auxiliary | WordClass.Relative))
                break;
            if (unit.Is(i + 1, WordClass.Genitive))
                break;
        }

        return names.Exists(name => unit.Is(name.Name.Last + 1, WordClass.Genitive)) ? [] : names;
    }

    /// <summary>One candidate for a name, or for names joined in the sentence as they stand there.</summary>
    public static AnswerCandidate Candidate(ReadSentence sentence, IReadOnlyList<NameMention> names, bool byLastName)
    {
        var first = sentence.WholeName(names[0]);
        var span = names.Count == 1 ? first : new TextSpan(first.Start, sentence.WholeName(names[^1]).End);
        var text = span.In(sentence.Unit.Text);
        return new AnswerCandidate(text, Key(text, byLastName && names.Count == 1), span) { IsRead = true };
    }

    /// <summary>People are named in full once and then by their last name.</summary>
    private static string Key(string text, bool byLastName)
    {
        var terms = Text.Tokenizer.Tokenize(text).Select(token => token.Term).ToList();
        return byLastName && terms.Count > 0 ? terms[^1] : string.Join(' ', terms);
    }

    private static int AfterOf(ReadSentence sentence, NameMention name)
    {
        var whole = sentence.WholeName(name);
        var last = name.Name.Last;
        while (last + 1 < sentence.Count && sentence.Unit.Tokens[last + 1].Span.End <= whole.End)
            last++;
        return last;
    }
}
