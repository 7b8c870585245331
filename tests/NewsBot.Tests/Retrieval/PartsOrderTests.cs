using Microsoft.Extensions.DependencyInjection;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Retrieval;

/// <summary>Which passages come first for a question of several parts.</summary>
public sealed class PartsOrderTests
{
    private static readonly (string, string, string, string)[] Ferry =
    [
        ("Ferry line to raise fares", "2024-05-02", "Harbour Post", "The ferry line Nordvik will raise its fares by a tenth in June, the ferry line said."),
        ("Ferry line explains its fares", "2024-05-03", "Harbour Post", "Fares of the ferry line Nordvik rise in June because fuel is dear, the ferry line said."),
        ("Ferry fares once more", "2024-05-04", "Harbour Post", "The ferry line Nordvik gives a fare of ten crowns to pupils when other fares rise in June."),
        ("Nordvik asks for patience", "2024-05-05", "Island Times", "Travellers who wrote to Nordvik about its prices have been told to wait."),
        ("Market day", "2024-05-06", "Island Times", "The market in Lenvik opens at eight on Saturday."),
    ];

    [Fact]
    public async Task Each_asked_outlet_has_its_best_passage_before_the_second_one_of_another()
    {
        var found = await FindAsync("Does Harbour Post report that the ferry line Nordvik raises fares in June, while Island Times reports that it answers travellers?", Ferry);
        Assert.Equal("Nordvik asks for patience", found[1].Article.Article.Title);
        Assert.Equal("Harbour Post", found[0].Article.Article.Source);
    }

    [Fact]
    public async Task Each_part_of_a_question_has_its_passage_before_the_second_one_of_another_part()
    {
        var others = Enumerable.Range(1, 12).Select(n => ($"Notice {n}", "2024-05-01", "Harbour Post", $"Notice number {n} is about opening hours."));
        var found = await FindAsync(
            "When did the council of Lenvik close the old harbour bridge, and where did divers look for a lost bell?",
            [
                .. others,
                ("Council closes bridge", "2024-05-02", "Harbour Post", "The council of Lenvik closed the old harbour bridge in March."),
                ("Council hears of bridge", "2024-05-03", "Harbour Post", "The council of Lenvik was told that the old harbour bridge had rusted."),
                ("Council argues over bridge", "2024-05-04", "Harbour Post", "A new harbour bridge for Lenvik is dear, the council said, and the old one stays closed."),
                ("Two in the water", "2024-05-05", "Harbour Post", "Two divers went down in the lake to look for a church bell that sank in the war, and came back with a kettle and a chain, which nobody had missed."),
            ]);
        Assert.Equal(["Council closes bridge", "Two in the water"], found.Take(2).Select(item => item.Article.Article.Title));
    }

    [Fact]
    public async Task A_part_that_is_told_in_other_words_counts_as_told()
    {
        var found = await FindAsync(
            "Who was likened to a fox by the mayor of Lenvik, and who sells the blue ferry Nordvik?",
            ("Council meets", "2024-05-03", "Harbour Post", "The mayor of Lenvik read a fable with a fox in it to a school class, who sang."),
            ("Sharp words", "2024-05-02", "Harbour Post", "In Lenvik somebody was compared with a fox."),
            ("Ferry for sale", "2024-05-05", "Harbour Post", "The sale of the blue ferry Nordvik is for June, and the owner is Per Holm."));
        Assert.Equal(["Ferry for sale", "Sharp words"], found.Take(2).Select(item => item.Article.Article.Title).Order());
    }

    [Fact]
    public async Task The_name_that_the_parts_have_in_common_comes_before_one_that_fits_one_part()
    {
        var found = await FindAsync(
            "Who is the person that founded a school in Lenvik, and won the rowing race in Vessen?",
            ("A school", "2024-05-02", "Harbour Post", "A school in Lenvik was founded in 1990 by the teacher Siri Dahl."),
            ("A race", "2024-05-03", "Harbour Post", "The rowing race in Vessen was won by Siri Dahl."),
            ("A swim", "2024-05-04", "Harbour Post", "Ola Bakke rowed in the rowing race in Vessen too, and lost the race in the last minute."),
            ("A portrait", "2024-05-05", "Harbour Post", "In Lenvik everybody knows Siri Dahl, who keeps bees."));
        Assert.True(Place(found, "A portrait") < Place(found, "A swim"));
    }

    [Theory]
    [InlineData("When was the ferry Nordvik sold?")]
    [InlineData("When was the ferry Nordvik sold, and to whom?")]
    public async Task A_question_of_one_long_part_keeps_the_order_of_the_search(string question)
    {
        var found = await FindAsync(
            question,
            ("Ferry for two", "2024-05-02", "Harbour Post", "The ferry Nordvik is on sale, as the harbour office of Lenvik says, which has asked three firms of the island for what they would give."),
            ("Ferry", "2024-05-03", "Harbour Post", "The ferry Nordvik sails at eight."));
        Assert.Equal(["Ferry", "Ferry for two"], found.Select(item => item.Article.Article.Title));
        Assert.Equal(found.OrderByDescending(item => item.Score), found);
    }

    private static int Place(IReadOnlyList<Evidence> found, string title) => found.Index().First(item => item.Item.Article.Article.Title == title).Index;

    private static async Task<IReadOnlyList<Evidence>> FindAsync(string text, params (string, string, string, string)[] articles)
    {
        await using var archive = await ArchiveOf.ArticlesAsync(articles);
        using var snapshot = archive.Services.GetRequiredService<ICorpus>().Acquire();
        var names = await ArchiveNames.ReadAsync(snapshot, CancellationToken.None);
        var question = QuestionParser.Parse(text, new DateTimeOffset(2024, 6, 1, 12, 0, 0, TimeSpan.Zero), ArticleFilter.All, names);
        return (await Retriever.FindAsync(question, snapshot, Retriever.DefaultCount, CancellationToken.None)).Evidence;
    }
}
