using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Dates;

namespace NewsBot.Evaluation.Gate.Adversarial;

/// <summary>Rewordings after which the sentence says no more and nothing else than its article.</summary>
internal static partial class FaithfulRewordings
{
    public static IReadOnlyList<IRewriter> All { get; } =
    [
        new Rewording("clause order", (s, around, _) => ClauseOrder(s, around)),
        new Rewording("active and passive", (s, around, _) => Voice(s, around)),
        new Rewording("synonyms", (s, _, r) => Synonyms(s.Text, r)),
        new Rewording("splitting", (s, around, _) => Splits(s, around)),
        new Joining(),
        new Rewording("pronoun for name", (s, _, _) => PronounForName(s)),
        new Rewording("coarser date", (s, _, _) => CoarserDates(s)),
        new Rewording("number form", (s, _, _) => NumberForms(s)),
        new Rewording("short name", (s, _, _) => ShortNames(s)),
        new Rewording("shortening", (s, _, _) => Shortenings(s.Text)),
    ];

    private static IEnumerable<string> ClauseOrder(TrueSentence sentence, Neighbourhood around)
    {
        var text = sentence.Text;
        var names = SentenceNames.Words(around.Article);
        if (sentence.HasQuotes)
            yield break;
        if (Regex.Match(text, @"^(?<front>(?:In|On|At|After|During|Since|Despite|While|When|Although|If|Before|By|For|Following|According to|Under) [^,]{3,80}), (?<rest>[^,]{15,})\.$") is { Success: true } fronted)
            yield return $"{WordEdit.Raised(fronted.Groups["rest"].Value)} {WordEdit.Lowered(fronted.Groups["front"].Value, names)}.";
        if (Regex.Match(text, @"^(?<main>[^,]{20,}?),? (?<tail>(?:after|when|while|although|before|if|because|during|despite|since) [^,]{8,})\.$") is { Success: true } tailed && !Regex.IsMatch(tailed.Groups["main"].Value, @"\b(?:that|who|which|said|says|if|whether|to)\b"))
            yield return $"{WordEdit.Raised(tailed.Groups["tail"].Value)}, {WordEdit.Lowered(tailed.Groups["main"].Value, names)}.";
        if (Regex.Match(text, @"^(?<content>[^,]{20,}), (?<speaker>(?:the |\p{Lu})[^,]{2,50}?) (?<verb>said|says|added|announced)(?<when> on \p{Lu}\p{Ll}+day)?\.$") is { Success: true } told)
            yield return $"{WordEdit.Raised(told.Groups["speaker"].Value)} {told.Groups["verb"].Value}{told.Groups["when"].Value} that {WordEdit.Lowered(told.Groups["content"].Value, names)}.";
        if (Regex.Match(text, @"^(?<speaker>(?:The )?[^,]{2,50}?) (?<verb>said|says|added|announced) (?:that )?(?<content>[^,]{20,})\.$") is { Success: true } tells && !Regex.IsMatch(tells.Groups["speaker"].Value, @"\b(?:that|who|which|and|also|had|has|have|not|as|he|it|is|was)\b") && !Regex.IsMatch(tells.Groups["content"].Value, @"^(?:on|in|at|to|of|for|last|this|by|the same|during)\b"))
            yield return $"{WordEdit.Raised(tells.Groups["content"].Value)}, {WordEdit.Lowered(tells.Groups["speaker"].Value, names)} {tells.Groups["verb"].Value}.";
    }

    private const string Noun = @"(?:(?:the|a|an|his|her|its|their|several|two|three|some|more than \S+) )?(?:[\p{L}-]+ ){0,3}?[\p{L}-]+";

    private static IEnumerable<string> Voice(TrueSentence sentence, Neighbourhood around)
    {
        var text = sentence.Text;
        if (sentence.HasQuotes)
            yield break;
        var names = SentenceNames.Words(around.Article);
        foreach (var verb in WordPairs.Transitive)
        {
            if (!text.Contains(verb, StringComparison.Ordinal))
                continue;
            var passive = Regex.Match(text, $@"^(?<patient>{Noun}) (?:was|were) {verb} by (?<agent>(?:the |a |an )?(?:[\p{{L}}-]+ )?[\p{{L}}-]+)(?<rest>(?: (?:in|on|at|after|during|for|last|over)\b.*)?\.)$", RegexOptions.IgnoreCase);
            if (passive.Success && passive.Groups["agent"].Value.Split(' ')[^1] is not ("the" or "a"))
                yield return $"{WordEdit.Raised(passive.Groups["agent"].Value)} {verb} {WordEdit.Lowered(passive.Groups["patient"].Value, names)}{passive.Groups["rest"].Value}";
            var active = Regex.Match(text, $@"^(?<agent>(?:(?:The|A|An) )?(?:[\p{{L}}-]+ ){{0,2}}[\p{{L}}-]+) {verb} (?<patient>(?:the|a|an) (?:[\p{{L}}-]+ )?[\p{{L}}-]+)(?<rest>(?: (?:in|on|at|after|during|for|last|over|because|when)\b.*)?\.)$");
            if (active.Success && !Regex.IsMatch(active.Groups["agent"].Value, @"\b(?:and|who|which|that|has|have|had|was|were|is|are|been|be|not|to|also|he|she|it|they|He|She|It|They|We|I)\b"))
                yield return $"{WordEdit.Raised(active.Groups["patient"].Value)} was {verb} by {WordEdit.Lowered(active.Groups["agent"].Value, names)}{active.Groups["rest"].Value}";
        }
    }

