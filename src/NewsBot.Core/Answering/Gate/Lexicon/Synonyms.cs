using System.Collections.Frozen;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Gate.Lexicon;

/// <summary>
/// Words of news that may stand for one another in a rewording, as terms of <see cref="Tokenizer"/>. Much narrower than
/// <see cref="WordFamilies"/>, which only helps to find: a word of a group says nothing that another of it does not.
/// </summary>
internal static class Synonyms
{
    private static readonly FrozenDictionary<string, FrozenSet<int>> Groups = Build(
        // Saying and thinking.
        "say said state declare announce add note remark comment tell told report mention",
        "statement announcement declaration remark comment",
        "stress emphasize emphasise underline underscore highlight",
        "claim allege assert maintain contend insist argue",
        "admit concede acknowledge", "confirm verify corroborate", "reveal disclose", "warn caution", "explain clarify", "recall remember recount",
        "demand urge call", "ask request", "answer reply respond response", "predict forecast expect anticipate", "criticise criticize condemn denounce blast slam",
        "praise hail applaud commend laud", "accuse blame", "discuss debate", "talk talks negotiation discussion", "speak spoke address",
        "think believe consider", "know aware", "hope wish", "worry fear concern", "propose suggest", "promise pledge vow", "decide decision", "describe portray depict characterise characterize",
        // Beginning, going on, ending.
        "begin start commence launch kick", "end finish conclude close complete", "continue proceed carry", "stop halt cease", "pause suspend", "resume restart",
        "cancel scrap call", "delay postpone", "keep retain preserve maintain", "remain stay", "become turn",
        // Doing.
        "make produce manufacture", "build construct erect", "create establish set found", "destroy demolish wreck", "damage harm", "repair fix mend", "use employ utilise utilize",
        "buy bought purchase acquire", "sell sold", "give gave grant hand provide supply", "receive get got obtain", "take took", "bring brought", "send sent dispatch ship", "carry transport",
        "show showed demonstrate display indicate", "find found discover detect locate", "search hunt", "see saw seen witness observe", "look examine inspect review", "investigate probe inquiry investigation enquiry",
        "help aid assist assistance support", "protect shield defend", "attack assault strike", "invade invasion", "fight fought battle combat", "kill slay slain murder", "die dead death perish decease killed", "hurt injure wound",
        "arrest detain", "jail imprison prison", "free release", "charge indict", "convict conviction", "steal stole theft rob", "flee fled escape", "leave left depart", "arrive arrival reach", "come came", "go went", "return come back",
        "travel journey trip visit", "move shift relocate", "meet met meeting talks", "gather assemble", "join", "hold held host", "attend", "lead led head", "run ran manage operate", "control", "work job", "hire recruit employ", "dismiss fire sack oust remove",
        "resign quit", "appoint name", "elect vote chosen choose chose pick select", "sign ink", "agree agreement accord deal pact", "approve endorse ratify pass", "allow permit let authorise authorize", "ban prohibit outlaw forbid", "require oblige need",
        "reject refuse decline turn", "deny refute", "oppose object", "try attempt seek sought endeavour endeavor", "succeed manage", "fail", "win won", "beat defeat", "lose lost", "play", "score net",
        "pay paid", "cost", "spend spent", "earn", "cause trigger prompt spark provoke", "affect influence impact", "force compel", "change alter modify", "replace substitute", "include contain comprise", "involve", "share", "divide split", "connect link", "cover",
        "happen occur take", "plan intend intention aim", "prepare ready", "publish issue release", "open inaugurate", "shut close", "collapse crumble", "burn blaze fire", "flood inundate", "hit struck strike", "live reside dwell", "marry wed", "own possess", "want", "like",
        // More and less.
        "rise rose risen increase grow grew growth climb gain jump surge soar", "fall fell fallen drop decline decrease slide plunge slump tumble dip", "reduce reduction cut lower slash trim", "raise lift hike boost", "expand widen broaden enlarge", "shrink shrank contract narrow",
        "improve improvement better", "worsen deteriorate", "strengthen bolster reinforce", "weaken", "accelerate quicken", "slow",
        // Qualities.
        "big large huge great vast enormous massive major", "small little tiny minor", "new fresh", "old former ex previous", "important significant key crucial vital", "main chief principal", "strong powerful", "weak feeble", "fast quick rapid swift", "slow",
        "bad poor", "good fine", "serious severe grave", "dangerous hazardous risky", "difficult hard tough", "easy simple", "famous renowned known", "early", "late recent", "whole entire", "many numerous several", "various", "almost nearly", "about around approximately roughly", "enough sufficient", "annual yearly", "monthly", "daily",
        "foreign overseas", "domestic home", "current present", "next following", "last final", "additional extra further more", "total overall", "joint shared", "whole complete",
        // People and bodies.
        "people person resident inhabitant citizen", "woman women lady", "man men", "child children kid", "youth teenager teen", "soldier troop serviceman", "police officer policeman", "official authority", "politician lawmaker legislator", "deputy", "spokesman spokeswoman spokesperson", "leader head chief boss", "employee worker staff workforce", "company firm business corporation", "government administration cabinet", "parliament legislature", "court tribunal", "judge justice", "lawyer attorney solicitor barrister", "doctor physician medic", "scientist researcher", "expert specialist", "student pupil", "teacher", "journalist reporter correspondent", "critic", "supporter backer", "opponent rival adversary", "friend ally", "victim casualty", "suspect", "voter elector", "player", "coach manager", "team side squad", "crew",
        // Things.
        "country nation state", "city town", "village", "street road", "area region district zone", "place location site", "border frontier", "building", "house home", "car vehicle automobile", "ship vessel boat", "plane aircraft airplane jet", "train", "weapon arm", "bomb explosive", "blast explosion", "fire blaze", "crash accident collision", "storm hurricane", "war conflict", "peace", "truce ceasefire armistice", "crisis emergency", "problem issue trouble", "danger risk threat peril", "law legislation act statute", "bill", "rule regulation", "plan scheme programme program project proposal", "report study survey research", "result outcome", "election poll vote ballot", "money fund cash", "price", "tax levy", "trade commerce", "economy", "pay wage salary", "profit earnings", "film movie picture", "book", "picture photo photograph image", "match game fixture", "goal", "trophy title", "event", "festival", "illness disease sickness", "drug medicine medication", "shot jab vaccine", "hospital clinic", "school", "university college", "test examination", "answer", "reason", "effort attempt", "help", "right", "pressure", "order command", "message", "letter", "document paper file", "evidence proof", "meeting summit conference", "protest demonstration rally march", "strike walkout", "ruling verdict judgment judgement", "sentence", "half fifty", "visitor guest", "shelter refuge", "relief aid",
        // Written in short.
        "january jan", "february feb", "march mar", "april apr", "august aug", "september sept sep", "october oct", "november nov", "december dec");

