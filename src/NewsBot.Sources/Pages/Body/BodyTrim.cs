using System.Text.RegularExpressions;
using NewsBot.Sources.Pages.Dating;
using NewsBot.Sources.Pages.Markup;

namespace NewsBot.Sources.Pages.Body;

/// <summary>
/// Drops the lines that are left of the furniture around an article's text: at its start the headline, the byline and the
/// date; anywhere captions, credits and calls to read or subscribe; at its end credits of colleagues and lists of further articles.
/// Every rule is about lines by themselves and their place; none knows a site.
/// </summary>
internal static partial class BodyTrim
{
    private const int ShortLine = 200;
    private const int LeadLine = 80;

    /// <summary>A heading that ends the article is believed after this part of the text.</summary>
    private const double EarliestEnd = 0.4;

    private const double LinkOnly = 0.9;

    public static IReadOnlyList<BodyBlock> Of(IReadOnlyList<BodyBlock> blocks, string? title)
    {
        var kept = blocks.Where(b => !IsNoise(b)).ToList();
        kept.RemoveRange(0, LeadingFurniture(kept, title));
        Cut(kept);
        while (kept.Count > 1 && IsTail(kept[^1]))
            kept.RemoveAt(kept.Count - 1);
        return WithoutRepeats(kept);
    }

    private static bool IsNoise(BodyBlock block)
    {
        if (!block.Text.Any(char.IsLetterOrDigit))
            return true;
        if (block.Text.Length > ShortLine)
            return false;
        return Noise().IsMatch(block.Text)
            || (block.LinkShare > LinkOnly && block.Kind == BlockKind.Paragraph && !EndsLikeSentence(block.Text))
            || (block.LinkShare > 0.3 && CallToRead().IsMatch(block.Text));
    }

    private static int LeadingFurniture(List<BodyBlock> blocks, string? title)
    {
        var words = title is null ? null : TextWords.Of(title);
        var count = 0;
        while (count < blocks.Count - 1)
        {
            var text = blocks[count].Text;
            var isFurniture = text.Length < ShortLine
                && (Byline().IsMatch(text) || IsDateLine(text) || IsTitle(text, words)
                    || (blocks[count].LinkShare > 0.6 && text.Length < LeadLine && !EndsLikeSentence(text)));
            if (!isFurniture)
                break;
            count++;
        }

        return count;
    }

    private static bool IsTitle(string text, HashSet<string>? title)
    {
        if (title is not { Count: > 2 })
            return false;
        var words = TextWords.Of(text);
        return words.Count >= title.Count * 0.8 && words.Count <= title.Count * 1.25 && words.Count(title.Contains) >= title.Count * 0.85;
    }

    /// <summary>A line that has a date or a time and hardly anything else.</summary>
    internal static bool IsDateLine(string text)
    {
        if (text.Length > LeadLine * 2 || !text.AsSpan().ContainsAnyInRange('0', '9'))
            return false;
        var hasDate = DateText.All(text, DayOrder.DayFirst).Any() || Clock().IsMatch(text);
        if (!hasDate)
            return false;
        return DateWords().Replace(text, " ").Count(char.IsLetter) <= 12;
    }

