using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;

namespace NewsBot.Core.Tests.Retrieval;

public class QuestionParserTests
{
    private static readonly ArchiveNames Archive = ArchiveNames.Of(["The Daily Courier", "Norland News Agency", "Tech Ledger | Gadgets and Firms", "Wired Valley"]);
    private static readonly DateTimeOffset Now = new(2024, 3, 20, 9, 0, 0, TimeSpan.Zero);

    private static Question Parse(string text) => QuestionParser.Parse(text, Now, ArticleFilter.All, Archive);

    [Theory]
    [InlineData("How long is the visit of the harbour minister?", AnswerKind.Duration)]
    [InlineData("How many years did the works take?", AnswerKind.Duration)]
    [InlineData("How many ferries were sold?", AnswerKind.Number)]
    [InlineData("How many outlets reported the fire?", AnswerKind.ReportCount)]
    [InlineData("Who opened the bridge?", AnswerKind.Person)]
    [InlineData("The bridge was opened this week by which minister?", AnswerKind.Person)]
    [InlineData("In which city did the talks take place?", AnswerKind.Place)]
    [InlineData("Where did the talks take place?", AnswerKind.Place)]
    [InlineData("Which airline bought the ferries?", AnswerKind.Organisation)]
    [InlineData("What is the name of the new ferry?", AnswerKind.Name)]
    [InlineData("What percentage of voters agreed?", AnswerKind.Percent)]
    [InlineData("How much did the bridge cost?", AnswerKind.Money)]
    [InlineData("When was the treaty signed?", AnswerKind.Date)]
    [InlineData("Why was the port closed?", AnswerKind.Reason)]
    [InlineData("Did Mara Olsen resign?", AnswerKind.YesNo)]
    [InlineData("True or false: the port is closed.", AnswerKind.YesNo)]
    [InlineData("What did Mara Olsen say about the port?", AnswerKind.Statement)]
    [InlineData("The port was closed. What was the cost of the repair, in all?", AnswerKind.Money)]
    public void The_question_word_and_its_noun_tell_the_kind_of_answer(string text, AnswerKind kind) => Assert.Equal(kind, Parse(text).Kind);

    [Fact]
    public void The_counted_noun_is_kept() => Assert.Equal(["ferri"], Parse("How many ferries were sold?").Focus);

    [Fact]
    public void Stop_words_and_words_that_only_ask_are_dropped() =>
        Assert.Equal(["harbour", "tunnel"], Parse("According to recent reports, what is said about the harbour tunnel?").Terms);

    [Fact]
    public void Words_that_only_ask_are_kept_when_nothing_else_is_left() => Assert.NotEmpty(Parse("What happened this week?").Terms);

    [Theory]
    [InlineData("What did The Daily Courier report about the port?", "The Daily Courier")]
    [InlineData("Which port was closed, according to the Daily Courier?", "The Daily Courier")]
    [InlineData("Which phone was reviewed by Tech Ledger?", "Tech Ledger | Gadgets and Firms")]
    public void An_outlet_of_the_archive_is_found_under_its_short_names(string text, string outlet)
    {
        var question = Parse(text);
        Assert.Equal([outlet], question.Outlets);
        Assert.Empty(question.UnknownOutlets);
        Assert.DoesNotContain("courier", question.Terms);
    }

    [Theory]
    [InlineData("Considering an article by The Somewhere Herald, who won?", "The Somewhere Herald")]
    [InlineData("Which bank, as reported by Reuters, closed?", "Reuters")]
    [InlineData("What does a Bloomberg report say about the bank?", "Bloomberg")]
    public void An_outlet_that_the_archive_does_not_have_is_told(string text, string outlet) => Assert.Equal([outlet], Parse(text).UnknownOutlets);

    [Fact]
    public void An_institution_that_is_quoted_is_no_outlet() =>
        Assert.Empty(Parse("How high is the debt, according to the Norland Reserve Bank?").UnknownOutlets);

    [Fact]
    public void Names_lose_their_titles_and_possessives()
    {
        var names = Parse("What did President Mara Olsen's brother tell the Bank of Norland?").Names;
        Assert.Equal(["Mara Olsen", "Bank of Norland"], names.Select(name => name.Text));
        Assert.Equal(["mara", "olsen"], names[0].Terms);
    }

    [Fact]
    public void A_quoted_part_is_a_phrase() =>
        Assert.Equal(["quiet", "harbour"], Assert.Single(Parse("Who promised a “quiet harbour”?").Phrases));

    [Fact]
    public void A_relative_time_gives_days_and_no_terms()
    {
        var question = Parse("What did the port authority decide yesterday?");
        Assert.Equal(new DateOnly(2024, 3, 19), question.Period?.Start);
        Assert.DoesNotContain("yesterdai", question.Terms);
    }

    [Fact]
    public void A_named_day_is_a_publication_day_to_look_at() =>
        Assert.Equal(new DateOnly(2023, 10, 7), Assert.Single(Parse("What did the report of October 7, 2023 say about the port?").Days).Start);

    [Fact]
    public void Two_outlets_give_the_question_two_parts()
    {
        var clauses = Parse("Does The Daily Courier say the port is closed, while Norland News Agency says ferries sail?").Clauses;
        Assert.Equal(["The Daily Courier", "Norland News Agency"], clauses.Select(clause => clause.Outlet));
        Assert.Contains("port", clauses[0].Terms);
        Assert.Contains("ferri", clauses[1].Terms);
        Assert.DoesNotContain("ferri", clauses[0].Terms);
    }
}
