using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Stories;
using NewsBot.Core.Tests.Support;

namespace NewsBot.Core.Tests.Retrieval;

public class StoryGroupsTests
{
    private const string Wire =
        "Astronomers on the northern islands have found a comet with two tails that will be seen without a telescope in October, the observatory said. " +
        "It was first noticed in March by a doctoral student, whose name it will carry. The comet takes six thousand years to go around the sun. " +
        "It comes closest to the earth in the last week of October, at a distance of seventy million kilometres, and there is no danger at all.";

    private const string Other =
        "The port of Vellmar lost three million crowns on the first day of a strike by its dockers, the harbour master said on Tuesday evening. " +
        "More than six hundred dockers joined the strike against night shifts. The union wants talks with the owners before the end of the week.";

    private static Evidence Found(AnalyzedArticle article, double score) => new(article, article.Analysis.Passages[0], score);

    private static AnalyzedArticle Edited() => Texts.Article(
        Wire.Replace("around the sun", "round the sun", StringComparison.Ordinal) + " Readers can win ten places on the first open night.", "Comet to light up the sky", "Harbour Post", "2024-04-12");

    [Fact]
    public void A_wire_story_with_small_edits_is_one_story_and_the_earliest_stands_for_it()
    {
        var original = Texts.Article(Wire, "Observatory finds comet", "Wire", "2024-04-11");
        var retrieved = StoryGroups.Collapse([Found(Edited(), 9), Found(original, 8)]);
        Assert.Equal("Wire", Assert.Single(retrieved.Evidence).Article.Article.Source);
        Assert.Equal(9, retrieved.Evidence[0].Score);
        Assert.Equal("Harbour Post", Assert.Single(retrieved.Copies[original.Article.Id]).Source);
    }

    [Fact]
    public void Different_stories_keep_their_places()
    {
        var retrieved = StoryGroups.Collapse([Found(Texts.Article(Wire, "Comet"), 2), Found(Texts.Article(Other, "Strike"), 1)]);
        Assert.Equal(["Comet", "Strike"], retrieved.Evidence.Select(item => item.Article.Article.Title));
        Assert.Empty(retrieved.Copies);
    }

    [Fact]
    public void Texts_too_short_to_tell_are_no_copies()
    {
        var retrieved = StoryGroups.Collapse([Found(Texts.Article("The port was closed on Monday.", "One"), 2), Found(Texts.Article("The port was closed on Monday.", "Two"), 1)]);
        Assert.Equal(2, retrieved.Evidence.Count);
    }
}
