namespace NewsBot.Core.Quotes;

/// <summary>
/// Finds proper names: runs of capitalised words, with a title before and a role behind. A run with a title, with a
/// known given name in front, or of two to four words that are no organisation's, is a person's.
/// </summary>
internal static class NameFinder
{
    private const int MostWords = 6;

    /// <summary>Words that companies and bodies have in their names and people do not.</summary>
    private static readonly HashSet<string> OrganisationWords =
        ["&", "Energy", "Industries", "Holdings", "Systems", "Airlines", "Airways", "Motors", "Partners", "Technologies", "Solutions", "Capital", "Observatory", "Authority", "Museum", "Hospital", "Airport", "Society", "Federation", "Fund", "Trust", "Shipyard"];

    /// <summary>
    /// The names of every unit. A lone word that opens a sentence counts when the article has it as a name elsewhere, or
    /// when it could be no plural and no word of the lists ("Officials", "Police").
    /// </summary>
    public static List<NameMention>[] FindAll(List<TextUnit> units)
    {
        var all = units.ConvertAll(Find).ToArray();
        var certain = new HashSet<string>(StringComparer.Ordinal);
        var surnames = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mention in all.SelectMany(m => m))
        {
            if (!mention.IsUncertain)
                certain.UnionWith(mention.Words);
            if (mention.Words.Count > 1 && FirstNames.IsKnown(mention.Words[0]))
                surnames.Add(mention.Words[^1]);
        }

