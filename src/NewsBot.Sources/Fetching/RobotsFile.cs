using System.Text;

namespace NewsBot.Sources.Fetching;

/// <summary>
/// What a site's robots.txt allows one program, after RFC 9309: the groups that name the program (else those of
/// <c>*</c>) taken together; of the rules that match a path the longest decides, and where two are as long, "allow".
/// </summary>
internal sealed class RobotsFile
{
    /// <summary>RFC 9309 asks for 500 KiB at least to be read.</summary>
    public const int MostBytes = 512 * 1024;

    private const int MostRules = 5000;
    private const int LongestPattern = 2048;

    public static readonly RobotsFile AllowsAll = new([]);

    public static readonly RobotsFile AllowsNothing = new([new Rule("/", false)]);

    private readonly List<Rule> _rules;

    private RobotsFile(List<Rule> rules) => _rules = rules;

    /// <param name="file">The file; what comes after <see cref="MostBytes"/> is not looked at.</param>
    /// <param name="program">The product token: "NewsBot".</param>
    public static RobotsFile Parse(ReadOnlySpan<byte> file, string program)
    {
        var text = Encoding.UTF8.GetString(file[..Math.Min(file.Length, MostBytes)]).TrimStart('\ufeff');
        List<Rule> own = [], others = [];
        bool isNamed = false, isOwn = false, isOthers = false, inRules = true;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var field = Field(line, out var value);
            if (field.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                if (inRules)
                    (isOwn, isOthers, inRules) = (false, false, false);
                var names = ProductToken(value).Equals(program, StringComparison.OrdinalIgnoreCase);
                isOwn |= names;
                isNamed |= names;
                isOthers |= value is "*";
            }
            else if (field.Equals("allow", StringComparison.OrdinalIgnoreCase) || field.Equals("disallow", StringComparison.OrdinalIgnoreCase))
            {
                inRules = true;
                if (value.IsEmpty || value.Length > LongestPattern || own.Count + others.Count >= MostRules)
                    continue;
                var rule = new Rule(Normal(value.ToString()), field.Length == "allow".Length);
                if (isOwn)
                    own.Add(rule);
                if (isOthers)
                    others.Add(rule);
            }
        }

        return new RobotsFile(isNamed ? own : others);
    }

    /// <param name="pathAndQuery">As in an address, escaped.</param>
    public bool Allows(string pathAndQuery)
    {
        if (pathAndQuery == "/robots.txt")
            return true;
        var path = Normal(pathAndQuery);
        Rule? best = null;
        foreach (var rule in _rules)
            if ((best is null || rule.Pattern.Length > best.Pattern.Length || (rule.Pattern.Length == best.Pattern.Length && rule.IsAllowed)) && rule.Matches(path))
                best = rule;
        return best?.IsAllowed ?? true;
    }

    private static string Field(ReadOnlySpan<char> line, out ReadOnlySpan<char> value)
    {
        if (line.IndexOf('#') is >= 0 and var comment)
            line = line[..comment];
        var colon = line.IndexOf(':');
        value = colon < 0 ? default : line[(colon + 1)..].Trim();
        return colon is < 0 or > 40 ? "" : line[..colon].Trim().ToString();
    }

    /// <summary>The letters, hyphens and underscores at the start: "NewsBot" of "NewsBot/1.0".</summary>
    private static ReadOnlySpan<char> ProductToken(ReadOnlySpan<char> value)
    {
        var length = 0;
        while (length < value.Length && (char.IsAsciiLetter(value[length]) || value[length] is '-' or '_'))
            length++;
        return value[..length];
    }

    /// <summary>One spelling of escapes, so that patterns and paths can be compared letter by letter: "%7e" and "~" are one.</summary>
    private static string Normal(string path)
    {
        var normal = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            var c = path[i];
            if (c == '%' && i + 2 < path.Length && char.IsAsciiHexDigit(path[i + 1]) && char.IsAsciiHexDigit(path[i + 2]))
            {
                var value = (char)Convert.ToByte(path.Substring(i + 1, 2), 16);
                i += 2;
                if (char.IsAsciiLetterOrDigit(value) || value is '-' or '.' or '_' or '~')
                    normal.Append(value);
                else
                    normal.Append('%').Append(((int)value).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
            else if (c is > '\u007f')
            {
                var rune = char.IsHighSurrogate(c) && i + 1 < path.Length ? path.Substring(i++, 2) : c.ToString();
                foreach (var octet in Encoding.UTF8.GetBytes(rune))
                    normal.Append('%').Append(octet.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
            else
                normal.Append(c);
        }

        return normal.ToString();
    }

    private sealed record Rule(string Pattern, bool IsAllowed)
    {
        /// <summary>The parts between the stars, found one after the other; each takes one look along the path, so no pattern costs more.</summary>
        public bool Matches(string path)
        {
            var isAnchored = Pattern.EndsWith('$');
            var parts = (isAnchored ? Pattern[..^1] : Pattern).Split('*');
            if (!path.StartsWith(parts[0], StringComparison.Ordinal))
                return false;
            var at = parts[0].Length;
            for (var i = 1; i < parts.Length; i++)
            {
                if (isAnchored && i == parts.Length - 1)
                    return path.Length - parts[i].Length >= at && path.EndsWith(parts[i], StringComparison.Ordinal);
                var found = path.IndexOf(parts[i], at, StringComparison.Ordinal);
                if (found < 0)
                    return false;
                at = found + parts[i].Length;
            }

            return !isAnchored || at == path.Length;
        }
    }
}
