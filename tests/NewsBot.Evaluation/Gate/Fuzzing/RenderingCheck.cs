using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Console;
using NewsBot.Core.Answering;
using NewsBot.Core.Articles;
using NewsBot.Discord.Answers;
using NewsBot.Discord.Model;
using NewsBot.Discord.Rendering;

namespace NewsBot.Evaluation.Gate.Fuzzing;

/// <summary>What is wrong with an answer as the front ends show it. Written apart from the gate: it looks at the result only.</summary>
internal sealed partial class RenderingCheck(IReadOnlyList<AnalyzedArticle> articles)
{
    private readonly Dictionary<string, AnalyzedArticle> _articles = articles.ToDictionary(article => article.Article.Id.Value, StringComparer.Ordinal);

    public int Renderings { get; private set; }

    public int Statements { get; private set; }

    public int Dangling { get; private set; }

    public int NotVerbatim { get; private set; }

    public int ForeignLinks { get; private set; }

    /// <summary>What was found, for reading.</summary>
    public List<string> Samples { get; } = [];

    public void Look(Answer answer)
    {
        foreach (var statement in answer.Statements)
            Look(answer, statement);
        foreach (var citation in answer.Citations)
            if (!_articles.TryGetValue(citation.Article.Value, out var article) || citation.Span.End > article.Article.Text.Length || citation.Span.In(article.Article.Text) != citation.Passage)
            {
                Dangling++;
                Samples.Add("citation of nothing: " + citation.Passage);
            }
        LookAtConsole(answer);
        var given = new GivenAnswer { Id = "1", Asker = new Snowflake(1), IsPrivate = false, Calls = [], Parts = [new AnswerPart(null, answer)], At = DateTimeOffset.UnixEpoch };
        var pages = AnswerPages.Of(given);
        Renderings += pages.Count;
        foreach (var page in pages.Concat(AnswerPages.Sources(given, [])))
            LookAtDiscord(answer, page);
    }

    private void Look(Answer answer, Statement statement)
    {
        Statements++;
        var cites = answer.Citations.Where(citation => statement.Citations.Contains(citation.Number)).ToList();
        if (statement.Citations.Count == 0 || cites.Count != statement.Citations.Count)
        {
            Dangling++;
            Samples.Add("statement without citation: " + statement.Text);
        }

        var passages = cites.ConvertAll(citation => Plain(citation.Passage.Replace("**", "", StringComparison.Ordinal)));
        var text = Plain(statement.Text.Replace("**", "", StringComparison.Ordinal));
        if (passages.Any(passage => passage.Contains(text, StringComparison.Ordinal)))
            return; // An extract: all of it is verbatim, quotation marks too.
        foreach (Match quoted in Quoted().Matches(text))
            foreach (var part in quoted.Groups["words"].Value.Split("[...]"))
                if (part.Trim().TrimEnd('.', ',', ';', '!', '?', ' ') is { Length: > 0 } words && !passages.Any(passage => passage.Contains(words, StringComparison.Ordinal)))
                {
                    NotVerbatim++;
                    Samples.Add($"not verbatim ({statement.Kind}): {words} IN {statement.Text}");
                }
    }

    private void LookAtConsole(Answer answer)
    {
        Renderings++;
        var lines = AnswerText.Lines(answer);
        foreach (var line in lines.Where(line => line.Style is LineStyle.Statement || (line.Style == LineStyle.Source && line.Text.StartsWith('['))))
            foreach (Match number in Regex.Matches((line.Style == LineStyle.Source ? Leading() : Trailing()).Match(line.Text).Value, @"\d+"))
                if (!answer.Citations.Any(citation => citation.Number == int.Parse(number.Value, CultureInfo.InvariantCulture)))
                {
                    Dangling++;
                    Samples.Add("console: " + line.Text);
                }
        foreach (var line in lines)
            LookForLinks(answer, line.Text);
    }

    private void LookAtDiscord(Answer answer, string page)
    {
        foreach (Match link in Linked().Matches(page))
            foreach (var number in link.Groups["numbers"].Value.Split(", "))
                if (!answer.Citations.Any(citation => citation.Number.ToString(CultureInfo.InvariantCulture) == number && citation.Url == link.Groups["url"].Value))
                {
                    Dangling++;
                    Samples.Add($"Discord: {link.Value} IN {page}");
                }
        LookForLinks(answer, page.Replace("\\", "", StringComparison.Ordinal).Replace("\u200B", "", StringComparison.Ordinal));
    }

    /// <summary>Every address must be one of the store's or stand in the words, headline or outlet of an article that the answer shows.</summary>
    private void LookForLinks(Answer answer, string text)
    {
        var known = answer.Citations.SelectMany(citation => new[] { citation.Url, citation.Passage, citation.Title, citation.Source })
            .Concat(answer.Nearest.SelectMany(header => new[] { header.Url, header.Title, header.Source })).Where(part => part is not null).Select(part => Plain(part!).Replace("\\", "", StringComparison.Ordinal)).ToList();
        foreach (Match link in Address().Matches(Plain(text)))
        {
            var address = link.Value.TrimEnd('.', ',', ';', ':', ')', '!', '?', '>', ']', '"', '\'', '…');
            if (!known.Any(part => part.Contains(address, StringComparison.Ordinal)))
            {
                ForeignLinks++;
                Samples.Add($"address: {address} IN {text}");
            }
        }
    }

    private static string Plain(string text)
    {
        var plain = Regex.Replace(text, "[“”„«»「」『』]", "\"");
        plain = Regex.Replace(plain, "[‘’‚`´]", "'").Replace("…", "...", StringComparison.Ordinal);
        plain = Regex.Replace(plain, "[‐‑‒–—―−]", "-");
        plain = Regex.Replace(plain, "[\u00AD\u200B-\u200F\u2060\uFEFF\u202A-\u202E\u2066-\u2069]", "");
        return Regex.Replace(plain, @"[\s\p{Cc}]+", " ").Trim();
    }

    [GeneratedRegex("\"(?<words>[^\"]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<= )(?:\[\d+\])+$")]
    private static partial Regex Trailing();

    [GeneratedRegex(@"^(?:\[\d+\])+(?= )")]
    private static partial Regex Leading();

    [GeneratedRegex(@"(?<!\\)\[(?<numbers>\d+(?:, \d+)*)\]\(<?(?<url>[^\s>]*[^\s>)])>?\)")]
    private static partial Regex Linked();

    [GeneratedRegex(@"(?:[a-z][a-z0-9+.-]*://|www\.)[^\s<>""()\[\]]+", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
