using System.Collections.Frozen;

namespace NewsBot.Core.Quotes;

/// <summary>What a word can be, as far as its form tells.</summary>
[Flags]
internal enum WordClass
{
    None = 0,
    Determiner = 1 << 0,
    PossessivePronoun = 1 << 1,
    SubjectPronoun = 1 << 2,
    ObjectPronoun = 1 << 3,
    Preposition = 1 << 4,
    Coordinator = 1 << 5,

    /// <summary>Opens a clause: that, because, if, while.</summary>
    Subordinator = 1 << 6,
    Relative = 1 << 7,
    Be = 1 << 8,
    Have = 1 << 9,
    Do = 1 << 10,
    Modal = 1 << 11,
    Negation = 1 << 12,
    Adverb = 1 << 13,

    /// <summary>A day, a month, or a word like "yesterday".</summary>
    Time = 1 << 14,

    /// <summary>A finite verb that is no cue.</summary>
    Verb = 1 << 15,
    Genitive = 1 << 16,
    Capital = 1 << 17,

    /// <summary>Stands in front of a name: Mr., President, Sen.</summary>
    Title = 1 << 18,

    /// <summary>Names a person by what they do: president, spokesman, critic.</summary>
    Role = 1 << 19,
    Number = 1 << 20,

    /// <summary>Names people together, or an organisation or document that can speak.</summary>
    Collective = 1 << 21,
    Question = 1 << 22,
    To = 1 << 23,

    Auxiliary = Be | Have | Do | Modal,
    Pronoun = SubjectPronoun | ObjectPronoun,
    Function = Determiner | PossessivePronoun | Pronoun | Preposition | Coordinator | Subordinator | Relative | Auxiliary | Negation | Question,
}

/// <summary>The closed classes of English, and lists of open-class words that tell who can speak.</summary>
internal static class WordClasses
{
    private static readonly FrozenDictionary<string, WordClass> Words = Build();

    private static readonly FrozenDictionary<string, WordClass>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Nouns, adjectives and verbs that end like adverbs.</summary>
    private static readonly FrozenSet<string> NoAdverbs =
        ("family ally reply supply assembly monopoly anomaly bully likely unlikely friendly elderly deadly belly jelly rally tally folly ugly lovely lonely costly orderly " +
        "homily butterfly apply rely comply imply multiply unruly ghastly lively hourly timely melancholy hilly silly chilly worldly scholarly cowardly motherly fatherly disorderly")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoAdverbLookup = NoAdverbs.GetAlternateLookup<ReadOnlySpan<char>>();

