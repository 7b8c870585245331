namespace NewsBot.Evaluation.Gate.Adversarial;

/// <summary>
/// The word lists of the rewriters. They are their own and know nothing of those of the gate; how many pairs the gate does not
/// know either is counted in the report.
/// </summary>
internal static class WordPairs
{
    /// <summary>Forms that fit the same place in a sentence and say the opposite.</summary>
    public static readonly IReadOnlyList<(string From, string To)> Opposites = Pairs(
        "rose/fell increased/decreased increasing/decreasing increase/decrease grew/shrank climbed/dropped gained/lost up/down higher/lower more/fewer more/less most/fewest won/lost winning/losing victory/defeat beat/lost_to " +
        "before/after earlier/later first/last began/ended started/finished opened/closed opening/closing accepted/rejected approved/rejected backed/opposed supported/opposed supporters/opponents support/oppose agreed/refused " +
        "confirmed/denied admitted/denied true/false allowed/banned legal/illegal included/excluded added/removed imposed/lifted praised/criticised welcomed/condemned convicted/acquitted guilty/innocent arrested/released arrived/left " +
        "entered/left joined/quit bought/sold buying/selling hired/fired appointed/dismissed built/demolished strengthened/weakened stronger/weaker improved/worsened better/worse best/worst widened/narrowed accelerated/slowed " +
        "success/failure successful/unsuccessful found/lost public/private safe/dangerous cheaper/dearer rich/poor large/small larger/smaller biggest/smallest long/short longer/shorter hot/cold north/south northern/southern east/west " +
        "eastern/western left/right top/bottom alive/dead survived/died injured/unhurt male/female men/women boys/girls mother/father son/daughter positive/negative optimistic/pessimistic friends/enemies peace/war domestic/foreign " +
        "permanent/temporary major/minor possible/impossible likely/unlikely able/unable always/never with/without over/under above/below majority/minority highest/lowest rising/falling rise/fall growth/decline profit/loss surplus/shortage " +
        "ahead/behind inside/outside upgraded/downgraded raised/lowered loosened/tightened borrowed/lent import/export imports/exports older/younger oldest/youngest new/old present/absent remembered/forgot deepened/eased brightened/darkened " +
        "boosted/dented soared/plunged surged/slumped expand/shrink extended/shortened doubled/halved united/divided calm/turmoil hopeful/hopeless");

    /// <summary>Another unit, magnitude or counted thing.</summary>
    public static readonly IReadOnlyList<(string From, string To)> Units = Pairs(
        "million/billion billion/million thousand/million billion/trillion percent/percentage_points per_cent/percentage_points days/weeks day/week weeks/months months/years years/months year/month hours/days hour/day minutes/hours kilometres/miles " +
        "kilometers/miles miles/kilometres metres/feet meters/feet feet/metres km/miles tonnes/kilograms tons/pounds dollars/euros euros/dollars pounds/dollars crowns/euros people/families acres/hectares hectares/acres barrels/gallons megawatts/kilowatts " +
        "soldiers/civilians homes/schools houses/hotels children/adults women/men votes/seats seats/votes points/goals goals/points students/teachers jobs/factories deaths/arrests cases/deaths degrees/percent workers/firms ships/planes vehicles/trains countries/cities");

    /// <summary>May stand for one another in news without changing what is told.</summary>
    public static readonly IReadOnlyList<(string From, string To)> Synonyms = Pairs(
        "said/stated told/informed announced/declared started/began began/started ended/concluded finished/completed bought/purchased sold/marketed helped/assisted showed/demonstrated killed/slain injured/hurt wounded/injured " +
        "arrested/detained destroyed/wrecked damaged/harmed built/constructed big/large large/big huge/enormous small/little quickly/rapidly important/significant main/principal nearly/almost almost/nearly about/approximately " +
        "around/roughly country/nation city/town officials/authorities police/officers company/firm firm/company government/administration children/kids residents/inhabitants people/persons workers/employees soldiers/troops " +
        "agreement/accord deal/agreement plan/scheme plans/schemes report/study house/home road/street border/frontier blast/explosion explosion/blast fire/blaze crash/collision storm/tempest talks/negotiations meeting/gathering " +
        "election/vote protest/demonstration protests/demonstrations money/cash rose/climbed fell/dropped increased/grew decreased/declined increase/rise decline/drop approved/endorsed rejected/turned_down allowed/permitted banned/prohibited " +
        "asked/requested demanded/insisted_on warned/cautioned promised/pledged admitted/conceded criticised/censured criticized/censured praised/commended attacked/assaulted resigned/stepped_down appointed/named met/encountered visited/toured " +
        "received/got gave/handed sent/dispatched took/seized leader/head head/chief chief/head spokesman/spokesperson spokeswoman/spokesperson lawyer/attorney doctor/physician scientists/researchers researchers/scientists students/pupils " +
        "car/automobile ship/vessel plane/aircraft illness/disease danger/peril problem/issue crisis/emergency law/statute result/outcome effort/attempt effect/impact reason/motive annual/yearly entire/whole current/present former/ex- " +
        "difficult/hard dangerous/hazardous famous/renowned serious/grave wealthy/rich recently/lately often/frequently however/nevertheless also/additionally because/since although/though many/numerous several/various " +
        "expected/anticipated believes/thinks wants/wishes needs/requires discovered/found created/established joined/entered left/departed lives/dwellings funds/money launched/initiated revealed/disclosed decided/resolved continued/went_on");

    public static readonly IReadOnlyList<string> Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static readonly IReadOnlyList<string> Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static readonly IReadOnlyList<string> NumberWords = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "twenty", "thirty", "forty", "fifty"];

    /// <summary>Given names whose gender is hardly in doubt.</summary>
    public static readonly IReadOnlyDictionary<string, string> Pronouns = (
        "John:He James:He Robert:He Michael:He David:He William:He Richard:He Joseph:He Thomas:He Donald:He Mark:He Paul:He Steven:He Andrew:He Kenneth:He George:He Joe:He Bernie:He Ted:He Marco:He Barack:He Bill:He Vladimir:He Boris:He Elon:He Emmanuel:He " +
        "Mary:She Patricia:She Jennifer:She Linda:She Elizabeth:She Barbara:She Susan:She Sarah:She Karen:She Nancy:She Lisa:She Margaret:She Hillary:She Angela:She Kamala:She Liz:She Serena:She Anna:She Maria:She Emma:She Julia:She Ursula:She")
        .Split(' ').Select(pair => pair.Split(':')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>Verbs that take an object, whose past and participle are one form.</summary>
    public static readonly IReadOnlyList<string> Transitive =
        ("accused approved arrested attacked backed banned beat blamed blocked bought built charged closed condemned confirmed created criticised criticized defeated defended destroyed detained discovered dismissed endorsed fined hit " +
        "injured invited killed launched led made met nominated opened opposed organised organized praised produced published purchased rejected released replaced rescued reviewed saved sent signed sold started stopped supported struck sued targeted urged visited warned welcomed won").Split(' ');

    private static List<(string, string)> Pairs(string text) =>
        [.. text.Split(' ').Select(pair => pair.Replace('_', ' ').Split('/')).Select(pair => (pair[0], pair[1]))];
}
