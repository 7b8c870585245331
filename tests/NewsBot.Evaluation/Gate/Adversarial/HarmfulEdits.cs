using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Answering.Gate.Lexicon;
using NewsBot.Core.Quotes;
using NewsBot.Core.Text;

namespace NewsBot.Evaluation.Gate.Adversarial;

/// <summary>Edits of one word or one place after which the sentence says something that its article does not.</summary>
internal static partial class HarmfulEdits
{
    public static IReadOnlyList<IRewriter> All { get; } =
    [
        new Edit("number", (s, _, r) => Numbers(s, r)),
        new Edit("unit", (s, _, r) => Swaps(s.Text, WordPairs.Units, r).Where(made => Regex.IsMatch(s.Text, @"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|hundred|a|one)\b"))),
        new Edit("date", (s, _, r) => Dates(s, r)),
        new Edit("name", Names),
        new Edit("role", (s, _, r) => Roles(s)),
        new Edit("negation", (s, _, r) => Negations(s.Text, r)),
        new Edit("modality", (s, _, r) => Modalities(s.Text, r)),
        new Edit("direction", (s, _, r) => Swaps(s.Text, WordPairs.Opposites, r).Concat(Swaps(s.Text, [.. WordPairs.Opposites.Select(pair => (pair.To, pair.From))], r))),
        new Edit("quote word", (s, _, r) => QuoteWords(s.Text, r)),
        new Edit("speaker", Speakers),
        new Edit("cause", (s, _, r) => Causes(s.Text)),
        new MovedCitation(),
    ];

    /// <summary>Whether neither of the gate's lists knows the two words of a direction edit as opposites.</summary>
    public static bool IsUnknownPair(string detail)
    {
        var pair = detail.Split(" -> ");
        return pair.Length == 2 && !Oppositions.AreOpposed(Tokenizer.TermOf(pair[0]), Tokenizer.TermOf(pair[1]));
    }

    private static IEnumerable<(string Text, string Detail)> Swaps(string text, IReadOnlyList<(string From, string To)> pairs, Random random)
    {
        foreach (var (from, to) in pairs)
            if (WordEdit.Replace(text, from, to) is { } made && made != text)
                yield return (made, $"{from} -> {to}");
    }

    [GeneratedRegex(@"(?<![\p{L}\d.,-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d-])|(?<![\p{L}\d.,-])\d+(?:\.\d+)?(?![\d,-]|\p{L})")]
    private static partial Regex Figure();

