using System.Collections.Frozen;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Gate.Lexicon;

/// <summary>
/// Words of news that may stand for one another in a rewording, as terms of <see cref="Tokenizer"/>. Much narrower than
/// <see cref="WordFamilies"/>, which only helps to find: a word of a group says nothing that another of it does not.
/// </summary>
internal static class Synonyms
{
    private static readonly FrozenDictionary<string, int[]> Groups = Build(
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
        // More of the same kinds.
        "inform tell told notify", "want wish desire", "need require", "believe think thought feel felt", "love adore", "hate loathe", "hurry rush", "gather collect", "hide hid conceal", "choose opt", "guess estimate", "teach taught educate",
        "fix set", "hit hurt", "grow rise", "shout yell", "talk chat", "walk stroll", "drive drove", "fly flew", "jump leap", "climb scale", "push shove", "pull drag", "throw threw hurl", "catch caught capture seize", "grab seize took take",
        "burn torch", "break broke smash", "cut slice", "close shut", "fill", "clean", "check verify inspect", "measure gauge", "count tally", "compare", "judge assess evaluate rate", "rank", "value worth", "doubt question", "trust", "respect",
        "honour honor", "celebrate mark", "mourn grieve", "apologise apologize", "thank", "greet welcome", "invite", "encounter meet met", "accompany join", "follow pursue", "chase pursue", "avoid evade", "escape evade", "rescue save", "survive", "recover heal", "suffer endure undergo", "treat", "cure", "infect",
        "launch initiate introduce begin start", "implement enforce", "impose", "lift remove", "withdraw pull", "deploy station", "train coach", "equip", "arm", "shoot fire", "bomb bombard shell", "seize capture occupy", "surrender", "besiege", "evacuate", "displace",
        "rich wealthy affluent", "poor impoverished needy", "happy glad pleased", "sad unhappy", "angry furious irate", "afraid scared fearful", "surprised astonished", "tired exhausted", "sick ill unwell", "healthy fit", "dead deceased", "alive living", "young youthful", "elderly aged old", "beautiful pretty", "ugly", "clean", "dirty filthy", "loud noisy", "quiet silent", "bright", "dark", "empty vacant", "full packed", "wide broad", "narrow", "deep", "shallow", "high tall", "low", "heavy", "cheap inexpensive", "expensive costly dear", "free", "safe secure", "true", "false untrue wrong", "correct right accurate", "clear obvious evident", "unclear uncertain", "likely probable", "possible", "sure certain", "ready prepared", "able capable", "popular well", "common widespread", "rare unusual", "strange odd", "normal usual ordinary", "special", "similar alike", "different distinct", "separate", "joint combined", "global worldwide international", "national", "local", "nearby close near", "distant remote far", "private", "public", "official formal", "legal lawful", "illegal unlawful", "fair just", "unfair unjust", "violent", "peaceful", "tense", "calm", "final ultimate", "initial first", "recent latest", "modern contemporary", "ancient", "future upcoming coming", "previous earlier prior past", "frequent regular", "constant", "sudden abrupt", "gradual slow", "complete total full whole entire", "partial", "several various numerous many", "few", "sharp steep", "slight", "substantial significant considerable", "record", "key crucial main", "leading top", "senior high", "junior",
        "although though while", "despite notwithstanding", "because since as", "however nevertheless nonetheless still yet", "also additionally too", "therefore thus hence",
        "aim goal target objective", "chance opportunity", "choice option", "kind type sort", "part portion section piece", "number figure amount", "group band", "member", "party", "side", "centre center middle", "start beginning outset", "end finish conclusion", "way method manner", "idea notion concept", "fact", "view opinion", "mistake error", "fault blame", "success triumph", "failure", "victory win triumph", "defeat loss", "prize award", "gift present donation", "loan credit", "debt", "cost expense", "income revenue earnings", "sale", "market", "shop store", "customer client consumer", "owner proprietor", "boss manager chief", "worker labourer laborer employee", "union", "factory plant", "farm", "farmer", "crop harvest", "food", "water", "energy power", "electricity power", "fuel", "road highway", "bridge", "airport", "station", "harbour harbor port", "coast shore", "sea ocean", "river", "lake", "mountain", "forest wood", "land ground soil", "sky", "weather", "rain rainfall", "snow", "heat", "earthquake quake tremor", "flood deluge", "blaze inferno", "smoke", "disaster catastrophe calamity", "damage harm destruction", "injury wound", "death fatality", "burial funeral", "birth", "wedding marriage", "family", "parent", "baby infant", "neighbour neighbor", "stranger", "crowd", "audience", "fan supporter", "guest visitor", "tourist visitor", "immigrant migrant", "refugee", "citizen national", "prisoner inmate detainee captive", "hostage captive", "criminal offender", "thief robber burglar", "murderer killer", "gunman shooter", "attacker assailant", "terrorist militant", "rebel insurgent", "fighter combatant", "commander", "guard", "spy", "mayor", "lawmaker legislator", "candidate contender", "winner victor champion", "loser", "minister", "ministry department", "agency body", "commission panel committee", "council", "office bureau", "embassy", "treaty pact accord agreement", "contract deal", "clause provision", "sanction", "penalty punishment fine", "lawsuit suit", "trial", "hearing", "appeal", "ruling decision", "jury", "witness", "testimony", "confession", "crime offence offense", "murder homicide killing", "theft robbery", "fraud", "corruption graft", "abuse mistreatment", "rape", "violence", "riot unrest", "rally demonstration protest", "march", "strike", "boycott", "campaign drive", "speech address", "interview", "article story", "newspaper paper", "broadcast", "website site", "post", "call", "note", "sign signal", "warning alert", "alarm", "threat menace", "attack assault raid", "raid", "ambush", "battle fight clash", "clash skirmish", "troop force", "army military", "navy", "missile rocket", "gun firearm", "shell", "tank", "mine", "base", "camp", "wall", "fence", "gate", "door", "room", "floor", "roof", "garden", "park", "field pitch", "stadium arena", "tournament competition contest championship", "race", "season", "round", "final", "draw tie", "record", "medal", "cup trophy", "league", "club", "music", "song", "concert", "painting", "play", "show programme program", "star celebrity", "actor performer", "singer vocalist", "author writer", "director", "museum", "exhibition display", "collection", "science", "experiment", "discovery finding", "theory", "planet", "space", "satellite", "telescope", "robot", "computer", "phone telephone", "network", "software", "data figures", "virus", "infection", "outbreak", "epidemic pandemic", "patient", "nurse", "surgery operation", "treatment therapy", "dose", "symptom",
        // Written in short.
        "january jan", "february feb", "march mar", "april apr", "august aug", "september sept sep", "october oct", "november nov", "december dec");