    /// <summary>Ends the text at a heading that opens something else.</summary>
    private static void Cut(List<BodyBlock> blocks)
    {
        var total = blocks.Sum(b => b.Text.Length);
        var before = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (before > total * EarliestEnd && blocks[i].Text.Length < LeadLine && EndHeading().IsMatch(blocks[i].Text))
            {
                blocks.RemoveRange(i, blocks.Count - i);
                return;
            }

            before += blocks[i].Text.Length;
        }
    }

    private static bool IsTail(BodyBlock block) =>
        Tail().IsMatch(block.Text) || (block.Text.Length < ShortLine && (IsDateLine(block.Text) || block.LinkShare > LinkOnly)) || block.Kind == BlockKind.Heading;

    private static List<BodyBlock> WithoutRepeats(List<BodyBlock> blocks)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. blocks.Where(b => b.Text.Length < LeadLine || seen.Add(b.Text))];
    }

    private static bool EndsLikeSentence(string line) => line.TrimEnd('"', '”', '»', '’', '\'', ')', ']') is [.., '.' or '!' or '?' or '…' or ':' or ';' or ',' or '。'];

    [GeneratedRegex(@"^(?:advertisements?|adverts?|ad|sponsored|image (?:copyright|caption|credit|source).*|(?:image )?caption|media ?caption.*|media playback is .*|image \d+ of \d+|\d+ ?of ?\d+.{0,20}|enlarge(?: image)?|close|loading\b.{0,30}|share(?: this)?(?: (?:article|story|post|page|on|via|with)\b.{0,60})?|tweet|facebook|twitter|email|print|whatsapp|pinterest|linkedin|reddit|copy link|comments?|\d+ comments?|view (?:comments|author archive|gallery|all).*|email the author|getty(?: images)?|reuters|ap|afp|\(?(?:image|photo|picture|pic|video|source|credit|photograph|illustration)s?(?: credit| source| courtesy)?s?\s?(?::|by\b|courtesy).{2,120}|.{2,100}\bvia (?:getty|ap|reuters|afp|shutterstock|istock)\b.{0,40}|.{0,120}[/|(]\s?(?:getty images|ap photo|reuters|shutterstock|afp|istock)\w*\)?\s?.{0,20}|©.*|copyright (?:©|\d).*|all rights reserved.*|related(?: (?:news|stories|articles|content|coverage|video|links?))?:?|related:.*|read (?:more|also|next)\b.*|also read\b.*|see also:?.*|more:.*|watch:.*|recommended|story continues(?: below)?.*|continue reading.*|skip to .*|sign in|log in|subscribe|subscribe now|sign up|register|menu|home|search|follow us.*|download (?:the|our) .{0,40}app.*|click here\b.{0,150}|this (?:video|slideshow|article|content) requires .*|you (?:may|might) (?:also )?(?:like|be interested).*|don'?t miss:?|newsletter.{0,20}|link copied.*|javascript .{0,60}|most (?:read|popular|viewed).{0,30}|trending.{0,20}|highlights|toggle .{0,30}|play video|watch (?:video|live|now)|now playing.{0,60}|listen .{0,15}min.{0,10}|\d+ min(?:ute)?s? read)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Noise();

    [GeneratedRegex(@"^(?:sign up|subscribe|click|read|see|watch|follow|join|get |download|buy|listen|check out|for more)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CallToRead();

    [GeneratedRegex(@"^(?:(?:written |posted |reported )?by:?\s+\S.{0,100}[^.!?”""]|by|(?:posted|updated|published|last updated|last modified|first published)\b.{0,100}|[\p{Lu}][\p{L}.'’-]+(?: [\p{Lu}][\p{L}.'’-]*){1,3},? (?:AP|Reuters|Associated Press|Staff|Staff Writer|AFP|Correspondent|Reporter)\b.{0,30}|associated press|the associated press|staff reports?|staff writer)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Byline();

    [GeneratedRegex(@"\b\d{1,2}[:.]\d{2}\b\s?(?:[ap]\.?m\.?)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b(?:published|posted|updated|last|modified|first|on|at|by|by:|date|time|edt|est|et|gmt|utc|cst|cdt|pst|pdt|bst|ist|cet|am|pm|a\.m|p\.m|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|of|th|st|nd|rd)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DateWords();

    [GeneratedRegex(@"^(?:about the authors?|about (?:us|this \w+)|about \p{Lu}.{0,40}|more (?:from|on|stories|great|news|articles|in|about)\b.{0,60}|(?:you )?(?:may|might) also (?:like|enjoy).*|related\b.{0,30}|read (?:next|more)\b.{0,30}|recommended\b.{0,30}|most (?:read|popular|viewed|shared).*|latest (?:news|stories|articles).*|popular (?:now|stories|posts|articles).*|trending.*|comments?(?: \(\d+\))?|leave a (?:reply|comment)|join the (?:discussion|conversation).*|tell us what you think.*|what do you think\??|share this.{0,40}|sign up.{0,60}|subscribe.{0,60}|newsletter.{0,40}|up next.{0,20}|next (?:article|story|post)|previous (?:article|story|post)|from our partners.*|sponsored.{0,30}|promoted.{0,30}|around the web.*|editors'? picks?.*|keep reading.*|see also:?|further reading:?|references:?|sources?:|tags:?.*|filed under.*|media contacts?:?.*|press contacts?:?.*|contacts?:?|something to consider|follow (?:us|me).{0,40})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EndHeading();

    [GeneratedRegex(@"^\(?(?:(?:additional )?reporting by\b|writing by\b|editing by\b|compiled by\b).*|\bcontributed (?:to this|reporting|to the)\b.{0,60}$|^(?:follow|find|like|connect with) .{1,80}\b(?:on|at) (?:twitter|facebook|instagram|linkedin)\b|^\W?(?:follow|subscribe|sign up|click here|join us|for more (?:news|information|stories)|read more|related|more:|source:|via:?|copyright|©|tags?:|topics?:|filed under|email:?|contact|send (?:tips|us)|got a tip|this (?:story|article) (?:was|has been|originally|first) .{0,60}(?:published|appeared|updated|corrected)|the associated press contributed|support .{3,40} journalism|never miss|don'?t miss|get (?:the|our|breaking|more) .{0,80}(?:newsletter|inbox|app|alerts)|want more|like this|if you (?:enjoyed|liked) this)\b|\ball rights reserved\b|^https?://\S+$|^@\w+$|^more .{1,30}: ?https?://", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Tail();
}
