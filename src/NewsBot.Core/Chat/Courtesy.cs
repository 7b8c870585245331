using System.Text.RegularExpressions;

namespace NewsBot.Core.Chat;

/// <summary>
/// Takes off what people write around a question in a chat and which asks nothing: the bot's name, greetings, "please", "can
/// you tell me" before a question word, thanks. What is quoted, and a text that is nothing else, stays as it is. Pure.
/// </summary>
internal static partial class Courtesy
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string QuestionWord = @"(?:(?:in|on|at|by|for|from|to|with|of|since|until)\s+)?(?:who|whom|whose|what|which|when|where|why|how)\b";

    [GeneratedRegex(
        @"^(?:@?news\s?bot\b[,:!]*\s+|(?:hey|hi|hello|hiya|yo|ok|okay|good (?:morning|afternoon|evening|day))(?: (?:there|bot|newsbot|all|everyone|guys|folks|team))?(?:\s*[,!.:-]+\s*|\s+)" +
        @"|(?:please|pls|plz|kindly)\b,?\s+|(?:quick |one |a |just a )*question\s*[:,-]\s*)+", Options)]
    private static partial Regex Greeting();

    [GeneratedRegex(
        @"^(?:(?:can|could|would|will) (?:you|u|someone|somebody|anyone|anybody) (?:please |pls |plz |kindly )?(?:tell|remind|inform) (?:me|us)|(?:can|could) (?:you|u) (?:please )?(?:say|let me know|find out)" +
        @"|tell (?:me|us)|let me know|remind me|(?:do|did) (?:you|u|we) (?:happen to |even |already )?know|do(?:es)? (?:anyone|anybody|someone|somebody) (?:here )?know|any(?:one|body) know(?:s)?" +
        @"|(?:(?:have|got) )?any (?:idea|clue)|i(?:['’]?d| would) (?:like|love) to know|i (?:want|need|wanted) to know|i(?:['’]?m| am) (?:just )?(?:wondering|curious)|i (?:was|am) wondering|(?:just )?wondering|i wonder)" +
        @"(?: please| pls)?[,:]?\s+(?=" + QuestionWord + ")", Options)]
    private static partial Regex Asking();

    [GeneratedRegex(@"(?:(?<mark>[?.!]*)[\s,;-]+(?:thx|ty|tysm|pls|plz)|(?<mark>[?.!]+)[\s,;-]*(?:thanks?(?: you)?(?: so much| a lot| in advance| very much)?|many thanks|cheers|please)|,\s*(?:thanks?(?: you)?(?: in advance)?|please|cheers))\s*[.!?:)]*$", Options)]
    private static partial Regex Thanks();

    /// <summary>"who the mayor is", as it stands behind "do you know".</summary>
    [GeneratedRegex(@"^(?<word>who|what|where) (?<what>(?:(?:the|an?|his|her|its|their) |(?-i:\p{Lu})).+?) (?<verb>is|are|was|were)(?<end>\s*[?.!]*)$", Options)]
    private static partial Regex Dependent();

    [GeneratedRegex(@"^when (?=(?:the|an?|his|her|its|their|(?-i:\p{Lu})\S*) )", Options)]
    private static partial Regex DependentWhen();

    public static string Strip(string text)
    {
        var bare = text.Trim();
        if (bare.StartsWith('/'))
            return text;
        bare = Greeting().Replace(bare, "", 1);
        bare = Thanks().Replace(bare, match => match.Groups["mark"].Value, 1);
        if (Asking().Match(bare) is { Success: true } asking)
        {
            bare = Greeting().Replace(bare[asking.Length..], "", 1);
            bare = Dependent().Replace(bare, "${word} ${verb} ${what}${end}", 1);
            bare = DependentWhen().Replace(bare, "when was ", 1);
        }

        return bare.Trim().Length == 0 ? text : bare.Trim();
    }
}