    /// <summary>Whether two terms are forms of one word or may stand for one another.</summary>
    public static bool AreClose(string term, string other) =>
        term == other || SharesGroup(term, other) || AreDerived(term, other);

    /// <summary>Whether a list knows the term at all.</summary>
    public static bool Knows(string term) => Groups.ContainsKey(term);

    private static bool SharesGroup(string term, string other) =>
        Groups.TryGetValue(term, out var groups) && Groups.TryGetValue(other, out var others) && groups.Overlaps(others);

    /// <summary>"electr" of "electric" and "electrician": one begins as the other for five letters at least and neither goes on for more than three.</summary>
    private static bool AreDerived(string term, string other)
    {
        var common = term.AsSpan().CommonPrefixLength(other);
        return common >= 5 && term.Length - common <= 3 && other.Length - common <= 3 && !char.IsAsciiDigit(term[0]);
    }

    private static FrozenDictionary<string, FrozenSet<int>> Build(params string[] groups) => groups
        .SelectMany((group, number) => group.Split(' ').Select(word => (Term: Tokenizer.TermOf(word), Number: number)))
        .GroupBy(entry => entry.Term, entry => entry.Number, StringComparer.Ordinal)
        .ToFrozenDictionary(entry => entry.Key, entry => entry.ToFrozenSet(), StringComparer.Ordinal);
}
