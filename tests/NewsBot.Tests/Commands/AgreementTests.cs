using Microsoft.Extensions.DependencyInjection;
using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Commands;

/// <summary>Of sentences that say equally much of a question, those are worth more that say what other articles say too.</summary>
public sealed class AgreementTests
{
    private static async Task<List<ScoredSentence>> Scored(string text, params (string, string, string, string)[] articles)
    {
        await using var archive = await ArchiveOf.ArticlesAsync(articles);
        using var snapshot = archive.Services.GetRequiredService<ICorpus>().Acquire();
        var question = QuestionParser.Parse(text, new DateTimeOffset(2024, 6, 1, 12, 0, 0, TimeSpan.Zero), ArticleFilter.All, await ArchiveNames.ReadAsync(snapshot, CancellationToken.None));
        var found = await Retriever.FindAsync(question, snapshot, Retriever.DefaultCount, CancellationToken.None);
        return SentenceScorer.Score(question, found.Evidence, new QuestionWeights(question, snapshot));
    }

    private static readonly (string, string, string, string)[] Parade =
    [
        ("Tarn in the street", "2024-05-30", "Coast Agency", "The festival drew thousands to Tarn, who came for the lantern parade along the quay. Nobody was hurt."),
        ("A night in Tarn", "2024-05-30", "Harbour News", "Thousands were drawn to the festival in Tarn by its lantern parade along the quay. Trains ran all night."),
        ("Rain over Tarn", "2024-05-30", "Inland Post", "The festival in Tarn drew thousands, and a baker sold his last loaf before noon. Roads were wet."),
    ];

    [Fact]
    public async Task What_two_articles_tell_agrees_more_than_what_one_tells_alone()
    {
        var sentences = await Scored("What drew thousands to the festival in Tarn?", Parade);
        var alone = sentences.Single(sentence => sentence.Text.Contains("baker", StringComparison.Ordinal));
        Assert.All(sentences.Where(sentence => sentence.Text.Contains("lantern parade", StringComparison.Ordinal)), sentence =>
        {
            Assert.True(sentence.Agreement > alone.Agreement, $"{sentence.Agreement} for {sentence.Text}, {alone.Agreement} alone");
            Assert.True(sentence.Worth - sentence.Score > alone.Worth - alone.Score);
        });
    }

    [Fact]
    public async Task Words_of_the_question_agree_with_nothing()
    {
        var sentences = await Scored("What drew thousands to the festival in Tarn?", ("Tarn", "2024-05-30", "Coast Agency", "Thousands were drawn to the festival in Tarn."));
        Assert.Equal(0, Assert.Single(sentences).Agreement);
    }
}