    public static WordClass Of(ReadOnlySpan<char> word)
    {
        var found = Lookup.TryGetValue(word, out var known) ? known : WordClass.None;
        if (found == WordClass.None && word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal) && char.IsLower(word[0]) && !NoAdverbLookup.Contains(word))
            found = WordClass.Adverb;
        if (char.IsUpper(word[0]))
            found |= WordClass.Capital;
        if (char.IsDigit(word[0]))
            found |= WordClass.Number;
        return found;
    }

    private static FrozenDictionary<string, WordClass> Build()
    {
        var words = new Dictionary<string, WordClass>(StringComparer.OrdinalIgnoreCase);
        void Add(WordClass wordClass, string list)
        {
            foreach (var word in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                words[word] = words.GetValueOrDefault(word) | wordClass;
        }

        Add(WordClass.Determiner, "the a an this these those each every some any no another all both many most several few other such more much half");
        Add(WordClass.PossessivePronoun, "his her their its my our your whose");
        Add(WordClass.SubjectPronoun, "he she they it i we you there everyone everybody someone somebody nobody anyone anybody one");
        Add(WordClass.ObjectPronoun, "him her them me us himself herself themselves itself myself ourselves it you one");
        Add(
            WordClass.Preposition,
            "of in on at by for from with about against between among into through during before after above below over under around without within " +
            "along across behind beyond near since until toward towards upon via despite like unlike as off out per regarding concerning amid inside outside " +
            "throughout besides except according following including alongside atop ahead to than");
        Add(WordClass.To, "to");
        Add(WordClass.Coordinator, "and or but nor yet");
        Add(WordClass.Subordinator, "that because if while when although though unless whereas once whether as since after before until so lest");
        Add(WordClass.Question, "what why how where when whether who which");
        Add(WordClass.Relative, "who which that whom");
        Add(WordClass.Be, "is are was were be been being am 'm 're isn't aren't wasn't weren't ain't isn’t aren’t wasn’t weren’t ain’t ’m ’re gets got getting");
        Add(WordClass.Have, "has have had having 've hasn't haven't hadn't hasn’t haven’t hadn’t ’ve");
        Add(WordClass.Do, "does do did don't doesn't didn't don’t doesn’t didn’t");
        Add(
            WordClass.Modal,
            "will would can could may might must shall should cannot 'll 'd won't wouldn't can't couldn't mustn't shouldn't ’ll ’d won’t wouldn’t can’t couldn’t shouldn’t mustn’t");
        Add(
            WordClass.Negation,
            "not never n't isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't shouldn't cannot neither " +
            "isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t shouldn’t");
        Add(
            WordClass.Adverb,
            "also then later again still once often always ever never just even now already soon thus therefore however too instead meanwhile " +
            "though perhaps maybe rather quite very further afterward afterwards earlier twice sometimes almost nearly merely simply only " +
            "eventually yesterday today tonight indeed nonetheless nevertheless moreover furthermore besides there here long reportedly " +
            "first all both so otherwise well ago recently elsewhere likewise additionally finally");
        Add(
            WordClass.Time,
            "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december " +
            "yesterday today tonight tomorrow late early mondays tuesdays wednesdays thursdays fridays saturdays sundays jan. feb. mar. apr. aug. sept. sep. oct. nov. dec. " +
            "earlier later recently morning afternoon evening night week month year noon weekend last next mon. tue. wed. thu. fri. sat. sun.");
        Add(
            WordClass.Verb,
            "went took made came gave got left ran won lost met held kept led put set sat stood brought bought sent spent built fell grew rose began " +
            "became paid broke chose drew drove ate fought flew hit let meant sold wore threw taught caught shot stuck hung laid lay swept wants " +
            "seem appear become remain goes takes makes comes gives gets leaves runs wins loses meets holds keeps leads puts sets sits stands brings sends spends falls grows rises " +
            "begins becomes remains seems appears happened seemed appeared remained includes included worked works lives lived turned started used tried needs needed");
        Add(
            WordClass.Title,
            "mr mr. mrs mrs. ms ms. miss mx. dr dr. prof. professor president vice sen. sen senator rep. rep representative gov. gov governor mayor judge justice " +
            "secretary minister chancellor ambassador general gen. col. colonel lt. lieutenant capt. captain sgt. sergeant maj. major adm. admiral cpl. " +
            "rev. reverend pastor father sister bishop archbishop cardinal pope rabbi imam king queen prince princess sir lady lord dame duke duchess " +
            "congressman congresswoman councilman councilwoman councilor commissioner chairman chairwoman chair sheriff detective officer coach " +
            "attorney director chief premier speaker deputy sheikh ayatollah sultan emir baroness baron count");
        Add(
            WordClass.Role,
            "president minister chancellor senator representative governor mayor judge justice secretary ambassador general colonel captain sergeant " +
            "admiral pastor priest bishop rabbi imam king queen prince princess congressman congresswoman lawmaker legislator councilman councilwoman " +
            "commissioner chairman chairwoman chair sheriff detective officer coach attorney lawyer director chief premier speaker leader spokesman " +
            "spokeswoman spokesperson aide adviser advisor strategist consultant pollster analyst expert professor scientist researcher author writer " +
            "journalist reporter columnist editor host anchor commentator candidate nominee hopeful front-runner frontrunner contender opponent rival " +
            "critic supporter backer donor delegate activist organizer organiser official executive founder owner manager banker economist historian " +
            "teacher student farmer worker resident voter veteran father mother son daughter brother sister wife husband widow friend colleague " +
            "source insider operative staffer surrogate businessman businesswoman billionaire mogul tycoon actor actress singer star comedian " +
            "diplomat envoy emissary negotiator prosecutor sociologist psychologist doctor physician nurse engineer developer designer architect " +
            "head ceo cofounder co-founder secretary-general undersecretary lawmaker man woman boy girl teenager native immigrant refugee protester " +
            "witness victim neighbor neighbour parent child incumbent successor predecessor deputy boss commander soldier pilot trainer player " +
            "democrat republican conservative liberal libertarian socialist independent realtor broker investor trader landlord tenant chef " +
            "planner inspector investigator coordinator principal superintendent dean scholar theologian philosopher novelist poet artist filmmaker producer");
        Add(
            WordClass.Collective,
            "officials authorities critics experts analysts observers sources aides advisers advisors supporters opponents lawmakers republicans democrats " +
            "conservatives liberals voters residents people others some many most few activists protesters demonstrators economists scientists researchers " +
            "police government administration ministry department agency committee commission council court congress senate house parliament party campaign " +
            "company firm bank group organization organisation association union team club network newspaper paper magazine outlet website site blog " +
            "national international public radio television economics studies affairs security insurance " +
            "report study survey poll polls letter statement memo email emails document documents filing lawsuit complaint indictment transcript article " +
            "editorial book ad ads video message tweet post release press media times post journal news institute foundation center centre university college " +
            "office bureau board panel coalition alliance federation league army navy military force forces embassy kremlin pentagon state white");
        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
