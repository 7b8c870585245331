using System.Collections.Frozen;
using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval.Parsing;

/// <summary>
/// Finds the verb of a question, which says what is asked of its names: "reject" in "Why did Orvania reject the treaty?".
/// It is the word behind "who", or behind the noun of "which bank lent", or the first verb behind the auxiliary that does
/// not stand where a noun does, behind a determiner or at the head of the subject. Verbs that say little ("get", "do") are none.
/// </summary>
/// <param name="Term">The verb's term.</param>
/// <param name="At">Where it stands in the question.</param>
/// <param name="IsPassive">Whether it is done to its subject: "was sent".</param>
internal sealed record AskedDeed(string Term, int At, bool IsPassive)
{
    private static readonly FrozenSet<string> Verbs = QuestionWords.Set(
        "draw left free freed " +
        "abandon abolish admit accept accuse achieve acquire acquit adopt agree allow announce apologise apologize appeal appear appoint approve arrest arrive ask assassinate attack attend avoid " +
        "ban beat begin belong bite blame block bomb boycott break bring build burn bury buy call cancel capture carry catch cause celebrate chair change charge cheat choose claim clear climb close collapse " +
        "collect collide command complain complete concede condemn confess confirm congratulate continue convict cost count crash create criticise criticize cross cut damage deal decide declare decline defeat " +
        "defend delay demand demolish deny deport design destroy detain develop die disappear discover dismiss dissolve divorce donate drive drop drown earn eat elect employ end escape evacuate expand expel " +
        "explode fail fall fight file fill find fine finish fire flee flood fly found free gain give go grow grant hack hang hate hide hijack hire hit hold hurt ignore impeach impose imprison improve increase inherit injure " +
        "inspect invade invent invest invite jail join jump keep kidnap kill kiss know land last launch lead leak leave lend lift like live lose love make marry measure meet melt merge move murder name need " +
        "nominate offer open operate oppose order oust owe own pardon pass pay play plead pledge pollute postpone praise predict present produce promise propose protect protest prove publish punish quit race raise rape ratify " +
        "reach read rebuild recall receive recommend record recover reduce refuse reject release remove repair repay repeal replace report rescue resign restore retire retreat return reveal ride rise rob ruin rule run " +
        "sack sail save say score seize sell send sentence serve settle shoot shoot show shut sign sink smuggle speak spend split sponsor spread stab start starve stay steal step stop strike study succeed sue suffer " +
        "supply support surrender survive suspend swear swim take target tax teach tear tell terminate test threaten throw torture train transfer travel treat trigger try turn use vaccinate veto visit vote walk want warn wash " +
        "watch wear welcome win withdraw witness work worship wound wreck write arrange award bar become bid broadcast cooperate crown cure curse defect depart describe erupt exist export extend fit flow hand honour honor host import inflate " +
        "insult issue ban lower mean migrate occur organise organize outlaw overthrow overturn paint perform plan plant plunge print prosecute provide rain reopen review reward ship sing slow smoke smash stage storm swap vanish verify weigh");

    private static readonly FrozenSet<string> Auxiliaries = QuestionWords.Set("did does do is are was were has have had will would can could should be been");
    private static readonly FrozenSet<string> Passive = QuestionWords.Set("is are was were be been");
    private static readonly FrozenSet<string> Determiners = QuestionWords.Set("the a an this that these those his her its their our my your new old first last next of in on at for from by to with and or many much how what which");

    public static bool IsVerb(string term) => Verbs.Contains(term);

    /// <returns>Null where none can be told.</returns>
    public static AskedDeed? Of(string question)
    {
        var tokens = Tokenizer.Tokenize(question);
        var at = tokens.FindIndex(token => token.Term is "who" or "which" or "what" or "why" or "how" or "where" or "when" || Auxiliaries.Contains(token.Term));
        if (at < 0)
            return null;
        if (tokens[at].Term == "who" && at + 1 < tokens.Count && !StopWords.Contains(tokens[at + 1].Term))
            return new AskedDeed(tokens[at + 1].Term, tokens[at + 1].Span.Start, IsPassive: false);
        var auxiliary = tokens.FindIndex(at, token => Auxiliaries.Contains(token.Term));
        return auxiliary < 0 ? Verb(question, tokens, at + 2) : Verb(question, tokens, auxiliary + 1) ?? Between(question, tokens, at, auxiliary);
    }

    private static AskedDeed? Verb(string question, List<Token> tokens, int from)
    {
        for (var i = from; i < tokens.Count; i++)
            if (char.IsLower(question[tokens[i].Span.Start]) && Verbs.Contains(tokens[i].Term) && !IsNoun(question, tokens, i, from))
                return new AskedDeed(tokens[i].Term, tokens[i].Span.Start, Passive.Contains(tokens[from - 1].Term) || Passive.Contains(tokens[i - 1].Term));
        return null;
    }

    /// <summary>"Which bank lent the money that was lost": the verb stands before the auxiliary.</summary>
    private static AskedDeed? Between(string question, List<Token> tokens, int word, int auxiliary)
    {
        for (var i = word + 2; i < auxiliary; i++)
            if (char.IsLower(question[tokens[i].Span.Start]) && Verbs.Contains(tokens[i].Term) && !IsNoun(question, tokens, i, word + 2))
                return new AskedDeed(tokens[i].Term, tokens[i].Span.Start, IsPassive: false);
        return null;
    }

    /// <summary>"inflation" shares its stem with "inflate".</summary>
    private static bool EndsAsNoun(ReadOnlySpan<char> word) => word.EndsWith("ation", StringComparison.Ordinal) || word.EndsWith("ition", StringComparison.Ordinal) || word.EndsWith("ement", StringComparison.Ordinal);

    /// <summary>Behind a determiner or preposition, or first behind the auxiliary with no word of its form's ending.</summary>
    private static bool IsNoun(string question, List<Token> tokens, int at, int from)
    {
        var before = tokens[at - 1];
        if (EndsAsNoun(question.AsSpan(tokens[at].Span.Start, tokens[at].Span.Length)))
            return true;
        return Determiners.Contains(before.Term) && question[before.Span.Start..before.Span.End].ToLowerInvariant() is not ("to" or "first" or "last")
            && at > from - 1 && !(at == from && Auxiliaries.Contains(before.Term));
    }
}
