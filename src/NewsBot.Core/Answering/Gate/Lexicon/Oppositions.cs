using System.Collections.Frozen;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Gate.Lexicon;

/// <summary>
/// Words that turn a report round when one stands for the other: "rose" for "fell", "won" for "lost". Each entry has the
/// words of one side, a stroke, and the words of the other.
/// </summary>
internal static class Oppositions
{
    private static readonly FrozenDictionary<string, (int[] Left, int[] Right)> Sides = Build(
        "rise rose risen increase grow grew grown growth climb gain jump surge soar rocket rally rebound up upward higher high expand swell double advance upturn escalate skyrocket upswing inflate|fall fell fallen drop decline decrease slide plunge slump tumble dip sink plummet down downward lower low shrink shrank dwindle halve retreat ease slip recede subside downturn contract reduce reduction wane ebb diminish crash deflate",
        "raise lift hike boost enhance augment|cut lower reduce slash trim decrease lessen curb curtail",
        "more greater larger|less fewer smaller", "most|least fewest", "majority|minority", "over above exceed|under below", "maximum|minimum", "many|few",
        "win won victory triumph|lose lost loss defeat", "winner victor champion|loser", "beat|lose lost",
        "gain|lose lost loss", "profit surplus|loss deficit", "profitable|unprofitable",
        "before earlier prior until|after later following since", "first|last", "early earlier|late later", "begin begun start commence launch open|end finish conclude close stop halt cease complete", "continue resume|stop halt cease end pause suspend", "start|stop", "oldest|youngest newest", "old older|young younger new", "former previous|current present incumbent", "past|future", "past previous last|next coming upcoming",
        "accept approve endorse back support favour favor pass|reject oppose refuse block veto dismiss decline", "support supporter backer proponent advocate|oppose opponent critic opposition", "agree agreement|disagree disagreement", "for|against", "approval|disapproval rejection", "ratify sign|withdraw",
        "confirm acknowledge admit affirm|deny dispute refute rebut contradict denial", "true|false", "right correct|wrong incorrect", "prove|disprove", "allow permit authorise authorize let enable legalise legalize|ban prohibit forbid bar outlaw prevent block", "legal lawful|illegal unlawful", "grant|deny refuse revoke withhold", "include|exclude", "add|remove subtract delete", "impose introduce|lift remove repeal scrap abolish", "tighten toughen|ease loosen relax", "enforce|waive", "praise hail applaud commend laud|criticise criticize condemn denounce slam blast", "welcome|condemn", "love like|hate dislike", "accuse|clear acquit exonerate absolve defend", "convict conviction guilty|acquit acquittal innocent clear", "blame|praise credit", "attack|defend", "attacker|defender victim", "jail imprison arrest detain|free release", "captive|free",
        "enter arrive arrival come came join|leave left exit depart departure quit go went", "import|export", "importer|exporter", "advance|retreat", "push|pull", "open|close closed shut", "appoint hire recruit elect|dismiss sack fire oust remove resign", "buy bought purchase buyer acquire|sell sold seller", "borrow borrower|lend lent lender", "give gave grant donate|take took receive", "send sent sender|receive recipient", "teacher|student pupil", "employer|employee", "landlord|tenant", "build construct|demolish destroy dismantle", "create establish found|abolish destroy dissolve", "invest|divest", "save|spend spent waste", "earn|spend spent", "employed employment|unemployed unemployment", "strengthen bolster reinforce tighten|weaken undermine erode", "strong stronger|weak weaker", "improve improvement better best recover recovery|worsen deteriorate worse worst", "good|bad poor", "widen broaden expand|narrow", "broad wide|narrow", "accelerate quicken hasten speed|slow decelerate delay", "fast faster quick|slow slower", "delay postpone|hasten accelerate", "success succeed successful|failure fail unsuccessful", "remember|forget", "find found discover|lose lost", "hide conceal|reveal disclose expose show", "public|private secret", "increase|ease",
        "safe safer safety|dangerous unsafe danger", "cheap cheaper|expensive dear costly", "rich richer wealthy|poor poorer", "large larger big bigger huge|small smaller little tiny", "long longer|short shorter brief", "hot hotter warm warmer|cold colder cool cooler", "wet|dry drier", "hard difficult tough|easy easier soft", "heavy heavier|light lighter", "full|empty", "near|far", "inside|outside", "north northern|south southern", "east eastern|west western", "northeast|southwest southeast northwest", "left|right", "top|bottom", "front|rear", "alive living survive survivor|dead die death kill", "alive surviving|killed", "injure|kill", "unhurt unharmed uninjured|injure hurt wound kill", "healthy|sick ill", "male man men boy father son brother husband king prince|female woman women girl mother daughter sister wife queen princess", "positive|negative", "optimistic optimism|pessimistic pessimism", "hope hopeful|fear despair", "happy pleased|unhappy angry sad", "friend ally|enemy foe rival", "peace truce ceasefire|war conflict fighting", "war|peace", "domestic|foreign", "local|national international", "urban|rural", "permanent|temporary", "major|minor", "partial partly|complete full fully total", "voluntary|compulsory mandatory", "possible|impossible", "likely|unlikely", "able|unable", "willing|unwilling reluctant", "certain sure|uncertain unsure unclear", "clear|unclear", "always|never", "often frequent|rare seldom", "everyone everybody everything|nobody nothing", "all|none some", "both|neither", "with|without", "increase|freeze", "peaceful|violent", "unanimous|split", "legal|criminal", "civilian|military", "calm|tense", "escalate|defuse", "protect|harm endanger", "support|undermine", "encourage urge|discourage", "remain stay|leave left", "keep retain|abandon drop scrap", "maintain|abandon end", "attend|skip miss boycott", "pass|fail", "upgrade|downgrade", "upper|lower", "outperform|underperform", "overestimate|underestimate", "majority|handful", "ahead|behind", "lead|trail", "hit|miss", "arm|disarm", "connect|disconnect", "lock|unlock", "unite|divide split", "trust|distrust", "honest|dishonest", "known|unknown", "expected|unexpected surprise", "popular|unpopular", "stable stability|unstable instability", "fair|unfair", "human|animal", "day|night", "morning|evening", "summer|winter", "spring|autumn", "employ|dismiss", "evacuate|return", "ascend|descend", "victory|draw");