    private static IEnumerable<string> Synonyms(string text, Random random)
    {
        string? both = null;
        foreach (var (from, to) in WordPairs.Synonyms.OrderBy(_ => random.Next()))
        {
            if (WordEdit.Replace(text, from, to) is not { } made)
                continue;
            yield return made;
            if (both is null)
                both = made;
            else if (WordEdit.Replace(both, from, to) is { } second)
            {
                yield return second;
                yield break;
            }
        }
    }

    private static IEnumerable<string> Splits(TrueSentence sentence, Neighbourhood around)
    {
        var text = sentence.Text;
        if (sentence.HasQuotes)
            yield break;
        if (Regex.Match(text, @"^(?<one>[^,]{25,}), and (?<two>(?:the|he|she|they|it|a|an|many|some|\p{Lu}\p{Ll}+) [^,]{15,})\.$") is { Success: true } joined)
            yield return $"{joined.Groups["one"].Value}. {WordEdit.Raised(joined.Groups["two"].Value)}.";
        if (Regex.Match(text, @"^(?<name>(?:The )?(?:[\p{L}’'-]+ ){0,4}[\p{L}’'-]+), who (?<aside>[^,]{10,}), (?<rest>[^,]{12,})\.$") is { Success: true } relative)
            yield return $"{relative.Groups["name"].Value} {relative.Groups["rest"].Value}. {relative.Groups["name"].Value} {relative.Groups["aside"].Value}.";
        if (Regex.Match(text, @"^(?<one>[^,]{25,}), but (?<two>(?:the|he|she|they|it|a|an|many|some|\p{Lu}\p{Ll}+) [^,]{15,})\.$") is { Success: true } but)
            yield return $"{but.Groups["one"].Value}. However, {but.Groups["two"].Value}.";
        if (Regex.Match(text, @"^(?<one>[^,]{25,}), while (?<two>(?:the|he|she|they|it|a|an|many|some|\p{Lu}\p{Ll}+) [^,]{15,})\.$") is { Success: true } meanwhile)
            yield return $"{meanwhile.Groups["one"].Value}. Meanwhile, {meanwhile.Groups["two"].Value}.";
    }

    private static IEnumerable<string> PronounForName(TrueSentence sentence)
    {
        var text = sentence.Text;
        foreach (var (start, name) in SentenceNames.In(text))
            if (start == 0 && name.Split(' ') is { Length: >= 2 } parts && WordPairs.Pronouns.TryGetValue(parts[0], out var pronoun) && Regex.IsMatch(text[name.Length..], @"^ (?:said|has|had|was|is|will|would|told|also|and|\p{Ll}+ed|\p{Ll}+s)\b"))
                yield return pronoun + text[name.Length..];
    }

    private static IEnumerable<string> CoarserDates(TrueSentence sentence)
    {
        var text = sentence.Text;
        foreach (var (time, at) in SentenceNames.Times(sentence))
        {
            if (time.Type != TimeType.Date || time.Interval is not { Start: { } start, End: { } end } || text.AsSpan(0, at).Count('“') > text.AsSpan(0, at).Count('”') || text.AsSpan(0, at).Count('"') % 2 == 1)
                continue;
            var coarser = time.Precision == DatePrecision.Day && start == end ? start.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
                : time.Precision == DatePrecision.Month ? start.Year.ToString(CultureInfo.InvariantCulture) : null;
            if (coarser is null)
                continue;
            var before = Regex.Match(text[..at], @" ?\b(?:on|in|since|until|by|from|of|late|early|for)? ?$", RegexOptions.IgnoreCase);
            if (before.Value.Trim() is not ("on" or "in" or "") || (before.Value.Trim() == "" && at > 0 && Regex.IsMatch(text[..at], @"[\p{L}] $") is false))
                continue;
            var head = text[..before.Index];
            if (at == 0 || head.Length == 0 || before.Value.Trim().Length == 0 || Regex.IsMatch(text[(at + time.Text.Length)..], "^[’']s"))
                continue;
            yield return $"{head} in {coarser}{text[(at + time.Text.Length)..]}";
        }
    }

