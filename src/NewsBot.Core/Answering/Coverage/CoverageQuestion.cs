using System.Text.RegularExpressions;
using NewsBot.Core.Answering.Voices;

namespace NewsBot.Core.Answering.Coverage;

internal enum CoverageAsk
{
    /// <summary>"Which outlets reported on X?"</summary>
    Outlets,

    /// <summary>"Who reported on X first?"</summary>
    First,

    /// <summary>"How many outlets reported on X?"</summary>
    OutletCount,

    /// <summary>"How many reports on X are there?"</summary>
    ReportCount,

    /// <summary>"Did the Courier report on X?"</summary>
    DidReport,

    /// <summary>"What do the reports on X disagree about?"</summary>
    Differences,

    /// <summary>"Who said what about X?", "How did people react to X?"</summary>
    Voices,

    /// <summary>"Who criticised X?"</summary>
    Deed,
}

/// <summary>A question about who reported or said something, told by its form.</summary>
/// <param name="Ask">What is asked.</param>
/// <param name="Topic">What about, in the question's words.</param>
/// <param name="Who">The outlet or the speakers that are asked about; empty for any.</param>
/// <param name="Deed">The verb of a deed.</param>
internal sealed partial record CoverageQuestion(CoverageAsk Ask, string Topic, string Who = "", string Deed = "")
{
    /// <summary>In characters; longer texts ask for more than this.</summary>
    private const int Longest = 300;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline;
    private const string Outlet = @"(?:news ?|media )?(?:outlets?|newspapers?|papers?|media|agenc(?:y|ies)|publications?|broadcasters?|sites?|websites?|sources?|magazines?|organi[sz]ations?)";
    private const string Report = @"(?:reports?|accounts?|articles?|stories|versions?|(?:news )?(?:outlets?|sources?|newspapers?|papers?|media|agencies))";
    private const string Reporting = @"(?:report(?:ed|s|ing)?|cover(?:ed|s)?|wrote|written|write|publish(?:ed)?|carr(?:y|ied)|ran|run|broke|break|mention(?:ed|s)?|featured?)";
    private const string Helper = @"(?:have|has|had|did|do|does|all|also|ever|already|first|were|was)";

    /// <summary>Words between the verb and the topic: "a story about", "the news of", "on".</summary>
    private const string Piece = @"(?:(?:anything|something|(?:(?:a|an|any|the|some) )?(?:news|stor(?:y|ies)|articles?|reports?|pieces?)) )?(?:(?:on|about|of|that) )?";

    [GeneratedRegex("^(?:which|what) (?:of the )?(?:different )?" + Outlet + " (?:" + Helper + " )*" + Reporting + " " + Piece + @"(?<topic>.+?)(?<first>,? first| earliest)?\s*\?*$", Options)]
    private static partial Regex WhichOutlets();

    [GeneratedRegex("^who (?:all )?(?:(?<first>first|was first to|was the first to) |" + Helper + " )*(?:report(?:ed)?|cover(?:ed)?|wr[io]te|written|(?<first>broke|break)|published)(?: (?:a |an )?(?:stor(?:y|ies)|articles?|reports?|pieces?))? (?<link>(?:on|about|the (?:news|story) (?:of|about|on)|the (?:news|story) that) )?(?<topic>.+?)(?<first>,? first)?\\s*\\?*$", Options)]
    private static partial Regex WhoReported();

    [GeneratedRegex("^(?:which|what) " + Outlet + " (?:was|were) (?:the )?first to " + Reporting + " " + Piece + @"(?<topic>.+?)\s*\?*$", Options)]
    private static partial Regex WhichFirst();

    [GeneratedRegex(@"^how many (?:different |independent |other |news )*(?<noun>" + Outlet + @"|articles|reports|stories|pieces)\b(?<verb>(?: (?:are|there|in the archive|in this archive|here|do you have|does the archive have|" + Helper + "|" + Reporting + @"|deal(?:t)? with)\b)*) ?(?<link>(?:on|about|that|of|the news of|with) )?(?<topic>.+?)(?<verb> (?:are there|are in the archive|do you have|does the archive have|is there))?\s*\?*$", Options)]
    private static partial Regex HowMany();

