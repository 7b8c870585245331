using System.Collections.Frozen;
using NewsBot.Core.Quotes;

namespace NewsBot.Core.Articles;

/// <summary>Decides whether the sentence that <see cref="SentenceSplitter"/> is reading ends at a terminator.</summary>
internal static class SentenceBoundary
{
    /// <summary>Never end a sentence: a name or a number follows.</summary>
    private static readonly FrozenSet<string> Titles = Set(
        "Mr Mrs Ms Mx Messrs Dr Drs Prof Gen Sen Sens Rep Reps Gov Govs Lt Col Capt Cpt Cmdr Sgt Maj Adm Brig Cpl Pvt Rev Fr Hon Pres Atty " +
        "St Ste Mt Ft Sr Sra Mme Mlle Msgr Supt Det Insp Amb Sec Asst Assoc Dep Rt vs v cf viz eg ie al Op Vol Nos pp Spc Ald Del Pfc");

    /// <summary>End a sentence only when a usual first word follows.</summary>
    private static readonly FrozenSet<string> Abbreviations = Set(
        "Inc Ltd Corp Co Cos Bros LLC Plc Jr Esq Ph etc est approx dept univ ave blvd rd Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec " +
        "Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun No Fig Art Ala Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss " +
        "Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo");

    private static readonly FrozenSet<string> Starters = Set(
        "The A An He She It They We I You This That These Those His Her Its Their Our My Your There Here In On At But And Or So Yet Nor " +
        "For From With Without Within As If When While After Before Since Until Although Though Because Once What Who Why How Where Which " +
        "Not No Yes Some Many Most All Both Each Every Another Other Others Several Few According Meanwhile However Also Still Then Now By " +
        "To Of Over Under During Despite Among Between Such Even Only Just One Two Three Last Next Later Earlier Asked Speaking Officials Police");

    /// <param name="text">The whole text.</param>
    /// <param name="from">Where the sentence starts.</param>
    /// <param name="at">The offset of a terminator.</param>
    /// <param name="end">The end of the paragraph.</param>
    /// <param name="resume">Where to go on reading.</param>
    /// <returns>The offset behind the sentence's last mark; 0 when it does not end here.</returns>
    public static int Find(string text, int from, int at, int end, out int resume)
    {
        var afterMarks = at;
        while (afterMarks < end && Punctuation.IsTerminator(text[afterMarks]))
            afterMarks++;
        var closed = afterMarks;
        while (closed < end && Punctuation.IsCloser(text[closed]) && !OpensNext(text, closed, end))
            closed++;
        resume = Math.Max(closed, at + 1);

        if (closed >= end)
            return 0; // The caller closes the last sentence at the paragraph's end.
        if (Punctuation.IsFullWidthTerminator(text[afterMarks - 1]))
            return closed;
        if (!char.IsWhiteSpace(text[closed]))
            return 0;

        var next = closed;
        while (next < end && char.IsWhiteSpace(text[next]))
            next++;
        var first = next;
        while (first < end && Punctuation.IsOpener(text[first]))
            first++;
        if (first >= end || text[next] == '/' || !CanOpen(text[first], opened: first > next))
            return 0;

        var quoted = closed > afterMarks && Punctuation.IsClosingQuote(text[closed - 1]);
        var word = WordAt(text, first, end);
        if (quoted)
            return text[afterMarks - 1] is '!' or '?' && SpeakerFollows(text, first, end) ? 0 : closed;
        if (text[at] == '.' && afterMarks == at + 1 && closed == afterMarks && StopIsPartOfWord(text, from, at, text[first], word, first > next))
            return 0;
        return closed;
    }

    /// <summary>A straight mark that has white space before and a letter after it belongs to what follows.</summary>
    private static bool OpensNext(string text, int at, int end) =>
        text[at] is '"' or '\'' && at > 0 && char.IsWhiteSpace(text[at - 1]) && at + 1 < end && char.IsLetterOrDigit(text[at + 1]);

    private static bool CanOpen(char c, bool opened) =>
        char.IsUpper(c) || char.IsDigit(c) || (char.IsLetter(c) && !char.IsLower(c)) || c is '$' or '£' or '€' or '#' or '@' or '—' or '–' or '-' or '•' or '…'
        || (opened && char.IsLetter(c));

