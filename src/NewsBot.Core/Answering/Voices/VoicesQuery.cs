using System.Text.RegularExpressions;
using NewsBot.Core.Retrieval.Parsing;

namespace NewsBot.Core.Answering.Voices;

/// <summary>Whose words about what are asked for: "Quist and Valdane about the lake".</summary>
/// <param name="Speakers">Names or roles as typed; empty where anybody is meant.</param>
/// <param name="Topic">What about; null for anything.</param>
internal sealed partial record VoicesQuery(string Speakers, string? Topic)
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline;

    [GeneratedRegex(@"^(?:(?<who>.+?)\s+)?(?:about|on|regarding|concerning)\s+(?<topic>.+)$", Options)]
    private static partial Regex About();

    [GeneratedRegex(@"^(?:everybody|everyone|anybody|anyone|somebody|someone|people|the people|all|who|the different sides|all sides|both sides|the public|others)$", Options)]
    private static partial Regex Anybody();

    /// <summary>"the foreign ministers of Kelmar and Orvania"</summary>
    [GeneratedRegex(@"^(?:the )?(?<role>[\p{L} -]*\p{Ll})s (?<link>of|from|in|for) (?<first>.+)$", Options)]
    private static partial Regex RolesOf();

    public bool IsOpen => Speakers.Length == 0;

    public static VoicesQuery Parse(string text)
    {
        var match = About().Match(Bare(text));
        var speakers = match.Success ? match.Groups["who"].Value.Trim() : Bare(text);
        return new VoicesQuery(Anybody().IsMatch(speakers) ? "" : speakers, match.Success ? Bare(match.Groups["topic"].Value) : null);
    }

    /// <summary>The speakers one by one; a role that several share is given to each ("the Kelmari and Orvanian foreign ministers").</summary>
    /// <param name="isOne">Tells a name that has a joining word in itself.</param>
    public IReadOnlyList<string> Names(Func<string, bool> isOne)
    {
        var names = Conjuncts.Of(Speakers, isOne);
        if (names.Count < 2)
            return names;
        if (RolesOf().Match(names[0]) is { Success: true } of && SpeakerDescription.IsRole(of.Groups["role"].Value.Split(' ')[^1]))
            return [.. names.Select((name, i) => $"the {of.Groups["role"].Value} {of.Groups["link"].Value} {(i == 0 ? of.Groups["first"].Value : name)}")];
        var words = names[^1].Split(' ');
        return words.Length > 1 && words[^1].EndsWith('s') && SpeakerDescription.IsRole(words[^1][..^1]) && names.SkipLast(1).All(IsOneModifier)
            ? [.. names.Select(name => $"{(name == names[^1] ? words[0] : name)} {string.Join(' ', words[1..])[..^1]}")]
            : names;
    }

    private static bool IsOneModifier(string name)
    {
        var words = name.Split(' ');
        return words.Length <= 2 && (words.Length == 1 || words[0].Equals("the", StringComparison.OrdinalIgnoreCase)) && !SpeakerDescription.IsRole(words[^1]);
    }

    private static string Bare(string text) => text.Trim().TrimEnd('?', '.', '!').Trim();
}