    /// <summary>Whether two terms are forms of one word or may stand for one another.</summary>
    public static bool AreClose(string term, string other) =>
        term == other || SharesGroup(term, other) || AreDerived(term, other);

    /// <summary>Whether a list knows the term at all.</summary>
    public static bool Knows(string term) => Groups.ContainsKey(term);

    /// <summary>The terms that may stand for a term.</summary>
    public static IEnumerable<string> Of(string term) => Groups.TryGetValue(term, out var groups)
        ? Groups.Where(entry => entry.Key != term && entry.Value.AsSpan().ContainsAny(groups)).Select(entry => entry.Key)
        : [];

    private static bool SharesGroup(string term, string other) =>
        Groups.TryGetValue(term, out var groups) && Groups.TryGetValue(other, out var others) && groups.AsSpan().ContainsAny(others);

    /// <summary>"electr" of "electric" and "electrician": one begins as the other for five letters at least and neither goes on for more than three.</summary>
    public static bool AreDerived(string term, string other)
    {
        var common = term.AsSpan().CommonPrefixLength(other);
        return common >= 5 && term.Length - common <= 3 && other.Length - common <= 3 && !char.IsAsciiDigit(term[0]);
    }

    private static FrozenDictionary<string, int[]> Build(params string[] groups) => groups
        .SelectMany((group, number) => group.Split(' ').Select(word => (Term: Tokenizer.TermOf(word), Number: number)))
        .GroupBy(entry => entry.Term, entry => entry.Number, StringComparer.Ordinal)
        .ToFrozenDictionary(entry => entry.Key, entry => entry.Distinct().ToArray(), StringComparer.Ordinal);
}
