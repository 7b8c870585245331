using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NewsBot.Core.Answering;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Discord.Answers;
using NewsBot.Discord.Buttons;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Model;
using NewsBot.Discord.Rendering;

namespace NewsBot.Tests.Discord.Rendering;

public sealed partial class AnswerMessageTests
{
    private static readonly PublicationTime Day = PublicationTime.OnDay(new DateOnly(2024, 5, 2));

    [GeneratedRegex(@"(?<!\\)\[(?<label>[^\]\\]*)\]\((?:<(?<url>[^>\s]*)>|(?<url>[^<)\s]*))\)")]
    private static partial Regex Links();

    [Fact]
    public void Statements_have_numbers_that_link_and_the_list_has_outlet_date_headline_and_link()
    {
        var answer = Given(Answered([Stated("The bridge opened.", 1), Stated("It cost 3 crowns.", 1, 2)], [Cite(1, "Bridge *opens*", "https://a.example/1"), Cite(2, "Costs", "https://a.example/2")]));
        var text = AnswerMessage.Of(answer).Embed.Description!;
        Assert.Contains("The bridge opened. [1](https://a.example/1)", text, StringComparison.Ordinal);
        Assert.Contains("It cost 3 crowns. [1](https://a.example/1) [2](https://a.example/2)", text, StringComparison.Ordinal);
        Assert.Contains(@"[1](https://a.example/1) **Wire**, 2 May 2024 (<t:1714651200:D>): Bridge \*opens\*", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_short_answer_is_in_bold_and_nothing_else_of_the_article_is()
    {
        var statement = Stated("It takes **three days** and *more*.", 1);
        var answer = Given(Answered([statement], [Cite(1, "T", null)]) with { ShortAnswer = "three days" });
        Assert.Contains(@"It takes **three days** and \*more\*. \[1\]", AnswerMessage.Of(answer).Embed.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_part_of_an_answer_has_its_short_answer_in_bold()
    {
        var first = Stated("**nine**: Nine came.", 1) with { Kind = StatementKind.Paraphrase };
        var later = Stated("**two days**: It takes two *days*.", 1) with { Kind = StatementKind.Paraphrase };
        var answer = Given(Answered([first, later], [Cite(1, "T", null)]) with { ShortAnswer = "nine" });
        Assert.Contains("**nine**: Nine came.", AnswerMessage.Of(answer).Embed.Description, StringComparison.Ordinal);
        Assert.Contains(@"**two days**: It takes two \*days\*. \[1\]", AnswerMessage.Of(answer).Embed.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decline_shows_the_nearest_articles_and_the_reach_in_a_style_of_its_own()
    {
        var decline = new Answer
        {
            Status = AnswerStatus.Declined,
            Message = "Nothing found.",
            Nearest = [new ArticleHeader(new ArticleId("a"), "A title", "Wire", Day, "https://a.example/1")],
            Reach = new CorpusReach(new DateOnly(2023, 3, 14), new DateOnly(2024, 5, 2)),
        };
        var embed = AnswerMessage.Of(Given(decline)).Embed;
        Assert.Contains("Nothing found.", embed.Description, StringComparison.Ordinal);
        Assert.Contains("[open](https://a.example/1) **Wire**, 2 May 2024", embed.Description, StringComparison.Ordinal);
        Assert.Contains("articles from 14 March 2023 to 2 May 2024", embed.Description, StringComparison.Ordinal);
        Assert.NotEqual(AnswerMessage.Of(Given(Answered([Stated("x y z.", 1)], [Cite(1, "T", null)]))).Embed.Color, embed.Color);
    }

    [Fact]
    public void Several_answers_in_one_message_have_citations_numbered_through()
    {
        var first = Answered([Stated("One.", 1)], [Cite(1, "A", "https://a.example/1")]);
        var second = Answered([Stated("Two.", 1, 2)], [Cite(1, "B", "https://a.example/2"), Cite(2, "C", "https://a.example/3")]);
        var parts = GivenAnswer.Numbered([new AnswerPart("Quote: x", first), new AnswerPart("Claim: y", second)]);
        Assert.Equal([1, 2, 3], parts.SelectMany(part => part.Answer.Citations).Select(citation => citation.Number));
        Assert.Contains("Two. [2](https://a.example/2) [3](https://a.example/3)", AnswerMessage.Of(Given(first) with { Parts = parts }).Embed.Description, StringComparison.Ordinal);
    }

    [Property(MaxTest = 200)]
    public void Whatever_an_answer_holds_its_pages_keep_the_limits_and_cut_no_link(PositiveInt statements, PositiveInt length, PositiveInt cites, int seed)
    {
        var random = new Random(seed);
        var count = 1 + (statements.Get % 14);
        var citations = Enumerable.Range(1, 1 + (cites.Get % 40)).Select(n => Cite(n, Noise(random, random.Next(1, 300)), n % 3 == 0 ? null : $"https://a.example/{n}/{new string('p', random.Next(0, 280))}_(x)")).ToList();
        var stated = Enumerable.Range(0, count).Select(_ => Stated(Noise(random, 1 + (length.Get * random.Next(1, 90))), [.. Enumerable.Range(1, citations.Count).Where(_ => random.Next(4) == 0).DefaultIfEmpty(1)])).ToList();
        var answer = Given(Answered(stated, citations) with { Notes = [Noise(random, 400)], Headline = Noise(random, 200) });
        var pages = AnswerPages.Of(answer);
        for (var page = 0; page < pages.Count; page++)
        {
            var message = AnswerMessage.Of(answer, page);
            Assert.InRange(message.Embed.Description!.Length, 1, AnswerPages.LongestPage);
            Assert.True(message.Embed.Description.Length + message.Embed.Footer!.Text.Length <= 6000);
            Assert.InRange(message.Components.Count, 1, 5);
            Assert.All(message.Components.OfType<ActionRow>(), row => Assert.InRange(row.Components.Count, 1, 5));
            var ids = message.Components.OfType<ActionRow>().SelectMany(row => row.Components).OfType<Button>().Select(button => button.CustomId!).ToList();
            Assert.Equal(ids.Count, ids.Distinct().Count());
            Assert.All(ids, id => Assert.NotNull(ButtonId.Parse(id)));
            // Every unescaped bracket belongs to a whole link, whose address is a stored one.
            var links = Links().Matches(message.Embed.Description);
            Assert.Equal(UnescapedBrackets(message.Embed.Description), links.Count);
            Assert.All(links, link => Assert.Contains(citations, citation => citation.Url == link.Groups["url"].Value));
        }
    }

    [Fact]
    public void A_button_id_of_another_version_or_shape_is_none()
    {
        foreach (var text in new[] { "", "v1", "v2:more:abc:0", "v1:nothing:abc:0", "v1:more::0", "v1:more:abc:x", "v1:more:abc:0:0" })
            Assert.Null(ButtonId.Parse(text));
        Assert.Equal(new ButtonId(ButtonAction.Page, "abc", 3), ButtonId.Parse(new ButtonId(ButtonAction.Page, "abc", 3).ToString()));
    }

    private static int UnescapedBrackets(string text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '[')
                count++;
        }

        return count;
    }

    private static string Noise(Random random, int length)
    {
        const string Alphabet = "abcdefghij  klmnopq \"“”*_[]()|`<>@#:\\\n";
        return new string([.. Enumerable.Range(0, length).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
    }

    private static Statement Stated(string text, params int[] citations) => new(text, StatementKind.Extract, citations);

    private static Citation Cite(int number, string title, string? url) =>
        new(number, new ArticleId("a" + number), title, "Wire", Day, url, "x", new TextSpan(0, 1));

    private static Answer Answered(IReadOnlyList<Statement> statements, IReadOnlyList<Citation> citations) =>
        new() { Status = AnswerStatus.Answered, Statements = statements, Citations = citations, Revision = 3 };

    private static GivenAnswer Given(Answer answer) => new()
    {
        Id = "abc234",
        Asker = new Snowflake(1),
        IsPrivate = false,
        Calls = [new AskedCall("ask", "x")],
        Parts = [new AnswerPart(null, answer)],
        At = new DateTimeOffset(2024, 5, 3, 0, 0, 0, TimeSpan.Zero),
    };
}
