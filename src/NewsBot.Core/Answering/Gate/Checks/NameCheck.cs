using NewsBot.Core.Answering.Gate.Lexicon;
using NewsBot.Core.Answering.Gate.Wordings;
using NewsBot.Core.Quotes;

namespace NewsBot.Core.Answering.Gate.Checks;

/// <summary>
/// Every name of a statement must be one of the cited words, as a whole or in a part ("Li" for "Li Shangfu"); what is more
/// than the cited words have must stand beside that part somewhere in the cited article. A name that only the headline,
/// the sentences right before or the analysis have is allowed where the cited words mean somebody by a pronoun or a role,
/// but not in the place where they have another name.
/// </summary>
internal static class NameCheck
{
    public static Rejection? Check(Claim claim, Ground ground)
    {
        foreach (var run in NameRun.In(claim.Own, ground.IsNamed))
        {
            if (IsDate(claim, run))
                continue;
            if (!IsLicensed(claim.Own, run, ground) || ReplacesLostName(claim, run, ground))
                return new Rejection(RejectionReason.Name, "a name that is not in the evidence");
        }

        return null;
    }

    /// <summary>Whether it stands between the neighbours of a cited name of which the statement has nothing left.</summary>
    private static bool ReplacesLostName(Claim claim, NameRun run, Ground ground)
    {
        var context = NameContext.Of(claim.Own, run);
        foreach (var place in ground.Places)
            foreach (var other in place.Names)
                if (NameContext.Of(place.Wording, other).IsSurelySamePlace(context) && Terms(place.Wording, other).All(term => claim.Own.PositionsOf(term).Count == 0))
                    return !Terms(claim.Own, run).Any(term => IsAcronymOf(claim.Own, run.First, ground) || Terms(place.Wording, other).Any(lost => Synonyms.AreDerived(term, lost)));
        return false;
    }

    private static IEnumerable<string> Terms(Wording wording, NameRun run) => wording.Words[run.First..(run.Last + 1)].Select(word => word.Term);

    private static bool IsDate(Claim claim, NameRun run)
    {
        for (var i = run.First; i <= run.Last; i++)
            if (!claim.IsInDate(claim.Own.Words[i]))
                return false;
        return true;
    }

    private static bool IsLicensed(Wording statement, NameRun run, Ground ground)
    {
        var cited = 0;
        for (var i = run.First; i <= run.Last; i++)
        {
            var word = statement.Words[i];
            if (IsJoining(word))
                cited++;
            else if (ground.IsCitedName(word.Term) || (i < run.Last && IsSynonymCited(word, ground)) || (ground.IsCited(word.Term) && (word.IsOpener || Alternatives.Has(word.Term))) || IsOtherFormCited(word, ground) || IsAcronymOf(statement, i, ground))
                cited++;
            else if (ground.IsResolved(word.Term) && !ReplacesName(statement, run, ground))
                cited++;
            else if (!(ground.StandsInArticle(word.Span.In(statement.Text)) && cited + (run.Last - i) > 0))
                return false;
        }

        if (cited == 0)
            return false;
        for (var i = run.First; i < run.Last; i++)
            if (!StandTogether(statement, i, ground))
                return false;
        return true;
    }

    private static bool IsJoining(Word word) => word.IsStop && !word.IsCapital || word.Lower is "de" or "van" or "von" or "der" or "al" or "bin" or "el" or "la" or "du" or "da";

    /// <summary>"Spokesperson" for "spokeswoman" before a name.</summary>
    private static bool IsSynonymCited(Word word, Ground ground) =>
        Synonyms.Knows(word.Term) && ground.Places.Any(place => place.Wording.Terms.Any(term => Synonyms.AreClose(word.Term, term)));

    /// <summary>"French" for "France", "Belarusian" for "Belarus"; "Minister" for "minister" is one term anyway.</summary>
    private static bool IsOtherFormCited(Word word, Ground ground)
    {
        if (ground.Places.Any(place => place.Wording.Terms.Any(term => term.Length >= 5 && Synonyms.AreDerived(word.Term, term) && !Alternatives.AreExclusive(word.Term, term))))
            return true;
        if (!Nationalities.IsOne(word.Lower))
            return false;
        var nation = Nationalities.Fold(word.Lower);
        return ground.Places.Any(place => place.Wording.Words.Any(other => other.IsCapital && string.Equals(Nationalities.Fold(other.Lower), nation, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>"UN" where the article has "United Nations", and "EU" for "European Union".</summary>
    private static bool IsAcronymOf(Wording statement, int i, Ground ground)
    {
        var letters = statement.Words[i].Span.In(statement.Text).Replace(".", "", StringComparison.Ordinal);
        if (letters.Length is < 2 or > 6 || !letters.All(char.IsUpper))
            return false;
        return ground.Places.Any(place => NameRun.In(place.Whole).Any(run => Initials(place.Whole, run).Contains(letters, StringComparison.Ordinal)));
    }

    private static string Initials(Wording wording, NameRun run)
    {
        var initials = "";
        for (var i = run.First; i <= run.Last; i++)
            if (wording.Words[i].IsCapital)
                initials += wording.Text[wording.Words[i].Span.Start];
        return initials;
    }

    /// <summary>Two words of one name must be neighbours somewhere in a cited article, unless one is a title or a nation.</summary>
    private static bool StandTogether(Wording statement, int left, Ground ground)
    {
        var (a, b) = (statement.Words[left], statement.Words[left + 1]);
        if (IsJoining(a) || IsJoining(b) || IsFree(a) || IsFree(b) || a.IsOpener && ground.Places.Any(place => place.Wording.Words.Any(word => word.Term == a.Term && !word.IsCapital)))
            return true;
        return ground.Places.Any(place => AreNeighbours(place.Wording, a.Term, b.Term)) || ground.Resolved.Any(text => AreNeighbours(text, a.Term, b.Term))
            || ground.StandsInArticle(statement.Text[a.Span.Start..b.Span.End]);
    }

    private static bool IsFree(Word word) => Nationalities.IsOne(word.Lower) || Alternatives.Has(word.Term) || Synonyms.Knows(word.Term);

    private static bool AreNeighbours(Wording wording, string left, string right)
    {
        foreach (var i in wording.PositionsOf(left))
            for (var j = i + 1; j <= i + 2 && j < wording.Words.Length; j++)
                if (wording.Words[j].Term == right && (j == i + 1 || IsJoining(wording.Words[i + 1]) || wording.Words[i + 1].IsCapital))
                    return true;
        return false;
    }

    /// <summary>
    /// Whether the cited words have another name where the statement has this one: the words on both sides are the same, or
    /// on one side where the other is an end.
    /// </summary>
    private static bool ReplacesName(Wording statement, NameRun run, Ground ground)
    {
        var context = NameContext.Of(statement, run);
        return ground.Places.Any(place => place.Names.Any(other => NameContext.Of(place.Wording, other).Likeness(context) > 0));
    }
}
