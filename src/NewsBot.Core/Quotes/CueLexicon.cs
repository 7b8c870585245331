using System.Collections.Frozen;

namespace NewsBot.Core.Quotes;

/// <summary>The verbs and nouns that mark attributions, in all their forms.</summary>
internal static class CueLexicon
{
    /// <summary>A form of a cue verb.</summary>
    internal sealed record Form(CueVerb Verb, VerbForms Forms);

    private static readonly FrozenDictionary<string, Form> Verbs = Build();

    private static readonly FrozenDictionary<string, Form>.AlternateLookup<ReadOnlySpan<char>> VerbLookup = Verbs.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Form? Verb(ReadOnlySpan<char> word) => VerbLookup.TryGetValue(word, out var form) ? form : null;

    private static FrozenDictionary<string, Form> Build()
    {
        var forms = new Dictionary<string, Form>(StringComparer.OrdinalIgnoreCase);
        void Add(string entries, CueFrame frame, AttributionType type, bool speech = false, QuoteStance stance = QuoteStance.Asserted)
        {
            foreach (var entry in entries.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var verb = new CueVerb(Inflection.Lemma(entry), frame, type, speech, stance);
                foreach (var (form, kind) in Inflection.Of(entry))
                {
                    if (!forms.TryGetValue(form, out var known))
                        forms[form] = new Form(verb, kind);
                    else if (known.Verb.Lemma == verb.Lemma)
                        forms[form] = known with { Forms = known.Forms | kind };
                }
            }
        }

        Add(
            "say:said add note write:wrote:written state announce explain argue claim declare acknowledge reply respond recall conclude insist suggest " +
            "report confirm reveal tweet retweet post joke quip* admit* assert stress emphasize emphasise underscore contend maintain allege concede " +
            "complain caution predict repeat reiterate continue remark observe comment mention proclaim boast muse lament bemoan echo testify counter " +
            "retort shout yell scream chant cry whisper mutter murmur exclaim estimate disclose divulge indicate imply hint signal warn advise opine " +
            "elaborate speculate theorize posit pronounce affirm certify attest avow profess gush rant clarify recount relate volunteer interject " +
            "thunder deadpan sneer snap* fume growl sigh laugh bark intone chime rejoin venture summarize summarise agree disagree point read:read " +
            "charge answer sum* vent pipe crow wail mumble plead:pleaded bellow roar howl sob* gasp scoff chuckle declaim blog* " +
            "shoot:shot fire hit:hit put:put weigh lash sing:sang:sung " +
            "react surmise reason counsel decree rule:ruled",
            CueFrame.Say, AttributionType.Assertion, speech: true);
        Add("deny dispute refute rebut* contradict", CueFrame.Say, AttributionType.Assertion, speech: true, stance: QuoteStance.Denied);
        Add("tell:told inform remind assure notify brief reassure", CueFrame.Tell, AttributionType.Assertion, speech: true);
        Add("ask wonder inquire query quiz", CueFrame.Ask, AttributionType.Assertion, speech: true, stance: QuoteStance.Asked);
        Add(
            "quote cite describe outline discuss talk speak:spoke:spoken list tout hail highlight depict portray characterize characterise " +
            "detail publish release recommend invoke reference present introduce underline promote broadcast circulate peddle " +
            "refer* allude apologize vote side trumpet spell explore document chronicle analyze analyse examine express voice articulate debate deliver issue unveil",
            CueFrame.Judge, AttributionType.Assertion, speech: false);
        Add(
            "believe think:thought feel:felt hope fear worry expect suspect doubt assume consider view regard imagine presume guess reckon " +
            "anticipate foresee:foresaw:foreseen project interpret judge deem perceive envision fret conceive gauge trust",
            CueFrame.Think, AttributionType.Belief, speech: false);
        Add(
            "know:knew:known realize realise recognize recognise remember learn discover find:found hear:heard notice determine understand:understood " +
            "see:saw:seen forget*:forgot:forgotten watch witness decide",
            CueFrame.Think, AttributionType.Fact, speech: false);
        Add("show:showed:shown demonstrate prove:proved:proven illustrate reflect identify expose", CueFrame.Think, AttributionType.Fact, speech: false);
        Add(
            "want plan* intend seek:sought aim hope wish desire prefer* refuse decline threaten offer vow pledge promise swear:swore:sworn aspire " +
            "opt* agree resolve commit* volunteer",
            CueFrame.Want, AttributionType.Eventuality, speech: true);
        Add(
            "urge press push encourage implore beg* order instruct direct command request demand invite pressure advocate lobby require " +
            "call exhort beseech entreat appeal petition",
            CueFrame.Want, AttributionType.Eventuality, speech: true);
        Add(
            "praise criticize criticise condemn denounce blast slam* attack accuse blame mock ridicule deride dismiss applaud commend laud rip* bash " +
            "assail lambaste decry rebuke scold chide chastise censure insult belittle berate label brand dub* compare liken cast:cast paint frame thank " +
            "congratulate admonish disavow repudiate renounce downplay vilify credit hammer excoriate skewer pan* lampoon taunt tease " +
            "disparage demonize smear malign slander  target knock knock greet salute toast honor extol* reprimand upbraid " +
            "pillory savage trash troll bemoan protest object", CueFrame.Judge, AttributionType.Assertion, speech: false);
        Add("question challenge propose", CueFrame.Judge, AttributionType.Assertion, speech: true);
        Add(
            "reject endorse back support oppose defend welcome celebrate embrace champion favor favour like love hate admire respect " +
            "appreciate resent distrust enjoy dislike loathe despise detest abhor tolerate accept approve disapprove resist ignore relish dread regret " +
            "go:went:gone lean mourn bristle mistrust idolize envy adore cherish disregard shun* denigrate overlook",
            CueFrame.Judge, AttributionType.Belief, speech: false);
        return forms.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