    private static IEnumerable<string> NumberForms(TrueSentence sentence)
    {
        var text = sentence.Text;
        if (sentence.HasQuotes)
            yield break;
        for (var i = 0; i < WordPairs.NumberWords.Count && i < 11; i++)
            if (WordEdit.Find(text, WordPairs.NumberWords[i]) is >= 0 and var at && !Regex.IsMatch(text[(at + WordPairs.NumberWords[i].Length)..], @"^(?: (?:hundred|thousand|million|billion|dozen)|-)") && WordEdit.Replace(text, WordPairs.NumberWords[i], (i + 2).ToString(CultureInfo.InvariantCulture)) is { } digits)
                yield return digits;
        foreach (Match match in Regex.Matches(text, @"(?<![\d.,$€£\p{L}-])(?<n>[2-9]|1[0-2]) (?=(?:people|men|women|children|years|months|weeks|days|countries|states|others|hours|points)\b)"))
            if (text.AsSpan(0, match.Index).Count('"') % 2 == 0 && text.AsSpan(0, match.Index).Count('“') <= text.AsSpan(0, match.Index).Count('”'))
                yield return text[..match.Index] + WordPairs.NumberWords[int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) - 2] + text[(match.Index + match.Groups["n"].Length)..];
        if (WordEdit.Replace(text, "percent", "per cent") is { } spaced)
            yield return spaced;
        foreach (Match match in Regex.Matches(text, @"(?<=\d)%"))
            yield return text[..match.Index] + " percent" + text[(match.Index + 1)..];
        foreach (Match match in Regex.Matches(text, @"(?<![\d.,$€£-])(?<n>\d{1,3}\.\d) million\b(?! (?:to|and))"))
            yield return text[..match.Index] + (decimal.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) * 1_000_000).ToString("#,##0", CultureInfo.InvariantCulture) + text[(match.Index + match.Length)..];
        foreach (Match match in Regex.Matches(text, @"(?<![\d.,$€£\p{L}-])(?<!(?:about|around|nearly|almost|than|over|some|roughly|least|to) )(?<n>\d{1,3},\d{3}|[3-9]\d\d) (?=(?:people|men|women|homes|workers|troops|soldiers|cases|votes|seats|miles|students)\b)"))
            if (decimal.Parse(match.Groups["n"].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) is var exact && Rounded(exact) is var round && round != exact)
                yield return $"{text[..match.Index]}about {round.ToString("#,##0", CultureInfo.InvariantCulture)}{text[(match.Index + match.Groups["n"].Length)..]}";
    }

    /// <summary>To two figures, where that changes it by less than four per cent.</summary>
    private static decimal Rounded(decimal value)
    {
        var unit = (decimal)Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10((double)value)) - 1));
        var round = Math.Round(value / unit) * unit;
        return Math.Abs(round - value) <= 0.04m * value ? round : value;
    }

    private static IEnumerable<string> ShortNames(TrueSentence sentence)
    {
        var text = sentence.Text;
        foreach (var (start, name) in SentenceNames.In(text))
            if (!sentence.HasQuotes && name.Split(' ') is { Length: 2 } parts && WordPairs.Pronouns.ContainsKey(parts[0]))
                yield return text[..start] + parts[1] + text[(start + name.Length)..];
    }

    private static IEnumerable<string> Shortenings(string text)
    {
        if (Regex.Match(text, @"^(?<kept>.{40,}?), (?:which|who|where|including|with|as well as) [^,]+\.$") is { Success: true } match && !match.Groups["kept"].Value.AsSpan().ContainsAny("\"“”"))
            yield return match.Groups["kept"].Value + ".";
    }

    private sealed class Rewording(string kind, Func<TrueSentence, Neighbourhood, Random, IEnumerable<string>> make) : IRewriter
    {
        public string Kind => kind;

        public bool IsHarmful => false;

        public IEnumerable<Rewriting> Of(TrueSentence sentence, Neighbourhood around, Random random) =>
            make(sentence, around, random).Where(text => text != sentence.Text).Select(text => new Rewriting(kind, text, [sentence.Evidence], sentence.Text));
    }

    /// <summary>Two sentences that follow one another as one, both cited.</summary>
    private sealed class Joining : IRewriter
    {
        public string Kind => "joining";

        public bool IsHarmful => false;

        public IEnumerable<Rewriting> Of(TrueSentence sentence, Neighbourhood around, Random random)
        {
            var at = -1;
            for (var i = 0; i < around.Article.Count; i++)
                if (around.Article[i].Sentence == sentence.Sentence)
                    at = i;
            if (at < 0 || at + 1 >= around.Article.Count)
                yield break;
            var next = around.Article[at + 1];
            if (sentence.HasQuotes || next.HasQuotes || sentence.Text.Length + next.Text.Length > 320 || next.Sentence.Span.Start - sentence.Sentence.Span.End > 3 || !sentence.Text.EndsWith('.') || !next.Text.EndsWith('.'))
                yield break;
            var second = Regex.Replace(next.Text, @"^(?:But|And|However,|Meanwhile,) ", "");
            yield return new Rewriting(Kind, $"{sentence.Text[..^1]}, and {WordEdit.Lowered(second, SentenceNames.Words(around.Article))}", [sentence.Evidence, next.Evidence], next.Text);
        }
    }
}
