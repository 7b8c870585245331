using System.Text.RegularExpressions;

namespace NewsBot.Core.Commands.Source;

/// <summary>What was asked of <c>/source</c>: "add https://... name:"Fiction Wire" refresh:30m".</summary>
/// <param name="Action">In lower case; empty when nothing was asked.</param>
/// <param name="Address">The address or path; empty without one.</param>
/// <param name="Fields">The settings, in order.</param>
internal sealed partial record SourceRequest(string Action, string Address, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    public static SourceRequest Parse(string text)
    {
        var fields = new List<KeyValuePair<string, string>>();
        var words = new List<string>();
        foreach (Match word in Word().Matches(text))
        {
            if (word.Groups["name"].Success)
                fields.Add(new(word.Groups["name"].Value.ToLowerInvariant(), word.Groups["value"].Value));
            else
                words.Add(word.Groups["quoted"].Success ? word.Groups["quoted"].Value : word.Value);
        }

        return new SourceRequest(
            words.Count > 0 ? words[0].ToLowerInvariant() : "",
            words.Count > 1 ? string.Join(' ', words.Skip(1)).Trim('<', '>') : "",
            fields);
    }

    /// <summary>A field such as <c>name:"..."</c>, but no address and no path with a colon; a text in quotation marks; or a word.</summary>
    [GeneratedRegex("""(?<!\S)(?:(?<name>[A-Za-z]{2,20}):(?!//|\\)(?:"(?<value>[^"]*)"|(?<value>\S+))|"(?<quoted>[^"]*)"|\S+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
