using System.Collections.Frozen;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answering.Candidates;

/// <summary>Tells people, places and organisations apart by the words of a name and the word before it.</summary>
internal static class NameKinds
{
    private static readonly FrozenSet<string> OrganisationWords = Set(
        "Inc|Corp|Corporation|Company|Co|Ltd|LLC|Plc|Group|Bank|University|College|School|Institute|Party|Ministry|Department|Agency|Committee|Council|" +
        "Association|Federation|Union|League|Club|FC|United|City|Court|Senate|Congress|Parliament|House|Times|Post|News|Journal|Airlines|Airways|Motors|" +
        "Foundation|Organization|Organisation|Commission|Authority|Administration|Army|Navy|Force|Police|Service|Services|Center|Centre|Hospital|Museum|" +
        "Bureau|Board|Office|Studios|Entertainment|Media|Network|Cup|Games|Olympics|Championship|Awards|Award|Act|Day|Street|Avenue|Road|Park|Theatre|" +
        "Theater|Stadium|Airport|Tower|Palace|Club|Show|Series|Summit|Conference|Democrats|Republicans|Republican|Democratic|Democrat|Conservative|Labour");

    private static readonly FrozenSet<string> Adjectives = Set(
        "American|British|Chinese|Russian|Ukrainian|French|German|Italian|Spanish|Japanese|Korean|Indian|Israeli|Iranian|Canadian|Australian|Mexican|" +
        "European|African|Asian|English|Scottish|Irish|Welsh|Dutch|Belgian|Polish|Turkish|Greek|Swedish|Norwegian|Danish|Finnish|Brazilian|Arab|Muslim|" +
        "Christian|Jewish|Catholic|Islamic|Palestinian|Afghan|Iraqi|Syrian|Saudi|Egyptian|Pakistani|Taiwanese|Western|Eastern|Northern|Southern|" +
        "Republicans|Democrats|Americans|Russians|Ukrainians|Internet|Covid|COVID-19|English|God|Earth|TV|CEO|AI|DNA|NASA|PM|AM|GMT|ET");

    /// <param name="name">The name without titles.</param>
    /// <param name="kind">What is asked for.</param>
    /// <param name="titled">Whether a title stood before it.</param>
    /// <param name="before">The word before it.</param>
    public static bool Fits(string name, AnswerKind kind, bool titled, string before)
    {
        if (Adjectives.Contains(name))
            return false;
        var words = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        var isPlace = Gazetteer.Has(name);
        var isOrganisation = words.Any(OrganisationWords.Contains);
        return kind switch
        {
            AnswerKind.Person => !isPlace && !isOrganisation && (titled || words.Length is 2 or 3) && !words.Any(word => word.Any(char.IsDigit)) && !words.Any(Gazetteer.Has) && name.Any(char.IsLower),
            AnswerKind.Place => isPlace || (!isOrganisation && !titled && before is "in" or "at" or "near" or "outside" or "to" && words.Length <= 3),
            AnswerKind.Organisation => !isPlace && !titled,
            _ => true,
        };
    }

    private static FrozenSet<string> Set(string words) => words.Split('|').ToFrozenSet(StringComparer.Ordinal);
}
