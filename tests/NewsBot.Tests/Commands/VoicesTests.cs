using NewsBot.Core.Answering;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Commands;

/// <summary>What several people, or people asked for by their role, said.</summary>
public sealed class VoicesTests
{
    private static readonly (string, string, string, string)[] Articles =
    [
        ("Ferry line to close in autumn", "2024-03-14", "Wire",
            "Ostmark's Transport Minister Ada Quill said on Tuesday that the ferry line would close in the autumn. “The ferry costs more than it earns,” she said.\n\n" +
            "The mayor called the decision a mistake. “Without the ferry the island will empty,” the mayor said.\n\n" +
            "Police said that nobody was hurt when protesters blocked the ferry pier. “They left when it began to rain,” police spokesman Rolf Tamm said."),
        ("Mayor Lina Sorg wants to save the ferry", "2024-04-02", "Courier",
            "Mayor Lina Sorg said the town would buy the ferry. “We have counted the money twice,” Sorg told reporters.\n\n" +
            "Ada Quill wished her luck. “A ferry is not a toy,” Quill said. She said the harbour tax would not rise.\n\n" +
            "The union wants a guarantee for all jobs on the ferry."),
        ("Westland raises its tolls", "2024-05-05", "Wire",
            "Westland's transport minister, Otto Brack, said tolls would rise by a tenth. “Roads are not free,” Brack said.\n\n" +
            "Deputy Transport Minister Vera Lund said lorries would pay more."),
    ];

