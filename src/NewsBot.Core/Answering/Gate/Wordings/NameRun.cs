namespace NewsBot.Core.Answering.Gate.Wordings;

/// <summary>A name: capitalised words one after another.</summary>
/// <param name="First">Its first word.</param>
/// <param name="Last">Its last word.</param>
internal readonly record struct NameRun(int First, int Last)
{
    public int Count => Last - First + 1;

    /// <summary>
    /// The names of a wording, in order. A run goes on over "of", "the", "de" and such between two capitals. A capitalised word that opens a
    /// sentence belongs to a run when another follows it, or when it is not known as a common word.
    /// </summary>
    /// <param name="wording">The text.</param>
    /// <param name="isKnown">Tells terms that are names elsewhere, so that they are names at the start of a sentence, too; null for none.</param>
    public static List<NameRun> In(Wording wording, Func<string, bool>? isKnown = null)
    {
        var runs = new List<NameRun>();
        var words = wording.Words;
        for (var i = 0; i < words.Length; i++)
        {
            if (!Starts(wording, i, isKnown))
                continue;
            var last = i;
            while (Next(wording, last) is var next && next > last)
                last = next;
            runs.Add(new NameRun(i, last));
            i = last;
        }

        return runs;
    }

    private static bool Starts(Wording wording, int i, Func<string, bool>? isKnown)
    {
        var word = wording.Words[i];
        if (!word.IsCapital || word.IsFigure || (word.IsStop && !IsAcronym(wording, i)))
            return false;
        return !word.IsOpener || Next(wording, i) > i || OpenerWords.MayBeName(wording, i) || (isKnown?.Invoke(word.Term) ?? false);
    }

    private static bool IsAcronym(Wording wording, int i)
    {
        var span = wording.Words[i].Span;
        return span.Length is 2 or 3 && span.Of(wording.Text).ToString() is var text && text.All(char.IsUpper);
    }

    private static int Next(Wording wording, int at)
    {
        var next = at + 1;
        if (!Touches(wording, at, next) || wording.Words[at].Span.Of(wording.Text).EndsWith("'s", StringComparison.Ordinal))
            return at;
        if (IsNamePart(wording, next))
            return next;
        var over = next;
        while (over <= next + 1 && wording.Lower(over) is "of" or "de" or "van" or "von" or "der" or "al" or "bin" or "el" or "la" or "du" or "da")
            over++;
        return over > next && Touches(wording, over - 1, over) && IsNamePart(wording, over) && wording.Lower(next) is not "of" ? over : at;
    }

    private static bool IsNamePart(Wording wording, int i) => wording.Words[i] is { IsCapital: true } word && (!word.IsStop || IsAcronym(wording, i));

    /// <summary>Only a space, a hyphen or the full stop of an initial stands between.</summary>
    private static bool Touches(Wording wording, int left, int right) =>
        wording.Joined(left, right) && wording.Text.AsSpan(wording.Words[left].Span.End, Math.Max(0, wording.Words[right].Span.Start - wording.Words[left].Span.End)).Trim() is "" or "-" or ".";
}
