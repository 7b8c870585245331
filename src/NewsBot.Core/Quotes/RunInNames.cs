namespace NewsBot.Core.Quotes;

/// <summary>
/// Parts a reporter's name from the sentence that it runs into. Live reports put the reporter between headline and text,
/// and where the lines are lost they read "Talks drag on: Ann Lee Ray said ...". The words before the last one of a name
/// are a reporter's where they stand in the article before different words, and the last is the last name of somebody else.
/// </summary>
internal static class RunInNames
{
    private const int FewestWords = 2;

    public static void Part(List<NameMention>[] mentions)
    {
        var all = mentions.SelectMany(m => m).ToList();
        var lastNames = all.Where(m => m.IsPerson && m.Words.Count <= FewestWords).ToLookup(m => m.Words[^1], m => m.Words[0], StringComparer.Ordinal);
        foreach (var inUnit in mentions)
            for (var i = 0; i < inUnit.Count; i++)
                if (IsRunIn(inUnit[i], all, lastNames))
                    inUnit[i] = inUnit[i].LastWord();
    }

    private static bool IsRunIn(NameMention mention, List<NameMention> all, ILookup<string, string> lastNames)
    {
        var reporter = mention.Words.Count - 1;
        return reporter >= FewestWords && mention.Title.Length == 0
            && lastNames[mention.Words[^1]].Any(first => first != mention.Words[0])
            && all.Select(other => other.Unit).Distinct().Any(unit => StandsElsewhere(unit, mention.Words, reporter));
    }

    /// <summary>The first words of a name, with something else behind them.</summary>
    private static bool StandsElsewhere(TextUnit unit, IReadOnlyList<string> words, int count)
    {
        for (var start = 0; start + count < unit.Tokens.Length; start++)
        {
            var same = 0;
            while (same < count && unit.Tokens[start + same].IsWord && unit.Word(start + same).SequenceEqual(words[same]))
                same++;
            if (same == count && !(unit.Tokens[start + count].IsWord && unit.Word(start + count).SequenceEqual(words[count])))
                return true;
        }

        return false;
    }
}