    private static bool StopIsPartOfWord(string text, int from, int at, char first, ReadOnlySpan<char> next, bool nextIsQuoted)
    {
        var start = at;
        while (start > from && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not ('(' or '[' or '"' or '“' or '‘' or '—' or '–' or '/'))
            start--;
        var word = text.AsSpan(start, at - start);
        if (word.IsEmpty)
            return false;
        var isStarter = nextIsQuoted || StartersLookup.Contains(next);
        if (word.Length == 1)
            return IsInitial(text, from, start, word[0], isStarter) || (word[0] == 'v' && IsVersus(text, from, start, first));
        if (word.Length <= 3 && start == from && char.IsAsciiDigit(word[0]))
            return true; // "12. Name": a numbered item.
        if (word.Contains('.'))
            return DottedWord(word, first, next, isStarter);
        var hyphen = word.LastIndexOf('-');
        var bare = word[(hyphen + 1)..];
        if (TitlesLookup.Contains(bare))
            return true;
        if (!AbbreviationsLookup.Contains(bare))
            return false;
        return char.IsDigit(first) || !isStarter;
    }

    /// <summary>"John F. Kennedy" goes on; so does "A. The" at the start of a list, but "vitamin C. The" ends.</summary>
    private static bool IsInitial(string text, int from, int start, char letter, bool isStarter)
    {
        if (char.IsDigit(letter))
            return start == from;
        if (!char.IsUpper(letter))
            return false;
        return letter != 'I' && (!isStarter || start == from);
    }

    /// <summary>"Roe v. Wade": between two capitalised words.</summary>
    private static bool IsVersus(string text, int from, int start, char first)
    {
        var word = start - 1;
        while (word > from && char.IsWhiteSpace(text[word]))
            word--;
        while (word > from && !char.IsWhiteSpace(text[word - 1]))
            word--;
        return word >= from && char.IsUpper(first) && char.IsUpper(text[word]);
    }

    /// <summary>"U.S." and "a.m." end a sentence only before a usual first word; "Ph.D" and names of hosts likewise.</summary>
    private static bool DottedWord(ReadOnlySpan<char> word, char first, ReadOnlySpan<char> next, bool isStarter)
    {
        if (word.EndsWith(".m", StringComparison.OrdinalIgnoreCase))
            return !(isStarter || (char.IsUpper(first) && next.Length > 4 && !IsCalendarWord(next)));
        for (var i = 0; i < word.Length; i++)
            if (word[i] != '.' && i + 1 < word.Length && word[i + 1] != '.')
                return false; // Not a row of initials: "example.com." ends as usual.
        return !isStarter;
    }

    private static bool IsCalendarWord(ReadOnlySpan<char> word) =>
        word.EndsWith("day", StringComparison.Ordinal) || word is "January" or "February" or "March" or "April" or "August" or
            "September" or "October" or "November" or "December" or "Eastern" or "Pacific" or "Central" or "Mountain" or "Greenwich";

    /// <summary>Whether one to five words behind a quoted question lead to a verb of speech: "Why?" Mayor Ann Lee asked.</summary>
    private static bool SpeakerFollows(string text, int first, int end)
    {
        var position = first;
        for (var i = 0; i < 6 && position < end; i++)
        {
            var word = WordAt(text, position, end);
            if (word.IsEmpty)
                return false;
            if (i > 0 && CueLexicon.Verb(word) is { Verb.Speech: true } cue && (cue.Forms & (VerbForms.Past | VerbForms.Third)) != 0)
                return true;
            position += word.Length;
            if (position >= end || text[position] is '.' or ',' or ';' or ':' or '"' or '“')
                return false;
            while (position < end && char.IsWhiteSpace(text[position]))
                position++;
        }

        return false;
    }

    private static ReadOnlySpan<char> WordAt(string text, int start, int end)
    {
        var stop = start;
        while (stop < end && (char.IsLetterOrDigit(text[stop]) || text[stop] is '-' or '’' or '\''))
            stop++;
        return text.AsSpan(start, stop - start);
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TitlesLookup = Titles.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AbbreviationsLookup = Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StartersLookup = Starters.GetAlternateLookup<ReadOnlySpan<char>>();
}
