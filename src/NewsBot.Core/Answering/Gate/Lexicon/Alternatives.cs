using System.Collections.Frozen;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Gate.Lexicon;

/// <summary>
/// Closed kinds of words of which one excludes the others: a minister is no president, a brother no cousin. A statement
/// that has a word of a kind which the evidence fills with another one tells something else.
/// </summary>
internal static class Alternatives
{
    private static readonly FrozenDictionary<string, FrozenSet<int>> Kinds = Build(
        "president premier chancellor king queen emperor monarch mayor governor ambassador senator congressman congresswoman secretary minister chairman treasurer commissioner envoy vice deputy",
        "general colonel major captain lieutenant sergeant admiral commander corporal marshal",
        "father mother son daughter brother sister uncle aunt cousin nephew niece grandfather grandmother husband wife widow grandson granddaughter",
        "judge prosecutor lawyer juror defendant plaintiff witness",
        "doctor nurse surgeon patient dentist pharmacist",
        "goalkeeper striker midfielder defender winger referee",
        "actor director producer singer author composer painter",
        "pilot passenger driver cyclist pedestrian",
        "north south east west northern southern eastern western northeast northwest southeast southwest",
        "monday tuesday wednesday thursday friday saturday sunday",
        "january february march april june july august september october november december",
        "spring summer autumn winter", "morning afternoon evening night midnight noon",
        "red blue green yellow orange purple black white brown pink grey gray silver gold",
        "first second third fourth fifth sixth seventh eighth ninth tenth",
        "agriculture defence defense finance interior education health justice transport culture foreign labour environment",
        "army navy police coastguard", "university school hospital museum library prison church mosque",
        "earthquake flood wildfire hurricane tornado drought avalanche landslide tsunami",
        "murder robbery fraud arson kidnapping burglary manslaughter bribery espionage treason",
        "oil gas coal wheat rice copper iron uranium cotton timber",
        "football cricket tennis rugby basketball hockey baseball golf",
        "christian muslim jewish hindu buddhist catholic protestant",
        "french german italian spanish british russian chinese japanese indian american canadian australian turkish polish ukrainian",
        "minute hour day week month year decade century quarter",
        "kilometre kilometer mile metre meter foot feet inch yard",
        "kilogram gram tonne ton pound ounce litre gallon",
        "dollar euro pound yen yuan rouble ruble franc crown rupee peso lira");

    /// <summary>Whether two different terms are of one kind.</summary>
    public static bool AreExclusive(string term, string other) =>
        term != other && Kinds.TryGetValue(term, out var kinds) && Kinds.TryGetValue(other, out var others) && kinds.Overlaps(others) && !Synonyms.AreClose(term, other);

    public static bool Has(string term) => Kinds.ContainsKey(term);

    private static FrozenDictionary<string, FrozenSet<int>> Build(params string[] kinds) => kinds
        .SelectMany((kind, number) => kind.Split(' ').Select(word => (Term: Tokenizer.TermOf(word), Number: number)))
        .GroupBy(entry => entry.Term, entry => entry.Number, StringComparer.Ordinal)
        .ToFrozenDictionary(entry => entry.Key, entry => entry.ToFrozenSet(), StringComparer.Ordinal);
}
