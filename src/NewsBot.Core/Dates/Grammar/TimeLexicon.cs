using System.Collections.Frozen;
using NewsBot.Core.Dates.Resolution;

namespace NewsBot.Core.Dates.Grammar;

/// <summary>The words that time expressions are made of.</summary>
internal static class TimeLexicon
{
    private static readonly FrozenDictionary<string, TimeWord> Words = Build();
    private static readonly FrozenDictionary<string, TimeWord>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>No word of the lexicon is longer.</summary>
    public const int LongestWord = 16;

    public static TimeWord? Find(ReadOnlySpan<char> word) =>
        word.Length <= LongestWord && Lookup.TryGetValue(word, out var found) ? found : null;

    private static FrozenDictionary<string, TimeWord> Build()
    {
        var words = new Dictionary<string, TimeWord>(StringComparer.OrdinalIgnoreCase);
        void Add(string text, WordKinds kinds, int value = 0, CalendarUnit unit = CalendarUnit.None, string code = "")
        {
            var old = words.GetValueOrDefault(text);
            words[text] = old is null
                ? new TimeWord(text, kinds, value, unit, code)
                : new TimeWord(text, old.Kinds | kinds, old.Value != 0 ? old.Value : value,
                    old.Unit != CalendarUnit.None ? old.Unit : unit, old.Code.Length > 0 ? old.Code : code);
        }

        void AddAll(string texts, WordKinds kinds)
        {
            foreach (var text in texts.Split(' '))
                Add(text, kinds);
        }

        void Count(string texts, WordKinds kinds, int first, int step = 1)
        {
            foreach (var text in texts.Split(' '))
            {
                foreach (var variant in text.Split('/'))
                    Add(variant, kinds, first);
                first += step;
            }
        }

        Count("january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct november/nov december/dec", WordKinds.Month, 1);
        Count("monday/mon tuesday/tue/tues wednesday/wed thursday/thu/thur/thurs friday/fri saturday/sat sunday/sun", WordKinds.Weekday, 1);
        Count("spring summer autumn/fall winter", WordKinds.Season, 0);
        Count("springtime summertime autumntime wintertime", WordKinds.Season, 0);
        Count("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", WordKinds.Cardinal, 1);
        Count("twenty thirty forty/fourty fifty sixty seventy eighty ninety", WordKinds.Cardinal, 20, 10);
        Add("hundred", WordKinds.Cardinal, 100);
        Add("thousand", WordKinds.Cardinal, 1000);
        Add("dozen", WordKinds.Cardinal, 12);
        Count("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth", WordKinds.Ordinal, 1);
        Add("thirtieth", WordKinds.Ordinal, 30);
        Count("twenties thirties forties fifties sixties seventies eighties nineties", WordKinds.DecadeWord, 2);
        Add("final", WordKinds.Ordinal | WordKinds.Pointer);
        AddAll("several few many couple dozens numerous some countless", WordKinds.Vague);

        void Unit(string singular, string plural, CalendarUnit unit)
        {
            Add(singular, WordKinds.Unit, 0, unit);
            Add(plural, WordKinds.Units, 0, unit);
        }

        Unit("second", "seconds", CalendarUnit.Second);
        Unit("minute", "minutes", CalendarUnit.Minute);
        Unit("hour", "hours", CalendarUnit.Hour);
        Unit("day", "days", CalendarUnit.Day);
        Unit("weekend", "weekends", CalendarUnit.Weekend);
        Unit("week", "weeks", CalendarUnit.Week);
        Unit("month", "months", CalendarUnit.Month);
        Unit("quarter", "quarters", CalendarUnit.Quarter);
        Unit("year", "years", CalendarUnit.Year);
        Unit("decade", "decades", CalendarUnit.Decade);
        Unit("century", "centuries", CalendarUnit.Century);
        Unit("millennium", "millennia", CalendarUnit.Millennium);
        Unit("yr", "yrs", CalendarUnit.Year);
        Unit("hr", "hrs", CalendarUnit.Hour);
        Unit("min", "mins", CalendarUnit.Minute);
        Unit("fortnight", "fortnights", CalendarUnit.Week);

        void Spanning(string text, CalendarUnit unit) => Add(text, WordKinds.Other, 0, unit, "LONG");
        Spanning("hourlong", CalendarUnit.Hour);
        Spanning("daylong", CalendarUnit.Day);
        Spanning("weeklong", CalendarUnit.Week);
        Spanning("monthlong", CalendarUnit.Month);
        Spanning("yearlong", CalendarUnit.Year);
        Spanning("decadelong", CalendarUnit.Decade);

        void DayPart(string texts, string code)
        {
            foreach (var text in texts.Split(' '))
            {
                Add(text, WordKinds.DayPart, 0, CalendarUnit.None, code);
                Add(text + "s", WordKinds.Other, 0, CalendarUnit.None, code);
            }
        }

        DayPart("morning dawn daybreak", "MO");
        DayPart("afternoon", "AF");
        DayPart("evening dusk", "EV");
        DayPart("night nighttime", "NI");
        DayPart("daytime", "DT");
        DayPart("lunchtime midday", "MI");

        void Pointers(string texts, int shift) { foreach (var text in texts.Split(' ')) Add(text, WordKinds.Pointer, shift); }
        Pointers("last past previous preceding prior", -1);
        Pointers("next coming upcoming following subsequent ensuing succeeding", 1);
        Pointers("this same that current present", 0);

        void Parts(string texts, string code, WordKinds kind) { foreach (var text in texts.Split(' ')) Add(text, kind, 0, CalendarUnit.None, code); }
        Parts("early", "START", WordKinds.Part);
        Parts("mid middle", "MID", WordKinds.Part);
        Parts("late", "END", WordKinds.Part);
        Parts("earlier", "BEFORE", WordKinds.Part | WordKinds.Behind);
        Parts("later", "AFTER", WordKinds.Part | WordKinds.Behind);
        Parts("beginning start opening outset onset", "START", WordKinds.PartNoun);
        Parts("middle midst midpoint", "MID", WordKinds.PartNoun);
        Parts("end close ending conclusion", "END", WordKinds.PartNoun);
        AddAll("ago afterward afterwards hence previously before after beforehand", WordKinds.Behind);

        void Approximators(string texts, string code) { foreach (var text in texts.Split(' ')) Add(text, WordKinds.Approximator, 0, CalendarUnit.None, code); }
        Approximators("about around approximately roughly some circa ca approx", "APPROX");
        Approximators("nearly almost", "LESS_THAN");
        Approximators("over", "MORE_THAN");
        Approximators("under", "LESS_THAN");
        AddAll("more less least most fewer close up no not", WordKinds.Other);

        void Alone(string text, string code) => Add(text, WordKinds.Alone, 0, CalendarUnit.None, code);
        Alone("today", "0");
        Alone("yesterday", "-1");
        Alone("tomorrow", "1");
        Alone("tonight", "TNI");
        Alone("overnight", "TNI-");
        Alone("now", "PRESENT_REF");
        Alone("currently", "PRESENT_REF");
        Alone("presently", "PRESENT_REF");
        Alone("nowadays", "PRESENT_REF");
        Alone("recently", "PAST_REF");
        Alone("lately", "PAST_REF");

        AddAll("the a an these those its his her their our", WordKinds.Determiner);
        AddAll("this that", WordKinds.Determiner);
        AddAll("of in on at by since until till til from to through during before after between and or for within over per than throughout into around toward towards as", WordKinds.Preposition);
        AddAll("every each", WordKinds.Every);

        void Frequency(string text, CalendarUnit unit, int value = 1) => Add(text, WordKinds.Frequency, value, unit);
        Frequency("daily", CalendarUnit.Day);
        Frequency("everyday", CalendarUnit.Day);
        Frequency("nightly", CalendarUnit.Day);
        Frequency("hourly", CalendarUnit.Hour);
        Frequency("weekly", CalendarUnit.Week);
        Frequency("biweekly", CalendarUnit.Week, 2);
        Frequency("fortnightly", CalendarUnit.Week, 2);
        Frequency("monthly", CalendarUnit.Month);
        Frequency("bimonthly", CalendarUnit.Month, 2);
        Frequency("quarterly", CalendarUnit.Quarter);
        Frequency("semiannually", CalendarUnit.Month, 6);
        Frequency("annually", CalendarUnit.Year);
        Frequency("annual", CalendarUnit.Year);
        Frequency("yearly", CalendarUnit.Year);
        Frequency("biennially", CalendarUnit.Year, 2);

        void Zone(string texts, int minutes) { foreach (var text in texts.Split(' ')) Add(text, WordKinds.Zone, minutes, CalendarUnit.None, "zone"); }
        Zone("gmt utc", 0);
        Zone("bst cet", 60);
        Zone("cest eet sast", 120);
        Zone("msk eest", 180);
        Zone("ist", 330);
        Zone("sgt hkt awst", 480);
        Zone("jst kst", 540);
        Zone("aest", 600);
        Zone("aedt", 660);
        Zone("nzst", 720);
        Zone("edt", -240);
        Zone("est cdt", -300);
        Zone("cst mdt", -360);
        Zone("mst pdt", -420);
        Zone("pst akdt", -480);
        Zone("et", -300);
        Zone("ct", -360);
        Zone("mt", -420);
        Zone("pt", -480);

        foreach (var name in Holidays.FirstWords)
            Add(name, WordKinds.Holiday);
        // Words that the grammar looks for by their text.
        AddAll("academic ad additional age am bc bce business calendar ce central consecutive daylight distant eastern entire financial fiscal " +
               "foreseeable former fridays full further future fy h1 h2 half immediate just latter local long midnight midweek midyear moment " +
               "mondays moscow mountain near noon o'clock old once other pacific part pm q1 q2 q3 q4 recent right saturdays school shortly single " +
               "s so solid standard straight sundays tax thursdays time times trading tuesdays twice very wednesdays weekdays whole working", WordKinds.Other);
        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