    [GeneratedRegex("^(?:did|does|do|has|have) (?:the outlet )?(?<who>[^?]{2,60}?) (?:(?:also|ever|already) )?" + Reporting + " " + Piece + @"(?<topic>.+?)\s*\?*$", Options)]
    private static partial Regex DidOutlet();

    [GeneratedRegex(@"^(?:on |about |in )?(?:what|where|how|which points) (?:do|does|did) (?:the |all |these |both )?(?:different |various )?" + Report + @"(?: (?:on|about|of) (?<topic>.+?))? (?:disagree|differ|diverge|contradict (?:each other|one another)|conflict|not agree)(?: (?:about|on|over|in|as to|regarding))*(?:\s+(?<aspect>.+?))?\s*\?*$", Options)]
    private static partial Regex WhatDiffers();

    [GeneratedRegex(@"^(?:do|did|does) (?:the |all |these |both )?(?:different |various )?" + Report + @"(?: (?:on|about|of) (?<topic>.+?))? (?:disagree|agree|differ|diverge|contradict (?:each other|one another)|conflict)(?: (?:about|on|over|in|as to|regarding))+ (?<aspect>.+?)\s*\?*$", Options)]
    private static partial Regex DoTheyDiffer();

    [GeneratedRegex(@"^(?:are|were) there (?:any )?(?:conflicting|contradictory|different|differing|diverging) (?:" + Report + @"|numbers|figures|claims|tolls|dates) (?:about|on|of|over|for|as to|regarding) (?<topic>.+?)\s*\?*$", Options)]
    private static partial Regex AreThereConflicting();

    [GeneratedRegex(@"^(?:what|which) (?:are |were )?(?:the )?(?:differences|disagreements|discrepancies|contradictions)(?: are there)? (?:between|among|in) (?:the )?(?:different )?" + Report + @" (?:about|on|of|over|regarding) (?<topic>.+?)\s*\?*$", Options)]
    private static partial Regex Discrepancies();

    [GeneratedRegex(@"^(?:who (?:all )?(?:has |have )?said what|who said anything|who (?:spoke|commented|has spoken|has commented|talked)) (?:about|on|regarding|concerning) (?<topic>.+?)\s*\?*$", Options)]
    private static partial Regex WhoSaidWhat();

    [GeneratedRegex(@"^(?:(?:what (?:are|were|was|is)|show(?: me)?|give(?: me)?|list|are there)(?: all| any)? )?(?:the )?(?:reactions?|responses?) (?:to|on|about|over) (?<topic>.+?)\s*\?*$", Options)]
    private static partial Regex Reactions();

    [GeneratedRegex(@"^(?:(?:what (?:are|were)|show(?: me)?|give(?: me)?|list|are there)(?: all| any)? )?(?:the |some |any |all )?(?:quotes?|quotations?|statements?|comments?|opinions?|voices) (?:about|on|regarding|concerning) (?<topic>.+?)\s*\?*$", Options)]
    private static partial Regex QuotesAbout();

    [GeneratedRegex(@"^how (?:did|do|does|have|has) (?<who>[^?]{2,80}?) (?:react(?:ed)?|respond(?:ed)?) (?:to|on|about) (?<topic>.+?)\s*\?*$", Options)]
    private static partial Regex HowReacted();

    [GeneratedRegex(@"^what (?:did|does|do|has|have) (?<who>[^?]{2,120}?) (?:say|said) (?:about|on|regarding|concerning) (?<topic>.+?)\s*\?*$", Options)]
    private static partial Regex WhatSaid();

    [GeneratedRegex(@"^who (?:all )?(?:has |have |had )?(?<deed>\p{L}+) (?:(?:about|of|against|for) )?(?:that )?(?<topic>.+?)\s*\?*$", Options)]
    private static partial Regex WhoDid();