    private static async Task<Answer> AskAsync(string text)
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Articles);
        return await archive.AskAsync(text);
    }

    private static IReadOnlyList<string> Texts(Answer answer) => [.. answer.Statements.Select(statement => statement.Text)];

    private static bool Notes(Answer answer, string words) => answer.Notes.Any(note => note.Contains(words, StringComparison.Ordinal));

    [Fact]
    public async Task Two_people_are_two_and_each_one_s_words_stand_together()
    {
        var texts = Texts(await AskAsync("What did Lina Sorg and Ada Quill say about the ferry?"));
        var last = texts.ToList().FindLastIndex(text => text.Contains("Sorg", StringComparison.Ordinal));
        var first = texts.ToList().FindIndex(text => text.Contains("Quill", StringComparison.Ordinal));
        Assert.True(last >= 0 && first > last, string.Join('\n', texts));
    }

    [Fact]
    public async Task For_whom_nothing_was_found_is_named_beside_those_who_spoke()
    {
        var answer = await AskAsync("/said Quill and Magnus Frey about the ferry");
        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.True(Notes(answer, "nobody called \"Magnus Frey\""));
    }

    [Fact]
    public async Task Who_spoke_but_not_about_the_topic_is_named_too()
    {
        var answer = await AskAsync("/said Quill, Brack about the harbour");
        Assert.All(Texts(answer), text => Assert.DoesNotContain("Brack", text, StringComparison.Ordinal));
        Assert.True(Notes(answer, "nothing that Otto Brack said about \"the harbour\""));
    }

    [Fact]
    public async Task Of_several_topics_the_one_with_nothing_is_named()
    {
        var answer = await AskAsync("/said Ada Quill about the harbour tax and whales");
        Assert.Contains("harbour tax", Assert.Single(answer.Statements).Text, StringComparison.Ordinal);
        Assert.True(Notes(answer, "about \"whales\""));
    }

    [Fact]
    public async Task Everybody_gets_a_fair_share_of_the_room()
    {
        var many = string.Join("\n\n", Enumerable.Range(1, 12).Select(i => $"“Number {i} of our plans is called plan {(char)('a' + i)},” Hanna Moor said."));
        await using var archive = await ArchiveOf.ArticlesAsync(
            ("Plans", "2024-03-14", "Wire", many + "\n\n“We read all of them,” Egon Vahl said. “None is new,” Vahl added."));
        var answer = await archive.AskAsync("/said Hanna Moor and Egon Vahl");
        Assert.Equal(6, Texts(answer).Count(text => text.StartsWith("Hanna Moor", StringComparison.Ordinal)));
        Assert.Equal(2, Texts(answer).Count(text => text.StartsWith("Egon Vahl", StringComparison.Ordinal)));
        Assert.True(Notes(answer, "6 of 12 quotes of Hanna Moor"));
    }

    [Fact]
    public async Task A_name_with_and_in_it_is_one()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(
            ("Yard closes", "2024-03-14", "Wire", "The shipbuilder Brandt and Sorley said that it would close its yard. “We have no orders,” Sorley Finch said.\n\nThe Ministry of Trade and Industry said that it had known for hours."));
        var answer = await archive.AskAsync("What did Brandt and Sorley say?");
        Assert.Contains("close its yard", Assert.Single(answer.Statements).Text, StringComparison.Ordinal);
        Assert.Contains("hours", Assert.Single((await archive.AskAsync("/said the Ministry of Trade and Industry")).Statements).Text, StringComparison.Ordinal);
        var both = await archive.AskAsync("/said Sorley Finch, Brandt and Sorley");
        Assert.Equal(2, both.Statements.Count);
        Assert.DoesNotContain(both.Notes, note => note.Contains("nobody called", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_role_means_the_person_who_has_it_in_the_articles_and_that_is_said()
    {
        var answer = await AskAsync("What did the mayor say about the ferry?");
        Assert.Contains(Texts(answer), text => text.Contains("buy the ferry", StringComparison.Ordinal));
        Assert.Contains(Texts(answer), text => text.Contains("the island will empty", StringComparison.Ordinal));
        Assert.True(Notes(answer, "“the mayor” is Lina Sorg"));
        Assert.True(Notes(answer, "may be somebody else"));
    }

    [Fact]
    public async Task A_role_that_two_people_have_is_asked_back()
    {
        var answer = await AskAsync("What did the transport minister say?");
        Assert.Equal(AnswerStatus.Declined, answer.Status);
        Assert.Contains("Ada Quill", answer.Message, StringComparison.Ordinal);
        Assert.Contains("Otto Brack", answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("What did Westland's transport minister say?", "Roads are not free", "costs more")]
    [InlineData("What did the transport minister of Ostmark say?", "costs more", "Roads are not free")]
    [InlineData("What did the transport minister say about tolls?", "tolls would rise", "costs more")]
    public async Task Country_or_topic_tells_two_holders_of_a_role_apart(string question, string has, string hasNot)
    {
        var texts = string.Join('\n', Texts(await AskAsync(question)));
        Assert.Contains(has, texts, StringComparison.Ordinal);
        Assert.DoesNotContain(hasNot, texts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deputy_is_not_the_holder()
    {
        var answer = await AskAsync("What did Westland's transport minister say?");
        Assert.DoesNotContain(Texts(answer), text => text.Contains("lorries", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_organisation_is_heard_through_itself_and_its_spokesman()
    {
        var answer = await AskAsync("What did the police say?");
        Assert.Contains(Texts(answer), text => text.StartsWith("Police said", StringComparison.Ordinal));
        Assert.Contains(Texts(answer), text => text.StartsWith("Rolf Tamm", StringComparison.Ordinal));
        Assert.True(Notes(answer, "Counted as speaking for “the police”: Rolf Tamm"));
    }

    [Fact]
    public async Task What_somebody_only_wants_is_told_as_that()
    {
        var answer = await AskAsync("What did the union say?");
        Assert.Contains("guarantee", Assert.Single(answer.Statements).Text, StringComparison.Ordinal);
        Assert.True(Notes(answer, "Not words of"));
    }

    [Theory]
    [InlineData("What did the mayor of Pellin say?")]
    [InlineData("What did witnesses say about the ferry?")]
    [InlineData("/said Frey and Magnusson about the ferry")]
    [InlineData("What did the Westland mayor say?")]
    public async Task Whom_the_articles_do_not_quote_is_declined(string question) => Assert.Equal(AnswerStatus.Declined, (await AskAsync(question)).Status);

    [Fact]
    public async Task Two_roles_under_one_noun_are_two()
    {
        var answer = await AskAsync("What did the transport ministers of Ostmark and Westland say?");
        Assert.Contains(Texts(answer), text => text.Contains("Roads are not free", StringComparison.Ordinal));
        Assert.Contains(Texts(answer), text => text.Contains("costs more", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_last_name_that_sounds_like_a_first_name_is_nobody_of_that_first_name()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(("Rates", "2024-03-14", "Wire", "“Rates will fall,” Ellen Marsh said."));
        Assert.Equal(AnswerStatus.Answered, (await archive.AskAsync("/said Ellen")).Status);
        Assert.Equal(AnswerStatus.Declined, (await archive.AskAsync("/said Yellen")).Status);
    }

    [Fact]
    public async Task A_bare_name_means_the_one_who_is_quoted_far_more_than_all_others_and_that_is_said()
    {
        var many = string.Join("\n\n", Enumerable.Range(1, 12).Select(i => $"“Our plan {(char)('a' + i)} is called number {i},” Hanna Moor said."));
        await using var archive = await ArchiveOf.ArticlesAsync(("Plans", "2024-03-14", "Wire", many), ("Sport", "2024-03-15", "Wire", "“We won,” the goalkeeper Rolf Moor said."));
        var answer = await archive.AskAsync("/said Moor");
        Assert.Equal("Hanna Moor", answer.Speaker!.Name);
        Assert.True(Notes(answer, "Rolf Moor"));
    }

    [Fact]
    public async Task A_title_before_a_name_is_no_part_of_it()
    {
        var answer = await AskAsync("/said Minister Quill about the harbour tax");
        Assert.Equal("Ada Quill", answer.Speaker!.Name);
    }

    [Fact]
    public async Task Copies_of_one_statement_count_once_and_as_the_earliest()
    {
        const string Report = "“The bridge will be open on Monday morning, rain or shine,” Mayor Lina Sorg said.";
        await using var archive = await ArchiveOf.ArticlesAsync(
            ("Bridge to open", "2024-03-14", "Wire", Report), ("Open soon", "2024-03-16", "Courier", Report.Replace("will be open", "will open", StringComparison.Ordinal)));
        Assert.Equal("Wire", Assert.Single((await archive.AskAsync("/said Lina Sorg")).Citations).Source);
    }
}
