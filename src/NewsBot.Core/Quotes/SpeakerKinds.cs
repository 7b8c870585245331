namespace NewsBot.Core.Quotes;

/// <summary>Tells from its words what kind of speaker a source phrase is.</summary>
internal static class SpeakerKinds
{
    private static readonly string[] Unnamed = ["anonymity", "anonymous", "anonymously", "unnamed", "unidentified", "not to be named", "not be named", "not to be identified", "familiar with", "not authorized", "declined to be named"];

    /// <summary>Whether the phrase says that its person is kept unnamed.</summary>
    public static bool IsAnonymous(TextUnit unit, Phrase source)
    {
        var words = unit.SpanOf(source.First, source.Last).Of(unit.Text);
        foreach (var word in Unnamed)
            if (words.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        for (var i = source.First; i <= source.Last; i++)
            if (unit.IsWord(i, "source") || unit.IsWord(i, "sources") || unit.IsWord(i, "insiders") || unit.IsWord(i, "insider"))
                return !unit.Is(i, WordClass.Capital) || i == source.First;
        return false;
    }

    /// <summary>The name that the phrase is headed by, or that an apposition gives: "his aide, Ann Lee".</summary>
    public static NameMention? NameOf(TextUnit unit, Phrase source, Phrase core, List<NameMention> mentions)
    {
        if (mentions.Find(mention => IsTitled(unit, core, mention)) is { } titled)
            return titled;
        var head = HeadEnd(unit, core);
        NameMention? inApposition = null;
        foreach (var mention in mentions)
        {
            if (mention.Name.First < source.First || mention.Name.Last > source.Last || unit.Is(mention.Name.Last + 1, WordClass.Genitive))
                continue;
            if (mention.Name.Last <= core.Last && (mention.Name.Last == head || mention.First <= core.First + 1 && unit.Is(mention.Name.Last + 1, WordClass.Preposition) || mention.First <= core.First && mention.Name.Last == core.Last || mention.Title.Length > 0 && mention.First <= core.First + 1))
                return mention;
            if (mention.Name.First > core.Last && mention.First <= core.Last + 3 && mention.IsPerson)
                inApposition ??= mention;
        }

        return inApposition;
    }

    /// <summary>"Ministry of Health spokeswoman Ann Lee": everything before the name is her title, and its first noun no head.</summary>
    private static bool IsTitled(TextUnit unit, Phrase core, NameMention mention) =>
        mention is { IsPerson: true, Title.Length: > 0 } && mention.Name.Last == core.Last && mention.First - core.First is > 0 and <= 4
        && unit.IsWord(mention.First - 1, "of") && unit.Is(mention.First - 2, WordClass.Capital) && unit.Is(mention.First, WordClass.Capital);

    /// <summary>The whole name of a body: "Department of the Interior", "Centers for Disease Control and Prevention".</summary>
    public static string OrganisationName(TextUnit unit, Phrase core, NameMention mention)
    {
        var last = mention.Name.Last;
        for (var i = last + 1; i <= core.Last; i++)
            if (unit.Is(i, WordClass.Capital) && !unit.Is(i, WordClass.Time | WordClass.Role | WordClass.Title))
                last = i;
            else if (!unit.IsWord(i, "of") && !unit.IsWord(i, "for") && !unit.IsWord(i, "on") && !unit.IsWord(i, "the") && !(last > mention.Name.Last && unit.IsWord(i, "and")))
                break;
        return string.Join(' ', Enumerable.Range(mention.Name.First, last - mention.Name.First + 1).Select(i => unit.Word(i).ToString()));
    }

    /// <summary>The last token before a preposition, a bracket or a relative clause.</summary>
    private static int HeadEnd(TextUnit unit, Phrase core)
    {
        for (var i = core.First; i < core.Last; i++)
            if (!unit.Tokens[i + 1].IsWord || (unit.Is(i + 1, WordClass.Preposition | WordClass.Relative) && !unit.Is(i + 1, WordClass.Capital)))
                return i;
        return core.Last;
    }

    /// <summary>"Ann Lee, the mayor, and her deputy, Bob Ray": somebody else is named behind the apposition.</summary>
    public static bool JoinsBehind(TextUnit unit, Phrase source, Phrase core, List<NameMention> mentions)
    {
        for (var i = core.Last + 1; i < source.Last && !unit.Is(i, WordClass.Relative); i++)
            if (unit.IsKind(i, TokenKind.Comma) && unit.IsWord(i + 1, "and"))
                return mentions.Exists(m => m.IsPerson && m.Words.Count > 1 && m.Name.First > i + 1 && m.Name.Last <= source.Last && IsHead(unit, i + 2, m));
        return false;
    }

    /// <summary>"Bob Ray", "Mayor Bob Ray" or "her deputy, Bob Ray" from a token on.</summary>
    private static bool IsHead(TextUnit unit, int first, NameMention mention)
    {
        if (mention.Name.First == first || mention.First == first)
            return true;
        if (!unit.IsKind(mention.Name.First - 1, TokenKind.Comma))
            return false;
        for (var i = first; i < mention.Name.First - 1; i++)
            if (!unit.Tokens[i].IsWord || unit.Is(i, WordClass.Relative | WordClass.Auxiliary))
                return false;
        return true;
    }

    /// <summary>"Ann Lee and Bob Ray": two heads.</summary>
    public static bool Joins(TextUnit unit, Phrase core, NameMention mention)
    {
        for (var i = core.First; i < mention.First; i++)
            if (unit.IsWord(i, "and"))
                return true;
        return unit.IsWord(mention.Name.Last + 1, "and") && mention.Name.Last + 1 < core.Last;
    }

    public static SpeakerKind OfHead(TextUnit unit, Phrase core)
    {
        var head = HeadEnd(unit, core);
        while (head > core.First && (!unit.Tokens[head].IsWord || unit.Is(head, WordClass.Genitive)))
            head--;
        if (!unit.Tokens[head].IsWord)
            return SpeakerKind.Unknown;
        if (unit.Is(head, WordClass.Role) || RoleWords.IsRole(unit.Word(head).ToString()))
            return SpeakerKind.Role;
        var word = unit.Word(head);
        if (word.EndsWith("man", StringComparison.Ordinal) || word.EndsWith("woman", StringComparison.Ordinal) || word.EndsWith("person", StringComparison.Ordinal) || (word.Length > 5 && (word.EndsWith("ist", StringComparison.Ordinal) || word.EndsWith("ician", StringComparison.Ordinal))))
            return SpeakerKind.Role;
        if (unit.Is(head, WordClass.Determiner) || word is "people" or "men" or "women" or "police" or "Police" or "People" || (word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i')))
            return SpeakerKind.Collective;
        return IsAgent(unit, head) ? SpeakerKind.Role : SpeakerKind.Organisation;
    }

    /// <summary>"a welder", "the sailor": a common noun for one who does something.</summary>
    private static bool IsAgent(TextUnit unit, int head)
    {
        var word = unit.Word(head);
        return word.Length > 4 && !unit.Is(head, WordClass.Capital | WordClass.Collective | WordClass.Function) && (word.EndsWith("er", StringComparison.Ordinal) || word.EndsWith("or", StringComparison.Ordinal))
            && word is not ("order" or "number" or "newsletter" or "flyer" or "poster" or "computer" or "folder" or "chapter" or "broadcaster" or "carmaker" or "maker" or "carrier" or "regulator" or "insurer" or "lender" or "retailer" or "operator" or "publisher");
    }
}
