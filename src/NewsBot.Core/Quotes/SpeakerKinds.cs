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

    /// <summary>The last token before a preposition, a bracket or a relative clause.</summary>
    private static int HeadEnd(TextUnit unit, Phrase core)
    {
        for (var i = core.First; i < core.Last; i++)
            if (!unit.Tokens[i + 1].IsWord || (unit.Is(i + 1, WordClass.Preposition | WordClass.Relative) && !unit.Is(i + 1, WordClass.Capital)))
                return i;
        return core.Last;
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
        return SpeakerKind.Organisation;
    }
}