    /// <summary>Whether one term says the opposite of another.</summary>
    public static bool AreOpposed(string term, string other)
    {
        if (Sides.TryGetValue(term, out var mine) && Sides.TryGetValue(other, out var theirs)
            && (mine.Left.AsSpan().ContainsAny(theirs.Right) || mine.Right.AsSpan().ContainsAny(theirs.Left)))
            return true;
        return IsNegatedForm(term, other) || IsNegatedForm(other, term);
    }

    /// <summary>Whether two terms stand on one side of an opposition.</summary>
    public static bool AreAlike(string term, string other) =>
        Sides.TryGetValue(term, out var mine) && Sides.TryGetValue(other, out var theirs) && (mine.Left.AsSpan().ContainsAny(theirs.Left) || mine.Right.AsSpan().ContainsAny(theirs.Right));

    public static bool Has(string term) => Sides.ContainsKey(term);

    private static readonly string[] Prefixes = ["un", "in", "im", "il", "ir", "dis", "non", "mis"];

    /// <summary>The terms that a prefix makes of this one or of which it makes this one: "unlawful" for "lawful" and the other way round.</summary>
    public static IEnumerable<string> NegatedForms(string term)
    {
        foreach (var prefix in Prefixes)
        {
            if (term.Length >= 4)
                yield return prefix + term;
            if (term.Length >= prefix.Length + 4 && term.StartsWith(prefix, StringComparison.Ordinal))
                yield return term[prefix.Length..];
        }
    }

    /// <summary>"unlawful" and "lawful", "disagree" and "agree", "incomplete" and "complete".</summary>
    private static bool IsNegatedForm(string longer, string shorter)
    {
        var extra = longer.Length - shorter.Length;
        return shorter.Length >= 4 && extra is 2 or 3 && longer.EndsWith(shorter, StringComparison.Ordinal)
            && Array.Exists(Prefixes, prefix => longer.AsSpan(0, extra).SequenceEqual(prefix));
    }

    private static FrozenDictionary<string, (int[], int[])> Build(params string[] entries) => entries
        .SelectMany((entry, number) => entry.Split('|').SelectMany((side, which) => side.Split(' ').Select(word => (Term: Tokenizer.TermOf(word), Number: number, IsRight: which == 1))))
        .GroupBy(item => item.Term, StringComparer.Ordinal)
        .ToFrozenDictionary(
            group => group.Key,
            group => (group.Where(item => !item.IsRight).Select(item => item.Number).Distinct().ToArray(), group.Where(item => item.IsRight).Select(item => item.Number).Distinct().ToArray()),
            StringComparer.Ordinal);
}
