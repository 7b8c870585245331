using System.Collections.Frozen;
using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval.Parsing;

/// <summary>Words that ask about news without saying about what.</summary>
internal static class QuestionWords
{
    private static readonly FrozenSet<string> Boilerplate = Set(
        "article articles report reports reported reporting reportedly according accordingly suggest suggests suggesting mention mentions mentioned " +
        "discuss discusses discussed discussing describe describes described indicate indicates indicated detail details detailing detailed " +
        "consider considering information piece coverage covered story stories source sources outlet outlets newspaper newspapers published publish publication " +
        "following recent recently individual regarding concerning respectively compared comparison tell please know happen happened " +
        "true false name named called today yesterday tomorrow week month currently question answer since say says said saying told talk " +
        "much many long old often latest currently specific specifically focus different");

    private static readonly FrozenSet<string> Titles = Set(
        "president prime minister chancellor king queen prince princess pope emperor senator representative congressman congresswoman governor " +
        "mayor secretary general colonel captain judge justice chief chairman chairwoman speaker director sir dame lord lady dr mr mrs ms prof professor " +
        "sen rep gov gen lt col sgt officer star actor actress singer coach former ex house vice deputy foreign defense defence leader ceo");

    public static bool IsBoilerplate(string term) => Boilerplate.Contains(term);

    /// <summary>A title or role before a name, which is no part of the name.</summary>
    public static bool IsTitle(string term) => Titles.Contains(term);

    public static bool CarriesNoTopic(string term) => StopWords.Contains(term) || Boilerplate.Contains(term);

    internal static FrozenSet<string> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Tokenizer.TermOf(word)).ToFrozenSet(StringComparer.Ordinal);
}