    private static IEnumerable<(string, string)> Numbers(TrueSentence sentence, Random random)
    {
        var text = sentence.Text;
        var times = SentenceNames.Times(sentence).ToList();
        foreach (Match match in Figure().Matches(text))
        {
            if (times.Any(time => match.Index >= time.At && match.Index < time.At + time.Time.Text.Length) || IsQuoted(text, match.Index) || text.Contains("No. " + match.Value, StringComparison.Ordinal))
                continue;
            var value = decimal.Parse(match.Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
            var changed = random.Next(3) switch { 0 => value * 10, 1 => value + random.Next(2, 9), _ => Math.Round((value * 1.5m) + 1) };
            var written = match.Value.Contains(',', StringComparison.Ordinal) ? changed.ToString("#,##0.##", CultureInfo.InvariantCulture) : changed.ToString("0.##", CultureInfo.InvariantCulture);
            yield return (text[..match.Index] + written + text[(match.Index + match.Length)..], $"{match.Value} -> {written}");
        }

        foreach (var word in WordPairs.NumberWords)
            if (WordEdit.Replace(text, word, Other(WordPairs.NumberWords, word, random)) is { } made)
                yield return (made, word);
    }

    private static IEnumerable<(string, string)> Dates(TrueSentence sentence, Random random)
    {
        var text = sentence.Text;
        foreach (var month in WordPairs.Months.Where(month => month != "May"))
            if (WordEdit.Find(text, month) >= 0 && WordEdit.Replace(text, month, Other(WordPairs.Months, month, random)) is { } made)
                yield return (made, month);
        foreach (var day in WordPairs.Weekdays)
            if (WordEdit.Find(text, day) >= 0 && WordEdit.Replace(text, day, Other(WordPairs.Weekdays, day, random)) is { } made)
                yield return (made, day);
        foreach (Match match in Regex.Matches(text, @"(?<=\b(?:in|since|until|by|of|from) |[a-z] \d{1,2}, )(?:19|20)\d\d\b"))
            if (!IsQuoted(text, match.Index))
            {
                var year = int.Parse(match.Value, CultureInfo.InvariantCulture) + (random.Next(2) == 0 ? -1 : 1) * random.Next(1, 5);
                yield return (text[..match.Index] + year.ToString(CultureInfo.InvariantCulture) + text[(match.Index + 4)..], match.Value);
            }

        foreach (var (from, to) in new[] { ("yesterday", "last month"), ("last year", "next year"), ("last month", "last year"), ("last week", "last year"), ("next year", "last year"), ("this year", "last year"), ("next week", "next month") })
            if (WordEdit.Replace(text, from, to) is { } made)
                yield return (made, from);
    }

    private static IEnumerable<(string, string)> Names(TrueSentence sentence, Neighbourhood around, Random random)
    {
        var text = sentence.Text;
        var mine = SentenceNames.In(text);
        var words = mine.SelectMany(name => name.Name.Split(' ')).ToHashSet(StringComparer.Ordinal);
        var others = around.Article.SelectMany(other => SentenceNames.In(other.Text)).Select(name => name.Name).Concat(around.OtherNames.Take(5))
            .Where(name => !name.Split(' ').Any(part => words.Contains(part) || text.Contains(part[..Math.Min(4, part.Length)], StringComparison.OrdinalIgnoreCase))).Distinct().ToList();
        if (others.Count == 0)
            yield break;
        foreach (var (start, name) in mine)
        {
            if (IsQuoted(text, start))
                continue;
            var other = others[random.Next(others.Count)];
            yield return (text[..start] + other + text[(start + name.Length)..], $"{name} -> {other}");
        }
    }

    [GeneratedRegex(@"^(?<a>(?:The|A|An) (?:(?!was |were |had |has |is |who |which |that )\p{L}+ ){1,3})(?<verb>\p{L}+ed) (?<b>(?:the|a|an) \p{L}+(?: \p{L}+)?)(?<rest>(?: (?:in|on|at|after|during|for|with|from|over|last|this|because)\b.*|, .*|\.))$")]
    private static partial Regex Transitive();

    private static IEnumerable<(string, string)> Roles(TrueSentence sentence)
    {
        var text = sentence.Text;
        var names = SentenceNames.In(text).Where(name => !IsQuoted(text, name.Start)).ToList();
        for (var i = 0; i + 1 < names.Count; i++)
        {
            var (a, b) = (names[i], names[i + 1]);
            var between = text[(a.Start + a.Name.Length)..b.Start];
            if (a.Name.Contains(b.Name, StringComparison.Ordinal) || b.Name.Contains(a.Name, StringComparison.Ordinal) || between.Contains(';', StringComparison.Ordinal) || between.Length < 5 || Regex.IsMatch(between, @"^(?:,? ?(?:and|or|with|the|&) ?|, |.*(?:,| and )$)") || !Regex.IsMatch(between, @"\b[a-z]{3,}"))
                continue;
            yield return (text[..a.Start] + b.Name + between + a.Name + text[(b.Start + b.Name.Length)..], $"{a.Name} <-> {b.Name}");
        }

        if (!sentence.HasQuotes && Transitive().Match(text) is { Success: true } match)
        {
            var (a, b) = (match.Groups["a"].Value.Trim(), match.Groups["b"].Value);
            yield return ($"{WordEdit.Raised(b)} {match.Groups["verb"].Value} {char.ToLowerInvariant(a[0])}{a[1..]}{match.Groups["rest"].Value}", $"{a} <-> {b}");
        }
    }

    private static IEnumerable<(string, string)> Negations(string text, Random random)
    {
        foreach (var auxiliary in new[] { "is", "was", "were", "are", "will", "would", "could", "has been", "have been", "can" })
        {
            var at = WordEdit.Find(text, auxiliary);
            if (at < 0)
                continue;
            var first = auxiliary.IndexOf(' ', StringComparison.Ordinal) is var space and > 0 ? space : auxiliary.Length;
            var rest = text[(at + first)..];
            if (Regex.IsMatch(rest, @"^ (?:not|never|no)\b"))
                yield return (text[..(at + first)] + Regex.Replace(rest, @"^ (?:not|never)\b", ""), $"{auxiliary} not -> {auxiliary}");
            else if (Regex.IsMatch(rest, @"^ \p{Ll}"))
                yield return (text[..(at + first)] + " not" + rest, $"{auxiliary} -> {auxiliary} not");
        }

        foreach (var (from, to) in new[] { ("did not", "did"), ("didn't", "did"), ("doesn't", "does"), ("don't", "do"), ("isn't", "is"), ("wasn't", "was"), ("won't", "will"), ("no longer", "still"), ("failed to", "managed to"), ("refused to", "agreed to"), ("denied that", "said that"), ("never", "always"), ("said that", "denied that") })
            if (WordEdit.Replace(text, from, to) is { } made)
                yield return (made, $"{from} -> {to}");
    }

    private static IEnumerable<(string, string)> Modalities(string text, Random random) => Swaps(
        text,
        [
            ("will", "may"), ("will", "might"), ("may", "will"), ("might", "will"), ("could", "will"), ("may have", "had"), ("could have", "has"), ("must", "may"), ("should", "may"), ("has been", "may have been"),
            ("have been", "could have been"), ("was", "may have been"), ("were", "might have been"), ("is expected to", "will"), ("are expected to", "will"), ("plans to", "will"), ("plan to", "will"), ("wants to", "will"), ("is likely to", "will"),
            ("tried to", "managed to"), ("has", "may have"), ("is", "may be"), ("are", "may be"), ("allegedly", ""), ("reportedly", ""), ("possibly", ""), ("probably", "certainly"), ("is set to", "might"), ("agreed to", "may"),
        ],
        random).Select(made => (made.Text.Replace("  ", " ", StringComparison.Ordinal), made.Detail));

    private static IEnumerable<(string, string)> QuoteWords(string text, Random random)
    {
        foreach (Match match in Regex.Matches(text, "[“\"](?<words>[^“”\"]{20,})[”\"]"))
        {
            if (text[match.Index] == '"' && text.AsSpan(0, match.Index).Count('"') % 2 == 1)
                continue;
            var words = match.Groups["words"].Value.Split(' ');
            if (words.Length < 4)
                continue;
            var at = random.Next(1, words.Length - 1);
            var changed = words.ToArray();
            changed[at] = words[at].Length > 3 ? words[at - 1] == "never" ? "often" : "never" : "indeed";
            if (changed[at] != words[at])
                yield return (text.Replace(match.Groups["words"].Value, string.Join(' ', changed), StringComparison.Ordinal), words[at]);
        }
    }

    private static IEnumerable<(string, string)> Speakers(TrueSentence sentence, Neighbourhood around, Random random)
    {
        var text = sentence.Text;
        var people = sentence.Article.Analysis.Quotes.Select(quote => quote.Speaker).Where(speaker => speaker is { Kind: SpeakerKind.Person, Name: not null }).Select(speaker => speaker.Name!)
            .Concat(around.OtherNames.Take(4)).Distinct().ToList();
        foreach (var quote in sentence.Article.Analysis.Quotes)
        {
            if (quote.Type != AttributionType.Assertion || quote.Speaker is not { Span: { } span, Kind: SpeakerKind.Person } || !sentence.Sentence.Span.Contains(span) || quote.Content.All(content => !content.Overlaps(sentence.Sentence.Span)))
                continue;
            var words = span.In(sentence.Article.Article.Text);
            var others = people.Where(name => !name.Split(' ').Any(part => words.Contains(part, StringComparison.OrdinalIgnoreCase) || (quote.Speaker.Name ?? "").Contains(part, StringComparison.OrdinalIgnoreCase))).ToList();
            var at = text.IndexOf(words, StringComparison.Ordinal);
            if (others.Count == 0 || at < 0 || IsQuoted(text, at))
                continue;
            var other = others[random.Next(others.Count)];
            yield return (text[..at] + other + text[(at + words.Length)..], $"{words} -> {other}");
        }
    }

    private static IEnumerable<(string, string)> Causes(string text)
    {
        foreach (var (from, to) in new[] { (", and ", " because "), (" after ", " because of "), (" while ", " because "), (" when ", " because "), (", but ", ", which is why "), (" following ", " due to "), (" before ", " which led to "), (" as ", " because ") })
        {
            var at = text.IndexOf(from, StringComparison.Ordinal);
            if (at > 25 && at < text.Length - 25 && !IsQuoted(text, at) && (from != " as " || Regex.IsMatch(text[at..], @"^ as (?:the|he|she|they|it|a) ")) && (from != " after " || Regex.IsMatch(text[at..], @"^ after (?:the|a|an|his|her|their|\p{Lu})")))
                yield return (text[..at] + to + text[(at + from.Length)..], $"{from.Trim()} -> {to.Trim()}");
        }

        if (Regex.Match(text, @"^(?<effect>[^,]{20,}?),? because (?<cause>[^,]{15,})\.$") is { Success: true } match && !text.Contains(" because of ", StringComparison.Ordinal))
            yield return ($"{WordEdit.Raised(match.Groups["cause"].Value)} because {match.Groups["effect"].Value}.", "cause <-> effect");
    }

    private static string Other(IReadOnlyList<string> words, string word, Random random)
    {
        while (true)
            if (words[random.Next(words.Count)] is var other && other != word)
                return other;
    }

    private static bool IsQuoted(string text, int at) => text.AsSpan(0, at).Count('“') > text.AsSpan(0, at).Count('”') || text.AsSpan(0, at).Count('"') % 2 == 1;

    private sealed class Edit(string kind, Func<TrueSentence, Neighbourhood, Random, IEnumerable<(string Text, string Detail)>> make) : IRewriter
    {
        public string Kind => kind;

        public bool IsHarmful => true;

        public IEnumerable<Rewriting> Of(TrueSentence sentence, Neighbourhood around, Random random) =>
            make(sentence, around, random).Where(made => made.Text != sentence.Text).Select(made => new Rewriting(kind, made.Text, [sentence.Evidence], made.Detail));
    }
}