    [GeneratedRegex(@"\b(?:did|does|do|was|were|has|have|had|will|received|got|say|said)\b", Options)]
    private static partial Regex Verb();

    /// <summary>Words for numbers, which reports need not use.</summary>
    [GeneratedRegex(@"\b(?:how (?:many|much|long|far|big|large|high)|(?:the )?(?:exact )?(?:numbers?|total|count|figures?|amount|size) of)\b ?", Options)]
    private static partial Regex Measure();

    [GeneratedRegex(@"^.+? (?:in|at|after|during|of|from|off|when|for) (?<event>.+)$", Options)]
    private static partial Regex OfEvent();

    /// <summary>What happened, without what is asked of it: "the flood" of "dead in the flood"; null where nothing is.</summary>
    public string? Event => OfEvent().Match(Topic) is { Success: true } match ? match.Groups["event"].Value : null;

    /// <returns>Null for any other question.</returns>
    public static CoverageQuestion? Read(string question)
    {
        question = question.Trim();
        return question.Length > Longest ? null : Differing(question) ?? Reported(question) ?? Spoken(question);
    }

    private static CoverageQuestion? Differing(string question)
    {
        foreach (var pattern in (Regex[])[WhatDiffers(), DoTheyDiffer(), AreThereConflicting(), Discrepancies()])
            if (pattern.Match(question) is { Success: true } match)
                return Measure().Replace($"{match.Groups["aspect"].Value} {match.Groups["topic"].Value}", " ").Trim() is { Length: > 0 } topic ? new CoverageQuestion(CoverageAsk.Differences, topic) : null;
        return null;
    }

    private static CoverageQuestion? Reported(string question)
    {
        if (WhichFirst().Match(question) is { Success: true } first)
            return new CoverageQuestion(CoverageAsk.First, first.Groups["topic"].Value);
        if (WhichOutlets().Match(question) is { Success: true } which)
            return new CoverageQuestion(which.Groups["first"].Success ? CoverageAsk.First : CoverageAsk.Outlets, which.Groups["topic"].Value);
        if (WhoReported().Match(question) is { Success: true } who && (who.Groups["first"].Success || who.Groups["link"].Success))
            return new CoverageQuestion(who.Groups["first"].Success ? CoverageAsk.First : CoverageAsk.Outlets, who.Groups["topic"].Value);
        if (HowMany().Match(question) is { Success: true } many && (many.Groups["verb"].Length > 0 || many.Groups["link"].Value.Trim() is "on" or "about") && (many.Groups["link"].Value.Trim() == "that" || !Verb().IsMatch(many.Groups["topic"].Value)))
            return new CoverageQuestion(IsReport(many.Groups["noun"].Value) ? CoverageAsk.ReportCount : CoverageAsk.OutletCount, many.Groups["topic"].Value);
        return DidOutlet().Match(question) is { Success: true } did ? new CoverageQuestion(CoverageAsk.DidReport, did.Groups["topic"].Value, did.Groups["who"].Value) : null;
    }

    private static CoverageQuestion? Spoken(string question)
    {
        foreach (var pattern in (Regex[])[WhoSaidWhat(), Reactions(), QuotesAbout(), HowReacted(), WhatSaid()])
            if (pattern.Match(question) is { Success: true } match)
                return new CoverageQuestion(CoverageAsk.Voices, match.Groups["topic"].Value, VoicesQuery.Parse(match.Groups["who"].Value).Speakers);
        return WhoDid().Match(question) is { Success: true } did && Deeds.Of(did.Groups["deed"].Value) is not null
            ? new CoverageQuestion(CoverageAsk.Deed, did.Groups["topic"].Value, Deed: did.Groups["deed"].Value)
            : null;
    }

    private static bool IsReport(string noun) => noun.ToLowerInvariant() is "articles" or "reports" or "stories" or "pieces";
}