        certain.ExceptWith(certain.Where(w => Nationalities.IsOne(w) && !surnames.Contains(w)).ToList());
        foreach (var mentions in all)
            mentions.RemoveAll(m => (m.IsUncertain || (m.Words.Count == 1 && Nationalities.IsOne(m.Words[0]))) && !certain.Contains(m.Words[0]) && IsOrdinary(m));
        RunInNames.Part(all);
        PlaceNames.Exclude(all);
        return all;
    }

    private static bool IsOrdinary(NameMention mention)
    {
        var word = mention.Words[0];
        if (Nationalities.IsOne(word) || IsParticiple(word) || word.Contains('-'))
            return true;
        return mention.Unit.Tokens[mention.Name.First].Class != WordClass.Capital || word.Length < 3 || (word[^1] == 's' && word[^2] != 's');
    }

    /// <summary>"Looking", "Previously", "Rescheduled": forms of verbs and adverbs, which a sentence opens with more often than names end so.</summary>
    private static bool IsParticiple(string word) =>
        word.Length > 5 && (word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ly", StringComparison.Ordinal)) && !FirstNames.IsKnown(word);

    private static List<NameMention> Find(TextUnit unit)
    {
        var found = new List<NameMention>();
        for (var i = 0; i < unit.Tokens.Length; i++)
        {
            if (!IsNameWord(unit, i))
                continue;
            var last = i;
            while (last + 1 < unit.Tokens.Length && (IsNameWord(unit, last + 1) || ((IsParticle(unit, last + 1) || unit.IsWord(last + 1, "&")) && IsNameWord(unit, last + 2))))
                last++;
            if (Read(unit, i, last) is { } mention)
                found.Add(mention);
            i = last;
        }

        return found;
    }

    private static NameMention? Read(TextUnit unit, int first, int last)
    {
        var start = first;
        for (var i = first; i <= last; i++)
            if (IsTitleWord(unit, i) && !(i == last && i > first && IsGivenName(unit, i - 1)))
                start = i + 1;
        if (start > last)
            return null;
        while (start < last && Nationalities.IsOne(unit.Word(start)))
            start++;
        if (last - start > 2 && IsGermanArticle(unit, start))
            start = last - 1; // German writes nouns with capitals: "Der Fischer Klaas Remmert".
        if (last - start >= MostWords)
            return null;
        // In "Fox News Channel's Ann Lee" nothing but the given name tells where the person starts.
        for (var i = last - 1; i > start; i--)
            if (IsGivenName(unit, i) && last - i <= 2 && !IsGivenName(unit, start))
                start = i;
        var titleFirst = TitleBefore(unit, start);
        var title = titleFirst < start ? OneLine(unit.SpanOf(titleFirst, start - 1).In(unit.Text)).TrimEnd(',') : "";
        var words = new List<string>();
        for (var i = start; i <= last; i++)
            words.Add(unit.Word(i).ToString());
        return new NameMention
        {
            Unit = unit,
            Name = new Phrase(start, last),
            First = titleFirst,
            Words = words,
            Title = title,
            Apposition = AppositionAfter(unit, last),
            IsPerson = IsPerson(unit, start, last, words, title),
        };
    }

    private static bool IsGermanArticle(TextUnit unit, int index) =>
        unit.Word(index) is "Der" or "Die" or "Das" or "Ein" or "Eine" && (index == 0 || !unit.Tokens[index - 1].IsWord);

    private static string OneLine(string text) => string.Join(' ', text.Split(Array.Empty<char>(), StringSplitOptions.RemoveEmptyEntries));

    private static bool IsPerson(TextUnit unit, int start, int last, List<string> words, string title)
    {
        if (words.Exists(w => w.Length > 3 && WordClasses.Of(w).HasFlag(WordClass.Collective) || OrganisationWords.Contains(w)) || unit.IsWord(start - 1, "the") && title.Length == 0)
            return false;
        if (title.Length > 0)
            return true;
        if (words.Count == 1)
            return !IsAcronym(words[0]) && !IsBrand(words[0]) && !unit.Is(start - 1, WordClass.Preposition);
        return FirstNames.IsKnown(words[0]) || (words.Count <= 4 && !words.Exists(IsAcronym) && !words[0].Equals("New", StringComparison.Ordinal));
    }

    /// <summary>A capital inside the word that no family name has: "PolitiFact".</summary>
    private static bool IsBrand(string word)
    {
        for (var i = 3; i < word.Length; i++)
            if (char.IsUpper(word[i]) && char.IsLower(word[i - 1]) && !(i == 3 && word.StartsWith("Mac", StringComparison.Ordinal)) && !(i == 3 && word.StartsWith("Van", StringComparison.Ordinal)))
                return true;
        return false;
    }

    public static bool IsAcronym(string word) => word.Length > 1 && word.Length < 7 && word.All(c => char.IsUpper(c) || c is '.' or '&' or '-') && !word.EndsWith('.');

    private static bool IsNameWord(TextUnit unit, int index)
    {
        if (index < 0 || index >= unit.Tokens.Length)
            return false;
        var token = unit.Tokens[index];
        if (!token.IsWord || !token.Is(WordClass.Capital) || token.Is(WordClass.Genitive))
            return false;
        if (token.Is(WordClass.Function) && !(token.Is(WordClass.Capital) && IsMidName(unit, index)))
            return false;
        if (token.Is(WordClass.Time | WordClass.Adverb) && !(index > 0 && unit.Is(index - 1, WordClass.Capital) && IsGivenName(unit, index - 1)))
            return false;
        var opens = index == 0 || !unit.Tokens[index - 1].IsWord;
        return !opens || token.Cue is null || token.Is(WordClass.Role) || unit.Is(index + 1, WordClass.Capital);
    }

    /// <summary>"Will" in "Will Hurd" is a name.</summary>
    private static bool IsMidName(TextUnit unit, int index) =>
        unit.Word(index).Length > 2 && unit.Is(index, WordClass.Modal | WordClass.Verb) && FirstNames.IsKnown(unit.Word(index)) && unit.Is(index + 1, WordClass.Capital) && !unit.Is(index + 1, WordClass.Function);

    private static bool IsParticle(TextUnit unit, int index) =>
        unit.IsWord(index, "de") || unit.IsWord(index, "von") || unit.IsWord(index, "van") || unit.IsWord(index, "der") || unit.IsWord(index, "bin") || unit.IsWord(index, "al") ||
        unit.IsWord(index, "del") || unit.IsWord(index, "la") || unit.IsWord(index, "el") || unit.IsWord(index, "di") || unit.IsWord(index, "da") || unit.IsWord(index, "ibn");

    private static bool IsTitleWord(TextUnit unit, int index) => unit.Is(index, WordClass.Title | WordClass.Role);

    private static bool IsGivenName(TextUnit unit, int index) => index >= 0 && unit.Tokens[index].IsWord && FirstNames.IsKnown(unit.Word(index));

    /// <summary>The first of the words before a name that can be its title, when a role noun or a title is among them.</summary>
    private static int TitleBefore(TextUnit unit, int start)
    {
        var first = start;
        var isTitle = false;
        while (first > 0 && start - first < 9)
        {
            var i = first - 1;
            if (!unit.Tokens[i].IsWord || unit.Is(i, WordClass.Determiner | WordClass.PossessivePronoun | WordClass.Pronoun | WordClass.Auxiliary | WordClass.Subordinator | WordClass.Coordinator | WordClass.Relative | WordClass.Genitive | WordClass.Time))
                break;
            var isOf = unit.IsWord(i, "of") || unit.IsWord(i, "for");
            if ((unit.Is(i, WordClass.Preposition) && !isOf) || (isOf && (first == start || isTitle && !IsTitleWord(unit, i - 1) || !unit.Is(first, WordClass.Capital))) || (unit.Tokens[i].Cue is not null && !unit.Is(i, WordClass.Role)))
                break;
            if (first == start && !IsTitleWord(unit, i) && !unit.Is(i, WordClass.Capital) && !Nationalities.IsOne(unit.Word(i)))
                break;
            if (IsGivenName(unit, i) && first - i == 1 && first < start && unit.Is(first, WordClass.Capital) && !IsTitleWord(unit, first) && isTitle)
                return first + 1; // "Ann Lee Mayor Bob Ray": another person's name is no part of a title.
            isTitle |= IsTitleWord(unit, i);
            first = i;
        }

        if (first == start)
            return BeforeComma(unit, start);
        while (first < start && (unit.Is(first, WordClass.Preposition | WordClass.Adverb) || unit.Is(first, WordClass.Verb)))
            first++;
        return isTitle ? first : start;
    }

    /// <summary>"The French president, Claire Moreau,": a role phrase that the name explains.</summary>
    private static int BeforeComma(TextUnit unit, int start)
    {
        if (!unit.IsKind(start - 1, TokenKind.Comma))
            return start;
        var role = false;
        for (var i = start - 2; i >= 0 && i > start - 10 && unit.Tokens[i].IsWord; i--)
        {
            if (unit.Is(i, WordClass.Determiner | WordClass.PossessivePronoun))
                return role && i + 1 < start - 1 ? i + 1 : start;
            if (unit.Is(i, WordClass.Function) && !unit.IsWord(i, "of") && !unit.IsWord(i, "for"))
                return start;
            role |= unit.Is(i, WordClass.Role);
        }

        return start;
    }

    /// <summary>"Ann Lee, the mayor of Troy," gives "mayor of Troy".</summary>
    private static string AppositionAfter(TextUnit unit, int last)
    {
        var i = last + 1;
        if (unit.IsKind(i, TokenKind.Open))
            return Bracketed(unit, i);
        if (!unit.IsKind(i, TokenKind.Comma))
            return "";
        i++;
        if (unit.Is(i, WordClass.Determiner))
            i++;
        var first = i;
        var role = false;
        while (i < unit.Tokens.Length && unit.Tokens[i].IsWord && !unit.Is(i, WordClass.Auxiliary | WordClass.Relative | WordClass.Subordinator) && i - first < 12)
        {
            if (unit.Is(i, WordClass.Coordinator) && unit.Is(i + 1, WordClass.PossessivePronoun | WordClass.Determiner))
                break; // "Ann Lee, her son Bob and his wife".
            role |= unit.Is(i, WordClass.Role);
            i++;
        }

        return role && i > first ? OneLine(unit.SpanOf(first, i - 1).In(unit.Text)) : "";
    }

    /// <summary>"(D-Va.)" names a party.</summary>
    private static string Bracketed(TextUnit unit, int open)
    {
        if (open + 1 >= unit.Tokens.Length || !unit.Tokens[open + 1].IsWord)
            return "";
        var word = unit.Word(open + 1);
        if (word.Length > 1 && word[1] != '-')
            return "";
        return word[0] switch
        {
            'D' => "Democrat",
            'R' => "Republican",
            _ => "",
        };
    }
}
